"""Find the units that are alike: pairs with terms in common, by those that few units have."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.stories.settings import StorySettings
from copydesk.stories.vectors import Vectors, cosines

_STEPS = 512
"""Steps of the weight of a term in a vector, from 0 to 1, by which the heaviest are found."""

_BITS = 15
_ONE = 1 << _BITS
"""What a weight of 1 is in the postings, where it has 16 bits, and a cosine of 1 in the sums of what is looked up:
the sums of 160,000 units stay in a cache of half a megabyte. That is .6 of 4 seconds."""
_MOST = (1 << 16) - 1
"""Where sums end: two pages with tens of thousands of different words in common round up beyond it."""


@numba.njit("(int64[::1], int32[::1], float32[::1], int64[::1], int64)", cache=True, nogil=True)
def _postings(start: Any, term: Any, weight: Any, spread: Any, cap: int) -> Any:
    """For each term that at most `cap` units have, those units, ascending, with its weight there: where those of each
    term begin, int64[kinds + 1]; unit uint32, weight uint16, in parts of `_ONE`."""
    post_start = np.zeros(len(spread) + 1, np.int64)
    for kind in range(len(spread)):
        post_start[kind + 1] = post_start[kind] + (spread[kind] if spread[kind] <= cap else 0)
    free = post_start[:-1].copy()
    post_unit, post_weight = np.empty(post_start[-1], np.uint32), np.empty(post_start[-1], np.uint16)
    for unit in range(len(start) - 1):
        for at in range(start[unit], start[unit + 1]):
            if spread[term[at]] <= cap:
                post_unit[free[term[at]]], post_weight[free[term[at]]] = unit, weight[at] * _ONE
                free[term[at]] += 1
    return post_start, post_unit, post_weight


@numba.njit(nogil=True)
def _step(weight: Any) -> Any:
    return min(int(weight * _STEPS), _STEPS - 1)


@numba.njit(nogil=True)
def _lightest(weight: Any, share: Any, squares: Any) -> Any:
    """The least weight that is looked up, for those from it on to make up `share` of the squared length.

    `squares`, float32[_STEPS], is room. To sort the weights took longer than all that is done with them.
    """
    squares[:] = 0
    for own in weight:
        squares[_step(own)] += own * own
    seen, step = np.float32(0.0), _STEPS - 1
    while step > 0 and seen + squares[step] <= share:
        seen += squares[step]
        step -= 1
    lightest = np.float32(np.inf)
    while seen <= share and lightest > 0:
        heaviest = np.float32(0.0)
        for own in weight:
            if heaviest < own < lightest and _step(own) <= step:
                heaviest = own
        for own in weight:
            if own == heaviest:
                seen += own * own
        lightest = heaviest
    return lightest


@numba.njit(nogil=True)
def _add_up(
    unit: Any, term: Any, weight: Any, lightest: Any, post_start: Any, post_unit: Any, post_weight: Any, sums: Any,
    met: Any,
) -> Any:  # fmt: skip
    """Add what a unit has in common with each unit before it by its terms from the `lightest` on to `sums`; how many
    units it `met`, which are listed there."""
    n = np.uint64(0)
    for at in range(len(term)):
        if weight[at] < lightest:
            continue
        own, kind = np.uint32(weight[at] * _ONE), term[at]
        others = post_unit[post_start[kind] : post_start[kind + 1]]
        weights = post_weight[post_start[kind] : post_start[kind + 1]]
        for p in range(len(others)):
            other = others[p]
            if other >= unit:
                break
            before = np.uint32(sums[other])
            met[n] = other
            n += np.uint64(before == 0)  # no branch: it would be guessed wrong every other time
            after = before + ((own * weights[p]) >> np.uint32(_BITS)) + np.uint32(1)  # never 0 again
            sums[other] = min(after, np.uint32(_MOST))
    return n


@numba.njit(nogil=True)
def _take_above(met: Any, n: Any, sums: Any, least: Any) -> Any:
    """Move the units whose sum is above `least` to the front of `met`, and set all sums back; how many they are."""
    kept = 0
    for at in range(n):
        other = met[at]
        if sums[other] > least:
            met[kept] = other
            kept += 1
        sums[other] = 0
    return kept


@numba.njit(
    "(int64[::1], int32[::1], float32[::1], int64[::1], uint32[::1], uint16[::1], float32, float32)",
    cache=True,
    nogil=True,
)
def _alike(
    start: Any, term: Any, weight: Any, post_start: Any, post_unit: Any, post_weight: Any, share: Any, least: Any
) -> Any:
    """Pairs (unit, unit before), int32[n, 2], whose cosine over the terms looked up is above `least`; in no order.

    Looked up are the terms that have postings, the heaviest, until `share` of the squared length of the unit is. The
    two inner loops are functions of their own: beside the growing pairs they took three times as long.
    """
    units = len(start) - 1
    sums, least = np.zeros(units, np.uint16), np.uint16(least * _ONE)
    met = np.empty(units + 1, np.uint32)
    squares = np.empty(_STEPS, np.float32)
    pairs, count = np.empty((1024, 2), np.int32), 0
    for unit in range(units):
        own, heavy = term[start[unit] : start[unit + 1]], weight[start[unit] : start[unit + 1]]
        lightest = _lightest(heavy, share, squares)
        n = _add_up(np.uint32(unit), own, heavy, lightest, post_start, post_unit, post_weight, sums, met)
        kept = _take_above(met, n, sums, least)
        while count + kept > len(pairs):
            pairs = np.concatenate((pairs, np.empty_like(pairs)))
        for at in range(kept):
            pairs[count + at, 0], pairs[count + at, 1] = unit, met[at]
        count += kept
    return pairs[:count]


def likenesses(vectors: Vectors, settings: StorySettings) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Pairs of units with their cosine, where it is above `settings.least_likeness`, in the order of (one, other).

    In a pile of more than `settings.frequent` units pairs are found by the heaviest terms and those that stand in at
    most so many units, which keeps time linear; what two units have in common is then counted whole.
    """
    start, weight = vectors.start, vectors.weight
    many = len(start) - 1 > settings.frequent
    post_start, post_unit, post_weight = _postings(start, vectors.number, weight, vectors.spread, settings.frequent)
    share, least = (settings.looked_up, settings.rare_likeness) if many else (np.inf, settings.least_likeness)
    pairs = _alike(
        start, vectors.number, weight, post_start, post_unit, post_weight, np.float32(share), np.float32(least)
    )
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    values = cosines(pairs, vectors)
    kept = values > settings.least_likeness
    return pairs[kept], values[kept]
