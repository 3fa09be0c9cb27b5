"""The PLOVER benchmark over sentences and records of our own, and where its data are absent."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from benchmarks.plover import accuracy, is_developed, macro_f1, main, read_examples, report, root_of, scores
from benchmarks.unit_records import outcome

ROWS = [
    ("1", "Marland accused Ostravia of fraud.", "Marland", "Ostravia", "ACCUSE", "3"),
    ("2", "Ostravia, which Marland had praised, freed nine sailors.", "Ostravia", "nine sailors", "YIELD", "1"),
    ("3", "The sky over Marland was blue.", "Marland", "sky", "AID", "1"),
    ("4", "Marland withdrew its troops from Ostravia.", "Marland", "Ostravia", "YIELD", "1"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = ["\t".join(("sentence_id", "sentence", "source", "target", "gold_root", "gold_penta"))]
    (tmp_path / "plv-train.tsv").write_text("\n".join([*lines, *("\t".join(row) for row in ROWS)]) + "\n", "utf-8")
    record = (
        '<Sentences><Sentence id="A"><EventCoding sourcecode="MAR" targetcode="OST" eventcode="121"/>'
        "<Text>Marland criticised Ostravia.</Text></Sentence></Sentences>"
    )
    (tmp_path / "petrarch2-unit-records.xml").write_text(record, "utf-8")
    return tmp_path


def test_the_halves_are_apart_and_whole(folder: Path) -> None:
    halves = [read_examples(folder, developed=developed) for developed in (True, False)]
    assert sorted(e.sentence for half in halves for e in half) == sorted(row[1] for row in ROWS)
    assert len(halves[0]) == sum(is_developed(row[0]) for row in ROWS)


def test_the_act_between_the_names_is_scored(folder: Path) -> None:
    examples = [e for developed in (True, False) for e in read_examples(folder, developed=developed)]
    found = {e.sentence: root_of(e)[0] for e in examples}
    assert [found[row[1]] for row in ROWS] == ["ACCUSE", "YIELD", None, "YIELD"]


def test_measures() -> None:
    pairs = [("A", "A"), ("A", "B"), ("B", "B"), ("B", None)]
    assert accuracy(pairs) == 0.5
    one, two = scores(pairs)
    assert (one.precision, one.recall) == (1.0, 0.5)
    assert (two.precision, two.recall) == (0.5, 0.5)
    assert macro_f1([one, two]) == pytest.approx((2 / 3 + 0.5) / 2)


def record(source: str, target: str, code: str, text: str) -> ET.Element:
    return ET.fromstring(
        f'<Sentence id="X"><EventCoding sourcecode="{source}" targetcode="{target}" eventcode="{code}"/>'
        f"<Text>{text}</Text></Sentence>"
    )


def test_direction_counts() -> None:
    text = "Marland criticised Ostravia."
    assert outcome(record("MAR", "OST", "121", text)).right
    assert not outcome(record("OST", "MAR", "121", text)).right
    assert not outcome(record("MAR", "OST", "041", text)).right


def test_a_record_with_codes_of_its_own_is_not_general() -> None:
    assert outcome(record("MAR", "OST", "121", "Marland criticised Ostravia.")).general
    assert not outcome(record("XYZ", "OST", "121", "Marland criticised Ostravia.")).general
    assert not outcome(record("MAR", "OST", "902", "Marland criticised Ostravia.")).general


def test_the_report_has_its_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {figure.name for figure in report(folder).figures} == {
        "plover.plv.accuracy",
        "plover.plv.macro_f1",
        "plover.unit_records.all",
        "plover.unit_records.general",
        "plover.words_per_core_second",
    }
    assert main(["--half", "developed", "--worst", "3", "--path", str(folder)]) == 0
    assert "macro-F1" in capsys.readouterr().out


def test_absent_data_are_said(tmp_path: Path) -> None:
    assert report(tmp_path).figures == ()
    assert "skipped" in report(tmp_path).table
    assert main(["--path", str(tmp_path)]) == 0
