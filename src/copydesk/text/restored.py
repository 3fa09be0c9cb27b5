"""The text of a page as it was before a machine swapped words, with every place led back to the page."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.provenance import Substitution


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its swapped words put back.

    `text` is what to read. `cuts` holds, for each swapped place in order, (begin, end) in `text` and (begin, end)
    on the page; between them both texts are the same. Code points, half-open.
    """

    text: str
    cuts: tuple[tuple[int, int, int, int], ...] = ()

    def on_page(self, begin: int, end: int) -> tuple[int, int]:
        """Where `text[begin:end]` stands on the page. A swapped place that it touches is taken whole."""
        if not self.cuts:
            return begin, end
        first = self._lead_back(begin, bisect.bisect_right(self.cuts, begin, key=_begin), after=False)
        return first, max(first, self._lead_back(end, bisect.bisect_left(self.cuts, end, key=_begin), after=True))

    def _lead_back(self, at: int, cut: int, *, after: bool) -> int:
        """The page's place of `at`, with `cut` cuts before it; inside the last of them its end or begin."""
        if not cut:
            return at
        _, end, page_begin, page_end = self.cuts[cut - 1]
        if at >= end:
            return page_end + at - end
        return page_end if after else page_begin

    def of_page(self, begin: int, end: int) -> tuple[int, int]:
        """Where the page's `[begin:end]` stands in `text`. A swapped place that it touches is taken whole."""
        first = self._lead_on(begin, bisect.bisect_right(self.cuts, begin, key=_page_begin), after=False)
        return first, max(first, self._lead_on(end, bisect.bisect_left(self.cuts, end, key=_page_begin), after=True))

    def _lead_on(self, at: int, cut: int, *, after: bool) -> int:
        """The text's place of the page's `at`, with `cut` cuts before it."""
        if not cut:
            return at
        begin, end, _, page_end = self.cuts[cut - 1]
        if at >= page_end:
            return end + at - page_end
        return end if after else begin


def _page_begin(cut: tuple[int, int, int, int]) -> int:
    return cut[2]


def _begin(cut: tuple[int, int, int, int]) -> int:
    return cut[0]


def restored_text(text: str, swaps: Sequence[Substitution], *, confidence: float = 0.0) -> Restored:
    """A page's text with the `restored` words of its substitutions (ascending by begin) in place of the swapped ones.

    Substitutions below `confidence`, and those that overlap one before them, are left as they stand.
    """
    pieces: list[str] = []
    cuts: list[tuple[int, int, int, int]] = []
    done = length = 0
    for swap in swaps:
        if swap.begin < done or swap.confidence < confidence:
            continue
        begin = length + swap.begin - done
        pieces += (text[done : swap.begin], swap.restored)
        length = begin + len(swap.restored)
        cuts.append((begin, length, swap.begin, swap.end))
        done = swap.end
    return Restored("".join((*pieces, text[done:])), tuple(cuts))
