"""Alignments by the pages that they lie on, packed or not."""

from __future__ import annotations

import pytest

from copydesk.model.aligned import between, on_either_side, touching
from copydesk.model.packed import packed
from copydesk.model.reuse import Alignment, Kind

ROWS = [Alignment(a, 0, 9, b, 3, 12, Kind.EDITED, 0.9, None) for a, b in ("ab", "ac", "bc", "cd", "dd")]


@pytest.mark.parametrize("few", [0, 100])
def test_the_rows_of_some_pages(few: int) -> None:
    rows = packed(Alignment, ROWS, few=few)
    assert list(touching(rows, {"a", "d"})) == [ROWS[0], ROWS[1], ROWS[3], ROWS[4]]
    assert list(between(rows, {"b", "c", "d"})) == ROWS[2:]
    assert on_either_side(rows, {"d"}).tolist() == [False, False, False, True, True]
    assert list(touching(rows, ())) == list(between(rows, ())) == []
