"""Pages that come to a case: only a part of it is worked out anew, and the outcome is that of one build of all."""

from __future__ import annotations

import dataclasses
import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import make_corpus
from benchmarks.recipe import HARD

import copydesk.adding
import copydesk.pipeline
import copydesk.reuse.adding
from copydesk.engines.engine import EngineName
from copydesk.errors import CopydeskError, OutputError
from copydesk.inputs import read
from copydesk.model.lesson import UnsettledError
from copydesk.model.raw import RawRecord
from copydesk.pipeline import BuildSettings, build
from copydesk.record.draft import Draft
from copydesk.record.parts import Parts
from tests.building import exported

HERE = BuildSettings(workers=0, engine=EngineName.SERIAL)
SUMMIT = Path(__file__).parents[1] / "examples" / "summit" / "pages"
COPIES = 20
"""Pages of the synthetic corpus that have the text of others, beside some fifty that have not."""


def records() -> list[dict[str, Any]]:
    """The bundled pile, in two other years too, and synthetic pages with reworded copies: one record a page."""
    found = [
        {"id": f"{item.source.rpartition('/')[2]}/{year}", "text": str(item.content).replace("2025", year)}
        for item in read([SUMMIT])
        if isinstance(item, RawRecord) and item.source.endswith(".txt")
        for year in ("2025", "2019")
    ]
    corpus = make_corpus(dataclasses.replace(HARD, pages=4 * COPIES, wire_share=0.2, sites=6))
    return found + [{"id": page.page_id, "site": page.site, "text": page.text} for page in corpus.pages]


def write(folder: Path, chosen: Sequence[dict[str, Any]]) -> Path:
    """A file of records in a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "pages.jsonl").write_text("".join(json.dumps(one) + "\n" for one in chosen), encoding="utf-8")
    return folder


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Lets pages be added by parts, however few there are; lists how many pages went through at the last."""
    sizes: list[int] = []
    keep = copydesk.adding.School.keep

    def noted(school: copydesk.adding.School, pile: Any, part: Any) -> None:
        sizes.append(len(part))
        keep(school, pile, part)

    monkeypatch.setattr(copydesk.adding, "FEWEST", 0)
    monkeypatch.setattr(copydesk.adding, "MOST", 1.0)
    monkeypatch.setattr(copydesk.reuse.adding, "MOST", 1.0)
    monkeypatch.setattr(copydesk.adding.School, "keep", noted)
    yield sizes


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one build of all records exports."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        build([write(Path("in"), records())], "case", settings=HERE).close()
        return exported("case")


@pytest.mark.parametrize("seed", range(3))
def test_pages_added_in_two_builds_give_the_bytes_of_one(
    seed: int, whole: dict[str, bytes], parts: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = records()
    order = list(range(len(found)))
    random.Random(seed).shuffle(order)
    for left_out in (order[: 4 + seed], order[:2], []):
        kept = [one for at, one in enumerate(found) if at not in left_out]
        with build([write(Path("in"), kept)], "case", settings=HERE) as case:
            assert case.check() == ()
    assert len(parts) == 2
    for name, content in exported("case").items():
        assert content == whole[name], name


def test_pages_that_concern_too_much_are_worked_out_with_all_others(
    whole: dict[str, bytes], parts: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsettled(*_: Any) -> None:
        raise UnsettledError("all of it")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(copydesk.adding.School, "through", unsettled)
    build([write(Path("in"), records()[3:])], "case", settings=HERE).close()
    build([write(Path("in"), records())], "case", settings=HERE).close()
    assert not parts
    assert exported("case") == whole


@pytest.mark.usefixtures("parts")
def test_adding_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class FullError(CopydeskError):
        """The disk is full, say."""

    def fail(*_: Any) -> None:
        raise FullError

    monkeypatch.chdir(tmp_path)
    build([write(Path("in"), records()[5:])], "case", settings=HERE).close()
    before = exported("case")
    monkeypatch.setattr(Draft, "learn", fail)  # the last thing that is written
    with pytest.raises(FullError):
        build([write(Path("in"), records())], "case", settings=HERE)
    assert exported("case") == before


@pytest.mark.usefixtures("parts")
def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.chdir(tmp_path)
    build([write(Path("in"), records()[5:])], "case", settings=HERE).close()
    monkeypatch.setattr(Parts, "replace", full)
    with pytest.raises(OutputError, match="Check the disk"):
        build([write(Path("in"), records())], "case", settings=HERE)


def test_a_small_case_is_worked_out_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any) -> None:
        raise AssertionError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(copydesk.pipeline, "add", never)
    build([write(Path("in"), records()[1:40])], "case", settings=HERE).close()
    build([write(Path("in"), records()[:40])], "case", settings=HERE).close()
