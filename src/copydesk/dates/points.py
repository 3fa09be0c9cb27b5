"""What one unit of the calendar stands for, seen from a known day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.dates.calendar import (
    Days,
    add_units,
    half_days,
    is_day,
    month_days,
    quarter_days,
    season_days,
    week_of,
    weekend_of,
    year_days,
)
from copydesk.dates.expression import Grain, Part, Point, Tense

ONE_SIDED = 4
"""A clause in the past puts a day of the year (`November 11`) behind the day of writing unless the next such day is
so many times nearer: verbs of saying are in the past whatever they tell of."""

WEEKDAY_YEARS = 6
"""Years around that of writing in which a day with its weekday (`Monday 2 October`) is looked for."""

NAMED_NEAR = 60
"""Days from that of writing within which `the October 7 attack` is news; farther off it is a name in history."""

NEAR = 31
"""Days from the day of writing within which one reading of `6/7/2023` must lie, and the other must not."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for.

    Attributes:
        text: a TIMEX3 value or an ISO interval, as the table `dates` has it.
        timex3: the TIMEX3 value; as `text` but for what TIMEX3 has a code of its own for (`2023-W24`, `2023-W24-WE`).
        days: the days that it fills; null for a length, a set, and an interval that is open at the beginning.
        anchored: whether it rests on the day of writing.
    """

    text: str
    timex3: str
    days: Days | None = None
    anchored: bool = False


def point_value(point: Point, anchor: date | None, tense: Tense | None = None) -> Value | None:
    """What one unit stands for, null where that is not known: `the coming hour` of a page that has a day, no hour."""
    side = point.side or tense
    days = _days_of(point, anchor, side)
    if days is None or point.grain < Grain.DAY:
        return None
    anchored = not point.is_explicit and not (point.number is not None and point.grain >= Grain.DECADE)
    if point.part in (Part.BEFORE, Part.AFTER) and anchor is not None and point.grain > Grain.DAY:
        cut = _cut(days, anchor, point.part)
        if cut is not None:
            code = _code(point, days)
            return Value(f"{cut.first}/{cut.last}" if cut.first < cut.last else str(cut.first), code, cut, anchored)
    code = _code(point, days)
    if point.clock is not None:
        code += f"T{point.clock}{point.zone}"
    return Value(_text(point, days, code), code, days, anchored)


def _cut(days: Days, anchor: date, part: Part) -> Days | None:
    """What of a unit lies before the day of writing, or after it."""
    if not days.first <= anchor <= days.last:
        return None
    one = timedelta(days=1)
    first, last = (days.first, anchor - one) if part is Part.BEFORE else (anchor + one, days.last)
    return Days(first, last) if first <= last else None


def _text(point: Point, days: Days, code: str) -> str:
    """TIMEX3 values as they are where ISO 8601 has them too, else the interval."""
    if point.grain in (Grain.WEEK, Grain.WEEKEND, Grain.DECADE, Grain.CENTURY):
        if point.grain in (Grain.DECADE, Grain.CENTURY):
            return f"{days.first.year}/{days.last.year}"
        return f"{days.first}/{days.last}"
    return code


def _code(point: Point, days: Days) -> str:
    """The TIMEX3 value of a unit."""
    first = days.first
    year, week, _ = first.isocalendar()
    codes = {
        Grain.DAY: str(first),
        Grain.WEEK: f"{year}-W{week:02}",
        Grain.WEEKEND: f"{year}-W{week:02}-WE",
        Grain.MONTH: f"{first.year:04}-{first.month:02}",
        Grain.SEASON: f"{first.year:04}-{('SP', 'SU', 'FA', 'WI')[(first.month // 3 - 1) % 4]}",
        Grain.QUARTER: f"{first.year:04}-Q{first.month // 3 + 1}",
        Grain.HALF: f"{first.year:04}-H{first.month // 6 + 1}",
        Grain.YEAR: f"{first.year:04}",
        Grain.DECADE: f"{first.year // 10:03}",
        Grain.CENTURY: f"{first.year // 100:02}",
    }
    return f"FY{first.year}" if point.fiscal else codes[point.grain]


def _days_of(point: Point, anchor: date | None, side: Tense | None) -> Days | None:
    if point.two_ways:
        return _read_either_way(point, anchor)
    if point.grain is Grain.DAY and point.weekday is not None and point.number is not None:
        return _weekday_of_month(point, point.weekday, point.number, anchor, side)
    year = point.year
    if year is None and point.year_offset is not None:
        if anchor is None:
            return None
        year = anchor.year + point.year_offset
    if point.grain in (Grain.DECADE, Grain.CENTURY) and point.number is not None:
        return year_days(point.number, point.number + (9 if point.grain is Grain.DECADE else 99))
    if year is not None:
        return _in_year(point, year)
    if anchor is None:
        return None
    return _near(point, anchor, side) if point.offset is None else _at_distance(point, point.offset, anchor)


def _near(point: Point, anchor: date, side: Tense | None) -> Days | None:
    """A unit that is said in part, as near to the day of writing as its side allows."""
    if point.grain is Grain.DAY and point.month is not None and point.day is not None:
        return _nearest_day(point, anchor, side)
    if point.grain is Grain.DAY and point.weekday is not None:
        return Days.one(_weekday(point.weekday, point.side, anchor, side))
    if point.grain is Grain.MONTH and point.month is not None:
        return _nearest_month(point, anchor, side)
    if point.grain in (Grain.QUARTER, Grain.HALF, Grain.SEASON) and point.number is not None:
        return _nearest_of_year(point, anchor, side)
    if point.grain is Grain.WEEKEND:
        near = [weekend_of(anchor + timedelta(weeks=weeks)) for weeks in (-1, 0, 1)]
        return _nearest(near, anchor, side or Tense.PAST)
    return None


def _in_year(point: Point, year: int) -> Days | None:
    if point.grain is Grain.YEAR:
        return year_days(year)
    if point.grain is Grain.DAY and point.month and point.day:
        return Days.one(date(year, point.month, point.day))
    if point.grain is Grain.MONTH and point.month:
        return month_days(year, point.month)
    if point.number is None:
        return None
    if point.grain is Grain.SEASON:
        return season_days(year, point.number)
    if point.grain is Grain.QUARTER:
        return quarter_days(year, 4 if point.number < 0 else point.number)
    return half_days(year, 2 if point.number < 0 else point.number) if point.grain is Grain.HALF else None


def _at_distance(point: Point, offset: int, anchor: date) -> Days | None:
    """The unit so many units from that of the day of writing."""
    if point.weekday is not None:
        return Days.one(week_of(anchor + timedelta(weeks=offset)).first + timedelta(days=point.weekday))
    if point.grain is Grain.SEASON and point.number is not None:
        return _season_at(point.number, offset, anchor)
    day = add_units(anchor, offset, point.grain)
    if point.grain <= Grain.DAY:
        return Days.one(day)
    if point.grain is Grain.WEEKEND:
        return weekend_of(day)
    if point.grain is Grain.WEEK:
        return week_of(day)
    if point.grain is Grain.MONTH:
        return month_days(day.year, day.month)
    if point.grain is Grain.QUARTER:
        return quarter_days(day.year, (day.month + 2) // 3)
    if point.grain is Grain.YEAR:
        return year_days(day.year)
    if point.grain is Grain.DECADE:
        return year_days(day.year // 10 * 10, day.year // 10 * 10 + 9)
    return year_days(day.year // 100 * 100, day.year // 100 * 100 + 99) if point.grain is Grain.CENTURY else None


def _season_at(number: int, offset: int, anchor: date) -> Days | None:
    """`last winter` is the latest that is over, `next summer` the first to begin, `this fall` the nearest."""
    all_of = [season_days(year, number) for year in range(anchor.year - 2, anchor.year + 3)]
    if offset < 0:
        return max(days for days in all_of if days.last < anchor)
    if offset > 0:
        return min(days for days in all_of if days.first > anchor)
    return min(all_of, key=lambda days: max(days.first - anchor, anchor - days.last, timedelta()))


def _weekday(weekday: int, said: Tense | None, anchor: date, side: Tense | None) -> date:
    """The weekday nearest to the day of writing on its side; that day too, unless `last` or `next` is `said`."""
    if side is Tense.FUTURE:
        ahead = (weekday - anchor.weekday()) % 7
        return anchor + timedelta(days=ahead or (7 if said is Tense.FUTURE else 0))
    behind = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=behind or (7 if said is Tense.PAST else 0))


def _weekday_of_month(
    point: Point, weekday: int, number: int, anchor: date | None, side: Tense | None
) -> Days | None:
    """The first, second … or last of a month's Tuesdays."""
    month = _days_of(Point(Grain.MONTH, year=point.year, month=point.month), anchor, side)
    if month is None:
        return None
    ahead = (weekday - month.first.weekday()) % 7
    days = range(1 + ahead, month.last.day + 1, 7)
    if number > len(days):
        return None
    return Days.one(month.first.replace(day=days[number - 1 if number > 0 else -1]))


