"""Which words of a whole text stand between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.text.marks import find_marks, quoted
from copydesk.text.paragraphs import paragraphs


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """Spans between quotation marks (code points, without the marks), in order, not nested, each of one paragraph."""
    marks = find_marks(text)
    places = sorted([*(first for first, _ in marks.doubles), *marks.singles])
    if not places:
        return []
    return [(part.begin, part.end) for part in quoted(text, _paragraphs_around(text, places), marks)]


def _paragraphs_around(text: str, places: Sequence[int]) -> list[tuple[int, int]]:
    """The paragraphs around some places of a text, ascending: to cut all of it takes longer than to read the marks.

    Between two that do not follow each other stands an empty one, so that neither goes on in the other.
    """
    found: list[tuple[int, int]] = []
    done = 0
    for at in places:
        if at < done:
            continue
        begin, end = text.rfind("\n\n", done, at), text.find("\n\n", at)
        begin, end = done if begin < 0 else begin + 2, len(text) if end < 0 else end
        if found and not text[done:begin].isspace():
            found.append((done, done))
        block = text[begin:end]
        if len(block.splitlines()) > 1:
            found += paragraphs(text, begin, end)
        else:
            first = begin + len(block) - len(block.lstrip())
            found.append((first, first + len(block.strip())))
        done = end
    return found


def quoted_words(text: str, begins: NDArray[np.int32]) -> NDArray[np.bool_]:
    """For words that begin at `begins` (ascending): whether each is inside a quotation. bool[len(begins)]."""
    spans = quotation_spans(text)
    if not spans:
        return np.zeros(len(begins), dtype=np.bool_)
    edges = np.array(spans, dtype=np.int32).reshape(-1)
    return np.asarray(np.searchsorted(edges, begins, side="right") % 2 == 1)
