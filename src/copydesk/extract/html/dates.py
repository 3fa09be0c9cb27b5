"""Dates as metadata give them, in the one form that pages carry."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate

from copydesk.text.days import find_days, iso
from copydesk.text.patterns.times import ISO_DAY

MOST_CHARS = 60
"""Code points of a value that are looked at."""


def iso_day(value: str) -> str | None:
    """The day that `value` names as `YYYY-MM-DD`, null where it names none that can be.

    ISO 8601 (with or without time, hyphens) and RFC 2822 are read; the day is taken as written, in its own time
    zone. Free forms such as `03/04/2024` have two readings and give null.
    """
    match = ISO_DAY.match(value)
    if match is not None:
        return iso(*(int(part) for part in match.groups()))
    parsed = parsedate(value[:MOST_CHARS])
    return iso(*parsed[:3]) if parsed is not None else None


def stated_day(value: str) -> str | None:
    """The day that a piece of metadata names, in whatever form, null where it names none or has two readings.

    Beside what `iso_day` reads: days in words or figures (`3 June 2019`, `03.06.2019`), and seconds or milliseconds
    since 1970 (10 or 13 digits).
    """
    day = iso_day(value)
    if day is not None:
        return day
    bare = value.strip()
    if bare.isdecimal() and bare.isascii() and len(bare) in (10, 13):
        return datetime.fromtimestamp(int(bare[:10]), UTC).date().isoformat()
    found = next(find_days(bare[:MOST_CHARS], short=True), None)
    return None if found is None or found.other is not None else found.day
