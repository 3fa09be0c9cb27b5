"""The runs of words that changes put in place of each other: each is judged once, wherever it stands.

A machine makes the same swap on page after page: a pile of 20,000 pages has 190,000 alignments and 720,000 changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.spin import opening_words, restored_words
from copydesk.provenance.words import Words, runs
from copydesk.text.numbering import Numbering
from copydesk.text.phrases import members
from copydesk.text.tokens import CAPITAL, NUMERIC, fold_words, hash_words
from copydesk.text.vocabulary import function_words

_BASE = np.uint64(0x9E3779B97F4A7C15)
OPENS, RESTORES = np.uint8(1), np.uint8(2)
"""Bits of `Phrases.bits`: a word of it opens a rewording of the lexicon, or what a rewording is for."""
NAMED, NUMBERED = np.uint8(1), np.uint8(2)
"""Bits of `written`: a word that is no function word has a capital, or opens with a digit."""


class Phrases:
    """The distinct phrases of a pile's changes, numbered from 1 on as they are met; 0 is none."""

    def __init__(self, texts: Sequence[str]) -> None:
        """No phrases yet, of pages with the given texts."""
        self._texts = texts
        self._numbering = Numbering()
        self._numbering.number(np.zeros(1, np.uint64))
        self._places = [np.zeros((1, 3), np.int32)]
        self._sizes = [np.zeros(1, np.int32)]
        self._bits = [np.zeros(1, np.uint8)]

    @property
    def sizes(self) -> NDArray[np.int32]:
        """The words of each phrase."""
        return _joined(self._sizes)

    @property
    def codes(self) -> NDArray[np.uint64]:
        """A code for the words of each phrase: of one word, its hash."""
        return self._numbering.hashes

    @property
    def bits(self) -> NDArray[np.uint8]:
        """OPENS and RESTORES of each phrase: without them no rewording is known for it, nor one that it is for."""
        return _joined(self._bits)

    def number(
        self, words: Words, page: NDArray[np.int32], first: NDArray[np.int64], last: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        """The numbers of the runs [first, last) of `words`, which stand on the pages `page`, new ones included."""
        sizes = last - first
        at = runs(first, last)
        edges = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])[:-1]
        powers = np.cumprod(np.append(np.uint64(1), np.full(int(sizes.max(initial=1)), _BASE)))
        spread = words.tokens.word[at] * powers[np.arange(len(at)) - np.repeat(edges, sizes)]
        filled = sizes > 0
        codes, bits = np.zeros(len(sizes), np.uint64), np.zeros(len(sizes), np.uint8)
        if len(at):
            codes[filled] = np.add.reduceat(spread, edges[filled])
            bits[filled] = np.bitwise_or.reduceat(_bits_of(words.hashes)[words.number[at]], edges[filled])
        known = len(self._numbering.hashes)
        numbers = self._numbering.number(codes)
        before = np.maximum.accumulate(np.append(np.int32(known - 1), numbers))[:-1]
        new = np.flatnonzero(numbers > before)
        begin, end = words.tokens.begin[first[new]], words.tokens.end[last[new] - 1]
        self._places.append(np.stack([page[new], begin, end], axis=1))
        self._sizes.append(sizes[new].astype(np.int32))
        self._bits.append(bits[new])
        return numbers

    def words(self, numbers: NDArray[np.int64]) -> list[tuple[str, ...]]:
        """The folded words of phrases, given by their numbers."""
        known, place = np.unique(numbers, return_inverse=True)
        places = _joined(self._places)[known].tolist()
        folded = [tuple(fold_words(self._texts[page][begin:end])) for page, begin, end in places]
        return [folded[at] for at in place.tolist()]


def _joined(parts: list[NDArray[Any]]) -> NDArray[Any]:
    """All parts as one, which is then the only one."""
    if len(parts) > 1:
        parts[:] = [np.concatenate(parts)]
    return parts[0]


def _bits_of(hashes: NDArray[np.uint64]) -> NDArray[np.uint8]:
    opens, restores = members(hashes, opening_words()), members(hashes, restored_words())
    return np.asarray(opens * OPENS + restores * RESTORES, dtype=np.uint8)


def written_in(words: Words, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.uint8]:
    """NAMED and NUMBERED of the runs [first, last) of `words`, as they stand there. uint8[len(first)]."""
    found = np.zeros(len(first), np.uint8)
    at, filled = runs(first, last), last > first
    if len(at):
        word = written(words.tokens.flags[at], words.tokens.word[at])
        found[filled] = np.bitwise_or.reduceat(word, np.cumsum((last - first)[filled]) - (last - first)[filled])
    return found


def written(flags: NDArray[np.uint8], hashes: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """NAMED and NUMBERED of words."""
    capital = (flags & CAPITAL > 0) & ~members(hashes, function_hashes())
    return np.asarray(capital * NAMED + (flags & NUMERIC > 0) * NUMBERED, dtype=np.uint8)


@cache
def function_hashes() -> NDArray[np.uint64]:
    """The ascending hashes of the function words."""
    return np.sort(hash_words(sorted(function_words())))
