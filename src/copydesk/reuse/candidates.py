"""Which pairs of pages are worth aligning: those with rare shingles in common, in more than one place."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.runs import Runs
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.shingles import Shingles, few_shingles, find_shingles
from copydesk.reuse.words import Words


def candidate_pairs(words: Words, weights: NDArray[np.float32], settings: ReuseSettings) -> NDArray[np.int32]:
    """Pairs of pages, the lower first, that share shingles in two places near each other or one long run.

    int32[n, 2], sorted. A page that repeats a shingle is a candidate with itself.

    A set phrase gives a pair of pages many shingles in common, but all in one place; a reworded paragraph gives
    few, but along its length. So places are counted, not shingles. In a pile of few pages all pairs are worth it.
    """
    pairs = _pairs_by(find_shingles(words, weights, settings), words, settings)
    if words.pages <= settings.every_pair:
        one, two = np.triu_indices(words.pages, 1)
        pairs = np.concatenate([pairs[pairs[:, 0] == pairs[:, 1]], np.stack([one, two], axis=1)])
    return _sorted(pairs)


def pairs_by_runs(runs: Runs, words: Words, settings: ReuseSettings) -> NDArray[np.int32]:
    """The same by some of the runs of a pile of many pages.

    By one in so many, the pairs that have most in common; by all of some codes, all pairs of a page without others.
    """
    return _sorted(_pairs_by(few_shingles(runs, words, settings), words, settings))


def _pairs_by(found: Shingles, words: Words, settings: ReuseSettings) -> NDArray[np.int32]:
    cap = settings.shingle_pages
    first, at = words.start, np.empty(0, np.uint32)
    if found.at is not None:
        first, at = np.searchsorted(found.at, words.start), found.at
    pairs: NDArray[np.int32] = _pairs(
        first, at, found.group, found.start, found.place, found.page,
        _hubs(found.start, found.page, np.diff(words.start), cap), words.quoted,
        cap, settings.spread, settings.quote_spread, settings.near,
    )  # fmt: skip
    return pairs


def _sorted(pairs: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))], dtype=np.int32)


@numba.njit("int64[::1](int64[::1], int32[::1], int64[::1], int64)", cache=True, nogil=True)
def _hubs(start: Any, page: Any, sizes: Any, cap: int) -> Any:
    """For each group beyond the cap its member on the page with most words, of equals the first; -1 for others."""
    groups = len(start) - 1
    hub = np.full(groups, -1, np.int64)
    for group in range(groups):
        if start[group + 1] - start[group] > cap:
            best = start[group]
            for at in range(start[group] + 1, start[group + 1]):
                if sizes[page[at]] > sizes[page[best]]:
                    best = at
            hub[group] = best
    return hub


@numba.njit(cache=True, nogil=True)
def _is_spread(
    node: Any, place_x: Any, place_y: Any, after: Any, quoted: Any, spread: int, quote_spread: int, near: int,
    ring_x: Any, ring_y: Any,
) -> bool:  # fmt: skip
    """Whether a chain of anchors has two at least `spread` and at most `near` words apart on both sides.

    Anchors come in the order of their places. Between quotation marks on both sides, `quote_spread` words are enough.
    """
    size = 0
    while node >= 0:
        x, y = np.int64(place_x[node]), np.int64(place_y[node])
        least = quote_spread if quoted[x] and quoted[y] else spread
        for back in range(size - 1, max(size - len(ring_x), 0) - 1, -1):
            over_x = x - ring_x[back % len(ring_x)]
            if over_x > near:
                break
            if over_x >= least and least <= y - ring_y[back % len(ring_y)] <= near:
                return True
        ring_x[size % len(ring_x)], ring_y[size % len(ring_y)] = x, y
        size += 1
        node = after[node]
    return False


@numba.njit(cache=True, nogil=True)
def _more(row: Any, room: int) -> Any:
    more = np.empty(room, row.dtype)
    more[: len(row)] = row
    return more


@numba.njit(
    "int32[:, ::1](int64[::1], uint32[::1], int32[::1], int64[::1], uint32[::1], int32[::1], int64[::1],"
    " boolean[::1], int64, int64, int64, int64)",
    cache=True,
    nogil=True,
)
def _pairs(
    first: Any, at: Any, group: Any, start: Any, place: Any, page: Any, hub: Any, quoted: Any, cap: int, spread: int,
    quote_spread: int, near: int,
) -> Any:  # fmt: skip
    """Page by page, gather what the places of its shingles have in common with later pages, and test it. The runs of
    page p are [first[p], first[p + 1]).

    A shingle in more than `cap` places links them all to the one on the longest page: a star around the best witness,
    linear in pages.
    """
    pages = len(first) - 1
    rows = np.empty((1024, 2), np.int32)
    count = 0
    head, tail = np.full(pages, -1, np.int32), np.full(pages, -1, np.int32)
    touched = np.empty(pages, np.int32)
    room = 4096
    place_x, place_y, after = np.empty(room, np.uint32), np.empty(room, np.uint32), np.empty(room, np.int32)
    ring_x, ring_y = np.empty(64, np.int64), np.empty(64, np.int64)
    cursor = start[:-1].copy()
    for one in range(pages):
        met, nodes = 0, 0
        for run in range(first[one], first[one + 1]):
            own_group = group[run]
            if own_group < 0:
                continue
            here = at[run] if len(at) else np.uint32(run)
            own, high = cursor[own_group], start[own_group + 1]
            cursor[own_group] += 1
            wide = high - start[own_group] > cap
            if nodes + high - own > room:
                room = 2 * (nodes + high - own)
                place_x, place_y, after = _more(place_x, room), _more(place_y, room), _more(after, room)
            k = hub[own_group] if wide and own < hub[own_group] else own + 1
            last = high if not wide or own == hub[own_group] else hub[own_group] + 1  # of a wide group, the hub alone
            while k < last:
                two = page[k]
                place_x[nodes], place_y[nodes], after[nodes] = here, place[k], -1
                if head[two] < 0:
                    head[two] = nodes
                    touched[met] = two
                    met += 1
                else:
                    after[tail[two]] = nodes
                tail[two] = nodes
                nodes += 1
                k += 1
        kept = 0
        for k in range(met):
            two = touched[k]
            if after[head[two]] >= 0 and _is_spread(
                head[two], place_x, place_y, after, quoted, spread, quote_spread, near, ring_x, ring_y
            ):
                touched[kept] = two
                kept += 1
            head[two] = -1
        while count + kept > len(rows):
            rows = np.concatenate((rows, np.empty_like(rows)))
        for k in range(kept):
            rows[count, 0], rows[count, 1] = one, touched[k]
            count += 1
    return rows[:count]
