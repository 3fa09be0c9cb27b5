"""Find many known phrases in a text at once, by the hashes of their words, in one compiled pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.text.tokens import tokenize

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_ROOM = 2
"""Slots of a hash table for each key at least, so that probes stay short."""

_MANY = 1 << 14
"""Words from which it pays to look at their last bits first."""


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """Words [first, last) of a text are phrase number `phrase` of the index."""

    first: int
    last: int
    phrase: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Two hash tables with open addressing, their sizes powers of two; a value below 0 is an empty slot.

    `head_keys` uint64[n], `head_values` int32[n]: the hash of each first word, and the words of the longest phrase
    that it opens; most words of a text open none. `keys` uint64[m], `values` int32[m]: the code of each phrase, and
    its number.
    """

    head_keys: NDArray[np.uint64]
    head_values: NDArray[np.int32]
    keys: NDArray[np.uint64]
    values: NDArray[np.int32]

    def places(self, words: NDArray[np.uint64], start: NDArray[np.int64] | None = None) -> NDArray[np.int32]:
        """The phrases in a text, in order and without overlaps, the longest at each place; `words` are the hashes of
        its words. Rows (first, last, phrase), int32[n, 3]: words [first, last) are that phrase of the index.

        `start` int64[n + 1]: where the words of each of n texts begin (`tokenize_all`); no phrase goes over from one
        to the next.
        """
        return self._places(words) if start is None else self._apart(words, start)

    def _apart(self, words: NDArray[np.uint64], start: NDArray[np.int64]) -> NDArray[np.int32]:
        """The places in several texts, between which stands a word that is none."""
        found = self._places(np.insert(words, start[1:-1], np.uint64(0)))
        text = np.searchsorted(start[:-1] + np.arange(len(start) - 1), found[:, 0], side="right") - 1
        found[:, :2] -= text[:, None].astype(np.int32)
        return found

    def _places(self, words: NDArray[np.uint64]) -> NDArray[np.int32]:
        found: NDArray[np.int32] = _find(words, self.head_keys, self.head_values, self.keys, self.values)
        return found


def phrase_index(phrases: Iterable[tuple[str, ...]]) -> PhraseIndex:
    """Index phrases, each as its folded words; a hit's `phrase` is its number in the order given, of the first of
    equal ones.

    Raises ValueError where a word is not exactly one word to `tokenize`.
    """
    given = list(phrases)
    words = tokenize("\n".join(word for phrase in given for word in phrase)).word
    sizes = np.array([len(phrase) for phrase in given], dtype=np.int64)
    if len(words) != sizes.sum():
        raise ValueError("a phrase has a word that is not exactly one word")
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    room = 1 << (_ROOM * len(given) + 1).bit_length()
    return PhraseIndex(*_index(words, start, room))


@numba.njit("uint64(uint64, uint64)", cache=True, nogil=True)
def _extended(code: Any, word: Any) -> Any:
    """The code of a phrase with one word more."""
    return (code * np.uint64(0x9E3779B97F4A7C15)) ^ word ^ (code >> np.uint64(29))


@numba.njit("int64(uint64, uint64[::1], int32[::1])", cache=True, nogil=True)
def _slot(key: Any, keys: Any, values: Any) -> int:
    """Where a key is, or the empty slot where it belongs."""
    mask = np.uint64(len(keys) - 1)
    slot = (key ^ (key >> np.uint64(32))) & mask
    while values[slot] >= 0 and keys[slot] != key:
        slot = (slot + np.uint64(1)) & mask
    return int(slot)


@numba.njit("(uint64[::1], int64[::1], int64)", cache=True, nogil=True)
def _index(words: Any, start: Any, room: int) -> Any:
    """The tables of a `PhraseIndex`; phrase p has the words [start[p], start[p + 1])."""
    head_keys, head_values = np.zeros(room, np.uint64), np.full(room, -1, np.int32)
    keys, values = np.zeros(room, np.uint64), np.full(room, -1, np.int32)
    for phrase in range(len(start) - 1):
        low, high = start[phrase], start[phrase + 1]
        if low == high:
            continue
        head = _slot(words[low], head_keys, head_values)
        head_keys[head] = words[low]
        head_values[head] = max(head_values[head], np.int32(high - low))
        code = words[low]
        for at in range(low + 1, high):
            code = _extended(code, words[at])
        code += np.uint64(high - low)
        slot = _slot(code, keys, values)
        if values[slot] < 0:
            keys[slot], values[slot] = code, phrase
    return head_keys, head_values, keys, values


@numba.njit("(uint64[::1], uint64[::1], int32[::1], uint64[::1], int32[::1])", cache=True, nogil=True)
def _find(words: Any, head_keys: Any, head_values: Any, keys: Any, values: Any) -> Any:
    found = np.empty((16, 3), np.int32)
    count, at = 0, 0
    while at < len(words):
        longest = head_values[_slot(words[at], head_keys, head_values)]
        code, size, number = words[at], 0, np.int32(-1)
        for wide in range(1, min(longest, len(words) - at) + 1):
            if wide > 1:
                code = _extended(code, words[at + wide - 1])
            value = values[_slot(code + np.uint64(wide), keys, values)]
            if value >= 0:
                size, number = wide, value
        if not size:
            at += 1
            continue
        if count == len(found):
            found = np.concatenate((found, np.empty_like(found)))
        found[count, 0], found[count, 1], found[count, 2] = at, at + size, number
        count += 1
        at += size
    return found[:count].copy()


def pair_codes(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A code for each word with the word behind it; one less than there are words."""
    return pair_code(words[:-1], words[1:])


def pair_code(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The codes of pairs of words; shapes as numpy broadcasts them."""
    return np.asarray((first * _PRIME) ^ second ^ (first >> np.uint64(29)), dtype=np.uint64)


def members(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of `values` are in the ascending `known`."""
    if not len(known):
        return np.zeros(len(values), dtype=np.bool_)
    if len(values) > _MANY:
        ends = np.zeros(1 << 16, np.bool_)
        ends[known.astype(np.uint16)] = True
        found = ends[values.astype(np.uint16)]  # the last 16 bits rule out nearly all
        likely = np.flatnonzero(found)
        found[likely] = _in(values[likely], known)
        return np.asarray(found)
    return _in(values, known)


def _in(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    place = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.asarray(known[place] == values)
