"""The day that a dateline names without its year (`PORT KELM, Sept. 3 —`), held against a day with a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from copydesk.dates.calendar import is_day
from copydesk.dates.expression import Form
from copydesk.dates.expressions import find_expressions
from copydesk.model.page import Label, Page, Segment

DAYS_BEFORE, DAYS_AFTER = 45, 2
"""Days by which the dateline may lie before the day of publication and after it. Weeklies and monthly papers print
agency text weeks later; clocks of other zones are a day ahead."""

MonthDay = tuple[int, int]


def days_of_datelines(page: Page, segments: Sequence[Segment]) -> frozenset[MonthDay]:
    """The months and days that the datelines of a page name without a year."""
    found = set()
    for segment in segments:
        words = page.text[segment.begin : segment.end] if segment.label is Label.DATELINE else ""
        if not any(letter.isdigit() for letter in words):
            continue
        for one in find_expressions(words, language=page.language):
            point = one.first if one.form is Form.POINT else None
            if point is not None and point.year is None and point.month is not None and point.day is not None:
                found.add((point.month, point.day))
    return frozenset(found)


def agrees_with(day: str, datelines: frozenset[MonthDay]) -> bool:
    """Whether a page with these datelines may have been published on an ISO day; true where there are none."""
    if not datelines:
        return True
    published = date.fromisoformat(day)
    return any(-DAYS_AFTER <= _days_since(published, one) <= DAYS_BEFORE for one in datelines)


def _days_since(published: date, named: MonthDay) -> int:
    """The days from the nearest day of that name to the day of publication; below zero where it lies behind."""
    years = range(published.year - 1, published.year + 2)
    distances = [
        (published - date(year, *named)).days for year in years if 1 <= year <= 9999 and is_day(year, *named)
    ]
    return min(distances, key=abs, default=0)
