"""The opening of a page: its headline and the first sentences of its body, where news says what is new."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.by_page import ByPage
from copydesk.model.page import Label, Page, Segment
from copydesk.text.sentences import sentences

Span = tuple[int, int]

_WINDOW = 2_000
"""Code points of a segment that are cut into sentences for an opening: page text is hostile, and three sentences of
news have 300 to 700."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Places on a page: its headline, null where it has none, and the first whole sentences of its body, in order."""

    headline: Span | None
    sentences: tuple[Span, ...]

    def at(self, place: int) -> int | None:
        """In which sentence a place stands, counted from 0; the headline is -1; null for none of them."""
        if self.headline is not None and self.headline[0] <= place < self.headline[1]:
            return -1
        return next((n for n, (begin, end) in enumerate(self.sentences) if begin <= place < end), None)


_KEPT = 1_000
"""Openings that are kept once they have been asked for: those of a story are asked for together, several times."""
_NONE = (-1, -1)


class Openings:
    """The openings of pages, as columns: those of 200,000 pages take 6 MB."""

    def __init__(self, pages: Sequence[Page], segments: ByPage[Segment], count: int) -> None:
        """Read the openings of all `pages`, in the order in which `segments` has them: to make the segments of one
        page after another in that of stories took three times as long where they are packed.

        `count` is how many sentences an opening has.
        """
        self._number = {page.page_id: number for number, page in enumerate(pages)}
        self._width = 2 * (1 + count)
        self._edges = array("i")
        self._found: dict[str, Opening] = {}
        for page in pages:
            read = _opening(page, segments[page.page_id], count)
            spans = (read.headline or _NONE, *read.sentences, *(_NONE,) * (count - len(read.sentences)))
            self._edges.extend(itertools.chain.from_iterable(spans))

    def of(self, page_id: str) -> Opening:
        """The opening of a page."""
        found = self._found.get(page_id)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            at = self._number[page_id] * self._width
            edges = self._edges[at : at + self._width]
            headline, *told = zip(edges[::2], edges[1::2], strict=True)
            kept = tuple(span for span in told if span != _NONE)
            found = self._found[page_id] = Opening(None if headline == _NONE else headline, kept)
        return found


def _opening(page: Page, parts: Sequence[Segment], count: int) -> Opening:
    headline = next((part for part in parts if part.label is Label.HEADLINE), None)
    found: list[Span] = []
    for part in parts:
        if len(found) >= count:
            break
        if part.label is Label.BODY:
            stop = min(part.end, part.begin + _WINDOW)
            cut = sentences(page.text, part.begin, stop, page.language or "en")
            found += [span for span in cut if span[1] < stop or stop == part.end]
    return Opening(None if headline is None else _stripped(page.text, headline), tuple(found[:count]))


def _stripped(text: str, part: Segment) -> Span | None:
    """The span without white space at its ends, null where nothing is left."""
    words = text[part.begin : part.end]
    begin = part.begin + len(words) - len(words.lstrip())
    return (begin, begin + len(words.strip())) if words.strip() else None
