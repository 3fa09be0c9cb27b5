"""The race: its table and growth on made-up costs, and one real build of a small corpus."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.build import Built
from benchmarks.recipe import LIGHT
from benchmarks.score import CorpusScores
from benchmarks.speed import exponent, table
from benchmarks.usage import Usage

SCORES = CorpusScores({"copy": 1.0, "spun": 0.9}, 0.95, {"copy": 1.0, "spun": 0.8}, 0.99, 40)


def built(tool: str, pages: int, cpu: float) -> Built:
    stages = {"read": cpu / 4, "reuse": cpu / 2}
    return Built(tool, replace(LIGHT, pages=pages), Usage(wall=cpu / 2, cpu=cpu, peak=250_000_000), SCORES, stages)


def test_growth_is_the_power_of_the_pages() -> None:
    assert exponent(built("copydesk", 500, 3.0), built("copydesk", 2_000, 12.0)) == pytest.approx(1.0)
    assert exponent(built("copydesk", 500, 1.0), built("copydesk", 2_000, 16.0)) == pytest.approx(2.0)


def test_the_table_sets_peers_against_copydesk_on_the_same_pages() -> None:
    builds = [built("copydesk", 500, 2.0), built("rensa", 500, 0.5), built("copydesk", 2_000, 16.0)]
    lines = table(builds).splitlines()
    assert lines[1].split() == ["500", "copydesk", "1.0", "2.0", "250", "250", "1.0", "1.000", "0.900", "0.950"]
    assert lines[2].split()[5:7] == ["1000", "4.0"]
    assert lines[4].endswith("by stage: read 0.5, reuse 1.0, start-up 0.5")
    assert lines[-1] == "growth exponent of the stages' processor time: 1.50"
