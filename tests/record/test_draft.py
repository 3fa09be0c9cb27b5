"""A build is one transaction: all of it or nothing of it, in one step or in many."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.date import DateCandidate
from copydesk.model.packed import Packed
from copydesk.model.page import Segment
from copydesk.model.pile import Pile
from copydesk.model.raw import Reject
from copydesk.model.tables import TABLES
from copydesk.record.case import Case
from copydesk.record.columns import encoder
from copydesk.record.database import open_for_writing
from copydesk.record.draft import Draft
from copydesk.record.ordering import in_order
from tests.record.sample import EXTRACTIONS, REJECT, build_sample, extraction, filled


def everything(folder: Path) -> dict[str, list[object]]:
    with Case.open(folder) as case:
        return {name: list(case.table(name)) for name in TABLES}


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    found = everything(build_sample(tmp_path / "case"))
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        pile = filled(draft.pile())
    for name in ("pages", "segments", "alignments", "passages", "replacements", "origins", "stories"):
        assert found[name] == list(getattr(pile, name)), name
    assert set(found["lineage"]) == set(pile.lineage)
    assert set(found["substitutions"]) == set(pile.substitutions)
    assert found["rejects"] == [REJECT]


def test_rows_come_in_the_order_that_the_table_names(tmp_path: Path) -> None:
    found = everything(build_sample(tmp_path / "case"))
    for name, rows in found.items():
        keys = [
            tuple((value is not None, value) for value in (getattr(row, c) for c in TABLES[name].order))
            for row in rows
        ]
        assert keys == sorted(keys), name


def test_the_order_and_number_of_builds_make_no_difference(tmp_path: Path) -> None:
    build_sample(tmp_path / "one")
    for each in reversed(EXTRACTIONS):
        with Draft(tmp_path / "many", rejects_kept=100) as draft:
            draft.met(each.page.source)
            draft.add(each)
            draft.met(REJECT.source)
            draft.reject(REJECT)
            pile = draft.pile()
            draft.fill(filled(pile) if draft.n_pages() == len(EXTRACTIONS) else pile)
            draft.publish(version="test", seconds=0.5)
    assert everything(tmp_path / "many") == everything(tmp_path / "one")


def test_pages_come_back_to_the_stages_as_extraction_gave_them(tmp_path: Path) -> None:
    build_sample(tmp_path / "case")  # the stages set origins and wordings of the pages, and kept the segments
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        pile = draft.pile()
    ordered = sorted(EXTRACTIONS, key=lambda each: each.page.page_id)
    assert pile == Pile(
        pages=tuple(each.page for each in ordered),
        segments=tuple(segment for each in ordered for segment in each.segments),
    )


def test_date_candidates_come_back_as_extraction_gave_them(tmp_path: Path) -> None:
    made = EXTRACTIONS[0]
    number = made.page.page_id
    dates = (
        DateCandidate(number, None, None, "meta", "2031-05-02", None, "date", None, None, None),
        DateCandidate(number, 0, 3, "visible", "2031-05-02/2031-05-04", None, None, None, None, None),
    )
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        draft.add(replace(made, dates=dates))
        draft.publish(version="test", seconds=0.5)
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        assert draft.pile().date_candidates == dates


def test_the_same_page_again_changes_nothing(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    with Draft(folder, rejects_kept=1) as draft:
        assert draft.has("pages/cafe.jsonl", "7", EXTRACTIONS[2].page.sha256)
        assert not draft.has("pages/cafe.jsonl", "8", EXTRACTIONS[2].page.sha256)
        draft.add(EXTRACTIONS[2])
        assert draft.new_pages == 0
        assert draft.n_pages() == len(EXTRACTIONS)


class InterruptionError(Exception):
    """What stops a build in these tests."""


def test_an_error_in_the_middle_leaves_the_old_state(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    before = everything(folder)
    with pytest.raises(InterruptionError), Draft(folder, rejects_kept=1) as draft:
        draft.met("new.txt")
        draft.add(extraction("new.txt", "Late news\n\nNothing happened."))
        draft.met(REJECT.source)
        draft.fill(draft.pile())
        raise InterruptionError
    assert everything(folder) == before


def test_an_error_in_a_first_build_leaves_no_case(tmp_path: Path) -> None:
    with pytest.raises(InterruptionError), Draft(tmp_path / "case", rejects_kept=1) as draft:
        draft.add(EXTRACTIONS[0])
        raise InterruptionError
    assert list(tmp_path.iterdir()) == []


def test_a_failing_build_leaves_what_another_published_before_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(folder: Path) -> sqlite3.Connection:
        monkeypatch.undo()
        build_sample(folder)
        return open_for_writing(folder)

    monkeypatch.setattr("copydesk.record.draft.open_for_writing", late)
    with pytest.raises(RuntimeError), Draft(tmp_path / "case", rejects_kept=1):
        raise RuntimeError("it fails")
    assert everything(tmp_path / "case")["pages"]


def test_an_empty_folder_of_the_user_is_kept_when_a_first_build_fails(tmp_path: Path) -> None:
    with pytest.raises(InterruptionError), Draft(tmp_path, rejects_kept=1):
        raise InterruptionError
    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


KILLED_BUILD = """
import os, signal, sys
from pathlib import Path
from copydesk.record.draft import Draft
from tests.record.sample import extraction
with Draft(Path(sys.argv[1]), rejects_kept=1) as draft:
    for n in range(300):
        draft.add(extraction(f"{n}.txt", f"Page {n}\\n\\n" + "words and more words " * 500))
    draft.fill(draft.pile())
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_build(folder: Path) -> int:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED_BUILD, str(folder)]
    return subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False).returncode


