"""Lengths that are the days of an event, on a page of Wednesday, 14 June 2023."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.dates.expressions import find_expressions
from copydesk.dates.reading import read_dates


def values(text: str, anchor: date | None = date(2023, 6, 14)) -> dict[str, str | None]:
    found = read_dates(text, find_expressions(text), anchor)
    return {text[one.expression.begin : one.expression.end]: one.value.text if one.value else None for one in found}


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("She wrapped up a two-day visit to Fenham on Tuesday.", "two-day", "2023-06-12/2023-06-13"),
        ("On Tuesday the envoys ended three days of talks.", "three days", "2023-06-11/2023-06-13"),
        ("The minister arrives in Fenham on Friday for two days of talks.", "two days", "2023-06-16/2023-06-17"),
        ("The union began a four-day strike on Monday.", "four-day", "2023-06-12/2023-06-15"),
        ("She praised the two-day visit on Tuesday.", "two-day", "P2D"),
        ("They ended two days of rain on Tuesday.", "two days", "P2D"),
        ("She wrapped up a two-day visit to Fenham.", "two-day", "P2D"),
    ],
)
def test_a_sentence_places_a_visit(text: str, length: str, expected: str) -> None:
    assert values(text)[length] == expected


def test_another_length_of_as_many_days_takes_them_over() -> None:
    text = (
        "The envoy held a second and last day of talks Monday. Her two-day trip was cheap.\n\nA 3-day tour is next."
    )
    found = values(text)
    assert found["two-day"] == "2023-06-11/2023-06-12"
    assert found["3-day"] == "P3D"


def test_two_visits_as_long_are_kept_apart() -> None:
    text = (
        "She ended a two-day visit on Monday. He ended a two-day tour on Friday. Neither two-day trip, they say, was "
        "worth it, and a two-day visit is short."
    )
    found = read_dates(text, find_expressions(text), date(2023, 6, 14))
    lengths = [one.value.text for one in found if one.value and one.expression.length]
    assert lengths == ["2023-06-11/2023-06-12", "2023-06-08/2023-06-09", "P2D", "P2D"]


def test_without_a_day_of_writing_a_stated_day_will_do() -> None:
    assert values("She wrapped up a two-day visit on June 3, 2023.", None)["two-day"] == "2023-06-02/2023-06-03"
    assert values("She wrapped up a two-day visit on Tuesday.", None)["two-day"] == "P2D"
