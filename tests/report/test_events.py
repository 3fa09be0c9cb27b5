"""The events in the report: every one leads to the words that bear it, and the timeline says what the list says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import copydesk
from copydesk.report.happened import happenings
from copydesk.report.library import Library
from copydesk.report.timeline import LEFT, WIDTH, draw_timeline

WIRE = """Ministers quarrel over cod

BERGEN (Reuters) - Denmark accused Norway on March 4, 2031 of detaining three trawlers.

Norway rejected the complaint on March 6, 2031.
"""
HOSTILE = """<script>alert(1)</script>

Sweden condemned <b onmouseover=x>Norway</b> on March 5, 2031, over cod.
"""
PAGES = {"wire.txt": WIRE, "hostile.txt": HOSTILE}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cod")
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
    with copydesk.build([folder], folder / "case") as case:
        copydesk.write_report(case, folder / "report")
    return folder


def test_every_event_leads_to_words_that_are_there(folder: Path) -> None:
    html = (folder / "report" / "events" / "1.html").read_text("utf-8")
    with copydesk.Case.open(folder / "case") as case:
        assert html.count('<article class="event"') == case.count("events") > 2
        for row in case.table("event_mentions"):
            address = f"page/{row.page_id}.html#c{row.begin}-{row.end}"
            assert f'href="../{address}"' in html
            page = (folder / "report" / "page" / f"{row.page_id}.html").read_text("utf-8")
            assert f'id="c{row.begin}-{row.end}"' in page


def test_the_story_names_its_events(folder: Path) -> None:
    with copydesk.Case.open(folder / "case") as case:
        stories = {event.story_id for event in case.table("events")}
    for story_id in stories:
        assert f"happened/{story_id}.html" in (folder / "report" / "story" / f"{story_id}.html").read_text("utf-8")
        assert (folder / "report" / "happened" / f"{story_id}.html").is_file()


def test_page_text_does_not_act(folder: Path) -> None:
    html = (folder / "report" / "events" / "1.html").read_text("utf-8")
    assert "<script>alert" not in html
    assert "<b onmouseover" not in html


def test_the_timeline_marks_every_dated_event_inside_its_frame(folder: Path) -> None:
    with copydesk.Case.open(folder / "case") as case:
        library = Library(case)
        found = happenings(library, library.all_events())
        library.close()
    drawing = draw_timeline(found)
    dated = [one for one in found if one.event.date_from]
    assert len({one.event.date_from for one in dated}) > 1
    assert drawing is not None
    assert {mark.anchor for mark in drawing.marks} == {one.anchor for one in dated}
    assert all(LEFT <= mark.x <= WIDTH for mark in drawing.marks)
    assert draw_timeline([]) is None


def test_anchors_on_the_page_are_unique(folder: Path) -> None:
    html = (folder / "report" / "events" / "1.html").read_text("utf-8")
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
