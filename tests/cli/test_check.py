"""`copydesk check`: how it ends where the file gives no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("name", "code"), [("nowhere.txt", "missing"), ("blank.txt", "empty")])
def test_a_file_without_a_page_exits_3(case: Path, run: Run, tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "blank.txt").write_text("  \n")
    result = run("check", tmp_path / name, "--case", case, "--json")
    assert result.exit_code == 3
    given = json.loads(result.stdout)
    assert [row["code"] for row in given["pages"]] == [code]
    assert given["error"]["code"] == "nothing_to_read"
    shown = run("check", tmp_path / name, "--case", case)
    assert shown.exit_code == 3
    assert given["pages"][0]["reason"] in shown.stdout
    assert shown.stderr.startswith("copydesk: No page could be read from ")


def test_a_file_with_a_page_among_rejects_is_checked(case: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{"text": "The ferry board of Sund met."}\nno record\n')
    result = run("check", tmp_path / "some.jsonl", "--case", case, "--json")
    assert result.exit_code == 0
    assert [row.get("code") for row in json.loads(result.stdout)["pages"]] == [None, "bad_json"]
