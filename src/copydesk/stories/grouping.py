"""Group units by likeness: average-link clustering over the pairs that have anything in common."""

from __future__ import annotations

import heapq
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.stories.terms import Vectors

NEVER = -1_000.0
"""The likeness of two units that cannot be one story: no mean that it is part of reaches any threshold."""


@numba.njit(
    "(int64[::1], int32[::1], float32[::1], int64[::1], int32[::1], float32[::1], int64)",
    cache=True,
    nogil=True,
)
def _cosines(start: Any, term: Any, weight: Any, post_start: Any, post_unit: Any, post_weight: Any, cap: int) -> Any:
    """Cosines above .1 of every unit with the units before it: (unit, unit before) int32[n, 2], float32[n];
    in no order."""
    units = len(start) - 1
    sums = np.zeros(units, np.float32)
    touched = np.empty(units, np.int64)
    pairs, values, count = np.empty((1024, 2), np.int32), np.empty(1024, np.float32), 0
    for unit in range(units):
        n = 0
        for k in range(start[unit], start[unit + 1]):
            low, high = post_start[term[k]], post_start[term[k] + 1]
            if high - low > cap:
                continue
            for p in range(low, high):
                other = post_unit[p]
                if other >= unit:
                    break
                if sums[other] == 0:
                    touched[n] = other
                    n += 1
                sums[other] += weight[k] * post_weight[p]
        for at in range(n):
            other = touched[at]
            if sums[other] > 0.1:
                if count == len(pairs):
                    pairs = np.concatenate((pairs, np.empty_like(pairs)))
                    values = np.concatenate((values, np.empty_like(values)))
                pairs[count, 0], pairs[count, 1], values[count] = unit, other, sums[other]
                count += 1
            sums[other] = 0
    return pairs[:count], values[:count]


def likenesses(vectors: Vectors, frequent: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Pairs of units with their cosine; terms of more than max(`frequent`, half the units) units are passed over."""
    units = len(vectors.start) - 1
    owner = np.repeat(np.arange(units, dtype=np.int32), np.diff(vectors.start))
    order = np.lexsort((owner, vectors.term))
    post_start = np.searchsorted(vectors.term[order], np.arange(vectors.terms + 1))
    pairs, values = _cosines(
        vectors.start,
        vectors.term,
        vectors.weight,
        post_start,
        owner[order],
        vectors.weight[order],
        max(frequent, units // 2),
    )
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return pairs[order], values[order]


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
