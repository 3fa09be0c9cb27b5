"""Dates as inputs state them, where they can be read one way only."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(
    r"(\d{4})(-?)(\d\d)\2(\d\d)"
    r"(?:[T ](\d\d(?::?\d\d){1,2})(?:[.,]\d{1,9})?\s?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII | re.IGNORECASE,
)
_RFC_2822: Final = re.compile(
    r"(?:(mon|tue|wed|thu|fri|sat|sun),\s{1,3})?(\d{1,2})\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s(\d{4})"
    r"(?:\s(\d\d:\d\d(?::\d\d)?)(?:\s(?:[+-]\d{4}|[a-z]{1,5}))?(?:\s\([a-z ]{1,20}\))?)?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MAX_CHARS: Final = 60
_FIRST_YEAR: Final = 1600
"""Before newspapers; a year of 1 is the zero of .NET's clock."""


def iso_date(stated: object) -> str | None:
    """The day (YYYY-MM-DD) of an ISO 8601 or RFC 2822 date, in the time zone that it is stated in, else null.

    Day and month are never guessed (`03/04/2023` is null), numbers are not taken as clock readings, a weekday must
    agree, and the zero of Unix time is null: it means that the date was not known.
    """
    if not isinstance(stated, str) or len(stated) > _MAX_CHARS:
        return None
    text = stated.strip()
    if found := _ISO.fullmatch(text):
        year, _, month, day, time = found.groups()
        return _day(int(year), int(month), int(day), None, time)
    if found := _RFC_2822.fullmatch(text):
        weekday, day, month, year, time = found.groups()
        return _day(int(year), _MONTHS.index(month.lower()) + 1, int(day), weekday, time)
    return None


def _day(year: int, month: int, day: int, weekday: str | None, time: str | None) -> str | None:
    try:
        stated = date(year, month, day)
    except ValueError:
        return None
    if weekday is not None and _DAYS[stated.weekday()] != weekday.lower():
        return None
    is_zero = stated == date(1970, 1, 1) and time is not None and not time.strip("0:")
    return None if year < _FIRST_YEAR or is_zero else stated.isoformat()
