"""Runs of words that stand in more than one place of a pile, as groups of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.runs import Runs, longer, pages_of, swept
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.spill import Spill
from copydesk.reuse.words import Words

PART = 1 << 14
"""Shingles that are grouped at once: they and their table stay in the processor's cache. Grouping all shingles of
20,000 pages in one table took four times as long."""


@dataclass(frozen=True, slots=True)
class Shingles:
    """The S places of shingles that stand in two places or more, in G groups of equal ones.

    `group` int32[N]: for each run of words that was looked at the group of the shingle that begins there, -1 where
    there is none; `at` uint32[N] where the runs begin, ascending, null where one begins at each word of the pile.
    The members of group g are [start[g], start[g + 1]) of `place` uint32[S], ascending, and of `page` int32[S].
    Groups are in the order of their first places, so that who walks the pages in order meets most groups in order.
    """

    group: NDArray[np.int32]
    at: NDArray[np.uint32] | None
    start: NDArray[np.int64]
    place: NDArray[np.uint32]
    page: NDArray[np.int32]


def find_shingles(words: Words, weights: NDArray[np.float32], settings: ReuseSettings) -> Shingles:
    """Runs of `settings.shingle` words, heavy enough, that recur.

    Where more than `settings.shingle_crowd` places have one, runs of `settings.crowd_shingle` words are taken there.
    """
    turns = max(1, -(-len(words.word) // settings.shingle_room))
    bits = _bits(len(words.word) // turns)
    with Spill(turns) as spill:
        for code, place, bounds in swept(words, weights, settings, turns):
            spill.put(code, place, bounds)
        found = [_grouped(*spill.take(turn), bits, settings.shingle_crowd) for turn in range(turns)]
    crowd = np.sort(np.concatenate([crowded for _, _, crowded in found]))
    code, place = longer(crowd, words.start, words.word, words.numbering.hashes, settings.crowd_shingle)
    found.append(_grouped(code, place, bits, len(words.word)))
    del crowd, code, place
    members = np.concatenate([members for _, members, _ in found])
    given = _starts(np.concatenate([sizes for sizes, _, _ in found]))
    del found
    group, start, place = _numbered(given, members, len(words.word))
    return Shingles(group, None, start, place, pages_of(place, words.start))


def few_shingles(runs: Runs, words: Words, settings: ReuseSettings) -> Shingles:
    """The same of some runs of the pile: no array of its words is made anew."""
    bits, every = _bits(len(runs.code)), np.arange(len(runs.code), dtype=np.uint32)
    found = [_grouped(runs.code, every, bits, settings.shingle_crowd)]
    crowd = np.sort(found[0][2])
    code, place = longer(runs.place[crowd], words.start, words.word, words.numbering.hashes, settings.crowd_shingle)
    member = np.searchsorted(runs.place, place).astype(np.uint32)
    found.append(_grouped(code, member, bits, len(words.word)))
    given = _starts(np.concatenate([sizes for sizes, _, _ in found]))
    group, start, member = _numbered(given, np.concatenate([members for _, members, _ in found]), len(every))
    return Shingles(group, runs.place, start, runs.place[member], runs.page[member])


_Groups = tuple[NDArray[np.int32], NDArray[np.uint32], NDArray[np.uint32]]
"""Sizes of groups, their members one group's after the other's, and those of groups that are too large."""


def _grouped(code: NDArray[np.uint64], member: NDArray[np.uint32], bits: int, most: int) -> _Groups:
    """The groups of two to `most` members with equal codes."""
    code, member, bounds = _parted(code, member, bits)
    found: _Groups = _groups(code, member, bounds, most)
    return found


def _bits(runs: int) -> int:
    """Bits of the codes of so many runs by which they are parted to be grouped."""
    return max(1, (runs // PART).bit_length())


def _starts(sizes: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def _numbered(
    given: NDArray[np.int64], members: NDArray[np.uint32], runs: int
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.uint32]]:
    """Groups in the order of their first members: the group of each run, where each group begins, its members."""
    start, ordered = np.zeros(len(given), np.int64), np.empty(len(members), np.uint32)
    group = np.full(runs, -1, np.int32)  # numpy's own memory comes in large pages, numba's does not
    _number(np.argsort(members[given[:-1]]), given, members, start, ordered, group)
    return group, start, ordered


@numba.njit("void(int64[::1], int64[::1], uint32[::1], int64[::1], uint32[::1], int32[::1])", cache=True, nogil=True)
def _number(order: Any, given: Any, members: Any, start: Any, place: Any, group: Any) -> None:
    """Groups in the order given: where each begins, its members, and the number of the group of each word."""
    used = 0
    for number in range(len(order)):
        for at in range(given[order[number]], given[order[number] + 1]):
            place[used] = members[at]
            group[members[at]] = number
            used += 1
        start[number + 1] = used


@numba.njit("(uint64[::1], uint32[::1], int64)", cache=True, nogil=True)
def _parted(code: Any, place: Any, bits: int) -> Any:
    """Codes and places in 2 ** `bits` parts by the first bits of the codes, and where each part begins."""
    shift = np.uint64(64 - bits)
    bounds = np.zeros((1 << bits) + 1, np.int64)
    for at in range(len(code)):
        bounds[(code[at] >> shift) + np.uint64(1)] += 1
    for part in range(1, len(bounds)):
        bounds[part] += bounds[part - 1]
    free = bounds.copy()
    codes, places = np.empty(len(code), np.uint64), np.empty(len(code), np.uint32)
    for at in range(len(code)):
        part = code[at] >> shift
        codes[free[part]], places[free[part]] = code[at], place[at]
        free[part] += 1
    return codes, places, bounds


@numba.njit("(uint64[::1], uint32[::1], int64[::1], int64)", cache=True, nogil=True)
def _groups(code: Any, place: Any, bounds: Any, most: int) -> Any:
    """Sizes and members of the groups of two to `most` equal codes, and the places of larger groups."""
    widest = 0
    for part in range(len(bounds) - 1):
        widest = max(widest, bounds[part + 1] - bounds[part])
    room = 16
    while room < 2 * widest:
        room *= 2
    slots = np.empty(room, np.int32)
    local, opened = np.empty(widest, np.int32), np.empty(widest, np.uint64)
    times, free = np.empty(widest, np.int32), np.empty(widest, np.int64)
    sizes, members = np.empty(1 + len(code) // 2, np.int32), np.empty(len(code), np.uint32)
    crowd = np.empty(len(code), np.uint32)
    groups, used, crowded = 0, 0, 0
    for part in range(len(bounds) - 1):
        low, high = bounds[part], bounds[part + 1]
        table = 16
        while table < 2 * (high - low):
            table *= 2
        mask = np.uint64(table - 1)
        slots[:table] = -1
        count = 0
        for at in range(low, high):
            slot = code[at] & mask
            while slots[slot] >= 0 and opened[slots[slot]] != code[at]:
                slot = (slot + np.uint64(1)) & mask
            if slots[slot] < 0:
                slots[slot], opened[count], times[count] = count, code[at], 0
                count += 1
            local[at - low] = slots[slot]
            times[slots[slot]] += 1
        for one in range(count):
            free[one] = -1
            if 2 <= times[one] <= most:
                free[one], sizes[groups] = used, times[one]
                used += times[one]
                groups += 1
        for at in range(low, high):
            one = local[at - low]
            if free[one] >= 0:
                members[free[one]] = place[at]
                free[one] += 1
            elif times[one] > most:
                crowd[crowded] = place[at]
                crowded += 1
    return sizes[:groups].copy(), members[:used].copy(), crowd[:crowded].copy()
