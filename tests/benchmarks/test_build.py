"""A real build of a small corpus, measured and scored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.build import Built, build, press
from benchmarks.corpus import read_truth
from benchmarks.recipe import LIGHT
from benchmarks.score import CorpusMismatchError, read_case, read_export, score_corpus
from benchmarks.speed import table

import copydesk
from copydesk.pipeline import STAGES

SMALL = replace(LIGHT, pages=60, seed=7)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def built(work: Path) -> Built:
    return build(SMALL, press(SMALL, work / "corpus"), work)


def test_a_build_is_measured_stage_by_stage(built: Built) -> None:
    assert {stage.name for stage in STAGES} <= built.stages.keys()
    assert 0 < sum(built.stages.values()) <= built.usage.cpu + 0.1
    assert built.usage.peak > 20_000_000
    assert "start-up" in table([built])


def test_light_copies_are_found(built: Built) -> None:
    assert built.scores.pair_recall["copy"] == 1.0
    assert built.scores.pair_precision == 1.0


def test_an_export_scores_as_its_case_does(built: Built, work: Path) -> None:
    with copydesk.Case.open(work / "case") as case:
        copydesk.export(case, work / "export", "jsonl")
    assert read_export(work / "export", work / "corpus") == read_case(work / "case", work / "corpus")
    texts, aligned = read_export(work / "export", work / "corpus")
    assert score_corpus(texts, read_truth(work / "corpus"), aligned) == built.scores


@pytest.mark.usefixtures("built")
def test_a_case_of_other_pages_is_refused(work: Path, tmp_path: Path) -> None:
    other = press(replace(SMALL, seed=8), tmp_path)
    with pytest.raises(CorpusMismatchError, match="p0000000"):
        read_case(work / "case", other)
