"""Runs of words that stand in more than one place of a pile, as groups of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.runs import EVERY, longer, pages_of, swept
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.spill import Spill
from copydesk.reuse.words import Words

PART = 1 << 14
"""Shingles that are grouped at once: they and their table stay in the processor's cache. Grouping all shingles of
20,000 pages in one table took four times as long."""


@dataclass(frozen=True, slots=True)
class Shingles:
    """The S places of shingles that stand in two places or more, in G groups of equal ones.

    `group` int32[W]: for each word of the pile the group of the shingle that begins there, -1 where there is none.
    The members of group g are [start[g], start[g + 1]) of `place` uint32[S], ascending, and of `page` int32[S].
    Groups are in the order of their first places, so that who walks the pages in order meets most groups in order.
    """

    group: NDArray[np.int32]
    start: NDArray[np.int64]
    place: NDArray[np.uint32]
    page: NDArray[np.int32]


def find_shingles(
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
    one_in: int = 1,
    wanted: NDArray[np.uint64] = EVERY,
) -> Shingles:
    """Runs of `settings.shingle` words, heavy enough, that recur.

    Where more than `settings.shingle_crowd` places have one, runs of `settings.crowd_shingle` words are taken there.
    With `one_in`, a power of two, only one shingle in so many is looked at, chosen by its words; with `wanted`, a
    `code_table`, only the shingles of these codes.
    """
    hashes, heavy = words.numbering.hashes, weights
    turns = 1 if len(wanted) else max(1, -(-len(words.word) // (settings.shingle_room * one_in)))
    bits = max(1, (len(words.word) // (turns * one_in * PART)).bit_length())
    sizes: list[NDArray[np.int32]] = []
    places: list[NDArray[np.uint32]] = []
    crowded: list[NDArray[np.uint32]] = []
    with Spill(turns) as spill:
        for code, place, bounds in swept(words, hashes, heavy, settings, turns, one_in, wanted):
            spill.put(code, place, bounds)
        for turn in range(turns):
            code, place = spill.take(turn)
            code, place, bounds = _parted(code, place, bits)
            found = _groups(code, place, bounds, settings.shingle_crowd)
            sizes.append(found[0])
            places.append(found[1])
            crowded.append(found[2])
            del code, place, found  # before the next turn is read
    crowd = np.sort(np.concatenate(crowded))
    code, place = longer(crowd, words.start, words.word, hashes, settings.crowd_shingle)
    code, place, bounds = _parted(code, place, bits)
    found = _groups(code, place, bounds, len(words.word))
    sizes.append(found[0])
    places.append(found[1])
    del crowd, crowded, code, place, found
    members = np.concatenate(places)
    del places
    given = np.cumsum(np.concatenate([np.zeros(1, np.int64), *sizes]))
    start, place = np.zeros(len(given), np.int64), np.empty(len(members), np.uint32)
    group = np.full(len(words.word), -1, np.int32)  # numpy's own memory comes in large pages, numba's does not
    _number(np.argsort(members[given[:-1]]), given, members, start, place, group)
    del members, given
    return Shingles(group, start, place, pages_of(place, words.start))


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
