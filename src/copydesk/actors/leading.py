"""Places led from a page to its restored text and back, to the word."""

from __future__ import annotations

import bisect

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
