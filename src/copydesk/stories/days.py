"""Days as the tables write them, as ordinals."""

from __future__ import annotations

from datetime import date

Days = tuple[int, int]
"""The first and the last of some days, both counted in, as proleptic Gregorian ordinals."""


def day_of(value: str | None) -> int | None:
    """The day of an ISO or TIMEX3 value, null where it names none: a month, a week, an interval, an open end."""
    if value is None or len(value) < _ISO or "/" in value:
        return None
    try:
        return date.fromisoformat(value[:_ISO]).toordinal()
    except ValueError:
        return None


def days_of(value: str | None, widest: int) -> Days | None:
    """The days of a day or an interval `a/b` of at most `widest` days, null where it is none."""
    first, _, last = (value or "").partition("/")
    begin, end = day_of(first), day_of(last or first)
    if begin is None or end is None or not 0 <= end - begin < widest:
        return None
    return begin, end


def iso(day: int) -> str:
    """The day as `YYYY-MM-DD`."""
    return date.fromordinal(day).isoformat()


_ISO = len("YYYY-MM-DD")
