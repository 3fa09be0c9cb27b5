"""What the reading asks of every word of a page, as bits: asked once of a kind of word, not at each of its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from copydesk.actors.vocabulary import Entry, given_names, heads, lexicon, short_forms
from copydesk.actors.vocabulary import words as listed

PRONOUNS: Final = MappingProxyType(
    {
        **dict.fromkeys(("he", "him", "his", "himself"), "male"),
        **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    }
)
"""The gender that a pronoun tells."""

MONTHS: Final = frozenset({"may", "march"})
"""Months that are surnames too."""


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


_BEHIND_NAMES = ("corp", "inc", "co", "ltd", "jr", "sr", "st", "no", "vs", "mt", "ft", "dept", "univ")
_OPENERS = ("the", "a", "an", "he", "she", "it", "they", "we", "but", "and", "in", "on", "at", "this", "that", "his")


@cache
def traits() -> Mapping[str, int]:
    """The bits of every folded word that has any."""
    found: defaultdict[str, int] = defaultdict(int)
    for bit, words in _groups():
        for word in words:
            found[word] |= bit
    return MappingProxyType(dict(found))


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


def _asks_capital(word: str, phrases: Iterable[tuple[tuple[str, ...], Entry]]) -> bool:
    """Whether every phrase that begins with a word asks for its capital; of `al-Tarn` the second word has it."""
    return word != "al" and all(entry.capital for _, entry in phrases)
