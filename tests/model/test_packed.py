"""Packed rows are the rows that were given."""

from __future__ import annotations

import dataclasses
import itertools
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.packed import Packed, among, changed, column, from_columns, packed, runs, where
from copydesk.model.packed_columns import Pool
from copydesk.model.page import Label, Segment
from copydesk.model.pile import Pile
from copydesk.model.provenance import Evidence, Lineage, Relation
from copydesk.model.quote import QuoteMention
from copydesk.model.reuse import Alignment, Kind
from copydesk.model.tables import TABLES

Columns = dict[str, Pool | NDArray[Any]]
ROWS = [TABLES[name].row for name in TABLES]


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(hint) is tuple:
        return st.lists(_values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return st.builds(hint, **{name: _values(of) for name, of in typing.get_type_hints(hint).items()})
    kinds = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    of_kind: dict[Any, st.SearchStrategy[Any]] = {
        int: st.integers(-(1 << 62), 1 << 62),
        float: st.floats(allow_nan=False),
    }
    return st.one_of([of_kind[kind] if kind in of_kind else st.from_type(kind) for kind in kinds])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.__name__))
@given(st.data())
def test_every_table_can_be_packed(row: type[Any], data: st.DataObject) -> None:
    values = {name: _values(hint) for name, hint in typing.get_type_hints(row).items()}
    rows = data.draw(st.lists(st.builds(row, **values), max_size=4))
    found = Packed(row, rows)
    assert list(found) == rows
    assert [found[at] for at in range(len(rows))] == rows
    assert list(found[::-2]) == rows[::-2]
    assert list(found[-2:]) == rows[-2:]


def test_nulls_enumerations_and_lists_come_back() -> None:
    lineage = Lineage("p", None, "o", Relation.COPY_OF, 0.5, 1.0, (Evidence("p", 0, 3, "why"),))
    assert list(Packed(Lineage, [lineage, lineage])) == [lineage, lineage]
    dated = DateCandidate("p", None, None, "url", None, Verdict.WON, None, None, None, 7)
    (found,) = Packed(DateCandidate, [dated])
    assert found == dated
    assert found.verdict is Verdict.WON


def test_slices_and_columns() -> None:
    rows = [Segment(f"p{n}", n, n + 1, Label.BODY) for n in range(5)]
    found = Packed(Segment, rows)
    assert found[1:3] == tuple(rows[1:3])
    assert found[-1] == rows[-1]
    assert list(found.values("begin")) == [0, 1, 2, 3, 4]
    assert found.index(rows[2]) == 2
    with pytest.raises(IndexError):
        found[5]


@pytest.mark.parametrize("pack", [tuple, lambda rows: Packed(Segment, rows)], ids=["tuple", "packed"])
def test_columns_and_chosen_rows_of_any_table(pack: Callable[[list[Segment]], Sequence[Segment]]) -> None:
    rows = [Segment(f"p{n}", n, n + 1, Label.BODY) for n in range(5)]
    assert list(column(pack(rows), "end")) == [1, 2, 3, 4, 5]
    assert list(where(pack(rows), np.arange(5) % 2 == 1)) == [rows[1], rows[3]]
    assert among(pack(rows), "page_id", {"p0", "p4", "p9"}).tolist() == [True, False, False, False, True]
    assert among(pack(rows), "label", {Label.AD}).tolist() == [False] * 5


def test_chosen_rows_have_their_nulls_and_lists() -> None:
    shown = (Evidence("p", 0, 4, "named"), Evidence("p", 9, 12, "named"))
    rows = [
        Lineage("p", parent, "o", Relation.DRAWS_ON, share, 0.5, evidence)
        for parent, share, evidence in ((None, 0.0, shown), ("q", 1.0, ()), ("r", 0.25, shown[1:]))
    ]
    held = Packed(Lineage, rows)
    for wanted in itertools.product((False, True), repeat=3):
        assert list(where(held, np.array(wanted))) == list(itertools.compress(rows, wanted))
    assert held.among("parent_page", {None, "r"}).tolist() == [True, False, True]
    with pytest.raises(TypeError, match="share is no column of text"):
        held.among("share", {1.0})


