"""Runs of words that stand in more than one place of a pile, as groups of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import Words


@dataclass(frozen=True, slots=True)
class Shingles:
    """The S places of shingles that stand in two places or more, in G groups of equal ones.

    In the order of the pile: `place` uint32[S] (of the first word), `page` int32[S], `group` int32[S]. The members
    of group g are `member`[member_start[g]:member_start[g + 1]], int32, ascending indices of the S places.
    """

    place: NDArray[np.uint32]
    page: NDArray[np.int32]
    group: NDArray[np.int32]
    member: NDArray[np.int32]
    member_start: NDArray[np.int32]


def find_shingles(
    words: Words, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> Shingles:
    """Runs of `settings.shingle` words, heavy enough, that recur; words of one class count as one word."""
    bits = max(16, int(len(words.word) * _SLOTS).bit_length())
    seen = np.zeros(1 << (bits - 2), np.uint8)
    hashes = words.numbering.hashes[classes]
    heavy = weights[classes]
    size, least = settings.shingle, settings.shingle_weight
    recurring = _count(words.start, words.word, hashes, heavy, size, least, seen)
    place, page, code = _recurring(words.start, words.word, hashes, heavy, size, least, seen, recurring)
    slots = np.full(1 << max(4, (2 * len(place)).bit_length()), -1, np.int32)
    group, sizes = _grouped(code, slots)
    return Shingles(place, page, group, *_members(group, sizes))


_SLOTS = 8
"""Slots of two bits for each word, to tell shingles that recur: one in 16 of those that don't are kept by mistake."""


@numba.njit(cache=True, nogil=True)
def _code(word: Any, at: int, size: int, hashes: Any) -> Any:
    code = np.uint64(0)
    for offset in range(size):
        code = (code * np.uint64(0x9E3779B97F4A7C15)) ^ hashes[word[at + offset]]
        code ^= code >> np.uint64(31)
    return code


@numba.njit(
    "int64(int64[::1], int32[::1], uint64[::1], float32[::1], int64, float64, uint8[::1])", cache=True, nogil=True
)
def _count(start: Any, word: Any, hashes: Any, weights: Any, size: int, least: float, seen: Any) -> int:
    """Note in `seen`, two bits a slot, which shingles come once and which more often; the places of the latter."""
    mask = np.uint64(4 * len(seen) - 1)
    recurring = 0
    for page in range(len(start) - 1):
        weight = 0.0
        for at in range(start[page], start[page + 1]):
            weight += weights[word[at]]
            first = at - size + 1
            if first < start[page]:
                continue
            if weight >= least:
                slot = _code(word, first, size, hashes) & mask
                shift = np.uint8(2 * (slot & np.uint64(3)))
                before = (seen[slot >> np.uint64(2)] >> shift) & 3
                if before < 2:
                    seen[slot >> np.uint64(2)] += np.uint8(1) << shift
                recurring += 2 if before == 1 else before >> 1
            weight -= weights[word[first]]
    return recurring


@numba.njit(
    "(int64[::1], int32[::1], uint64[::1], float32[::1], int64, float64, uint8[::1], int64)", cache=True, nogil=True
)
def _recurring(
    start: Any, word: Any, hashes: Any, weights: Any, size: int, least: float, seen: Any, room: int
) -> Any:
    place, code = np.empty(room, np.uint32), np.empty(room, np.uint64)
    pages = np.empty(room, np.int32)
    mask = np.uint64(4 * len(seen) - 1)
    count = 0
    for page in range(len(start) - 1):
        weight = 0.0
        for at in range(start[page], start[page + 1]):
            weight += weights[word[at]]
            first = at - size + 1
            if first < start[page]:
                continue
            if weight >= least:
                full = _code(word, first, size, hashes)
                slot = full & mask
                if (seen[slot >> np.uint64(2)] >> np.uint8(2 * (slot & np.uint64(3)))) & 3 == 2:
                    place[count], pages[count], code[count] = first, page, full
                    count += 1
            weight -= weights[word[first]]
    return place[:count], pages[:count], code[:count]


@numba.njit("(uint64[::1], int32[::1])", cache=True, nogil=True)
def _grouped(code: Any, slots: Any) -> Any:
    """Number equal codes from 0 on, in the order in which they come; and how many there are of each."""
    group = np.empty(len(code), np.int32)
    opened = np.empty(len(code), np.int32)
    sizes = np.empty(len(code), np.int32)
    shift = np.uint64(64)
    room = len(slots)
    while room > 1:
        shift -= np.uint64(1)
        room >>= 1
    mask = np.uint64(len(slots) - 1)
    count = 0
    for at in range(len(code)):
        slot = (code[at] * np.uint64(0x9E3779B97F4A7C15)) >> shift
        while slots[slot] >= 0 and code[opened[slots[slot]]] != code[at]:
            slot = (slot + np.uint64(1)) & mask
        if slots[slot] < 0:
            slots[slot] = count
            opened[count] = at
            sizes[count] = 0
            count += 1
        group[at] = slots[slot]
        sizes[slots[slot]] += 1
    return group, sizes[:count]


@numba.njit("(int32[::1], int32[::1])", cache=True, nogil=True)
def _members(group: Any, sizes: Any) -> Any:
    start = np.zeros(len(sizes) + 1, np.int32)
    for at in range(len(sizes)):
        start[at + 1] = start[at] + sizes[at]
    free = start[:-1].copy()
    member = np.empty(len(group), np.int32)
    for at in range(len(group)):
        member[free[group[at]]] = at
        free[group[at]] += 1
    return member, start