def _nearest_day(point: Point, anchor: date, side: Tense | None) -> Days | None:
    """The day of the year on its side of the day of writing; without a side, or against all odds, the nearest."""
    near = []
    years = 1 if point.weekday is None else WEEKDAY_YEARS
    for year in range(anchor.year - years, anchor.year + years + 1):
        if is_day(year, point.month, point.day):
            near.append(date(year, point.month or 1, point.day or 1))
    if point.weekday is not None:  # a weekday tells the year
        near = [day for day in near if day.weekday() == point.weekday]
        return Days.one(min(near, key=lambda day: abs(day - anchor))) if near else None
    if point.named:
        near = [day for day in near if abs((day - anchor).days) <= NAMED_NEAR]
    before = [one for one in near if one <= anchor]
    after = [one for one in near if one >= anchor]
    if not before or not after:
        return Days.one(near[0]) if near else None
    behind, ahead = (anchor - before[-1]).days, (after[0] - anchor).days
    if side is None:
        return Days.one(before[-1] if behind <= ahead else after[0])
    if side is Tense.PAST:
        return Days.one(after[0] if behind > ONE_SIDED * ahead else before[-1])
    return Days.one(before[-1] if ahead > ONE_SIDED * behind else after[0])


_LATE_MONTHS = 10
"""Months back from which a month without a year is the one to come, where nothing says that it is past."""


