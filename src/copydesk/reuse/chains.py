"""Chains of words that two pages have in common, in order and dense: the compiled heart of the alignment.

Seeds are equal words (or words known to be swapped for one another); a chain is the heaviest run of seeds whose
weight pays for the words jumped over, as in the chaining of anchors of sequence aligners (Li 2018, minimap2,
section 2.1.2), with words for bases and surprisal for their length.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np


@numba.njit(
    "int64(int32[::1], int32[::1], int32[::1], int32[::1], float32[::1], int32[::1], int32[::1], float32[::1], int64,"
    " boolean, int32[::1], int32[::1], float32[::1])",
    cache=True,
    nogil=True,
)
def find_seeds(
    a: Any,
    b: Any,
    b_sorted: Any,
    b_order: Any,
    weight: Any,
    other_start: Any,
    other: Any,
    other_share: Any,
    common: int,
    same_page: bool,
    seed_a: Any,
    seed_b: Any,
    seed_weight: Any,
) -> int:
    """Fill the seed arrays with the places (i, j) where a[i] and b[j] are one word; return their number.

    `b_sorted`, `b_order`: b's words in ascending order and where they stand. `other_start` int32[V + 1] and
    `other`: for each word the words it may be swapped with, `other_share` how surely. A word with more than
    `common` places in b counts only beside another match. On one page (`same_page`) only j > i counts.
    """
    count, room = 0, len(seed_a)
    for i in range(len(a)):
        word = a[i]
        first = other_start[word]
        for k in range(first - 1, other_start[word + 1]):
            wanted = word if k < first else other[k]
            share = np.float32(1.0) if k < first else other_share[k]
            low = np.searchsorted(b_sorted, wanted)
            high = low
            while high < len(b_sorted) and b_sorted[high] == wanted:
                high += 1
            crowd = high - low
            for at in range(low, high):
                j = b_order[at]
                if same_page and j <= i:
                    continue
                if crowd > common or k >= first:
                    beside = (i > 0 and j > 0 and a[i - 1] == b[j - 1]) or (
                        i + 1 < len(a) and j + 1 < len(b) and a[i + 1] == b[j + 1]
                    )
                    if not beside and (crowd > common or crowd > 2 * common):
                        continue
                if count == room:
                    return count
                seed_a[count], seed_b[count] = i, j
                seed_weight[count] = share * weight[wanted]
                count += 1
    return count


@numba.njit(cache=True, nogil=True)
def _before(best: Any, one: Any, two: Any) -> Any:
    return best[one] > best[two] or (best[one] == best[two] and one < two)


@numba.njit(cache=True, nogil=True)
def _falling(best: Any, count: int, least: float, order: Any) -> int:
    """Fill `order` with the seeds of weight `least` or more, the heaviest first; return their number.

    Heapsort (Williams 1964) by hand: numba takes three seconds to compile its own sort, and this one none.
    """
    size = 0
    for s in range(count):
        if best[s] >= least:
            order[size] = s
            size += 1
    for end in range(2 * size - 1, 0, -1):
        root, last = (end - size, size) if end >= size else (0, end)
        if end < size:
            order[0], order[end] = order[end], order[0]
        while 2 * root + 1 < last:
            child = 2 * root + 1
            if child + 1 < last and _before(best, order[child], order[child + 1]):
                child += 1
            if not _before(best, order[root], order[child]):
                break
            order[root], order[child] = order[child], order[root]
            root = child
    return size


@numba.njit(
    "int64(int64, int32[::1], int32[::1], float32[::1], int64, float32, float32, int64, float32,"
    " float32[::1], int32[::1], int32[::1], int32[::1])",
    cache=True,
    nogil=True,
)
def chain_seeds(
    count: int,
    seed_a: Any,
    seed_b: Any,
    seed_weight: Any,
    reach: int,
    gap: float,
    skew: float,
    lookback: int,
    least: float,
    best: Any,
    link: Any,
    chain_of: Any,
    chain_length: Any,
) -> int:
    """Chain `count` seeds (sorted by a, then as found) and return the number of chains.

    Fills `chain_of` with the chain of each seed (-1: none) in the order of falling weight, and `chain_length`
    with each chain's number of seeds. A chain weighs at least `least`.
    """
    for s in range(count):
        best[s], link[s] = seed_weight[s], -1
        t = s - 1
        while t >= 0 and s - t <= lookback:
            over_a = seed_a[s] - seed_a[t]
            if over_a > reach:
                break
            over_b = seed_b[s] - seed_b[t]
            if over_a > 0 and 0 < over_b <= reach:
                jumped = max(over_a, over_b) - 1
                value = best[t] + seed_weight[s] - gap * jumped - skew * abs(over_a - over_b)
                if value > best[s]:
                    best[s], link[s] = value, t
            t -= 1
        chain_of[s] = -1
    order = np.empty(count, np.int32)
    chains = 0
    for place in range(_falling(best, count, least, order)):
        s = order[place]
        if chain_of[s] >= 0:
            continue
        at, length = s, 0
        while at >= 0 and chain_of[at] < 0:
            at, length = link[at], length + 1
        weight = best[s] - (best[at] if at >= 0 else np.float32(0.0))
        if weight < least:
            continue
        at = s
        for _ in range(length):
            chain_of[at] = chains
            at = link[at]
        chain_length[chains] = length
        chains += 1
    return chains
