"""Group units by likeness: average-link clustering over the pairs that have anything in common."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import numpy as np
import rustworkx
from numpy.typing import NDArray

NEVER = -1_000.0
"""The likeness of two units that cannot be one story: no mean that it is part of reaches any threshold."""


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
