"""Accepted matches as rows of the `alignments` table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Matches
from copydesk.reuse.settings import ReuseSettings


def alignment_rows(
    matches: Matches, pages: Sequence[Page], columns: Columns, settings: ReuseSettings
) -> tuple[Alignment, ...]:
    """One row a match, ordered by (a_page, b_page, a_begin, b_begin, a_end, b_end)."""
    if not len(matches):
        return ()
    spans = np.concatenate([_spans(matches, side, columns) for side in (0, 1)], axis=1).tolist()
    similarity, reworded = _measures(matches, columns)
    names = [pages[number].page_id for number in columns.page.tolist()]
    rows = {
        Alignment(names[a], a_begin, a_end, names[b], b_begin, b_end, _kind(quote, same, new, settings), same, None)
        for (a, b), (a_begin, a_end, b_begin, b_end), quote, same, new in zip(
            matches.pages.tolist(),
            spans,
            matches.shared_quote.tolist(),
            similarity.round(4).tolist(),
            reworded.tolist(),
            strict=True,
        )
    }
    return tuple(sorted(rows, key=lambda r: (r.a_page, r.b_page, r.a_begin, r.b_begin, r.a_end, r.b_end)))


def _kind(shared_quote: bool, similarity: float, reworded: float, settings: ReuseSettings) -> Kind:
    if shared_quote:
        return Kind.SHARED_QUOTE
    if similarity >= settings.verbatim:
        return Kind.VERBATIM
    return Kind.SPUN if reworded >= settings.reworded else Kind.EDITED


def _spans(matches: Matches, side: int, columns: Columns) -> NDArray[np.int64]:
    """Code points of one side, int64[n, 2], out to the marks at the edges of sentences that are taken whole."""
    page = matches.pages[:, side]
    first, last = matches.spans[:, 2 * side], matches.spans[:, 2 * side + 1]
    base = columns.sentence_start[page]
    opens = (first == columns.start[page]) | (columns.sentence[first - 1] != columns.sentence[first])
    following = np.minimum(last, len(columns.sentence) - 1)
    closes = (last == columns.start[page + 1]) | (columns.sentence[following] != columns.sentence[last - 1])
    begin = np.where(opens, columns.sentence_begin[base + columns.sentence[first]], columns.begin[first])
    end = np.where(closes, columns.sentence_end[base + columns.sentence[last - 1]], columns.end[last - 1])
    return np.stack([begin, end], axis=1).astype(np.int64)


def _measures(matches: Matches, columns: Columns) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Similarity, and share of words with another word in their place; words left out or put in are no rewording."""
    row = np.repeat(np.arange(len(matches)), np.diff(matches.start))
    a, b = matches.words[:, 0], matches.words[:, 1]
    same = columns.word[a] == columns.word[b]
    exact = np.bincount(row, weights=same, minlength=len(matches))
    sizes = np.stack([matches.spans[:, 1] - matches.spans[:, 0], matches.spans[:, 3] - matches.spans[:, 2]], axis=1)
    similarity = np.minimum(1.0, 2 * exact / sizes.sum(axis=1))
    inside = row[1:] == row[:-1]
    gaps = np.where(inside, np.minimum(a[1:] - a[:-1], b[1:] - b[:-1]) - 1, 0)
    changed = np.bincount(row[1:], weights=np.maximum(gaps, 0), minlength=len(matches))
    head, tail = matches.start[:-1], matches.start[1:] - 1
    changed += np.maximum(np.minimum(a[head] - matches.spans[:, 0], b[head] - matches.spans[:, 2]), 0)
    changed += np.maximum(np.minimum(matches.spans[:, 1] - a[tail], matches.spans[:, 3] - b[tail]) - 1, 0)
    changed += np.bincount(row, weights=~same, minlength=len(matches))
    return similarity, changed / np.maximum(sizes.min(axis=1), 1)
