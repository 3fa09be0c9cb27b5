"""Floors hold, rise when asked to, and never sink."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.figure import Figure
from benchmarks.floors import FLOORS, Sunk, raised, read_floors, sunk, unmeasured, write_floors
from hypothesis import given
from hypothesis import strategies as st

values = st.floats(0, 10_000, allow_nan=False)
figures = st.builds(Figure, st.sampled_from(["a.x", "a.y", "b.x"]), values, st.sampled_from([0.0, 0.5]))
floors = st.dictionaries(st.sampled_from(["a.x", "a.y", "b.x", "c"]), values)


def test_a_figure_below_its_floor_is_sunk() -> None:
    figure = Figure("pan13.random.plagdet", 0.8129)
    assert sunk([figure], {"pan13.random.plagdet": 0.813}) == [Sunk(figure, 0.813)]
    assert sunk([figure], {"pan13.random.plagdet": 0.812, "other": 1.0}) == []


def test_floors_are_rounded_down() -> None:
    assert Figure("x", 0.8129, slack=0.0).floor == 0.812
    assert Figure("x", 1.0).floor == 0.998
    assert Figure("x", 0.29, slack=0.0).floor == 0.29  # 0.29 * 1000 is a little less than 290
    assert Figure("x", 900.0, slack=0.5).floor == 450.0


@given(st.lists(figures, max_size=4), floors)
def test_raising_never_lowers(measured: list[Figure], before: dict[str, float]) -> None:
    after = raised(measured, before)
    assert all(after[name] >= floor for name, floor in before.items())
    assert after.keys() == before.keys() | {figure.name for figure in measured}


@given(figures)
def test_a_figure_holds_the_floor_it_raises(figure: Figure) -> None:
    assert sunk([figure], raised([figure], {})) == []


def test_floors_without_a_figure_are_named() -> None:
    assert unmeasured([Figure("a", 1.0)], {"a": 0.5, "c": 0.1, "b": 0.1}) == ["b", "c"]


def test_floors_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert read_floors(path) == {}
    write_floors({"b.y": 0.5, "a.x": 1234.0}, path)
    assert read_floors(path) == {"a.x": 1234.0, "b.y": 0.5}
    assert path.read_text(encoding="utf-8").index("a.x") < path.read_text(encoding="utf-8").index("b.y")


@pytest.mark.skipif(not FLOORS.exists(), reason="no floors are pinned yet")
def test_the_pinned_floors_are_as_the_tool_writes_them(tmp_path: Path) -> None:
    write_floors(read_floors(), tmp_path / "floors.toml")
    assert (tmp_path / "floors.toml").read_bytes() == FLOORS.read_bytes()
