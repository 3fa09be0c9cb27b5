"""The command that runs all benchmarks: its exit code, and what it does to the floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.figure import Figure, Report
from benchmarks.floors import read_floors, write_floors

from benchmarks import __main__ as command


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two quick benchmarks, and floors of which one is not measured by them."""
    reports = {
        "reading": Report(
            "Reading", "97 of 100 read", (Figure("reading.share", 0.97, 0.0), Figure("reading.speed", 80, 0.5))
        ),
        "skipped": Report("Skipped", "skipped: no corpus"),
    }
    monkeypatch.setattr(command, "BENCHMARKS", {name: (lambda r=report: r) for name, report in reports.items()})
    path = tmp_path / "floors.toml"
    write_floors({"reading.share": 0.95, "gone.share": 0.5}, path)
    return path


def test_floors_that_hold_end_with_zero(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = floors.read_bytes()
    assert command.main([], floors) == 0
    printed = capsys.readouterr().out
    assert "Reading\n\n97 of 100 read" in printed
    assert "not measured here: gone.share" in printed
    assert "2 figures, 0 below their floors" in printed
    assert floors.read_bytes() == before


def test_a_sunk_figure_ends_with_one(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors({"reading.share": 0.971}, floors)
    assert command.main([], floors) == 1
    assert "BELOW ITS FLOOR: reading.share 0.9700 < 0.971" in capsys.readouterr().out


def test_raising_takes_what_was_measured_and_keeps_the_rest(floors: Path) -> None:
    assert command.main(["--raise-floors"], floors) == 0
    assert read_floors(floors) == {"reading.share": 0.97, "reading.speed": 40.0, "gone.share": 0.5}


def test_raising_never_lowers_a_floor(floors: Path) -> None:
    write_floors({"reading.share": 0.99, "reading.speed": 10.0}, floors)
    assert command.main(["--raise-floors"], floors) == 1
    assert read_floors(floors) == {"reading.share": 0.99, "reading.speed": 40.0}


def test_one_benchmark_alone_says_nothing_of_the_others(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--only", "skipped"], floors) == 0
    assert "not measured" not in capsys.readouterr().out
