"""What is a case and what is not, and that nothing else is touched."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copydesk.errors import CaseBusyError, NotACaseError, OutputError
from copydesk.record import database
from copydesk.record.case import Case
from copydesk.record.database import SCHEMA_VERSION, open_for_reading, open_for_writing
from copydesk.record.draft import Draft
from tests.record.sample import EXTRACTIONS, build_sample


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def edit(folder: Path, sql: str) -> None:
    connection = sqlite3.connect(folder / "case.sqlite")
    connection.executescript(sql)
    connection.close()


def test_a_folder_of_something_else_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("Chapter one")
    before = contents(tmp_path)
    with pytest.raises(NotACaseError, match="left as it is"):
        open_for_writing(tmp_path)
    with pytest.raises(NotACaseError, match="is not a case"):
        open_for_reading(tmp_path)
    assert contents(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("no folder")
    with pytest.raises(NotACaseError, match="is a file"):
        open_for_writing(tmp_path / "case")
    assert (tmp_path / "case").read_text() == "no folder"


@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
@pytest.mark.parametrize(
    "content", [b"This is a diary, not a database. " * 50, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path, content: bytes, opened: object) -> None:
    (tmp_path / "case.sqlite").write_bytes(content)
    with pytest.raises(NotACaseError, match="a new folder, or delete this one first"):
        opened(tmp_path)  # type: ignore[operator]
    assert (tmp_path / "case.sqlite").read_bytes() == content


@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
def test_another_programs_database_is_refused_and_untouched(tmp_path: Path, opened: object) -> None:
    edit(tmp_path, "CREATE TABLE birds (name TEXT); INSERT INTO birds VALUES ('wren');")
    before = contents(tmp_path)
    with pytest.raises(NotACaseError, match="not a case"):
        opened(tmp_path)  # type: ignore[operator]
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("version", "advice"), [(SCHEMA_VERSION + 1, "Upgrade copydesk"), (0, "a new folder, or delete this one first")]
)
def test_another_layout_says_what_to_do(tmp_path: Path, version: int, advice: str) -> None:
    build_sample(tmp_path / "case")
    edit(tmp_path / "case", f"PRAGMA user_version = {version}")
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(NotACaseError, match=advice):
            opened(tmp_path / "case")


def test_a_case_with_a_table_torn_out_is_called_damaged(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")
    edit(tmp_path / "case", "DROP TABLE stories")
    with Case.open(tmp_path / "case") as case, pytest.raises(NotACaseError, match="damaged"):
        list(case.table("stories"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE stories SET page_ids = '[1,'",
        "UPDATE segments SET label = 'poem'",
        "UPDATE extracted SET text = CAST(x'ff41' AS TEXT)",
    ],
)
def test_rows_that_can_not_be_read_are_called_damaged(tmp_path: Path, sql: str) -> None:
    build_sample(tmp_path / "case")
    edit(tmp_path / "case", sql)
    with Case.open(tmp_path / "case") as case, pytest.raises(NotACaseError, match="damaged"):
        [list(case.table(name)) for name in ("stories", "segments", "pages")]


def test_a_closed_case_is_not_called_damaged(tmp_path: Path) -> None:
    case = Case.open(build_sample(tmp_path / "case"))
    case.close()
    for question in (case.check, lambda: list(case.table("pages")), lambda: case.page("a.txt")):
        with pytest.raises(ValueError, match="is closed"):
            question()


def test_a_case_of_another_thread_is_not_called_damaged(tmp_path: Path) -> None:
    with Case.open(build_sample(tmp_path / "case")) as case, ThreadPoolExecutor(1) as other:
        asked = other.submit(case.count, "pages")
        with pytest.raises(ValueError, match="another thread"):
            asked.result()


def test_a_case_cut_short_is_called_damaged(tmp_path: Path) -> None:
    file = build_sample(tmp_path / "case") / "case.sqlite"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(NotACaseError, match="damaged"), Case.open(tmp_path / "case") as case:
        [list(case.table(name)) for name in ("pages", "rejects", "lineage")]


def test_an_empty_file_left_by_a_killed_build_can_be_built(tmp_path: Path) -> None:
    (tmp_path / "case.sqlite").touch()
    build_sample(tmp_path)
    with Case.open(tmp_path) as case:
        assert case.count("pages") == len(EXTRACTIONS)


def test_a_case_whose_first_build_was_killed_is_none_until_it_is_built(tmp_path: Path) -> None:
    open_for_writing(tmp_path / "case").close()  # what a killed process leaves: the layout, and no build
    with pytest.raises(NotACaseError, match="Run `copydesk build` again"):
        open_for_reading(tmp_path / "case")
    build_sample(tmp_path / "case")
    open_for_reading(tmp_path / "case").close()


def test_second_writer_is_told_that_the_case_is_busy(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")
    with Draft(tmp_path / "case", rejects_kept=1), pytest.raises(CaseBusyError, match="A build is writing"):
        Draft(tmp_path / "case", rejects_kept=1)
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        assert draft.n_pages() == len(EXTRACTIONS)


def test_reader_of_a_first_build_is_told_that_the_case_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.0)
    with Draft(tmp_path / "case", rejects_kept=1), pytest.raises(CaseBusyError, match="A build is writing"):
        Case.open(tmp_path / "case")


def test_a_case_that_a_first_build_could_not_share_is_shared_by_the_next(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")
    edit(tmp_path / "case", "PRAGMA journal_mode = DELETE")
    with Draft(tmp_path / "case", rejects_kept=1), Case.open(tmp_path / "case") as case:
        assert case.count("pages") == len(EXTRACTIONS)


def test_reader_can_not_write(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")
    connection = open_for_reading(tmp_path / "case")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM page_facts")
    connection.close()


def test_a_case_folder_that_can_not_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="could not be made"):
        open_for_writing(tmp_path / "file" / "case")


def test_readers_leave_one_file_behind(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")
    with Case.open(tmp_path / "case") as case:
        assert list(case.table("stories"))
    assert [path.name for path in (tmp_path / "case").iterdir()] == ["case.sqlite"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_case_on_a_medium_that_can_not_be_written_is_read(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    (folder / "case.sqlite").chmod(0o444)
    folder.chmod(0o555)
    try:
        with Case.open(folder) as case:
            assert case.count("pages") == len(EXTRACTIONS)
    finally:
        folder.chmod(0o755)
