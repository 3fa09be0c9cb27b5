"""Dates as metadata give them, in the one form that pages carry."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate

from copydesk.text.patterns import ISO_DAY

FIRST_YEAR = 1900
LAST_YEAR = 2100


def iso_day(value: str) -> str | None:
    """The day that `value` names as `YYYY-MM-DD`, null where it names none that can be.

    ISO 8601 (with or without time, hyphens) and RFC 2822 are read; the day is taken as written, in its own time
    zone. Free forms such as `03/04/2024` have two readings and give null.
    """
    match = ISO_DAY.match(value)
    if match is not None:
        return _day(*(int(part) for part in match.groups()))
    parsed = parsedate(value[:60])
    return _day(*parsed[:3]) if parsed is not None else None


def _day(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
