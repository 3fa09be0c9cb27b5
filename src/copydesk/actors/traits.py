"""What the reading asks of every word of a page, as bits: asked once of a kind of word, not at each of its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from copydesk.actors.vocabulary import (
    Entry,
    common,
    families_first,
    given_names,
    heads,
    lexicon,
    modifiers,
    short_forms,
    verbs,
)
from copydesk.actors.vocabulary import words as listed
from copydesk.text.vocabulary import function_words, reporting_verbs, word_bands

PRONOUNS: Final = MappingProxyType(
    {
        **dict.fromkeys(("he", "him", "his", "himself"), "male"),
        **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    }
)
"""The gender that a pronoun tells."""

MONTHS: Final = frozenset({"may", "march"})
"""Months that are surnames too."""

NAME_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd"})
"""What stands behind a name and is no part of it."""


class Trait:
    """Bits of a word. Most words of a page have none, and are not looked at."""

    SHORT: Final = 1
    """It stands before names only: `gen`, `mr`."""
    BEHIND_NAME: Final = 2
    """It ends a name with a full stop: `corp`."""
    OPENER: Final = 4
    """It opens sentences, also behind such a stop."""
    KNOWN: Final = 8
    """A known phrase begins with it."""
    KNOWN_CAPITAL: Final = 16
    """A known phrase begins with it where it has a capital."""
    HEADING: Final = 32
    """A head of offices, or a small word that leads a name: a chunk may begin there without a capital."""
    NAMELESS: Final = 64
    """No name begins with it, capital or not: `The`, `He`, `Monday`."""
    PRONOUN: Final = 128
    BODY_NOUN: Final = 256
    """It names a body anew: `the ministry`, `it`."""
    BARE: Final = 512
    """A group or force without a country: `police`."""
    GIVEN: Final = 1 << 10
    """A given name. No word of STOP, COMMON, FUNCTION, PLAIN, ORDINARY is one."""
    STOP: Final = 1 << 11
    """No part of a name, as months and days."""
    COMMON: Final = 1 << 12
    """An everyday word, that is no name at the beginning of a sentence."""
    FUNCTION: Final = 1 << 13
    PLAIN: Final = 1 << 14
    """A function word or a verb of acting: where a name ends, capital or not."""
    ORDINARY: Final = 1 << 15
    """Among the commonest words of news, or a noun of places."""
    FAMILY_FIRST: Final = 1 << 16
    """A family name that stands before the given one."""
    PARTICLE: Final = 1 << 17
    """It may stand inside a name: `van`, `de`."""
    INVERTED: Final = 1 << 18
    """`said`, where it opens a sentence with who said it behind it."""
    VERB: Final = 1 << 19
    """A verb that somebody is the subject of."""
    REPORTING: Final = 1 << 20
    """A verb that gives somebody's words."""
    BEFORE_VERB: Final = 1 << 21
    """An auxiliary or an adverb, that may stand between a subject and its verb."""
    EVERYDAY: Final = 1 << 22
    """An everyday word that, by itself at the beginning of a sentence, may be a surname and nothing else."""
    GOVERNING: Final = 1 << 23
    """`administration`, that makes a name that of a government."""
    AND: Final = 1 << 24
    OR: Final = 1 << 25
    LEADING_IN: Final = 1 << 26
    """It opens a phrase before the subject of its sentence: a preposition, or a word in `ing`."""
    PROTEST: Final = 1 << 27
    """A verb by which a crowd protests, or may protest by what is behind it."""


_BEHIND_NAMES = ("corp", "inc", "co", "ltd", "jr", "sr", "st", "no", "vs", "mt", "ft", "dept", "univ")
_OPENERS = ("the", "a", "an", "he", "she", "it", "they", "we", "but", "and", "in", "on", "at", "this", "that", "his")


def traits_of(word: str) -> int:
    """The bits of a folded word."""
    return traits().get(word, 0) | (Trait.LEADING_IN if word.endswith("ing") else 0)


@cache
def traits() -> Mapping[str, int]:
    """The bits of every folded word that has any."""
    found: defaultdict[str, int] = defaultdict(int)
    for bit, words in _groups():
        for word in words:
            found[word] |= bit
    for word, bits in found.items():
        if bits & (Trait.COMMON | Trait.INVERTED) and not bits & _MORE and _is_plain(word):
            found[word] |= Trait.EVERYDAY
    return MappingProxyType(dict(found))


_MORE: Final = (
    Trait.SHORT
    | Trait.KNOWN
    | Trait.KNOWN_CAPITAL
    | Trait.HEADING
    | Trait.NAMELESS
    | Trait.PRONOUN
    | Trait.BODY_NOUN
    | Trait.BARE
    | Trait.STOP
    | Trait.FUNCTION
)
"""What a word is else that may be no surname, or also something else."""


def _is_plain(word: str) -> bool:
    """Whether a word is part of no title and can be a name by itself."""
    return len(word) > 1 and word not in modifiers() and word not in NAME_SUFFIXES


def _groups() -> Iterable[tuple[int, Iterable[str]]]:
    yield Trait.SHORT, short_forms()
    yield Trait.BEHIND_NAME, _BEHIND_NAMES
    yield Trait.OPENER, (*_OPENERS, "her")
    known = lexicon().by_word
    yield Trait.KNOWN, (word for word, phrases in known.items() if not _asks_capital(word, phrases))
    yield Trait.KNOWN_CAPITAL, (word for word, phrases in known.items() if _asks_capital(word, phrases))
    yield Trait.HEADING, (*heads(), *listed("grammar", "leading"))
    yield Trait.NAMELESS, listed("nouns", "stop") - given_names().keys() - MONTHS
    yield Trait.PRONOUN, PRONOUNS
    yield Trait.BODY_NOUN, (*listed("grammar", "body_nouns"), "it")
    yield Trait.BARE, listed("nouns", "bare")
    yield Trait.PROTEST, listed("verbs", "protesting") | listed("verbs", "protest_by_object")
    given, stop = given_names().keys(), listed("nouns", "stop")
    yield Trait.GIVEN, given
    yield Trait.STOP, stop - given
    yield Trait.COMMON, common() - given
    yield Trait.FUNCTION, function_words() - given
    yield Trait.PLAIN, (function_words() | verbs()) - given
    yield Trait.ORDINARY, (word_bands().keys() | listed("nouns", "places")) - given
    yield Trait.FAMILY_FIRST, families_first()
    yield Trait.PARTICLE, listed("grammar", "particles")
    yield Trait.INVERTED, listed("grammar", "inverted")
    yield Trait.VERB, verbs()
    yield Trait.REPORTING, reporting_verbs()
    yield Trait.BEFORE_VERB, listed("grammar", "auxiliaries") | listed("grammar", "adverbs")
    yield Trait.GOVERNING, listed("grammar", "governments")
    yield Trait.AND, ("and",)
    yield Trait.OR, ("or",)
    yield Trait.LEADING_IN, listed("grammar", "openers")


def _asks_capital(word: str, phrases: Iterable[tuple[tuple[str, ...], Entry]]) -> bool:
    """Whether every phrase that begins with a word asks for its capital; of `al-Tarn` the second word has it."""
    return word != "al" and all(entry.capital for _, entry in phrases)
