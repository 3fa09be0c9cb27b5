"""When an act was: the days that a place gives, read from the date expressions near it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.model.date import DateRole, Timex, TimexType
from copydesk.model.event import EventStatus

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\w:.+-]{0,20})?")
_PARTIAL = re.compile(r"\d{4}(?:-\d{2})?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_FIRST, _LAST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()
_ABOUT_NOW = frozenset({EventStatus.HAPPENED, EventStatus.DENIED})


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days: ISO dates of the precision known, null where not known or open.

    `stated` is false where the place itself gives no date and the page's day stands in; `close` says that the date
    stands in the clause of the act itself; `whole` that these are all days of the act, as in `a two-day visit`.
    """

    start: str | None = None
    end: str | None = None
    stated: bool = False
    close: bool = False
    whole: bool = False

    @property
    def known(self) -> bool:
        """Whether either end is known."""
        return self.start is not None or self.end is not None

    @property
    def days(self) -> tuple[int, int]:
        """First and last day that it may be, as ordinals."""
        first = _first_day(self.start) if self.start else _FIRST
        last = _last_day(self.end) if self.end else _LAST
        return first, max(first, last)

    @property
    def width(self) -> int:
        """How many days it leaves open."""
        first, last = self.days
        return last - first


UNKNOWN = When()

BESIDE = 24
"""Code points before the noun for a visit in which its length stands: a *two-day*, high-stakes trip."""
LONGEST_STAY = 30
"""Days of the longest visit. What is longer is a period in which one was."""


def interval(value: str) -> When | None:
    """The days of a TIMEX3 value or ISO interval, null where it is no place on the calendar."""
    start, slash, end = value.partition("/")
    if not slash:
        return _single(value)
    first, last = _single(start), _single(end)
    if first is None and last is None:
        return None
    return When(first.start if first else None, last.end if last else None, stated=True)


def _single(value: str) -> When | None:
    if day := _DAY.fullmatch(value):
        return When(day[1], day[1], stated=True)
    if _PARTIAL.fullmatch(value):
        return When(value, value, stated=True)
    if week := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), min(max(int(week[2]), 1), 52), 1)
        return When(monday.isoformat(), (monday + timedelta(6)).isoformat(), stated=True)
    return None


def _first_day(day: str) -> int:
    year, *rest = (int(part) for part in day.split("-"))
    month, of_month = (*rest, 1, 1)[:2] if len(rest) < 2 else rest
    return date(max(year, 1), month, of_month).toordinal()


def _last_day(day: str) -> int:
    year, *rest = (int(part) for part in day.split("-"))
    if len(rest) == 2:
        return date(year, *rest).toordinal()
    if len(rest) == 1:
        return (date(year, rest[0], 28) + timedelta(4)).replace(day=1).toordinal() - 1
    return date(max(year, 1), 12, 31).toordinal()


def stay_of(dates: Sequence[Timex], trigger: tuple[int, int], clause: tuple[int, int]) -> When | None:
    """All days of a visit, where a length in its clause (`a two-day trip`, `for two days`) stands for known days.

    `dates` are those of the sentence; code points into the page's text. Null where there is none.
    """
    for row in dates:
        inside = min(clause[0], trigger[0] - BESIDE) <= row.begin and row.end <= max(clause[1], trigger[1])
        if row.type is not TimexType.DURATION or row.value is None or not inside:
            continue
        found = interval(row.value)
        if found is not None and 0 < found.width <= LONGEST_STAY:
            return dataclasses.replace(found, close=True, whole=True)
    return None


def nearest_date(dates: Sequence[Timex], trigger: tuple[int, int], clause: tuple[int, int]) -> When | None:
    """The date that goes with a trigger: in its clause before outside it, the nearer one, behind before in front.

    `dates` are those of the sentence; code points into the page's text. A day or month in the clause that nobody
    could resolve is not passed over for a date further away: then the date is `UNKNOWN`. Null where there is none.
    """
    ranked = []
    for row in dates:
        if row.type not in (TimexType.DATE, TimexType.TIME) or row.role is DateRole.BANNER:
            continue
        outside = not (clause[0] <= row.begin and row.end <= clause[1])
        blocking = not outside and any(char.isdigit() or char.isupper() for char in row.text)
        found = interval(row.value) if row.value is not None else UNKNOWN if blocking else None
        if found is not None:
            gap = row.begin - trigger[1] if row.begin >= trigger[1] else 2 * (trigger[0] - row.end)
            ranked.append((outside, gap, row.begin, found))
    if not ranked:
        return None
    outside, *_, found = min(ranked, key=lambda one: one[:3])
    return dataclasses.replace(found, close=not outside) if found.known else UNKNOWN


def day_of_the_page(published: str | None, status: EventStatus) -> When:
    """What the page's own day says of an act that it does not date.

    News tells of its day: what happened, happened by then; what is planned or thinkable is from then on.
    """
    if not published:
        return UNKNOWN
    return When(published[:10], published[:10] if status in _ABOUT_NOW else None)