def test_a_killed_build_leaves_the_old_state_and_no_lock(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    before = everything(folder)
    assert killed_build(folder) == -signal.SIGKILL
    assert everything(folder) == before
    with Draft(folder, rejects_kept=1) as draft:
        assert draft.n_pages() == len(EXTRACTIONS)


def test_after_a_killed_first_build_the_next_build_works(tmp_path: Path) -> None:
    assert killed_build(tmp_path / "case") == -signal.SIGKILL
    build_sample(tmp_path / "case")
    assert len(everything(tmp_path / "case")["pages"]) == len(EXTRACTIONS)


def test_an_open_reader_sees_the_old_commit_and_then_the_new_one(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    with Case.open(folder) as case:
        with Draft(folder, rejects_kept=1) as draft:
            draft.add(extraction("new.txt", "Late news\n\nNothing happened."))
            draft.fill(draft.pile())
            assert case.count("pages") == len(EXTRACTIONS)
            assert case.count("stories") == 1
            draft.publish(version="test", seconds=0.1)
        assert case.count("pages") == len(EXTRACTIONS) + 1
        assert case.count("stories") == 0


def test_a_snapshot_does_not_move_with_a_build(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    with Case.open(folder) as case, case.snapshot():
        with Draft(folder, rejects_kept=1) as draft:
            draft.add(extraction("new.txt", "Late news\n\nNothing happened."))
            draft.fill(draft.pile())
            draft.publish(version="test", seconds=0.1)
        assert case.summary.pages == len(EXTRACTIONS)
        assert len(list(case.table("stories"))) == 1


def test_a_stage_that_changes_a_text_is_caught(tmp_path: Path) -> None:
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        draft.add(EXTRACTIONS[0])
        pile = draft.pile()
        with pytest.raises(ValueError, match="changed the text"):
            draft.fill(replace(pile, pages=(replace(pile.pages[0], text="Other words"),)))
        with pytest.raises(ValueError, match="gave back 0"):
            draft.fill(Pile())


def rejected(folder: Path, *rejects: Reject, kept: int = 100, readable: str | None = None) -> list[Reject]:
    with Draft(folder, rejects_kept=kept) as draft:
        for reject in rejects:
            draft.met(reject.source)
            draft.reject(reject)
        if readable:
            draft.met(readable)
            draft.add(extraction(readable, "Now it reads\n\nWell."))
        draft.fill(draft.pile())
        draft.publish(version="test", seconds=0.1)
    with Case.open(folder) as case:
        return list(case.table("rejects"))


def test_rejects_do_not_depend_on_the_number_of_builds(tmp_path: Path) -> None:
    a, b = Reject("a.txt", None, "empty", "No text."), Reject("b.jsonl", "9", "binary", "Not text.")
    once = rejected(tmp_path / "one", b, a)
    rejected(tmp_path / "two", a)
    assert rejected(tmp_path / "two", b) == once == [a, b]
    assert rejected(tmp_path / "two", b, a, b) == once


def test_two_lines_of_one_file_are_two_rejects(tmp_path: Path) -> None:
    lines = [Reject("a.jsonl", None, "bad_json", f"Line {n} is not JSON.") for n in (3, 8)]
    assert rejected(tmp_path / "case", *lines) == lines


def test_a_reject_that_is_given_readable_later_is_listed_no_more(tmp_path: Path) -> None:
    empty, other = Reject("a.txt", None, "empty", "No text."), Reject("b.txt", None, "empty", "No text.")
    rejected(tmp_path / "case", empty, other)
    assert rejected(tmp_path / "case", readable="a.txt") == [other]


def test_rejects_beyond_the_cap_are_counted(tmp_path: Path) -> None:
    many = [Reject(f"{n}.txt", None, "empty", "No text.") for n in range(10)]
    assert rejected(tmp_path / "case", *many, kept=4) == many[:4]
    with Case.open(tmp_path / "case") as case:
        assert case.summary.rejects == {"empty": 10}
        assert case.summary.unlisted_rejects == 6
    rejected(tmp_path / "case", *many, kept=4)
    with Case.open(tmp_path / "case") as case:
        assert case.summary.rejects == {"empty": 10}


NUMBERS = st.integers(0, 2)
CANDIDATES = st.builds(
    DateCandidate,
    page_id=st.sampled_from(["p1", "p2", "p3"]),
    begin=st.none() | NUMBERS,
    end=st.none() | NUMBERS,
    kind=st.sampled_from(["url", "text"]),
    value=st.none() | st.sampled_from(["2024-01-01", "2024"]),
    witness_begin=st.none() | NUMBERS,
    witness_end=st.none() | NUMBERS,
)
SEGMENTS = st.builds(Segment, page_id=st.sampled_from(["p1", "p2"]), begin=NUMBERS, end=NUMBERS)


@pytest.mark.parametrize(("name", "rows"), [("date_candidates", CANDIDATES), ("segments", SEGMENTS)])
@given(st.data())
def test_tables_are_written_in_their_order_however_they_come(
    name: str, rows: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    table = TABLES[name]
    found = data.draw(st.lists(rows, max_size=6))
    names = (*table.order, *(column for column in table.columns if column not in table.order))

    def rank(row: Any) -> list[tuple[bool, Any]]:
        return [((value := getattr(row, column)) is not None, value) for column in names]

    wanted = list(map(encoder(table.row), sorted(found, key=rank)))
    by_page = sorted(found, key=lambda row: str(row.page_id))
    for given_rows in (found, by_page, sorted(found, key=rank)):
        assert list(in_order(table, given_rows)) == wanted
        assert list(in_order(table, Packed(table.row, given_rows))) == wanted
