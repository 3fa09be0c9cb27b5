"""The forms of English verbs and nouns, by rule; what no rule gives stands in `irregular.tsv`."""

from __future__ import annotations

VOWELS = "aeiou"
_BRITISH = frozenset({"honor", "favor", "labor", "endeavor", "harbor", "rumor", "savor", "dishonor"})
"""Verbs that are spelled with -our as well."""

BASE, THIRD, PAST, PARTICIPLE, GERUND = "b", "s", "p", "n", "g"
"""attack, attacks, (they) attacked, (were) attacked, attacking."""


def third_person(base: str) -> str:
    """goes, carries, pushes, attacks. The plural of a noun has the same ending."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def past_forms(base: str) -> tuple[str, ...]:
    """attacked, moved, carried; where the last consonant may be doubled, both spellings (cancelled, canceled)."""
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return (base[:-1] + "ied",)
    return (base + "ed", base + base[-1] + "ed") if _may_double(base) else (base + "ed",)


def gerunds(base: str) -> tuple[str, ...]:
    """attacking, moving, dying, cancelling and canceling."""
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (base[:-1] + "ing",)
    return (base + "ing", base + base[-1] + "ing") if _may_double(base) else (base + "ing",)


def spellings(base: str) -> tuple[str, ...]:
    """criticize and criticise, analyze and analyse."""
    if base.endswith(("ize", "yze")) and len(base) > 5:
        return (base, base[:-2] + "se")
    if base in _BRITISH:
        return (base, base[:-1] + "ur")
    return (base,)


def _may_double(base: str) -> bool:
    """Whether it ends in one vowel and one consonant that English doubles."""
    return (
        len(base) > 2
        and base[-1] not in VOWELS + "wxy"
        and base[-2] in VOWELS
        and (base[-3] not in VOWELS or base[-3:-1] == "ui")
    )


_ENDINGS = ("ies", "ing", "es", "ed", "s", "e")


def stem(word: str) -> str:
    """A word without its ending, so that the forms of one are alike: `crews` and `crew`, `releases`, `released`."""
    ending = next((one for one in _ENDINGS if word.endswith(one)), "")
    return word[: -len(ending)] if ending and len(word) - len(ending) > 2 and not word.endswith("ss") else word
