"""Where quotation marks open and close. Unclosed and stray marks never run away over the page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OPENING, CLOSING, EITHER = "“„«‟", "”»", '"'
_MARKS = set(OPENING + CLOSING + EITHER)
MAX_QUOTATION = 1_500
"""Code points of a quotation at most; a mark without its closing one within that is taken as stray."""


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """Spans between quotation marks (code points, without the marks), in order, not nested.

    A quotation ends at its closing mark, at the opening mark of the next paragraph's continued quotation, or,
    where neither comes, at the end of its paragraph.
    """
    spans: list[tuple[int, int]] = []
    opened = -1
    for at in _mark_places(text):
        char = text[at]
        if opened >= 0 and at - opened > MAX_QUOTATION:
            opened = -1
        if opened < 0:
            if char in OPENING or (char in EITHER and _opens(text, at)):
                opened = at + 1
            continue
        paragraph = text.find("\n", opened, at)
        if char in CLOSING or (char in EITHER and paragraph < 0):
            spans.append((opened, at if paragraph < 0 or char in CLOSING else paragraph))
            opened = -1
        elif char in OPENING or paragraph >= 0:
            if paragraph >= 0:
                spans.append((opened, paragraph))
            opened = at + 1
    if opened >= 0:
        paragraph = text.find("\n", opened)
        end = paragraph if paragraph >= 0 else len(text)
        if end - opened <= MAX_QUOTATION:
            spans.append((opened, end))
    return [(begin, end) for begin, end in spans if end > begin]


def _mark_places(text: str) -> list[int]:
    places: list[int] = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    places.sort()
    return places


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a word follows it and none stands before it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def quoted_words(text: str, begins: NDArray[np.int32]) -> NDArray[np.bool_]:
    """For words that begin at `begins` (ascending): whether each is inside a quotation. bool[len(begins)]."""
    spans = quotation_spans(text)
    if not spans:
        return np.zeros(len(begins), dtype=np.bool_)
    edges = np.array(spans, dtype=np.int32).reshape(-1)
    return np.asarray(np.searchsorted(edges, begins, side="right") % 2 == 1)
