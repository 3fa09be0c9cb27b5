"""Group units by likeness: average-link clustering over the pairs that have anything in common."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Any

import numba
import numpy as np
import rustworkx
from numpy.typing import NDArray

from copydesk.stories.settings import StorySettings
from copydesk.stories.terms import Terms

NEVER = -1_000.0
"""The likeness of two units that cannot be one story: no mean that it is part of reaches any threshold."""


@numba.njit("(int64[::1], int32[::1], float32[::1], int64[::1], int64)", cache=True, nogil=True)
def _postings(start: Any, term: Any, weight: Any, spread: Any, cap: int) -> Any:
    """For each term that at most `cap` units have, those units, ascending, with its weight there: where those of each
    term begin, int64[kinds + 1]; unit int32, weight float32."""
    post_start = np.zeros(len(spread) + 1, np.int64)
    for kind in range(len(spread)):
        post_start[kind + 1] = post_start[kind] + (spread[kind] if spread[kind] <= cap else 0)
    free = post_start[:-1].copy()
    post_unit, post_weight = np.empty(post_start[-1], np.int32), np.empty(post_start[-1], np.float32)
    for unit in range(len(start) - 1):
        for at in range(start[unit], start[unit + 1]):
            if spread[term[at]] <= cap:
                post_unit[free[term[at]]], post_weight[free[term[at]]] = unit, weight[at]
                free[term[at]] += 1
    return post_start, post_unit, post_weight


@numba.njit(nogil=True)
def _add_up(
    term: Any, weight: Any, share: Any, post_start: Any, stop: Any, post_unit: Any, post_weight: Any, sums: Any,
    met: Any,
) -> Any:  # fmt: skip
    """Add what a unit with these terms has in common with each unit before it to `sums`, the heaviest terms first,
    until `share` of its squared length is looked up; how many units it `met`, which are listed there."""
    n, seen = np.uint64(0), np.float32(0.0)
    for heavy in np.argsort(-weight, kind="mergesort"):
        if seen > share:
            break
        own, kind = weight[heavy], term[heavy]
        seen += own * own
        for p in range(post_start[kind], stop[kind]):
            other = np.uint32(post_unit[p])
            before = sums[other]
            met[n] = other
            n += np.uint64(before == 0)  # no branch: it would be guessed wrong every other time
            sums[other] = before + own * post_weight[p]
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
    "(int64[::1], int32[::1], float32[::1], int64[::1], int32[::1], float32[::1], float32, float32)",
    cache=True,
    nogil=True,
)
def _alike(
    start: Any, term: Any, weight: Any, post_start: Any, post_unit: Any, post_weight: Any, share: Any, least: Any
) -> Any:
    """Pairs (unit, unit before), int32[n, 2], whose cosine over the terms looked up is above `least`; in no order.

    Looked up are the terms that have postings, the heaviest first, until `share` of the squared length of the unit
    is. The two inner loops are functions of their own: beside the growing pairs they took three times as long.
    """
    units = len(start) - 1
    sums = np.zeros(units, np.float32)
    met = np.empty(units + 1, np.uint32)
    stop = post_start[:-1].copy()  # behind the units before this one that have a term
    pairs, count = np.empty((1024, 2), np.int32), 0
    for unit in range(units):
        own = term[start[unit] : start[unit + 1]]
        n = _add_up(
            own, weight[start[unit] : start[unit + 1]], share, post_start, stop, post_unit, post_weight, sums, met
        )
        kept = _take_above(met, n, sums, least)
        while count + kept > len(pairs):
            pairs = np.concatenate((pairs, np.empty_like(pairs)))
        for at in range(kept):
            pairs[count + at, 0], pairs[count + at, 1] = unit, met[at]
        count += kept
        for kind in own:
            if stop[kind] < post_start[kind + 1]:
                stop[kind] += 1
    return pairs[:count]


@numba.njit("float32[::1](int32[:, ::1], int64[::1], int32[::1], float32[::1])", cache=True, nogil=True)
def _cosines(pairs: Any, start: Any, term: Any, weight: Any) -> Any:
    """The cosine of each pair of units over all their terms, which are ascending."""
    values = np.zeros(len(pairs), np.float32)
    for pair in range(len(pairs)):
        a, b = start[pairs[pair, 0]], start[pairs[pair, 1]]
        a_last, b_last = start[pairs[pair, 0] + 1], start[pairs[pair, 1] + 1]
        value = np.float32(0.0)
        while a < a_last and b < b_last:
            if term[a] == term[b]:
                value += weight[a] * weight[b]
            step = term[a] <= term[b]
            if term[b] <= term[a]:
                b += 1
            if step:
                a += 1
        values[pair] = value
    return values


def cosines(pairs: NDArray[np.int32], vectors: Terms) -> NDArray[np.float32]:
    """The cosine of each pair of units, int32[n, 2]; float32[n]."""
    return np.asarray(_cosines(np.ascontiguousarray(pairs), vectors.start, vectors.term, vectors.weight))


def likenesses(vectors: Terms, settings: StorySettings) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Pairs of units with their cosine, where it is above `settings.least_likeness`, in the order of (one, other).

    In a pile of more than `settings.frequent` units pairs are found by the heaviest terms and those that stand in at
    most so many units, which keeps time linear; what two units have in common is then counted whole.
    """
    units = len(vectors.start) - 1
    spread = np.bincount(vectors.term, minlength=vectors.kinds)
    post_start, post_unit, post_weight = _postings(
        vectors.start, vectors.term, vectors.weight, spread, settings.frequent
    )
    pairs = _alike(
        vectors.start, vectors.term, vectors.weight, post_start, post_unit, post_weight,
        np.float32(settings.looked_up if units > settings.frequent else np.inf),
        np.float32(settings.rare_likeness if units > settings.frequent else settings.least_likeness),
    )  # fmt: skip
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    values = cosines(pairs, vectors)
    kept = values > settings.least_likeness
    return pairs[kept], values[kept]


def components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The components of a graph of so many nodes; each ascending, in the order of their first."""
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data(list(links))
    return sorted(sorted(component) for component in rustworkx.connected_components(graph))


def average_link(
    units: int, pairs: NDArray[np.int32], values: NDArray[np.float32], threshold: float
) -> list[list[int]]:
    """Merge the two groups of greatest mean likeness until none reaches `threshold` (Sokal and Michener 1958).

    Pairs that are not given count as 0. Ties go to the lower numbers, so the result does not hang on chance.
    """
    near: list[dict[int, float]] = [{} for _ in range(units)]
    for (one, two), value in zip(pairs.tolist(), values.tolist(), strict=True):
        near[one][two] = near[two][one] = value
    groups: dict[int, list[int]] = {unit: [unit] for unit in range(units)}
    heap = [
        (-value, two, one)
        for (one, two), value in zip(pairs.tolist(), values.tolist(), strict=True)
        if value >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, one, two = heapq.heappop(heap)
        if one not in groups or two not in groups:
            continue
        merged = len(near)
        joined: dict[int, float] = {}
        one_size, two_size = len(groups[one]), len(groups[two])
        for other in sorted((near[one].keys() | near[two].keys()) - {one, two}):
            if other in groups:
                total = near[one].get(other, 0.0) * one_size + near[two].get(other, 0.0) * two_size
                joined[other] = near[other][merged] = total / (one_size + two_size)
                if joined[other] >= threshold:
                    heapq.heappush(heap, (-joined[other], other, merged))
        near.append(joined)
        groups[merged] = sorted(groups.pop(one) + groups.pop(two))
    return sorted(groups.values())
