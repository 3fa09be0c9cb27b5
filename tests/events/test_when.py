"""Days: values read, overlaps, and which date goes with which act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.events.when import UNKNOWN, When, day_of_the_page, interval, nearest_date, stay_of
from copydesk.model.date import DateRole, Timex, TimexType
from copydesk.model.event import EventStatus


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03-04T09:30", "2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03", "2031-03"),
        ("2031", "2031", "2031"),
        ("2031-W10", "2031-03-03", "2031-03-09"),
        ("2031-03-01/2031-03-04", "2031-03-01", "2031-03-04"),
        ("2031-03-04/..", "2031-03-04", None),
        ("../2031-03-04", None, "2031-03-04"),
    ],
)
def test_values_are_days(value: str, start: str | None, end: str | None) -> None:
    found = interval(value)
    assert found is not None
    assert (found.start, found.end, found.stated) == (start, end, True)


@pytest.mark.parametrize("value", ["PRESENT_REF", "P2D", "XXXX-03-04", "", "../.."])
def test_what_is_no_place_on_the_calendar_is_none(value: str) -> None:
    assert interval(value) is None


def overlap(one: When, two: When) -> bool:
    """Whether both may be of one day."""
    (a, b), (c, d) = one.days, two.days
    return a <= d and c <= b


def test_vague_dates_overlap_precise_ones() -> None:
    day, month, later = (When(value, value) for value in ("2031-03-04", "2031-03", "2031-04-01"))
    assert overlap(day, month)
    assert overlap(day, UNKNOWN)
    assert overlap(When("2031-03-04", None), later)
    assert not overlap(month, later)
    assert not overlap(When(None, "2031-03-31"), later)


_DATES = st.dates().map(lambda day: day.isoformat())


@given(_DATES, _DATES)
def test_an_interval_holds_its_ends(one: str, two: str) -> None:
    found = interval("/".join(sorted((one, two))))
    assert found is not None
    assert found.width >= 0
    assert overlap(found, When(one, one))
    assert overlap(When(two, two), found)


def timex(begin: int, end: int, value: str | None, role: DateRole = DateRole.EVENT) -> Timex:
    return Timex("p", begin, end, "X" * (end - begin), TimexType.DATE, value, role, None)


def test_the_date_of_the_clause_goes_before_a_nearer_one_outside() -> None:
    dates = [timex(10, 16, "2031-03-01"), timex(40, 46, "2031-03-04")]
    found = nearest_date(dates, (18, 22), (18, 60))
    assert found is not None
    assert (found.start, found.close) == ("2031-03-04", True)


def test_unresolved_dates_and_banners_date_nothing() -> None:
    assert nearest_date([timex(0, 5, "2031"), timex(6, 9, None)], (10, 12), (0, 20)) == UNKNOWN
    assert nearest_date([timex(6, 9, "2031-03-04", DateRole.BANNER)], (10, 12), (0, 20)) is None


def test_the_pages_day_stands_in_and_says_so() -> None:
    happened = day_of_the_page("2031-03-04", EventStatus.HAPPENED)
    planned = day_of_the_page("2031-03-04", EventStatus.PLANNED)
    assert (happened.start, happened.end, happened.stated) == ("2031-03-04", "2031-03-04", False)
    assert (planned.start, planned.end) == ("2031-03-04", None)
    assert day_of_the_page(None, EventStatus.HAPPENED) == UNKNOWN


def length(begin: int, end: int, value: str | None) -> Timex:
    return Timex("p", begin, end, "X" * (end - begin), TimexType.DURATION, value, DateRole.EVENT, None)


def test_the_length_of_a_visit_gives_all_its_days() -> None:
    found = stay_of([length(4, 11, "2031-03-04/2031-03-05")], (12, 16), (12, 40))
    assert found is not None
    assert (found.start, found.end, found.whole) == ("2031-03-04", "2031-03-05", True)


@pytest.mark.parametrize("value", [None, "P2D", "2031-03-04", "2031-03/2032-03"])
def test_a_length_without_days_or_of_a_long_time_gives_none(value: str | None) -> None:
    assert stay_of([length(4, 11, value)], (12, 16), (12, 40)) is None


def test_a_length_in_another_clause_is_not_that_of_the_visit() -> None:
    assert stay_of([length(80, 87, "2031-03-04/2031-03-05")], (12, 16), (12, 40)) is None
