"""The words of a language and the marks as numbers, in arrays that compiled code looks them up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.dates.expression import Tense
from copydesk.dates.lexicon import Sense, lexicon

PUNCTUATION = {
    "-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", ",": ",", ".": ".", "/": "/", ":": ":", "(": "(",
    ")": ")", "’": "'", "'": "'", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "!": "?", "?": "?",
    ";": ";", "&": "&", "#": "$", "•": "#", "|": "#", "°": "%",
}  # fmt: skip

OTHER, BREAK, FIRST_OPENER = 0, 1, 2
"""The codes of a word that no expression has, of the end of a line, and of the first word that opens a holiday."""

FNV_BASIS, FNV_PRIME = 2166136261, 16777619

_LOAD = 4
"""Slots of the hash table for each word, at least: hardly a word is looked for twice."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """What tokens can be, by their code: OTHER, BREAK, the first words of holidays, then all others.

    Attributes:
        senses: of each code.
        tenses: what each code says of the side of its clause.
        codes: of each word and mark.
        openers: the code behind the last of those that open the name of a holiday; the first is FIRST_OPENER.
        letters: uint8, the letter of each code.
        slots: int32, a hash table with open addressing of codes, -1 where there is none.
        spelled: uint32, the code points of all words in a row; those of a code begin at its `starts` (int32).
    """

    senses: tuple[Sense, ...]
    tenses: tuple[Tense | None, ...]
    codes: dict[str, int]
    openers: int
    letters: NDArray[np.uint8]
    slots: NDArray[np.int32]
    spelled: NDArray[np.uint32]
    starts: NDArray[np.int32]


@cache
def word_table(language: str | None) -> WordTable:
    """The table of a language that has a vocabulary; of English for all others."""
    known = lexicon(language)
    other = Sense("0")
    marks = {char: Sense(letter) for char, letter in PUNCTUATION.items()}
    words = dict.fromkeys([*known.holidays, *known.tenses], other) | marks | known.words
    openers = [word for word in words if word in known.holidays]
    spellings = ["", "", *openers, *(word for word in words if word not in known.holidays)]
    senses = (other, Sense("#"), *(words[word] for word in spellings[FIRST_OPENER:]))
    spelled = np.frombuffer(bytearray("".join(spellings).encode("utf-32-le")), np.uint32)
    starts = np.cumsum([0, *map(len, spellings)], dtype=np.int32)
    return WordTable(
        senses,
        tuple(known.tenses.get(word) for word in spellings),
        {word: code for code, word in enumerate(spellings) if word},
        FIRST_OPENER + len(openers),
        letters_of(senses),
        _slots(spellings),
        spelled,
        starts,
    )


def letters_of(senses: Sequence[Sense]) -> NDArray[np.uint8]:
    """The letter of each sense."""
    return np.frombuffer("".join([sense.letter for sense in senses]).encode("ascii"), np.uint8)


def _slots(spellings: Sequence[str]) -> NDArray[np.int32]:
    """Every spelling in the first free slot from that of its hash on, as `scan.py` looks for it."""
    size = 1 << (_LOAD * len(spellings)).bit_length()
    slots = np.full(size, -1, np.int32)
    for code, word in enumerate(spellings):
        if word:
            slot = _hash(word) & (size - 1)
            while slots[slot] >= 0:
                slot = (slot + 1) & (size - 1)
            slots[slot] = code
    return slots


def _hash(word: str) -> int:
    """FNV-1a over code points, its high bits folded into the low ones."""
    key = FNV_BASIS
    for char in word:
        key = ((key ^ ord(char)) * FNV_PRIME) & 0xFFFFFFFF
    return key ^ key >> 15
