"""The figures of days of publication, on answers that can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.publication import Answer, bins, calibration_error, count, report

ANSWERS = (
    Answer("2031-05-01", "2031-05-01", 0.95),
    Answer("2031-05-01", "2031-05-01", 0.91),
    Answer("2031-05-01", "2031-05-02", 0.93),
    Answer("2031-05-01", "2031-05-01", 0.55),
    Answer("2031-05-01", None),
)


def test_counts() -> None:
    counts = count(ANSWERS)
    assert (counts.right, counts.wrong, counts.none) == (3, 1, 1)
    assert counts.accuracy == pytest.approx(3 / 5)
    assert counts.f1 == pytest.approx(6 / 8)


def test_bins_hold_only_answers() -> None:
    assert [(n, round(confidence, 2), round(right, 2)) for n, confidence, right in bins(ANSWERS)] == [
        (1, 0.55, 1.0),
        (3, 0.93, 0.67),
    ]
    assert calibration_error(ANSWERS) == pytest.approx((0.45 + 3 * (0.93 - 2 / 3)) / 4)


def test_without_the_sample_it_says_so(tmp_path: Path) -> None:
    found = report(tmp_path / "absent")
    assert "skipped" in found.table
    assert found.figures == ()
