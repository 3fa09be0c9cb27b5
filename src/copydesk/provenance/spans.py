"""Sets of spans: half-open pairs of code points, ascending."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray


def merge_spans(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Overlapping and touching spans as one; ascending."""
    if len(spans) == 1:
        return (spans[0],)
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)


def merge_all(
    size: int, group: NDArray[np.signedinteger], begin: NDArray[np.int32], end: NDArray[np.int32]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """The same for each of `size` groups, of the numbers that `group` has for the spans."""
    order = np.lexsort((end, begin, group))
    base = group[order].astype(np.int64) << 32
    low, high = base + begin[order], np.maximum.accumulate(base + end[order])
    apart = low[1:] > high[:-1]
    low, high = low[np.append(True, apart)[: len(low)]], high[np.append(apart, True)[: len(high)]]
    spans = tuple(zip((low & 0xFFFFFFFF).tolist(), (high & 0xFFFFFFFF).tolist(), strict=True))
    bounds = np.searchsorted(low, np.arange(size + 1) << 32).tolist()
    return (spans[at:to] for at, to in itertools.pairwise(bounds))


def subtract_spans(spans: Sequence[tuple[int, int]], holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of `spans` outside `holes`; both ascending and without overlaps."""
    left = []
    for begin, end in spans:
        at = begin
        for low, high in holes:
            if high <= at or low >= end:
                continue
            if low > at:
                left.append((at, low))
            at = max(at, high)
        if at < end:
            left.append((at, end))
    return left
