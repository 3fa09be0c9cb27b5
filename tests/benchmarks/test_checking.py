"""The benchmark of `check` measures what it says."""

from __future__ import annotations

from pathlib import Path

from benchmarks.checking import report


def test_pages_are_asked_for_and_their_copies_found(tmp_path: Path) -> None:
    told = report(tmp_path, pages=60, asked=60)
    values = {figure.name: figure.value for figure in told.figures}
    assert values["check.copy.recall"] >= 0.9
    assert values["check.per_second"] > 0
    assert told.table.startswith("60 of 60 pages: median ")
