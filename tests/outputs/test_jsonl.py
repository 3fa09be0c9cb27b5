"""JSON Lines as the export contract has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.model.tables import TABLES
from copydesk.outputs.export import export
from copydesk.record.case import Case
from copydesk.record.columns import plain
from tests.record.sample import TRAMS, build_sample


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().split(b"\n") if line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Case.open(build_sample(tmp_path / "case")) as case:
        export(case, tmp_path / "out", "jsonl")
    return tmp_path / "out"


@pytest.mark.parametrize("name", TABLES)
def test_one_object_a_line_with_the_columns_in_order(folder: Path, name: str) -> None:
    lines = (folder / f"{name}.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert lines
    for line in lines:
        assert list(json.loads(line)) == list(TABLES[name].columns)


def test_values_are_those_of_the_case(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case") as case:
        for name in TABLES:
            assert read(folder / f"{name}.jsonl") == [plain(row) for row in case.table(name)], name


def test_characters_stand_as_they_are(folder: Path) -> None:
    content = (folder / "pages.jsonl").read_bytes()
    assert "Café owners in Zürich fear «quiet» streets".encode() in content
    assert "🚋".encode() in content


def test_offsets_are_code_points_of_the_text(folder: Path) -> None:
    pages = {row["page_id"]: row for row in read(folder / "pages.jsonl")}
    segments = read(folder / "segments.jsonl")
    trams = next(page for page in pages.values() if page["text"] == TRAMS)
    parts = [trams["text"][s["begin"] : s["end"]] for s in segments if s["page_id"] == trams["page_id"]]
    assert "".join(parts) == TRAMS
