"""A page against itself: matches are cut to two places, or dropped."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.reuse.judge import Matches
from copydesk.reuse.repeated import with_two_places

Span = tuple[int, int, int, int]


def matches(*rows: tuple[int, int, Span, list[tuple[int, int]]]) -> Matches:
    return Matches(
        np.array([row[:2] for row in rows], np.int32),
        np.array([row[2] for row in rows], np.int64),
        np.ones(len(rows), np.float32),
        np.zeros(len(rows), np.bool_),
        np.cumsum([0, *(len(row[3]) for row in rows)]).astype(np.int64),
        np.array([pair for row in rows for pair in row[3]], np.int64).reshape(-1, 2),
    )


@pytest.mark.parametrize(
    ("span", "words", "left"),
    [
        ((0, 5, 5, 10), [(0, 5), (4, 9)], (0, 5, 5, 10)),
        ((0, 10, 0, 10), [(1, 6), (3, 8)], (1, 4, 6, 9)),
        ((0, 10, 2, 12), [(0, 4), (6, 10)], None),
        ((3, 6, 3, 6), [(3, 3), (5, 5)], None),
    ],
)
def test_spans_that_meet_are_cut_to_their_words(span: Span, words: list[tuple[int, int]], left: Span | None) -> None:
    other = (0, 1, (0, 9, 0, 9), [(0, 0), (8, 8)])
    found = with_two_places(matches(other, (1, 1, span, words), other))
    assert found.spans.tolist() == [list(row) for row in (other[2], left, other[2]) if row]
    assert found.words[found.start[-2] : found.start[-1]].tolist() == [[0, 0], [8, 8]]
    assert len(found.words) == found.start[-1] == 4 + (len(words) if left else 0)
