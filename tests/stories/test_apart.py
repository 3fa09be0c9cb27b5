"""Days between units: by their dates, or by datelines without a year."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.model.date import DateCandidate, Verdict
from copydesk.stories.apart import days_apart, unit_days
from tests.dates.reading import page

PAIR = np.array([[1, 0]], np.int32)


def dateline(page_id: str, value: str) -> DateCandidate:
    return DateCandidate(page_id, 0, 8, "dateline", value, Verdict.BOUND, None, None, None, None)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("2031-04-17", "2031-04-19", 2, 2),
        ("2031-04-17", "XXXX-04-19", 1, 3),
        ("XXXX-12-31", "XXXX-01-02", 1, 3),
        ("XXXX-04-17", "2031-10-17", 181, 184),
    ],
)
def test_days_of_no_year_are_as_near_as_they_may_be(one: str, other: str, least: int, most: int) -> None:
    days = {"pa": one, "pb": other}
    known = {key: None if day.startswith("X") else day for key, day in days.items()}
    units = [[page(key, published=day)] for key, day in known.items()]
    rows = [dateline(key, day) for key, day in days.items() if day.startswith("X")]
    (apart,) = days_apart(PAIR, unit_days(units, rows))
    assert least <= apart <= most


def test_without_any_day_nothing_is_known() -> None:
    units = [[page("pa")], [page("pb", published="2031-04-17")]]
    assert np.isnan(days_apart(PAIR, unit_days(units, []))).all()
