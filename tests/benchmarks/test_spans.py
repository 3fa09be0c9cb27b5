"""Spans and what they have in common."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.spans import Span, covered, length, overlap, union
from hypothesis import given
from hypothesis import strategies as st

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda at: (at[0], at[0] + at[1]))


def test_overlap_of_spans_that_lie_apart_is_minus_the_gap() -> None:
    assert overlap((0, 10), (4, 20)) == 6
    assert overlap((0, 10), (13, 20)) == -3


@given(st.lists(spans, max_size=6))
def test_union_has_the_same_characters_in_fewest_spans(many: list[Span]) -> None:
    whole = union(many)
    assert {at for span in whole for at in range(*span)} == {at for span in many for at in range(*span)}
    assert all(left[1] < right[0] for left, right in pairwise(whole))
    assert length(many) == len({at for span in many for at in range(*span)})


@given(spans, st.lists(spans, max_size=6))
def test_covered_counts_each_character_once(span: Span, many: list[Span]) -> None:
    assert covered(span, many) == len(set(range(*span)) & {at for other in many for at in range(*other)})
