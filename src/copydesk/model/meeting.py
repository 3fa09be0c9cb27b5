"""Where pages meet that know nothing of each other: under keys that several of them hold.

A record is a key and the value that a page holds under it, so that what is said or told in one way on many pages
counts once. Keys are hashes of 32 bits: two that fall together bring pages together that have nothing to say to each
other, some 7 for each 100 pages of three quotations that join 200,000.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes

_BITS = np.uint64(32)
_ODD = np.uint64(0x9E3779B97F4A7C15)


def records_of(keys: NDArray[np.uint32], values: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Records, uint64[n], of n keys with their values. Those of one key stand together when they are sorted."""
    return (keys.astype(np.uint64) << _BITS) | values


def keys_of(records: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The keys of records."""
    return (records >> _BITS).astype(np.uint32)


def notes_of(page_ids: Sequence[str], pages: NDArray[np.int64], records: NDArray[np.uint64]) -> Notes:
    """The notes of pages: the records that each holds, ascending and once. `pages` int64[n] are their numbers."""
    order = np.lexsort((records, pages))
    pages, records = pages[order], records[order]
    first = np.ones(len(records), np.bool_)
    first[1:] = (records[1:] != records[:-1]) | (pages[1:] != pages[:-1])
    return Notes.of_records(page_ids, np.bincount(pages[first], minlength=len(page_ids)), records[first])


@dataclass(frozen=True, slots=True)
class Meetings:
    """The keys under which several values are held, and not too many, and those of too many.

    Attributes:
        keys: uint32[k], ascending.
        held: uint64[k], equal for a key in two of these where the same values are held under it.
        crowded: uint32[c], ascending: keys under which nobody meets.
    """

    keys: NDArray[np.uint32]
    held: NDArray[np.uint64]
    crowded: NDArray[np.uint32]

    @classmethod
    def of(cls, records: NDArray[np.uint64], most: int) -> Self:
        """Learn from all records, ascending and each once; a key of more than `most` values is crowded."""
        keys = keys_of(records)
        begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
        sizes = np.diff(begins, append=len(keys))
        several = (sizes > 1) & (sizes <= most)
        among = np.repeat(several, sizes)
        held = _scattered(records[among])
        starts = np.concatenate(([0], np.cumsum(sizes[several])[:-1])).astype(np.int64)
        sums = np.add.reduceat(held, starts) if len(held) else held
        return cls(keys[begins[several]], sums, keys[begins[sizes > most]])

    def unlike(self, other: Self) -> NDArray[np.uint32]:
        """The keys, ascending, under which others meet in the one than in the other."""
        return np.union1d(_without_equal(self, other), _without_equal(other, self))


def _without_equal(one: Meetings, other: Meetings) -> NDArray[np.uint32]:
    """The keys of one under which not the same values are held in the other."""
    if not len(other.keys):
        return one.keys
    at = np.minimum(np.searchsorted(other.keys, one.keys), len(other.keys) - 1)
    unequal: NDArray[np.bool_] = (other.keys[at] != one.keys) | (other.held[at] != one.held)
    return one.keys[unequal]


def _scattered(records: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers that look drawn at random (the finalizer of SplitMix64, Steele et al. 2014), to be summed up."""
    mixed = records + _ODD
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def within(keys: NDArray[np.uint32], ascending: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which keys are among those of the second array. bool[n]."""
    if not len(ascending):
        return np.zeros(len(keys), np.bool_)
    at = np.minimum(np.searchsorted(ascending, keys), len(ascending) - 1)
    return np.asarray(ascending[at] == keys)


def distinct(notes: Notes) -> NDArray[np.uint64]:
    """All records of the notes, ascending and each once."""
    records = np.sort(notes.records(np.uint64))
    return records[np.concatenate(([True], records[1:] != records[:-1]))[: len(records)]]


def holding(keys: NDArray[np.uint32], notes: Notes) -> NDArray[np.int64]:
    """The pages, by number, that hold anything under one of the keys, which are ascending."""
    held = within(keys_of(notes.records(np.uint64)), keys)
    return np.unique(notes.page_of_records(np.uint64)[held])
