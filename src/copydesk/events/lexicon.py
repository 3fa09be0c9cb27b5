"""What the parser knows of single words: closed classes, and the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.events.inflection import (
    BASE,
    GERUND,
    PARTICIPLE,
    PAST,
    THIRD,
    gerunds,
    past_forms,
    spellings,
    third_person,
)
from copydesk.text.vocabulary import word_bands
from copydesk.text.vocabulary.tables import read_lines, read_rows, read_toml

HERE = "copydesk.events.vocabulary"

TAGS: tuple[tuple[str, str], ...] = (
    ("adverb", "A"),
    ("determiner", "D"),
    ("number", "#"),
    ("pronoun", "U"),
    ("preposition", "P"),
    ("subordinator", "S"),
    ("conjunction", "C"),
    ("modal", "M"),
    ("be", "B"),
    ("have", "H"),
    ("do", "O"),
    ("negation", "X"),
    ("time", "T"),
)
"""The lists of `words.toml` that are closed classes, with the tag that the tagger gives."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a written form may be: `lemmas` in the order of the vocabulary, `features` of `inflection`."""

    lemmas: tuple[str, ...]
    features: str


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Every list of `words.toml` by name."""
    return {name: frozenset(words.split()) for name, words in read_toml(HERE, "words.toml").items()}


@cache
def closed_tags() -> Mapping[str, str]:
    """The tag of each word of a closed class."""
    lists = word_lists()
    return {word: tag for name, tag in TAGS for word in sorted(lists[name])}


@cache
def irregular_verbs() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Past forms and participles by base."""
    return {
        base: (tuple(past.split("|")), tuple(part.split("|")))
        for base, past, part in read_rows(HERE, "irregular.tsv")
        if part != "-"
    }


@cache
def irregular_plurals() -> Mapping[str, tuple[str, ...]]:
    """The plurals of nouns that no rule gives, by singular."""
    plurals: dict[str, tuple[str, ...]] = {}
    for singular, plural, mark in read_rows(HERE, "irregular.tsv"):
        if mark == "-":
            plurals[singular] = (*plurals.get(singular, ()), plural)
    return plurals


@cache
def noun_verbs() -> frozenset[str]:
    """Bases of verbs that are nouns as well."""
    return frozenset(word for line in read_lines(HERE, "noun_verbs.txt") for word in line.split())


@cache
def plain_verbs() -> tuple[str, ...]:
    """Bases of verbs that the parser must know and the vocabulary gives no frame."""
    return tuple(word for line in read_lines(HERE, "plain_verbs.txt") for word in line.split())


@cache
def common_verbs() -> tuple[str, ...]:
    """Words of news prose whose past form and gerund are words of news prose too, by rule: verbs, sorted."""
    known = word_bands()
    return tuple(
        word
        for word in sorted(known)
        if len(word) > 2 and known.keys() & past_forms(word) and known.keys() & gerunds(word) and word[-2:] != "ed"
    )


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun and its plurals; of a noun of several words, the last one is inflected."""
    head, gap, last = noun.rpartition(" ")
    plurals = irregular_plurals().get(last, (third_person(last),))
    return tuple(dict.fromkeys((noun, *(head + gap + plural for plural in plurals))))


def verb_forms(bases: Iterable[str]) -> dict[str, VerbForm]:
    """Every form of the verbs, with all that it may be. `bases` that come first come first."""
    found: dict[str, dict[str, None]] = {}
    features: dict[str, str] = {}
    for written in dict.fromkeys(bases):
        for base in spellings(written):
            for form, feature in _inflected(base):
                found.setdefault(form, {})[written] = None
                if feature not in features.get(form, ""):
                    features[form] = features.get(form, "") + feature
    return {form: VerbForm(tuple(lemmas), features[form]) for form, lemmas in found.items()}


def _inflected(base: str) -> list[tuple[str, str]]:
    """(form, feature) of one verb. In a hyphenated or spaced verb the last part is inflected."""
    past, participle = irregular_verbs().get(base, (past_forms(base), past_forms(base)))
    return [
        (base, BASE),
        (third_person(base), THIRD),
        *((form, PAST) for form in past),
        *((form, PARTICIPLE) for form in participle),
        *((form, GERUND) for form in gerunds(base)),
    ]
