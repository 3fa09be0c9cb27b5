"""Accepted matches as rows of the `alignments` table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed import from_columns
from copydesk.model.packed_columns import Pool
from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Matches
from copydesk.reuse.settings import ReuseSettings

KINDS = (Kind.VERBATIM, Kind.EDITED, Kind.SPUN, Kind.SHARED_QUOTE)
QUOTE = KINDS.index(Kind.SHARED_QUOTE)


@dataclass(frozen=True, slots=True)
class Rows:
    """Alignments as arrays of length n, distinct, ordered by pages and places.

    `places` int64[n, 6]: page of a, page of b (numbers in the pile), begin and end in a, in b; code points. `kind`
    int8[n], places in KINDS; `similarity` float64[n].
    """

    places: NDArray[np.int64]
    kind: NDArray[np.int8]
    similarity: NDArray[np.float64]


def measured_rows(matches: Matches, columns: Columns, settings: ReuseSettings) -> Rows:
    """One row a match, in the order given; two matches may give equal rows."""
    if not len(matches):
        return Rows(np.empty((0, 6), np.int64), np.empty(0, np.int8), np.empty(0, np.float64))
    spans = [_spans(matches, side, columns) for side in (0, 1)]
    similarity, reworded = _measures(matches, columns)
    similarity = similarity.round(4)
    kind = np.where(reworded >= settings.reworded, KINDS.index(Kind.SPUN), KINDS.index(Kind.EDITED))
    kind[similarity >= settings.verbatim] = KINDS.index(Kind.VERBATIM)
    kind[matches.shared_quote] = QUOTE
    return Rows(np.concatenate([columns.page[matches.pages], *spans], axis=1), kind.astype(np.int8), similarity)


def joined_rows(parts: Sequence[Rows]) -> Rows:
    """All rows in their order, without repeats."""
    places = np.concatenate([np.empty((0, 6), np.int64), *(part.places for part in parts)])
    kind = np.concatenate([np.empty(0, np.int8), *(part.kind for part in parts)])
    similarity = np.concatenate([np.empty(0, np.float64), *(part.similarity for part in parts)])
    a, b, a_begin, a_end, b_begin, b_end = places.T
    order = np.lexsort((similarity, kind, a_end << 32 | b_end, a_begin << 32 | b_begin, a << 32 | b))
    places, kind, similarity = places[order], kind[order], similarity[order]
    fresh = np.ones(len(places), dtype=np.bool_)
    fresh[1:] = (
        (places[1:] != places[:-1]).any(axis=1) | (kind[1:] != kind[:-1]) | (similarity[1:] != similarity[:-1])
    )
    return Rows(places[fresh], kind[fresh], similarity[fresh])


def alignment_rows(rows: Rows, pages: Sequence[Page]) -> Sequence[Alignment]:
    """The rows with their pages' ids. The pages are in the order of these, so the rows stay in their order."""
    names = [page.page_id for page in pages]
    a, b, *edges = rows.places.T
    return from_columns(
        Alignment,
        {
            "a_page": Pool(names, a),
            "b_page": Pool(names, b),
            **dict(zip(("a_begin", "a_end", "b_begin", "b_end"), edges, strict=True)),
            "kind": Pool(KINDS, rows.kind),
            "similarity": rows.similarity,
            "better_wording": Pool([None], np.zeros(len(rows.kind), np.int32)),
        },
    )


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
