"""Places led from a page to its restored text and back, to the word."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from copydesk.text.restored import Restored


def in_restored(restored: Restored, at: int) -> int:
    """Where a place of the page stands in its restored text; inside a swapped place, behind it."""
    cut = bisect.bisect_left(restored.cuts, at, key=_page_begin)
    if not cut:
        return at
    _, end, _, page_end = restored.cuts[cut - 1]
    return end + max(at - page_end, 0)


def on_page(restored: Restored, page: str, begin: int, end: int) -> tuple[int, int]:
    """Where `restored.text[begin:end]` stands on the page, code points.

    A swapped place that it covers in part is not taken whole: of `officers Monday, as` for `officials on Monday, as`
    the same number of words is taken, counted from the left.
    """
    first, last = restored.on_page(begin, end)
    cuts = restored.cuts
    opening = bisect.bisect_right(cuts, begin, key=_begin) - 1
    if opening >= 0 and cuts[opening][0] < begin < cuts[opening][1]:
        cut_begin, _, page_begin, page_end = cuts[opening]
        first = _behind_words(page, page_begin, page_end, len(restored.text[cut_begin:begin].split()))
    closing = bisect.bisect_left(cuts, end, key=_begin) - 1
    if closing >= 0 and cuts[closing][0] < end < cuts[closing][1]:
        cut_begin, _, page_begin, page_end = cuts[closing]
        last = _end_of_words(page, page_begin, page_end, len(restored.text[cut_begin:end].split()))
    if first >= last:
        return restored.on_page(begin, end)
    return first, last


Offsets = NDArray[np.int32]


def on_pages(
    restored: Sequence[Restored], pages: Sequence[str], page: NDArray[np.int64], begin: Offsets, end: Offsets
) -> tuple[Offsets, Offsets]:
    """What `on_page` says of each place, of which `page` is the number of its page, ascending.

    Most stand clear of every swapped place, and are only shifted; what touches one is asked by itself.
    """
    base = np.cumsum([0, *(len(one.text) + 1 for one in restored)], dtype=np.int64)
    found = [
        (start + cut[0], start + cut[1], cut[3] - cut[1], number)
        for number, (start, one) in enumerate(zip(base.tolist(), restored, strict=False))
        for cut in one.cuts
    ]
    if not found:
        return begin, end
    cuts = np.array(found, np.int64)
    first, clear = _shifted(cuts, page, base[page] + begin, side="right")
    last, clear_too = _shifted(cuts, page, base[page] + end, side="left")
    first, last = first - base[page], last - base[page]
    for at in np.flatnonzero(~(clear & clear_too & (first < last))).tolist():
        own = page[at]
        first[at], last[at] = on_page(restored[own], pages[own], int(begin[at]), int(end[at]))
    return first.astype(np.int32), last.astype(np.int32)


def _shifted(
    cuts: NDArray[np.int64], page: NDArray[np.int64], at: NDArray[np.int64], side: Literal["left", "right"]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Places moved by as much as the swapped place before each moves what follows; which ones are behind it."""
    before = np.searchsorted(cuts[:, 0], at, side=side) - 1
    own = (before >= 0) & (cuts[before, 3] == page)
    return at + np.where(own, cuts[before, 2], 0), np.asarray(~own | (at >= cuts[before, 1]))


def _behind_words(page: str, begin: int, end: int, count: int) -> int:
    """Where the word number `count` of `page[begin:end]` begins; the last word where there are fewer."""
    at = begin
    for word in page[begin:end].split()[: count + 1]:
        at = page.index(word, at)
        if count:
            at, count = at + len(word), count - 1
            continue
        return at
    return begin


def _end_of_words(page: str, begin: int, end: int, count: int) -> int:
    """Where the first `count` words of `page[begin:end]` end; its end where there are no more."""
    parts = page[begin:end].split()
    if count >= len(parts):
        return end
    at = begin
    for word in parts[:count]:
        at = page.index(word, at) + len(word)
    return at


def _begin(cut: tuple[int, int, int, int]) -> int:
    return cut[0]


def _page_begin(cut: tuple[int, int, int, int]) -> int:
    return cut[2]