def test_runs_of_equal_values_are_counted() -> None:
    rows = [Segment(page_id, 0, 1, Label.BODY) for page_id in "aabccca"]
    for held in (rows, Packed(Segment, rows)):
        assert list(runs(held, "page_id")) == [("a", 2), ("b", 1), ("c", 3), ("a", 1)]
        assert list(runs(held[:0], "page_id")) == []
    with pytest.raises(TypeError, match="begin is no column of text"):
        Packed(Segment, rows).runs("begin")


def test_only_large_tables_are_packed() -> None:
    rows = tuple(Segment("p", n, n + 1, Label.AD) for n in range(3))
    assert packed(Segment, iter(rows), few=3) == rows
    large = packed(Segment, itertools.chain(rows), few=2)
    assert isinstance(large, Packed)
    assert tuple(large) == rows
    pile = Pile(segments=rows).packed(few=2)
    assert isinstance(pile.segments, Packed)
    assert isinstance(pile.alignments, tuple)
    assert pile.packed(few=2).segments is pile.segments


def test_a_table_without_rows() -> None:
    assert not list(Packed(Alignment, []))
    assert not list(Packed(QuoteMention, []).values("page_id"))


@given(st.lists(st.builds(Segment, st.sampled_from("abc"), *[st.integers(0, 9)] * 2, st.from_type(Label))), st.data())
def test_one_field_of_some_rows_changes_and_nothing_else(rows: list[Segment], data: st.DataObject) -> None:
    numbers = st.integers(0, len(rows) - 1) if rows else st.nothing()
    values = data.draw(st.dictionaries(numbers, st.from_type(Label)))
    wanted = [
        dataclasses.replace(row, label=values[number]) if number in values else row for number, row in enumerate(rows)
    ]
    before = Packed(Segment, rows)
    assert list(changed(before, "label", values)) == wanted
    assert list(before) == rows
    assert list(changed(rows, "label", values)) == wanted


@pytest.mark.parametrize("few", [0, 9])
def test_rows_are_made_of_their_columns(few: int) -> None:
    rows = [
        Alignment("p2", 0, 5, "p7", 3, 9, Kind.SPUN, 0.25, None),
        Alignment("p2", 1 << 40, 5, "p2", 0, 1, Kind.EDITED, 0.5, "b"),
    ]
    pages, kinds = ["p7", "p2"], list(Kind)
    columns: Columns = {
        "a_page": Pool(pages, np.array([1, 1])),
        "a_begin": np.array([0, 1 << 40]),
        "a_end": np.array([5, 5], np.int8),
        "b_page": Pool(pages, np.array([0, 1])),
        "b_begin": np.array([3, 0]),
        "b_end": np.array([9, 1]),
        "kind": Pool(kinds, np.array([kinds.index(row.kind) for row in rows])),
        "similarity": np.array([0.25, 0.5], np.float32),
        "better_wording": Pool([None, "b"], np.array([0, 1])),
    }
    found = from_columns(Alignment, columns, few=few)
    assert isinstance(found, tuple) == bool(few)
    assert list(found) == rows
    none: Columns = {
        name: Pool(c.values, c.numbers[:0]) if isinstance(c, Pool) else c[:0] for name, c in columns.items()
    }
    assert not len(from_columns(Alignment, none, few=few))


@pytest.mark.parametrize("wrong", [{"label": np.zeros(1)}, {"begin": Pool([0], np.zeros(1, np.int8))}])
def test_columns_of_another_kind_are_refused(wrong: Columns) -> None:
    columns: Columns = {"page_id": Pool(["p"], np.zeros(1, np.int8)), "begin": np.zeros(1), "end": np.zeros(1)}
    labels: Columns = {"label": Pool([Label.BODY], np.zeros(1, np.int8))}
    assert len(from_columns(Segment, columns | labels)) == 1
    with pytest.raises(TypeError, match="make no column"):
        from_columns(Segment, columns | labels | wrong)
