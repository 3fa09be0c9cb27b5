"""Which pairs of pages are worth aligning: those with rare shingles in common, in more than one place."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.settings import ReuseSettings


def candidate_pairs(
    columns: Columns, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> NDArray[np.int32]:
    """Pairs of pages, the lower first, that share shingles in two places near each other or one long run.

    int32[n, 2], sorted. `classes` int32[V] maps each word id to the class of words it may be reworded to (itself,
    at first). A page that repeats a shingle is a candidate with itself.

    A set phrase gives a pair of pages many shingles in common, but all in one place; a reworded paragraph gives
    few, but along its length. So places are counted, not shingles.
    """
    place, code = _shingles(columns, classes, weights, settings)
    order = np.argsort(code, kind="stable")
    place, code = place[order], code[order]
    page = np.searchsorted(columns.start, place, side="right").astype(np.int32) - 1
    anchors = _anchors(place, page, code, settings.shingle_pages)
    anchors = anchors[np.lexsort((anchors[:, 2], anchors[:, 1], anchors[:, 0]))]
    keys = _spread(anchors, columns.quoted, settings.spread, settings.quote_spread, settings.near)
    return np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1).astype(np.int32)


def _shingles(
    columns: Columns, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Place (of the first word) and hash of every shingle that is heavy enough and stands within one page."""
    size, total = settings.shingle, len(columns.word)
    if total < size:
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    mapped = classes[columns.word]
    codes = columns.hashes[mapped]
    count = total - size + 1
    code = np.zeros(count, np.uint64)
    weight = np.zeros(count, np.float32)
    for offset in range(size):
        code = (code * np.uint64(0x9E3779B97F4A7C15)) ^ codes[offset : offset + count]
        code ^= code >> np.uint64(31)
        weight += weights[mapped[offset : offset + count]]
    page = np.repeat(np.arange(columns.pages, dtype=np.int32), np.diff(columns.start))
    place = np.flatnonzero((page[:count] == page[size - 1 :]) & (weight >= settings.shingle_weight))
    return place, code[place]


@numba.njit(
    "(int64[::1], int32[::1], uint64[::1], int64)",
    cache=True,
    nogil=True,
)
def _anchors(place: Any, page: Any, code: Any, cap: int) -> Any:
    """Pairs of places with one shingle: int64[n, 3] of (page pair key, place in the lower page, in the upper).

    A shingle in more than `cap` places links each place to the next only: a chain of witnesses, linear in pages.
    """
    rows = np.empty((1 << 16, 3), np.int64)
    count, first = 0, 0
    while first < len(code):
        last = first + 1
        while last < len(code) and code[last] == code[first]:
            last += 1
        wide = last - first > cap
        for x in range(first, last - 1):
            for y in range(x + 1, min(x + 2, last) if wide else last):
                if count == len(rows):
                    rows = np.concatenate((rows, np.empty_like(rows)))
                rows[count, 0] = (np.int64(page[x]) << 32) | np.int64(page[y])
                rows[count, 1], rows[count, 2] = place[x], place[y]
                count += 1
        first = last
    return rows[:count]


@numba.njit(
    "(int64[:, ::1], boolean[::1], int64, int64, int64)",
    cache=True,
    nogil=True,
)
def _spread(anchors: Any, quoted: Any, spread: int, quote_spread: int, near: int) -> Any:
    """Keys of the pairs with two anchors at least `spread` and at most `near` words apart on both sides, in order.

    `anchors` are sorted by key and place; a long run has such anchors at its ends. Between quotation marks on both
    sides, `quote_spread` words are enough.
    """
    keys = np.empty(1024, np.int64)
    count, first = 0, 0
    while first < len(anchors):
        key, last = anchors[first, 0], first
        found = False
        while last < len(anchors) and anchors[last, 0] == key:
            back = last - 1
            while not found and back >= first and anchors[last, 1] - anchors[back, 1] <= near:
                one, other = anchors[last, 1], anchors[last, 2]
                over = other - anchors[back, 2]
                least = quote_spread if quoted[one] and quoted[other] else spread
                if one - anchors[back, 1] >= least and least <= over <= near:
                    found = True
                back -= 1
            last += 1
        if found:
            if count == len(keys):
                keys = np.concatenate((keys, np.empty_like(keys)))
            keys[count] = key
            count += 1
        first = last
    return keys[:count]
