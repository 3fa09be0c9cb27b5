"""Growth by step, on made-up costs and on two real builds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.build import press
from benchmarks.recipe import LIGHT
from benchmarks.scale import Scaled, exponent, main, table
from benchmarks.timed_build import Step
from benchmarks.usage import Usage

from copydesk.pipeline import STAGES


def scaled(pages: int, **seconds: float) -> Scaled:
    steps = {name: Step(spent, 3_000_000) for name, spent in seconds.items()}
    return Scaled(pages, Usage(wall=9.0, cpu=sum(seconds.values()) + 1.0, peak=5_000_000), steps)


SMALL, LARGE = scaled(1_000, read=4.0, reuse=0.5), scaled(4_000, read=16.0, reuse=4.0)


def test_growth_is_that_of_one_step_or_of_the_whole() -> None:
    assert exponent(SMALL, LARGE, "read") == pytest.approx(1.0)
    assert exponent(SMALL, LARGE, "reuse") == pytest.approx(1.5)
    assert exponent(SMALL, LARGE) == pytest.approx(0.967, abs=0.001)


def test_the_table_has_a_line_a_step_and_no_growth_of_what_took_no_time() -> None:
    head, read, reuse, whole, speed = (line.split() for line in table([SMALL, LARGE]).splitlines())
    assert head == ["step", "1000", "pages", "peak", "MB", "4000", "pages", "peak", "MB", "exponent"]
    assert read == ["read", "4.0", "3", "16.0", "3", "1.00"]
    assert reuse == ["reuse", "0.5", "3", "4.0", "3"]
    assert whole == ["all,", "with", "start-up", "5.5", "5", "21.0", "5", "0.97"]
    assert speed == ["pages/s/core", "182", "190"]


def test_piles_are_built_each_in_its_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [press(replace(LIGHT, pages=n), tmp_path / str(n)) / "pages.jsonl" for n in (20, 40)]
    main([*map(str, paths), "--keep", str(tmp_path)])
    said = capsys.readouterr().out
    assert {line[:20].strip() for line in said.splitlines()} >= {stage.name for stage in STAGES}
    assert said.splitlines()[0].split()[1:6:4] == ["20", "40"]
    assert (tmp_path / "1" / "case").is_dir()
