"""The rows of a page: places, swapped words, furniture, roles."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.dates import date_pages
from copydesk.dates.calendar import Days
from copydesk.dates.expressions import find_expressions
from copydesk.dates.lexicon import lexicon
from copydesk.dates.stage import date_page
from copydesk.model.date import DateCandidate, DateRole, TimexType, Verdict
from copydesk.model.page import Label
from copydesk.model.pile import Pile
from tests.dates.expression_pages import page_of, segments_of, swap

STORY = """Wednesday, April 29, 2026

FENHAM, June 14 -- The harbour board met Monday and will meet again on Friday.

Read more: The mayor resigned yesterday

Mayor Ada Brill opens the pier on June 3, 2023. (Photo: Coast Wire)"""


def test_values_roles_and_their_basis() -> None:
    segments = segments_of(
        STORY,
        ("Wednesday, April 29, 2026", Label.DATE_BANNER),
        ("FENHAM, June 14 --", Label.DATELINE),
        ("Read more: The mayor resigned yesterday", Label.TEASER),
        ("Mayor Ada Brill opens the pier on June 3, 2023. (Photo: Coast Wire)", Label.CAPTION),
    )
    found = [(row.text, row.value, row.role, row.basis) for row in date_page(page_of(STORY), segments, ())]
    assert found == [
        ("Wednesday, April 29, 2026", "2026-04-29", DateRole.BANNER, "text"),
        ("June 14", "2023-06-14", DateRole.PUBLICATION, "published"),
        ("Monday", "2023-06-12", DateRole.EVENT, "published"),
        ("Friday", "2023-06-16", DateRole.EVENT, "published"),
        ("yesterday", None, DateRole.OTHER, None),
        ("June 3, 2023", "2023-06-03", DateRole.EVENT, "text"),
    ]


@pytest.mark.parametrize(("verdict", "value"), [(Verdict.WON, "2023-06-02"), (Verdict.REFUSED, None)])
def test_the_figures_of_the_day_of_publication_are_read_by_it(verdict: Verdict, value: str | None) -> None:
    text = "Posted: 06/02/2023 4:11 PM EST\n\nThe board met."
    witness = DateCandidate("p1", 8, 18, "published", "2023-06-02", verdict, None, None, None, None)
    segments = segments_of(text, ("Posted: 06/02/2023 4:11 PM EST", Label.DATE_BANNER))
    (row,) = date_page(page_of(text), segments, (), [witness])
    assert (row.value or "").partition("T")[0] == (value or "")


@pytest.mark.parametrize(
    ("verdict", "role"), [(Verdict.WON, DateRole.PUBLICATION), (Verdict.REFUSED, DateRole.BANNER)]
)
def test_a_banner_that_gives_the_right_day_is_about_the_publication(verdict: Verdict, role: DateRole) -> None:
    text = "Published June 14, 2023\n\nThe board met."
    witness = DateCandidate("p1", 10, 23, "line", "2023-06-14", verdict, None, None, None, None)
    segments = segments_of(text, ("Published June 14, 2023", Label.DATE_BANNER))
    (row,) = date_page(page_of(text), segments, (), [witness])
    assert row.role is role


def test_without_a_day_of_publication_only_what_is_stated_has_a_value() -> None:
    found = date_page(page_of(STORY, published=None), segments_of(STORY), ())
    assert [row.text for row in found if row.value] == ["Wednesday, April 29, 2026", "June 3, 2023"]


def test_a_swapped_month_is_read_as_restored() -> None:
    text = "The board met its bankers in Could, and met the owners final week."
    swaps = [swap(text, "in Could", "in May"), swap(text, "final", "last")]
    found = date_page(page_of(text), segments_of(text), swaps)
    assert [(row.text, row.value, row.basis) for row in found] == [
        ("in Could", "2023-05", "published, restored"),
        ("final week", "2023-06-05/2023-06-11", "published, restored"),
    ]
    assert all(text[row.begin : row.end] == row.text for row in found)


@pytest.mark.parametrize("restored", ["officials", "officials last week,"])
def test_a_restored_wording_takes_no_weekday_away(restored: str) -> None:
    text = "The board met senior officers Monday, as both sides wished."
    (row,) = date_page(page_of(text), segments_of(text), [swap(text, "officers Monday,", restored)])
    assert (row.text, row.value) == ("Monday", "2023-06-12")


def test_an_interval_of_publication_gives_what_all_its_days_give() -> None:
    text = "The board met in May, and met yesterday."
    found = date_page(page_of(text, published="2023-06-14/2023-06-16"), segments_of(text), ())
    assert [(row.text, row.value) for row in found] == [("May", "2023-05"), ("yesterday", None)]


def test_a_time_without_a_day_needs_a_verb() -> None:
    said, bare = "The harbour opened at 6:40 p.m. and closed in the late evening.", "Supper 6:40 p.m."
    assert [row.value for row in date_page(page_of(said), segments_of(said), ())] == [
        "2023-06-14T18:40",
        "2023-06-14",
    ]
    assert [row.value for row in date_page(page_of(bare), segments_of(bare), ())] == [None]


_PHRASES = [
    "met Monday", "will meet on Friday", "two days later", "in May", "June 3-5", "since 2018", "that week", "18:30",
    "from 2019 to 2021", "over the next year", "18-month-old", "half an hour", "every Monday", "6/7/2023", "'82",
    "in Could", "\n\n", "\n", "😀", "é", "½", "5½ hours", "ß", "İstanbul", "Sunday and Monday",
    "late last year", "(2005)",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_PHRASES) | st.text(max_size=6), max_size=12),
    st.sampled_from([None, "2023-06-14", "2023-06-14/2023-06-20", "2023-06", "2024-02-29"]),
    st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "zh"]),
)
def test_every_row_points_into_its_page(phrases: list[str], published: str | None, language: str | None) -> None:
    text = " ".join(phrases)
    swaps = [swap(text, "in Could", "in May")] if "in Could" in text else []
    pile = Pile(
        pages=(page_of(text, published=published, language=language),),
        segments=segments_of(text),
        substitutions=tuple(swaps),
    )
    rows = date_pages(pile).dates
    assert all(text[row.begin : row.end] == row.text and row.text for row in rows)
    assert all(a.end <= b.begin for a, b in itertools.pairwise(rows))
    assert all((row.value is None) == (row.basis is None) for row in rows)
    assert all(row.value is None or _is_valid(row.value, row.type) for row in rows)


@given(
    st.lists(st.sampled_from(_PHRASES) | st.sampled_from(["-", ",", "of", "the", "at", "and"]), max_size=12),
    st.data(),
)
def test_an_empty_line_parts_expressions(phrases: list[str], data: st.DataObject) -> None:
    """What a paragraph has is what the text has there: the swaps of a page are judged by their paragraphs alone."""
    text = data.draw(st.sampled_from([" ", ""])).join([*phrases, "\n\n", "May 3", "\n\n", *reversed(phrases)])
    cuts = [0, *(match.start() for match in re.finditer("\n\n", text)), len(text)]
    parts = [find_expressions(text, begin, end) for begin, end in itertools.pairwise(cuts)]
    spans = [(one.begin, one.end, one.first) for part in parts for one in part]
    assert spans == [(one.begin, one.end, one.first) for one in find_expressions(text)]


@given(st.data(), st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl"]))
def test_words_of_dates_in_any_order_are_read_or_left(data: st.DataObject, language: str) -> None:
    words = st.sampled_from(sorted(lexicon(language).words)) | st.sampled_from(
        ["3", "20th", "1999", "5:30", "said", ","]
    )
    text = " ".join(data.draw(st.lists(words, max_size=12)))
    pile = Pile(pages=(page_of(text, published="2024-02-29", language=language),), segments=segments_of(text))
    assert all(row.value is None or _is_valid(row.value, row.type) for row in date_pages(pile).dates)


def test_the_coming_hour_has_no_value() -> None:
    text = "The harbour will close in the coming hour."
    assert [row.value for row in date_page(page_of(text), segments_of(text), ())] in ([], [None])


def _is_valid(value: str, kind: TimexType) -> bool:
    """Whether a value is a TIMEX3 value or an ISO interval whose days can be read back."""
    if kind is TimexType.SET:
        return re.fullmatch(r"P\d+[A-Z]|PT\d+[HMS]|XXXX-.+", value) is not None
    if kind is TimexType.DURATION and value.startswith("P"):
        return re.fullmatch(r"P(?:T?[\dX.]+[A-Z]{1,2}){1,2}", value) is not None
    day = re.sub(r"T.*", "", value).replace("/..", "").replace("../", "")
    if re.search(r"-[A-Z]", day):
        return re.fullmatch(r"(?:FY)?\d{4}-(?:Q[1-4]|H[12]|SP|SU|FA|WI)(?:/.*)?", day) is not None
    days = Days.read(day.removeprefix("FY"))
    return days.first <= days.last
