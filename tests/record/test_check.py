"""The check finds each kind of broken promise."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from copydesk.record.case import Case
from tests.record.sample import build_sample


def test_a_sound_case_has_no_faults(tmp_path: Path) -> None:
    with Case.open(build_sample(tmp_path / "case")) as case:
        assert case.check() == ()


@pytest.mark.parametrize(
    ("sql", "table", "what"),
    [
        ('UPDATE passages SET "end" = 100000 WHERE rowid = 1', "passages", "outside page"),
        ('UPDATE passages SET "begin" = -1 WHERE rowid = 1', "passages", "outside page"),
        ("UPDATE alignments SET b_begin = b_end + 1", "alignments", "outside page"),
        ("UPDATE alignments SET a_page = 'nobody'", "alignments", "a_page nobody is not in the case"),
        (
            "UPDATE alignments SET b_page = a_page, b_begin = a_begin, b_end = a_end",
            "alignments",
            "comes before a_end",
        ),
        ("UPDATE events SET origin_ids = '[]'", "event_mentions", "is none of the origin_ids of event"),
        ("DELETE FROM passages WHERE rowid = 1", "passages", "has one place alone"),
        ("UPDATE substitutions SET text = 'Mould' WHERE text = 'Could'", "substitutions", "text is not what stands"),
        ("UPDATE substitutions SET witness_end = 100000 WHERE basis = 'witness'", "substitutions", "outside page"),
        ("UPDATE substitutions SET witness_end = NULL WHERE basis = 'witness'", "substitutions", "outside page"),
        ("UPDATE lineage SET evidence = replace(evidence, 'end\":', 'end\":9')", "lineage", "outside page"),
        ("UPDATE lineage SET parent_page = 'nobody'", "lineage", "parent_page nobody is not"),
        ("UPDATE lineage SET origin_id = 'o9'", "lineage", "origin_id o9 is not"),
        ("UPDATE page_facts SET origin_ids = '[\"o9\"]'", "pages", "origin_ids o9 is not"),
        ("UPDATE stories SET page_ids = '[\"nobody\"]'", "stories", "page_ids nobody is not"),
        ("UPDATE stories SET parent_story = 's9'", "stories", "parent_story s9 is not"),
        ("UPDATE stories SET title_end = title_end + 1", "stories", "title is not what stands"),
        ("UPDATE stories SET summary = 'Nothing happened.'", "stories", "summary is not what stands"),
        ("UPDATE stories SET summary_end = 100000", "stories", "outside page"),
        ("UPDATE stories SET summary_page = 'nobody'", "stories", "summary_page nobody is not in the case"),
        ('UPDATE segments SET "begin" = "begin" + 1 WHERE "begin" > 0', "segments", "the text before ends at"),
        ('UPDATE segments SET "end" = "end" - 1 WHERE "begin" > 0', "pages", "its segments end at"),
        ("DELETE FROM segments", "pages", "its segments end at 0"),
    ],
)
def test_each_broken_promise_is_found(tmp_path: Path, sql: str, table: str, what: str) -> None:
    folder = build_sample(tmp_path / "case")
    connection = sqlite3.connect(folder / "case.sqlite")
    connection.execute(sql)
    connection.commit()
    connection.close()
    with Case.open(folder) as case:
        faults = case.check()
    assert any(fault.table == table and what in fault.what for fault in faults), faults


def test_damage_of_the_file_is_found(tmp_path: Path) -> None:
    folder = build_sample(tmp_path / "case")
    connection = sqlite3.connect(folder / "case.sqlite")
    connection.executescript(
        "PRAGMA writable_schema = ON; "
        "UPDATE sqlite_master SET sql = 'CREATE INDEX segments_by_page ON segments (label)'"
        " WHERE name = 'segments_by_page';"
    )
    connection.close()
    with Case.open(folder) as case:
        assert any(fault.table == "(file)" for fault in case.check())
