"""What is known of those who act: names, offices, institutions, groups, and the words beside them.

Data files beside this one, general knowledge of news in English. Words are folded as `copydesk.text.tokens.fold_word`
does it. Everything is read once and then shared, so what the functions return must not be changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import countries, function_words, places, reporting_verbs, word_bands
from copydesk.text.vocabulary.tables import read_lines, read_toml

_HERE = "copydesk.actors.vocabulary"


class Sort:
    """What a known phrase is."""

    COUNTRY: Final = "country"
    DEMONYM: Final = "demonym"
    CAPITAL: Final = "capital"
    PLACE: Final = "place"
    BODY: Final = "body"
    STATE_BODY: Final = "state body"
    OFFICE: Final = "office"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known phrase. `country` is ISO 3166-1 alpha-3; `state` says that it speaks for that country's government.

    `capital` asks for capital letters in the text.
    """

    sort: str
    name: str
    country: str | None = None
    state: bool = False
    capital: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known phrases by their first word, each as the words that follow and its entry, the longest first.

    `by_second` has those of several words by their first and then their second word.
    """

    by_word: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    by_second: dict[str, dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]]

    def phrases(self, first: str, second: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
        """The phrases that may begin with two words, the longest first: those of both, and the first word alone."""
        alone = self.by_word[first][-1:]
        found = self.by_second[first].get(second, ())
        return found if alone[0][0] else (*found, *alone)


@cache
def lexicon() -> Lexicon:
    """All phrases that name a country, a place, an institution or an office. Earlier entries win over later ones."""
    known: dict[tuple[str, ...], Entry] = {}
    for phrase, entry in (*_bodies(), *_nations(), *_offices(), *_places()):
        words = tuple(fold_words(phrase.removeprefix("the ")))
        if words:
            known.setdefault(words, entry)
    by_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words in sorted(known, key=lambda words: (-len(words), words)):
        by_word.setdefault(words[0], []).append((words[1:], known[words]))
    by_second: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {word: {} for word in by_word}
    for word, found in by_word.items():
        for rest, entry in found:
            if rest:
                by_second[word].setdefault(rest[0], []).append((rest, entry))
    return Lexicon(
        {word: tuple(found) for word, found in by_word.items()},
        {word: {second: tuple(found) for second, found in own.items()} for word, own in by_second.items()},
    )


def _bodies() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for kind, by_country in _toml("bodies.toml").items():
        for country, names in by_country.items():
            iso = None if country == "none" else country
            for names_of_one in names:
                aliases = names_of_one.split("|")
                entry = Entry(Sort.BODY, aliases[0].removeprefix("the "), iso, state=kind == "government")
                found.extend((alias, entry) for alias in aliases)
    for line in _toml("nouns.toml")["generic_state"].split("\n"):
        for phrase in line.split("|"):
            found.append((phrase, Entry(Sort.STATE_BODY, phrase, None, state=True, capital=False)))
    return found


@cache
def shared_bodies() -> frozenset[str]:
    """Names of `bodies.toml` that other states give to bodies of theirs too, in lower case."""
    return frozenset(" ".join(_toml("nouns.toml")["shared_bodies"].split()).split("|"))


_SHARED_SEATS = ("Brussels",)
"""Capitals by which news means a body of several states as often as their country's government."""


def _nations() -> list[tuple[str, Entry]]:
    found = []
    for country in countries():
        for name in (country.name, *country.aliases):
            found.append((name, Entry(Sort.COUNTRY, country.name, country.iso3)))
        for demonym in country.demonyms:
            found.append((demonym, Entry(Sort.DEMONYM, country.name, country.iso3)))
    for country in countries():
        if country.capital not in _SHARED_SEATS:
            found.append((country.capital, Entry(Sort.CAPITAL, country.name, country.iso3)))
    found.append(("Moskva", Entry(Sort.CAPITAL, "Russia", "RUS")))
    found.append(("Kiev", Entry(Sort.CAPITAL, "Ukraine", "UKR")))
    return found


def _offices() -> list[tuple[str, Entry]]:
    return [
        (phrase, Entry(Sort.OFFICE, phrase, country or None, capital=False))
        for phrase, country in _toml("offices.toml")["fixed"].items()
    ]


def _places() -> list[tuple[str, Entry]]:
    return [(name, Entry(Sort.PLACE, name)) for name in places() if not name.endswith(".")]


@cache
def _toml(name: str) -> dict[str, Any]:
    return read_toml(_HERE, name)


@cache
def words(file: str, key: str) -> frozenset[str]:
    """One list of a file: `words("nouns", "groups")`. A word with a hyphen gives its parts."""
    return frozenset(part for word in _toml(f"{file}.toml")[key].split() for part in fold_words(word) if part != "s")


@cache
def given_names() -> dict[str, str]:
    """Gender by folded given name: `male`, `female` or `either`."""
    found: dict[str, str] = {}
    for gender in ("male", "female", "either"):
        for name in _toml("given_names.toml")[gender].split():
            for part in fold_words(name):
                found[part] = gender if found.setdefault(part, gender) == gender else "either"
    return found


@cache
def families_first() -> frozenset[str]:
    """Family names that stand before the given name in East Asian names."""
    return frozenset(" ".join(read_lines(_HERE, "family_first.txt")).split())


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Heads of offices: (gender, or `either`; whether it is a plural)."""
    found: dict[str, tuple[str, bool]] = {}
    for key, gender in (("any", "either"), ("male", "male"), ("female", "female")):
        for word in sorted(words("offices", key)):
            found[word] = (gender, False)
    for word, (gender, _) in list(found.items()):
        plural = word.removesuffix("man") + "men" if word.endswith("man") else _plural(word)
        found.setdefault(plural, (gender, True))
    return found


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh")) else "s")


@cache
def modifiers() -> frozenset[str]:
    """Words that stand before the head of an office."""
    return words("offices", "modifiers") | words("offices", "any")


@cache
def verbs() -> frozenset[str]:
    """Verbs that a person, a body or a government is the subject of."""
    return words("verbs", "acting") | reporting_verbs()


@cache
def common() -> frozenset[str]:
    """Words that are no names where they stand at the beginning of a sentence."""
    return function_words() | frozenset(word_bands()) | words("nouns", "stop")


@cache
def short_forms() -> frozenset[str]:
    """Short forms and words of address that stand before names: `gen`, `mr`."""
    keys = ("short", "honorific_male", "honorific_female", "honorific_any")
    return frozenset().union(*(words("offices", key) for key in keys))


def is_short(word: str) -> bool:
    """Whether a word stands before names only: `gen`, `mr`."""
    return word in short_forms()


@cache
def long_forms() -> dict[str, str]:
    """The office that a short form stands for: `gen` → `General`."""
    return dict(_toml("offices.toml")["long"])


@cache
def formal_names() -> dict[str, str]:
    """The given name that a familiar form stands for: `joe` → `joseph`."""
    pairs = _toml("given_names.toml")["familiar"].split()
    return {familiar: formal for familiar, _, formal in (pair.partition(":") for pair in pairs)}