def _nearest_month(point: Point, anchor: date, side: Tense | None) -> Days | None:
    month = point.month or 1
    behind = (anchor.month - month) % 12
    if point.side is Tense.PAST and not behind:
        behind = 12
    forward = side is Tense.FUTURE or (side is None and behind >= _LATE_MONTHS)
    if forward and (behind or point.side is Tense.FUTURE):
        behind -= 12
    day = add_units(anchor.replace(day=1), -behind, Grain.MONTH)
    return month_days(day.year, day.month)


def _nearest_of_year(point: Point, anchor: date, side: Tense | None) -> Days | None:
    """A quarter, half or season without a year."""
    years = range(anchor.year - 1, anchor.year + 2)
    return _nearest([days for year in years if (days := _in_year(point, year)) is not None], anchor, side)


def _nearest(near: list[Days], anchor: date, side: Tense | None) -> Days:
    """The latest that has begun, or the first that has not ended; without a side the nearest."""
    if side is Tense.FUTURE:
        return min(days for days in near if days.last >= anchor)
    if side is Tense.PAST:
        return max(days for days in near if days.first <= anchor)
    return min(near, key=lambda days: max(days.first - anchor, anchor - days.last))


def _read_either_way(point: Point, anchor: date | None) -> Days | None:
    """`6/7/2023`: the reading near the day of writing, where only one is."""
    if anchor is None or point.year is None or point.month is None or point.day is None:
        return None
    both = (date(point.year, point.month, point.day), date(point.year, point.day, point.month))
    near = [day for day in both if abs((day - anchor).days) <= NEAR]
    return Days.one(near[0]) if len(near) == 1 else None
