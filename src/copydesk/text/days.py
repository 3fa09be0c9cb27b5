"""Days written out with their year, in words or figures, in the languages of the press."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from copydesk.text.patterns.times import (
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR,
    NUMBERED_DAY,
    SHORT_NUMBERED_DAY,
    YEAR_MONTH_DAY,
    YEAR_NUMBER,
)
from copydesk.text.vocabulary.tables import read_toml

FIRST_YEAR = 1900
LAST_YEAR = 2100
_BEFORE = 44
"""Code points before a year in which its day and month stand: `am 3. d. Monats September 2019` is rare."""
_AFTER = 26
_CENTURY = 60
"""Years of two figures from this on are of the last century."""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as a text writes it, at `text[begin:end]`. `day` is ISO 8601.

    `other` is the second reading of `03/04/2024`, null where there is one only.
    """

    begin: int
    end: int
    day: str
    other: str | None = None


@cache
def months() -> Mapping[str, int]:
    """Names of months in lower case, without stops: their numbers."""
    named = read_toml("copydesk.text.vocabulary", "months.toml")
    return MappingProxyType({name: int(number) for number, names in named.items() for name in names.split()})


def find_days(text: str, begin: int = 0, end: int | None = None, *, short: bool = False) -> Iterator[WrittenDay]:
    """The days that stand in `text[begin:end]`, in order, none overlapping.

    Looked for around each year of four figures, so that a text without one costs two searches for its first two
    figures. `short` finds `3.6.19` and `06/03/19` too, which are mostly something else in running text.
    """
    end = len(text) if end is None else end
    last = begin
    years = has_century(text, begin, end)
    for year in YEAR_NUMBER.finditer(text, begin, end) if years else ():
        if year.start() < last:
            continue
        found = _around(
            text, max(last, year.start() - _BEFORE), year.start(), year.end(), min(end, year.end() + _AFTER)
        )
        if found is not None:
            last = found.end
            yield found
    if short and any(text.find(mark, begin, end) >= 0 for mark in "./-"):
        yield from _short(text, begin, end)


def has_century(text: str, begin: int = 0, end: int | None = None) -> bool:
    """Whether `text[begin:end]` may hold a year of four figures from 1900 to 2099."""
    return text.find("20", begin, end) >= 0 or text.find("19", begin, end) >= 0


def _around(text: str, least: int, year: int, year_end: int, most: int) -> WrittenDay | None:
    """The day that has its year at `text[year:year_end]`."""
    number = int(text[year:year_end])
    for pattern, order in ((DAY_MONTH_YEAR, (1, 2)), (MONTH_DAY_YEAR, (2, 1))):
        for match in pattern.finditer(text, least, year_end):
            if match.end() == year_end:
                day = _named(match.group(order[1]), match.group(order[0]), number)
                if day is not None:
                    return WrittenDay(match.start(), match.end(), day)
    for match in NUMBERED_DAY.finditer(text, max(least, year - 8), year_end):
        if match.end() == year_end:
            return _numbered(match, number)
    behind = YEAR_MONTH_DAY.match(text, year, most)
    if behind is None:
        return None
    month, day_number = behind.group(2) or behind.group(4), behind.group(3) or behind.group(5)
    day = iso(number, int(month), int(day_number)) if month.isdecimal() else _named(month, day_number, number)
    return WrittenDay(behind.start(), behind.end(), day) if day is not None else None


def _short(text: str, begin: int, end: int) -> Iterator[WrittenDay]:
    for match in SHORT_NUMBERED_DAY.finditer(text, begin, end):
        year = int(match.group(4))
        year += 1900 if year >= _CENTURY else 2000
        found = _numbered(match, year)
        if found is not None:
            yield found


def _numbered(match: re.Match[str], year: int) -> WrittenDay | None:
    """A day of two numbers before its year. Only with a slash or a hyphen may the month stand first."""
    first, second = int(match.group(1)), int(match.group(3))
    day = iso(year, second, first)
    other = iso(year, first, second) if match.group(2)[0] != "." else None
    if day is None or day == other:
        return WrittenDay(match.start(), match.end(), other) if other is not None else None
    return WrittenDay(match.start(), match.end(), day, other)


def _named(month: str, day: str, year: int) -> str | None:
    number = months().get(month.casefold())
    return iso(year, number, int(day)) if number is not None else None


def iso(year: int, month: int, day: int) -> str | None:
    """The day as `YYYY-MM-DD`, null where there is none such."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
