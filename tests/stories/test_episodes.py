"""Into which episodes a story falls, and where it has none."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.event import EventStatus
from copydesk.model.page import Wording
from copydesk.model.pile import Pile
from copydesk.model.story import Story
from copydesk.stories import find_episodes
from tests.stories.press import FILLER, Sheet, pile

HAPPENED, PLANNED, THINKABLE = EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL


def episodes(source: Pile) -> list[tuple[str, ...]]:
    """The pages of the episodes, in their order."""
    found = [story for story in find_episodes(source).stories if story.parent_story is not None]
    assert all(story.parent_story == "s1" for story in found)
    ordered = sorted(found, key=lambda story: story.episode or 0)
    assert [story.episode for story in ordered] == list(range(1, len(ordered) + 1))
    return [story.page_ids for story in ordered]


def days(source: Pile) -> list[tuple[str | None, str | None]]:
    found = [story for story in find_episodes(source).stories if story.parent_story is not None]
    return [(story.first_date, story.last_date) for story in sorted(found, key=lambda story: story.episode or 0)]


def sheet(page_id: str, published: str | None, **more: object) -> Sheet:
    sentences = more.pop("sentences", (f"The ferry of page {page_id} put to sea with all hands aboard.", FILLER))
    return Sheet(page_id, sentences, published, **more)  # type: ignore[arg-type]


def test_the_day_before_the_day_and_the_day_after_are_episodes() -> None:
    days_of = {"after": "2031-03-06", "before": "2031-03-04", "day": "2031-03-05", "eve": "2031-03-04"}
    source = pile(*(sheet(page_id, day) for page_id, day in days_of.items()))
    assert episodes(source) == [("before", "eve"), ("day",), ("after",)]
    assert days(source) == [("2031-03-04",) * 2, ("2031-03-05",) * 2, ("2031-03-06",) * 2]


def test_the_days_of_a_story_hold_those_of_its_episodes() -> None:
    source = pile(sheet("a", "2031-03-04"), sheet("b", "2031-03-06"))
    for first, last in ((None, None), ("2031-03-05", "2031-03-05"), ("2031-03-01", "2031-03-09")):
        (story,) = (dataclasses.replace(row, first_date=first, last_date=last) for row in source.stories)
        found = find_episodes(dataclasses.replace(source, stories=(story,))).stories
        (parent,) = (row for row in found if row.parent_story is None)
        assert parent.first_date == min(first or "9", "2031-03-04")
        assert parent.last_date == max(last or "", "2031-03-06")


def test_a_story_of_one_day_or_of_no_known_day_has_none() -> None:
    assert episodes(pile(sheet("a", "2031-03-04"), sheet("b", "2031-03-04"))) == []
    assert episodes(pile(sheet("a", None), sheet("b", None))) == []
    assert episodes(pile(sheet("a", "2031-03-04"), sheet("b", None))) == []
    assert episodes(pile(sheet("a", "2031-03-04"))) == []


def test_a_page_without_a_day_is_in_the_story_only() -> None:
    source = pile(sheet("a", "2031-03-04"), sheet("b", "2031-03-05"), sheet("c", None))
    assert episodes(source) == [("a",), ("b",)]
    (story,) = (row for row in find_episodes(source).stories if row.parent_story is None)
    assert story.page_ids == ("a", "b", "c")


def test_a_morning_paper_tells_of_the_day_before() -> None:
    told = ("The ferry sank in the sound on Tuesday with its cargo of herring.", FILLER)
    late = sheet("late", "2031-03-05", sentences=told, dates={"Tuesday": "2031-03-04"})
    source = pile(sheet("first", "2031-03-04"), late, sheet("next", "2031-03-05"))
    assert episodes(source) == [("first", "late"), ("next",)]


@pytest.mark.parametrize(
    ("words", "value"),
    [("Tuesday's", "2031-03-04"), ("Thursday", "2031-03-06"), ("January", "2031-01"), ("1 March", "2031-03-01")],
)
def test_other_days_are_not_the_day_of_the_news(words: str, value: str) -> None:
    """What is a day of something else, lies ahead, names no day, or lies long back."""
    told = (f"The captain spoke of {words} wreck to a crowded hall in the port.", FILLER)
    named = words.removesuffix("'s")
    late = sheet("late", "2031-03-05", sentences=told, dates={named: value})
    assert episodes(pile(sheet("first", "2031-03-04"), late)) == [("first",), ("late",)]


def test_a_late_copy_tells_of_the_day_of_its_text() -> None:
    assert episodes(
        pile(sheet("a", "2031-03-04"), sheet("b", "2031-03-05"), sheet("c", "2031-03-06", copies="b"))
    ) == [("a",), ("b", "c")]
    assert episodes(
        pile(sheet("a", "2031-03-04"), sheet("b", "2031-03-05"), sheet("c", None, copies="a"))
    ) == [("a", "c"), ("b",)]  # fmt: skip


def test_interval_days_join_the_one_day_that_they_hold() -> None:
    wide = sheet("wide", "2031-03-04/2031-03-05")
    assert episodes(pile(sheet("a", "2031-03-04"), wide, sheet("c", "2031-03-07"))) == [("a", "wide"), ("c",)]
    assert episodes(pile(sheet("a", "2031-03-04"), wide, sheet("b", "2031-03-05"))) == [("a",), ("b",)]
    source = pile(wide, sheet("wider", "2031-03-05/2031-03-06"), sheet("c", "2031-03-08"))
    assert episodes(source) == [("wide", "wider"), ("c",)]
    assert days(source)[0] == ("2031-03-04", "2031-03-06")
    assert episodes(pile(sheet("a", "2031-03-04"), sheet("month", "2031-03-01/2031-03-31"))) == []


MEETING = "The minister met the king on Monday in the long hall of the castle."
AHEAD = "The minister will meet the king before she leaves, her office said."


def meeting(page_id: str, *, met: bool | None, published: str | None = "2031-03-03") -> Sheet:
    if met is None:
        return sheet(page_id, published)
    words, status = ("met the king", HAPPENED) if met else ("meet the king", PLANNED)
    return sheet(page_id, published, sentences=(MEETING if met else AHEAD, FILLER), acts={"e": (words, status)})


def test_pages_of_one_day_are_parted_by_an_act_that_some_still_plan() -> None:
    eve = sheet("eve", "2031-03-02")
    source = pile(eve, meeting("told", met=True), meeting("awaited", met=False))
    assert episodes(source) == [("eve",), ("awaited",), ("told",)]
    assert days(source)[1:] == [("2031-03-03",) * 2] * 2


def test_they_are_not_where_a_page_says_neither_or_all_is_of_one_day() -> None:
    eve = sheet("eve", "2031-03-02")
    source = pile(eve, meeting("told", met=True), meeting("awaited", met=False), meeting("other", met=None))
    assert episodes(source) == [("eve",), ("awaited", "other", "told")]
    assert episodes(pile(meeting("told", met=True), meeting("awaited", met=False))) == []


def test_a_page_of_no_known_day_has_that_of_an_act_that_others_date_and_it_names() -> None:
    """2031-03-03 is a Monday."""

    def undated(value: str | None, words: str = "Monday", status: EventStatus = HAPPENED) -> Sheet:
        told = (f"The minister met the king on {words} in the long hall of the castle.", FILLER)
        return sheet("x", None, sentences=told, dates={words: value}, acts={"e": ("met the king", status)})

    known = (
        meeting("told", met=True, published="2031-03-03"),
        sheet("later", "2031-03-04"),
    )
    dated = {"e": "2031-03-03"}
    assert episodes(pile(*known, undated(None), days=dated)) == [("told", "x"), ("later",)]
    assert episodes(pile(*known, undated(None, "Sunday"), days=dated)) == [("told",), ("later",)]
    assert episodes(pile(*known, undated(None, status=PLANNED), days=dated)) == [("told",), ("later",)]
    assert episodes(pile(*known, undated(None), days={"e": "2031-02-03"})) == [("told",), ("later",)]
    assert episodes(pile(*known, undated(None))) == [("told",), ("later",)]


def test_no_pages_no_episodes() -> None:
    assert find_episodes(Pile()).stories == ()


_DAYS = [date(2031, 3, 3) + timedelta(days=n) for n in range(4)]
_PUBLISHED = st.one_of(
    st.none(),
    st.sampled_from([day.isoformat() for day in _DAYS]),
    st.sampled_from([f"{a}/{b}" for a in _DAYS for b in _DAYS]),
    st.sampled_from(["2031-03", "2031-03-40", "not a day", ""]),
)
_SHEETS = st.lists(
    st.builds(
        lambda published, met, headline, spun, copies: (published, met, headline, spun, copies),
        _PUBLISHED,
        st.sampled_from([None, True, False]),
        st.sampled_from([None, "The minister and the king", " \u202e "]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=7,
)


@settings(max_examples=150)
@given(_SHEETS)
def test_episodes_part_the_pages_and_every_place_holds(
    drawn: list[tuple[str | None, bool | None, str | None, bool, bool]],
) -> None:
    made = []
    for n, (published, met, headline, spun, copies) in enumerate(drawn):
        base = meeting(f"p{n}", met=met, published=published)
        wording = Wording.SPUN_COPY if spun else Wording.ORIGINAL
        kin = "p0" if copies and n else None
        made.append(Sheet(base.page_id, base.sentences, published, headline, wording, {}, base.acts, kin))
    source = pile(*made, days={"e": "2031-03-03"})
    rows = find_episodes(source).stories
    assert list(rows) == sorted(rows, key=lambda row: row.story_id)
    assert len({row.story_id for row in rows}) == len(rows)
    text = {page.page_id: page for page in source.pages}
    (parent,) = (row for row in rows if row.parent_story is None)
    parts = [row for row in rows if row.parent_story is not None]
    assert len(parts) != 1
    members = [page_id for row in parts for page_id in row.page_ids]
    assert len(members) == len(set(members))
    assert set(members) <= set(parent.page_ids)
    for row in rows:
        assert row.page_ids == tuple(sorted(row.page_ids))
        assert row is parent or (row.page_ids and (row.first_date or "~") <= (row.last_date or ""))
        _holds(row, {page_id: text[page_id].text for page_id in row.page_ids})
        if row.summary_page is not None:
            assert text[row.summary_page].wording is not Wording.SPUN_COPY


def _holds(row: Story, texts: dict[str, str]) -> None:
    """Title and summary are words of a page of the row."""
    assert (row.summary is None) == (row.summary_page is None) == (row.summary_begin is None)
    if row.summary_page is not None:
        assert texts[row.summary_page][row.summary_begin : row.summary_end] == row.summary != ""
    if row.title_begin is not None:
        assert row.title_page is not None
        assert texts[row.title_page][row.title_begin : row.title_end] == row.title != ""
