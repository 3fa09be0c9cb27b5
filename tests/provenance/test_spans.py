"""Sets of spans."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.provenance.spans import merge_all, merge_spans, subtract_spans

_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1])), max_size=6)


def places(spans: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> set[int]:
    return {at for begin, end in spans for at in range(begin, end)}


def test_merging_spans() -> None:
    assert merge_spans([(5, 9), (0, 3), (8, 12), (3, 4)]) == ((0, 4), (5, 12))
    assert merge_spans([]) == ()


@given(st.lists(_SPANS, max_size=4))
def test_many_groups_are_merged_as_each_is_alone(groups: list[list[tuple[int, int]]]) -> None:
    rows = [(group, *span) for group, spans in enumerate(groups) for span in spans]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    assert list(merge_all(len(groups), *columns)) == [merge_spans(spans) for spans in groups]


@given(_SPANS, _SPANS)
def test_what_is_left_is_what_no_hole_takes(spans: list[tuple[int, int]], holes: list[tuple[int, int]]) -> None:
    merged = merge_spans(spans)
    assert places(merged) == places(spans)
    assert places(subtract_spans(merged, merge_spans(holes))) == places(spans) - places(holes)
