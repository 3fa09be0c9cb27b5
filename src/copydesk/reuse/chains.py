"""Chains of words that two pages have in common, in order and dense: the compiled heart of the alignment.

Seeds are equal words (or words known to be swapped for one another); a chain is the heaviest run of seeds whose
weight pays for the words jumped over, as in the chaining of anchors of sequence aligners (Li 2018, minimap2,
section 2.1.2), with words for bases and surprisal for their length.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np


@numba.njit(cache=True, nogil=True)
def index_words(a: Any, head: Any, after: Any) -> None:
    """Write where each word stands in `a`: first at `head`[word], then at `after`[place] and so on, -1 at the end.

    `head` must be -1 for all words of `a`; `after` is as long as `a` at least.
    """
    for i in range(len(a) - 1, -1, -1):
        after[i] = head[a[i]]
        head[a[i]] = i


@numba.njit(cache=True, nogil=True)
def find_seeds(
    a: Any,
    b: Any,
    head: Any,
    after: Any,
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

    In the order of j, then of i for each of the words that b[j] may be. `other_start` int32[V + 1] and `other`: for
    each word the words it may be swapped with, `other_share` how surely. A word with more than `common` places in a
    counts only beside another match. On one page (`same_page`) only j > i counts.
    """
    count, room = 0, len(seed_a)
    for j in range(len(b)):
        word = b[j]
        first = other_start[word]
        for k in range(first - 1, other_start[word + 1]):
            wanted = word if k < first else other[k]
            share = np.float32(1.0) if k < first else other_share[k]
            crowd = 0
            i = head[wanted]
            while i >= 0 and crowd <= common:
                crowd += 1
                i = after[i]
            i = head[wanted]
            while i >= 0:
                if same_page and j <= i:
                    break
                if crowd <= common or (
                    (i > 0 and j > 0 and a[i - 1] == b[j - 1])
                    or (i + 1 < len(a) and j + 1 < len(b) and a[i + 1] == b[j + 1])
                ):
                    if count == room:
                        return count
                    seed_a[count], seed_b[count] = i, j
                    seed_weight[count] = share * weight[wanted]
                    count += 1
                i = after[i]
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


@numba.njit(cache=True, nogil=True)
def chain_seeds(
    count: int,
    seed_a: Any,
    seed_b: Any,
    seed_weight: Any,
    reach: int,
    gap: float,
    skew: float,
    least: float,
    latest: Any,
    best: Any,
    link: Any,
    taken: Any,
    order: Any,
    chain_end: Any,
    chain_length: Any,
) -> int:
    """Chain `count` seeds (in the order of `find_seeds`) and return the number of chains, the heaviest first.

    The last seed of each goes to `chain_end`, the one before each seed is in `link`; `chain_length` says how many
    there are. A chain weighs at least `least`. `latest` must be -1, and as long as a; it is left so.
    """
    row = 0
    while row < count:
        j, stop = seed_b[row], row
        while stop < count and seed_b[stop] == j:
            s = stop
            i = seed_a[s]
            best[s], link[s], taken[s] = seed_weight[s], -1, False
            t = latest[i - 1] if i > 0 else -1
            if t >= 0 and seed_b[t] == j - 1:  # the next word of a run: nothing before it can do better
                best[s], link[s] = best[t] + seed_weight[s], t
            else:
                for column in range(i - 1, max(i - reach, 0) - 1, -1):
                    t = latest[column]
                    if t < 0 or j - seed_b[t] > reach:
                        continue
                    over_a, over_b = i - column, j - seed_b[t]
                    value = best[t] + seed_weight[s] - gap * (max(over_a, over_b) - 1) - skew * abs(over_a - over_b)
                    if value > best[s]:
                        best[s], link[s] = value, t
            stop += 1
        for s in range(row, stop):
            latest[seed_a[s]] = s
        row = stop
    for s in range(count):
        latest[seed_a[s]] = -1
    chains = 0
    for place in range(_falling(best, count, least, order)):
        s = order[place]
        if taken[s]:
            continue
        at, length = s, 0
        while at >= 0 and not taken[at]:
            at, length = link[at], length + 1
        weight = best[s] - (best[at] if at >= 0 else np.float32(0.0))
        if weight < least:
            continue
        at = s
        for _ in range(length):
            taken[at] = True
            at = link[at]
        chain_end[chains], chain_length[chains] = s, length
        chains += 1
    return chains
