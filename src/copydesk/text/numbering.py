"""Dense numbers for the words of a pile, in the order in which they are met."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray


class Numbering:
    """Gives every word hash a number from 0 on. The same hashes in the same order get the same numbers.

    An open-addressing table in two arrays, half empty at least: sorting all words of a pile to number them took
    five times as long.
    """

    def __init__(self) -> None:
        self._known = np.empty(1 << 12, np.uint64)
        self._slots = np.full(1 << 13, -1, np.int32)
        self._count = 0

    @property
    def hashes(self) -> NDArray[np.uint64]:
        """The hash of each number. uint64[V]."""
        return self._known[: self._count]

    def number(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of the words, new ones included. int32[len(hashes)]."""
        numbers = np.empty(len(hashes), np.int32)
        at = 0
        while at < len(hashes):
            at, self._count = _number(hashes, at, numbers, self._known, self._slots, self._count)
            if at < len(hashes):
                self._grow()
        return numbers

    def find(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of words, -1 for those never met. int32[len(hashes)]."""
        return np.asarray(_find(hashes, self._known, self._slots), dtype=np.int32)

    def _grow(self) -> None:
        known = self._known[: self._count]
        self._known = np.concatenate([known, np.empty_like(known)])
        self._slots = np.full(4 * len(known), -1, np.int32)
        _number(known, 0, np.empty(len(known), np.int32), self._known, self._slots, 0)


@numba.njit(
    "UniTuple(int64, 2)(uint64[::1], int64, int32[::1], uint64[::1], int32[::1], int64)", cache=True, nogil=True
)
def _number(hashes: Any, at: int, numbers: Any, known: Any, slots: Any, count: int) -> Any:
    """Number hashes[at:] as far as there is room for new ones; where it stopped, and how many are known then."""
    mask = np.uint64(len(slots) - 1)
    while at < len(hashes):
        code = hashes[at]
        slot = code & mask
        while slots[slot] >= 0 and known[slots[slot]] != code:
            slot = (slot + np.uint64(1)) & mask
        if slots[slot] < 0:
            if count == len(known):
                break
            known[count] = code
            slots[slot] = count
            count += 1
        numbers[at] = slots[slot]
        at += 1
    return at, count


@numba.njit("int32[::1](uint64[::1], uint64[::1], int32[::1])", cache=True, nogil=True)
def _find(hashes: Any, known: Any, slots: Any) -> Any:
    mask = np.uint64(len(slots) - 1)
    numbers = np.empty(len(hashes), np.int32)
    for at in range(len(hashes)):
        slot = hashes[at] & mask
        while slots[slot] >= 0 and known[slots[slot]] != hashes[at]:
            slot = (slot + np.uint64(1)) & mask
        numbers[at] = slots[slot]
    return numbers


@numba.njit("int64[::1](int32[::1], int64)", cache=True, nogil=True)
def times_of(numbers: Any, kinds: int) -> Any:
    """How often each of so many numbers stands there. numpy makes 64-bit ones of all first, in ten times as long."""
    times = np.zeros(kinds, np.int64)
    for one in numbers:
        times[one] += 1
    return times
