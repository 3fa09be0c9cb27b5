"""The stories benchmark: its measure, its reading, and where its texts are absent."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.stories import b_cubed, main, read_texts, report

FIRST, SECOND = ["A", "ferry", "(", "old", ")", "sank", "."], ["It", "did", "."]


def test_b_cubed_is_that_of_its_paper() -> None:
    all_right = b_cubed(["a", "a", "b"], ["1", "1", "2"])
    assert (all_right.precision, all_right.recall, all_right.f1) == (1, 1, 1)
    one_pile = b_cubed(["a", "a", "b", "b"], ["1"] * 4)
    assert (one_pile.precision, one_pile.recall) == (0.5, 1)
    apart = b_cubed(["a", "a", "b", "b"], ["1", "2", "3", "4"])
    assert (apart.precision, apart.recall) == (1, 0.5)
    assert apart.f1 == pytest.approx(2 / 3)


def test_texts_are_read_with_their_events(tmp_path: Path) -> None:
    tokens = "".join(
        f'<token sentence="{at}">{word}</token>' for at, words in enumerate((FIRST, SECOND)) for word in words
    )
    for name in ("7_1ecb", "7_2ecbplus"):
        (tmp_path / "7").mkdir(exist_ok=True)
        (tmp_path / "7" / f"{name}.xml").write_text(f"<Document>{tokens}</Document>", "utf-8")
    one, two = read_texts(tmp_path)
    assert one.text == "A ferry (old) sank.\n\nIt did."
    assert one.event != two.event


def test_absent_texts_are_said_to_be_absent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not report(tmp_path / "no").figures
    assert main(["--path", str(tmp_path / "no")]) == 0
    assert "skipped: no texts" in capsys.readouterr().out
