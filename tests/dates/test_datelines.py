"""A dateline without a year against a printed day with one."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.dates.datelines import agrees_with, days_of_datelines
from copydesk.dates.publication import date_by_own_witnesses
from copydesk.model.page import Label
from copydesk.model.pile import Pile
from tests.dates.reading import candidate, laid_out, page

SEPTEMBER_3 = frozenset({(9, 3)})


@pytest.mark.parametrize(
    ("day", "agrees"),
    [
        ("2031-09-03", True),
        ("2031-09-01", True),
        ("2031-10-15", True),
        ("2031-08-20", False),
        ("2031-11-28", False),
        ("2032-02-03", False),
    ],
)
def test_a_page_appears_soon_after_its_dateline(day: str, agrees: bool) -> None:
    assert agrees_with(day, SEPTEMBER_3) is agrees
    assert agrees_with(day, frozenset())


def test_the_distance_is_counted_over_the_turn_of_the_year_and_in_leap_years() -> None:
    assert agrees_with("2032-01-05", frozenset({(12, 30)}))
    assert agrees_with("2031-12-31", frozenset({(1, 1)}))
    assert agrees_with("2032-03-01", frozenset({(2, 29)}))
    assert not agrees_with("2032-09-01", frozenset({(2, 29)}))


def test_days_with_a_year_and_days_of_the_body_are_no_bound() -> None:
    text, segments = laid_out(
        "p1",
        ("PORT KELM, Sept. 3", Label.DATELINE),
        ("FENHAM, May 4, 2031", Label.DATELINE),
        ("On June 1.", Label.BODY),
    )
    assert days_of_datelines(page(text=text, language="en"), segments) == SEPTEMBER_3


@pytest.mark.parametrize(("bar", "published"), [("2031-11-28", None), ("2031-09-04", "2031-09-04")])
def test_a_day_under_the_headline_far_from_the_dateline_is_that_of_the_visit(bar: str, published: str | None) -> None:
    text, segments = laid_out("p1", (bar, Label.DATE_BANNER), ("PORT KELM, Sept. 3 —", Label.DATELINE))
    found = (candidate("headline", bar, 0, 10),)
    pile = Pile(pages=(page(text=text, language="en"),))
    pile = dataclasses.replace(pile, segments=tuple(segments), date_candidates=found)
    (dated,) = date_by_own_witnesses(pile).pages
    assert dated.published == published
