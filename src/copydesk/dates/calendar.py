"""Spans of days and the units of the calendar that they fill."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.dates.expression import Grain

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years that a text may mean. `date` goes from 1 to 9999; a year outside of these is more likely a number."""


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def one(cls, day: date) -> Days:
        """A single day."""
        return cls(day, day)

    @classmethod
    def read(cls, value: str) -> Days:
        """The days of an ISO date or interval: `2023`, `2023-06`, `2023-06-19`, `2023-06-18/2023-06-19`.

        Raises:
            ValueError: `value` is none of these.
        """
        first, slash, last = value.partition("/")
        return cls(_edge(first, last=False), _edge(last if slash else first, last=True))


def _edge(text: str, *, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12 if last else 1, 31 if last else 1)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, days_in(year, month) if last else 1)
    year, month, day = parts
    return date(year, month, day)


def is_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether a month has such a day; without a year, in a leap year."""
    if month is None or day is None or not 1 <= month <= 12:
        return False
    return 1 <= day <= days_in(2000 if year is None else year, month)


def days_in(year: int, month: int) -> int:
    """The length of a month in days."""
    return calendar.monthrange(year, month)[1]


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, days_in(year, month)))


def year_days(year: int, last: int | None = None) -> Days:
    """All days of a year, or of the years up to `last`."""
    return Days(date(year, 1, 1), date(year if last is None else last, 12, 31))


def week_of(day: date) -> Days:
    """The ISO week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the ISO week that holds a day."""
    sunday = week_of(day).last
    return Days(sunday - timedelta(days=1), sunday)


def quarter_days(year: int, number: int) -> Days:
    """A quarter of the calendar year, 1 to 4."""
    return Days(date(year, 3 * number - 2, 1), month_days(year, 3 * number).last)


def half_days(year: int, number: int) -> Days:
    """A half of the calendar year, 1 or 2."""
    return Days(date(year, 6 * number - 5, 1), month_days(year, 6 * number).last)


def season_days(year: int, number: int) -> Days:
    """A season of the northern half of the earth, by whole months: 0 for March to May, 3 for December to February."""
    if number == 3:
        return Days(date(year, 12, 1), month_days(year + 1, 2).last)
    return Days(date(year, 3 * number + 3, 1), month_days(year, 3 * number + 5).last)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def add_units(day: date, amount: int, unit: Grain) -> date:
    """A day so many units on. Units shorter than a day move nothing."""
    if unit < Grain.DAY:
        return day
    if unit is Grain.DAY:
        return day + timedelta(days=amount)
    if unit in (Grain.WEEK, Grain.WEEKEND):
        return day + timedelta(weeks=amount)
    return add_months(day, amount * _MONTHS[unit])


_MONTHS = {
    Grain.MONTH: 1,
    Grain.SEASON: 3,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
"""Months of the units that are counted in months."""
