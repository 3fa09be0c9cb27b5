"""Which pairs of pages are worth aligning: those with rare shingles in common, in more than one place."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.runs import EVERY
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.shingles import find_shingles
from copydesk.reuse.words import Words


def candidate_pairs(
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
    one_in: int = 1,
    wanted: NDArray[np.uint64] = EVERY,
) -> NDArray[np.int32]:
    """Pairs of pages, the lower first, that share shingles in two places near each other or one long run.

    int32[n, 2], sorted. A page that repeats a shingle is a candidate with itself.

    A set phrase gives a pair of pages many shingles in common, but all in one place; a reworded paragraph gives
    few, but along its length. So places are counted, not shingles. In a pile of few pages all pairs are worth it.
    With `one_in`, a power of two, only one shingle in so many is looked at, and the pairs are those with most in
    common. With `wanted`, a `code_table`, only shingles of these codes are: of a page that has no others all pairs
    are found.
    """
    found = find_shingles(words, weights, settings, one_in, wanted)
    cap = settings.shingle_pages
    pairs = _pairs(
        words.start, found.group, found.start, found.place, found.page,
        _hubs(found.start, found.page, np.diff(words.start), cap), words.quoted,
        cap, settings.spread, settings.quote_spread, settings.near,
    )  # fmt: skip
    if words.pages <= settings.every_pair:
        one, two = np.triu_indices(words.pages, 1)
        pairs = np.concatenate([pairs[pairs[:, 0] == pairs[:, 1]], np.stack([one, two], axis=1)])
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
    "int32[:, ::1](int64[::1], int32[::1], int64[::1], uint32[::1], int32[::1], int64[::1], boolean[::1], int64,"
    " int64, int64, int64)",
    cache=True,
    nogil=True,
)
def _pairs(
    page_start: Any, group: Any, start: Any, place: Any, page: Any, hub: Any, quoted: Any, cap: int, spread: int,
    quote_spread: int, near: int,
) -> Any:  # fmt: skip
    """Page by page, gather what the places of its shingles have in common with later pages, and test it.

    A shingle in more than `cap` places links them all to the one on the longest page: a star around the best witness,
    linear in pages.
    """
    pages = len(page_start) - 1
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
        for word in range(page_start[one], page_start[one + 1]):
            at = group[word]
            if at < 0:
                continue
            own, high = cursor[at], start[at + 1]
            cursor[at] += 1
            wide = high - start[at] > cap
            if nodes + high - own > room:
                room = 2 * (nodes + high - own)
                place_x, place_y, after = _more(place_x, room), _more(place_y, room), _more(after, room)
            k = hub[at] if wide and own < hub[at] else own + 1
            last = high if not wide or own == hub[at] else hub[at] + 1  # of a wide group, the hub alone
            while k < last:
                two = page[k]
                place_x[nodes], place_y[nodes], after[nodes] = word, place[k], -1
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
