"""The benchmark of quotations: what counts as direct, as found, as the right source."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quotations import head_of, is_direct, main, read_annotations, read_articles, report, score

TEXT = "“The pier stays,” said Ada Brandt, the mayor. The board thinks it is lost. He likes the “old tide” of Kelm."
ANNOTATIONS = """T1\tSource 23 44\tAda Brandt, the mayor
T2\tCue 18 22\tsaid
T3\tContent 0 17\t“The pier stays,”
T4\tSource 46 55\tThe board
T5\tContent 63 73\tit is lost
E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1
E2\tAttribution:T5 Content:T5 Source:T4
"""


def folder(path: Path) -> Path:
    (path / "text").mkdir()
    (path / "attributions").mkdir()
    (path / "text" / "pier.txt").write_text(TEXT, "utf-8")
    (path / "attributions" / "pier_a.ann").write_text(ANNOTATIONS, "utf-8")
    (path / "attributions" / "pier_b.ann").write_text("", "utf-8")
    return path


def test_only_what_stands_between_marks_is_direct(tmp_path: Path) -> None:
    (article,) = read_articles(folder(tmp_path))
    assert [is_direct(article.text, one.content) for one in article.attributions] == [True, False]


def test_the_head_is_the_last_word_before_what_describes_it() -> None:
    first, second = read_annotations(ANNOTATIONS)
    assert [TEXT[slice(*head_of(TEXT, one))] for one in (first, second)] == ["Brandt", "board"]


def test_articles_are_scored(tmp_path: Path) -> None:
    scores = score(folder(tmp_path))
    assert (scores.found, scores.missed, scores.false) == (1, [], [])
    assert (scores.sources, scores.right, scores.f1) == (1, 1, 1.0)


def test_absent_articles_are_said_to_be_absent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not report(tmp_path / "no").figures
    assert main(["--path", str(tmp_path / "no")]) == 0
    assert "skipped: no articles" in capsys.readouterr().out
