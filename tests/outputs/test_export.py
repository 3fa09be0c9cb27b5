"""Files of an export: complete or absent, the same bytes each time, and nobody else's files touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.errors import NotFoundError, OutputError
from copydesk.model.marks import EXPORT_MARK
from copydesk.model.tables import TABLES
from copydesk.outputs.export import export
from copydesk.outputs.formats import FORMATS
from copydesk.record.case import Case
from copydesk.record.draft import Draft
from tests.record.sample import build_sample


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(build_sample(tmp_path / "case")) as case:
        yield case


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != EXPORT_MARK}


@pytest.mark.parametrize("format", FORMATS)
def test_each_table_gives_a_file_also_when_it_is_empty(case: Case, tmp_path: Path, format: str) -> None:
    with Draft(tmp_path / "empty", rejects_kept=1) as draft:
        draft.publish(version="test", seconds=0)
    with Case.open(tmp_path / "empty") as empty:
        for each, out in ((case, tmp_path / "a"), (empty, tmp_path / "b")):
            files = export(each, out, format)
            assert files == [out / f"{name}.{format}" for name in TABLES]
            assert sorted(contents(out)) == sorted(file.name for file in files)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path, format: str) -> None:
    export(case, tmp_path / "a", format)
    export(case, tmp_path / "b", format)
    export(case, tmp_path / "b", format)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_only_the_tables_asked_for_and_each_once(case: Case, tmp_path: Path) -> None:
    files = export(case, tmp_path / "out", "csv", ["stories", "pages", "stories"])
    assert [file.name for file in files] == ["stories.csv", "pages.csv"]
    assert len(contents(tmp_path / "out")) == 2


def test_other_files_in_the_folder_are_left_alone(case: Case, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    (tmp_path / "pages.csv").write_text("old")
    export(case, tmp_path, "jsonl", ["pages"])
    assert (tmp_path / "notes.md").read_text() == "mine"
    assert (tmp_path / "pages.csv").read_text() == "old"


def test_unknown_formats_and_tables_are_answered_with_those_there_are(case: Case, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="jsonl, parquet, csv"):
        export(case, tmp_path / "out", "xlsx")
    with pytest.raises(NotFoundError, match="pages, segments"):
        export(case, tmp_path / "out", "jsonl", ["poems"])
    with pytest.raises(TypeError, match="not one name"):
        export(case, tmp_path / "out", "jsonl", "pages")
    assert not (tmp_path / "out").exists()


def test_a_mark_names_what_was_exported_and_nothing_else(case: Case, tmp_path: Path) -> None:
    (tmp_path / "stories.jsonl").write_text("mine")
    export(case, tmp_path, "csv", ["stories", "pages"])
    export(case, tmp_path, "jsonl", ["pages"])
    head, *names = (tmp_path / EXPORT_MARK).read_text().splitlines()
    assert head.startswith("# ")
    assert names == ["pages.csv", "pages.jsonl", "stories.csv"]


class FullDiskError(Exception):
    """What stops an export in these tests."""


class StopAt:
    """A progress that stops the work when a stage begins."""

    def __init__(self, stage: str) -> None:
        self.stage = stage

    def start(self, stage: str, total: int | None) -> None:  # noqa: ARG002
        if stage == self.stage:
            raise FullDiskError

    def advance(self, n: int = 1) -> None:
        """Go on."""

    def finish(self) -> None:
        """Go on."""


def test_an_export_that_fails_midway_leaves_the_old_files(case: Case, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "pages.jsonl").write_text("old")
    with pytest.raises(FullDiskError):
        export(case, tmp_path / "out", "jsonl", progress=StopAt("export stories"))
    assert contents(tmp_path / "out") == {"pages.jsonl": b"old"}
    assert not (tmp_path / "out" / EXPORT_MARK).exists()


def test_a_folder_that_can_not_be_written_is_an_output_error(case: Case, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="could not be written"):
        export(case, tmp_path / "file", "jsonl")


class BuildsMeanwhile(StopAt):
    """A progress that lets another build go through in the middle of the export."""

    def __init__(self, folder: Path) -> None:
        super().__init__("")
        self.folder = folder

    def start(self, stage: str, total: int | None) -> None:  # noqa: ARG002
        if stage == "export segments":
            with Draft(self.folder, rejects_kept=1) as draft:
                draft.fill(draft.pile())  # empties the stories
                draft.publish(version="test", seconds=0)


def test_all_files_are_of_one_build(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", "jsonl", progress=BuildsMeanwhile(tmp_path / "case"))
    assert (tmp_path / "out" / "stories.jsonl").read_text().count("\n") == 1
    assert case.count("stories") == 0
