"""Accepted matches as rows of the `alignments` table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Match
from copydesk.reuse.settings import ReuseSettings


def alignment_rows(
    matches: Sequence[Match], pages: Sequence[Page], columns: Columns, settings: ReuseSettings
) -> tuple[Alignment, ...]:
    """One row a match, ordered by (a_page, b_page, a_begin, b_begin, a_end, b_end)."""
    rows = {_row(match, pages, columns, settings) for match in matches}
    return tuple(sorted(rows, key=lambda r: (r.a_page, r.b_page, r.a_begin, r.b_begin, r.a_end, r.b_end)))


def _row(match: Match, pages: Sequence[Page], columns: Columns, settings: ReuseSettings) -> Alignment:
    a_begin, a_end = _span(match.a_page, match.a_first, match.a_last, columns)
    b_begin, b_end = _span(match.b_page, match.b_first, match.b_last, columns)
    exact = int((columns.word[match.a_words] == columns.word[match.b_words]).sum())
    words = match.a_last - match.a_first + match.b_last - match.b_first
    similarity = min(1.0, 2 * exact / words)
    return Alignment(
        a_page=pages[match.a_page].page_id,
        a_begin=a_begin,
        a_end=a_end,
        b_page=pages[match.b_page].page_id,
        b_begin=b_begin,
        b_end=b_end,
        kind=_kind(match, similarity, columns, settings),
        similarity=round(similarity, 4),
        better_wording=None,
    )


def _span(page: int, first: int, last: int, columns: Columns) -> tuple[int, int]:
    """Code points of the words [first, last), out to the marks at the edge of a sentence that is taken whole."""
    begin, end = int(columns.begin[first]), int(columns.end[last - 1])
    base = int(columns.sentence_start[page])
    if first == columns.start[page] or columns.sentence[first - 1] != columns.sentence[first]:
        begin = min(begin, int(columns.sentence_begin[base + columns.sentence[first]]))
    if last == columns.start[page + 1] or columns.sentence[last] != columns.sentence[last - 1]:
        end = max(end, int(columns.sentence_end[base + columns.sentence[last - 1]]))
    return begin, end


def _kind(match: Match, similarity: float, columns: Columns, settings: ReuseSettings) -> Kind:
    if match.shared_quote:
        return Kind.SHARED_QUOTE
    if similarity >= settings.verbatim:
        return Kind.VERBATIM
    return Kind.SPUN if _reworded(match, columns) >= settings.reworded else Kind.EDITED


def _reworded(match: Match, columns: Columns) -> float:
    """Share of the words that have another word in their place; words left out or put in do not count."""
    a = np.concatenate([[match.a_first - 1], match.a_words, [match.a_last]])
    b = np.concatenate([[match.b_first - 1], match.b_words, [match.b_last]])
    gaps = np.minimum(a[1:] - a[:-1], b[1:] - b[:-1]) - 1
    swapped = int((columns.word[match.a_words] != columns.word[match.b_words]).sum())
    words = int(min(a[-1] - a[0], b[-1] - b[0])) - 1
    return (int(np.maximum(gaps, 0).sum()) + swapped) / max(words, 1)
