"""Rows by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.by_page import ByPage
from copydesk.model.packed import Packed
from copydesk.model.page import Label, Segment

Held = Callable[[Sequence[Segment]], Sequence[Segment]]


def _packed(rows: Sequence[Segment]) -> Sequence[Segment]:
    return Packed(Segment, rows)


@pytest.mark.parametrize("held", [tuple, _packed])
@given(st.lists(st.sampled_from("abc"), max_size=9))
def test_each_page_has_its_rows_in_their_order(
    held: Callable[[Sequence[Segment]], Sequence[Segment]], ids: list[str]
) -> None:
    rows = [Segment(page_id, n, n + 1, Label.BODY) for n, page_id in enumerate(sorted(ids))]
    found = ByPage(held(rows))
    assert set(found) == set(ids)
    assert len(found) == len(set(ids))
    for page_id in "abc":
        assert list(found[page_id]) == [row for row in rows if row.page_id == page_id]
        assert (page_id in found) == (page_id in ids)


def test_rows_of_one_page_in_two_places_are_refused() -> None:
    rows = [Segment(page_id, 0, 1, Label.BODY) for page_id in "aba"]
    with pytest.raises(ValueError, match="page a stand in several places"):
        ByPage(rows)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_packed_rows_may_be_asked_for_in_any_order(asked: list[int]) -> None:
    rows = [Segment(f"p{n:02}", at, at + 1, Label.BODY) for n in range(30) for at in range(n * 41 % 300)]
    of_objects, of_columns = ByPage(rows), ByPage(Packed(Segment, rows))
    for number in asked:
        assert tuple(of_columns[f"p{number:02}"]) == tuple(of_objects[f"p{number:02}"])
