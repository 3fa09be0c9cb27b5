"""Expressions that stand side by side and make one: `from 2019 to 2021`, `Monday at 8 p.m.`, `since May`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.dates.expression import Expression, Form, Grain, Point
from copydesk.dates.lexer import Lexed
from copydesk.model.date import TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its tokens, `first` to `last` (half-open)."""

    first: int
    last: int
    expression: Expression


def combined(found: Sequence[Found], lexed: Lexed) -> list[Found]:
    """The expressions, in text order, those that belong together made one."""
    return _opened(_joined(found, lexed), lexed)


def _joined(found: Sequence[Found], lexed: Lexed) -> list[Found]:
    out: list[Found] = []
    for one in found:
        made = _pair(out[-1], one, lexed) if out else None
        if made is None:
            out.append(one)
        else:
            out[-1] = made
    return out


def _pair(a: Found, b: Found, lexed: Lexed) -> Found | None:
    between = lexed.shape[a.last : b.first]
    if len(between) > 2 or not set(between) <= set("-cu&roipt,d~"):
        return None
    if lexed.begins[b.first] - lexed.ends[a.last - 1] > 12:
        return None
    return _timed(a, b, between, lexed) or _range(a, b, between, lexed)


def _timed(a: Found, b: Found, between: str, lexed: Lexed) -> Found | None:
    """A day and a time of it, in either order."""
    if between not in ("", "i", "o", "d", ",", "i~", "it", "ot", "dt"):
        return None
    for day, time in ((a.expression, b.expression), (b.expression, a.expression)):
        if not _is_bare_time(time) or day.form is not Form.POINT or day.first is None or time.first is None:
            continue
        if day.first.grain is not Grain.DAY or day.first.clock is not None:
            continue
        if between == "," and day is b.expression and day.first.month is None:
            continue
        point = dataclasses.replace(day.first, clock=time.first.clock, zone=time.first.zone)
        return _over(a, b, lexed, Form.POINT, TimexType.TIME, point)
    return None


def _is_bare_time(one: Expression) -> bool:
    return one.form is Form.SHIFT and one.type is TimexType.TIME


def _range(a: Found, b: Found, between: str, lexed: Lexed) -> Found | None:
    first, last = a.expression.first, b.expression.first
    if a.expression.form is not Form.POINT or b.expression.form is not Form.POINT or first is None or last is None:
        return None
    before = lexed.shape[a.first - 1] if a.first else "#"
    opens = {"c": "r", "u": "r", "&": "j", "-": "", "": ""}
    if between not in opens or not between:
        return None
    if first.grain is not last.grain or first.clock or last.clock:
        return None
    if between == "&" and before != "j":
        return _two_weekdays(a, b, lexed)
    if between == "c" and before != "r" and not _is_later(first, last):
        return None
    if first.year is None and last.year is not None and first.offset is None:
        year = last.year - 1 if (first.month or 0) > (last.month or 0) else last.year
        first = dataclasses.replace(first, year=year)
    begin = a.first - 1 if before and opens[between] and before == opens[between] else a.first
    return _over(dataclasses.replace(a, first=begin), b, lexed, Form.RANGE, TimexType.DATE, first, last)


def _is_later(first: Point, last: Point) -> bool:
    if first.weekday is not None and last.weekday is not None:
        return True
    return (first.year or 0, first.month or 0, first.day or 0) < (last.year or 9999, last.month or 0, last.day or 0)


def _two_weekdays(a: Found, b: Found, lexed: Lexed) -> Found | None:
    """`Sunday and Monday`: two days in a row are one stretch of time."""
    first, last = a.expression.first, b.expression.first
    if first is None or last is None or first.weekday is None or last.weekday is None or first.month or last.month:
        return None
    if (first.weekday + 1) % 7 != last.weekday or lexed.word(b.first - 1) == "or":
        return None
    return _over(a, b, lexed, Form.RANGE, TimexType.DATE, first, last)


def _over(
    a: Found, b: Found, lexed: Lexed, form: Form, kind: TimexType, first: Point, last: Point | None = None
) -> Found:
    expression = dataclasses.replace(
        a.expression,
        begin=lexed.begins[a.first],
        end=lexed.ends[b.last - 1],
        type=kind,
        form=form,
        first=first,
        last=last,
        length=None,
    )
    return Found(a.first, b.last, expression)


def _opened(found: Sequence[Found], lexed: Lexed) -> list[Found]:
    """`since 2019`: open to the day of writing and beyond."""
    out = []
    for one in found:
        before = lexed.shape[one.first - 1] if one.first else "#"
        if before == "s" and one.expression.form is Form.POINT:
            expression = dataclasses.replace(
                one.expression, begin=lexed.begins[one.first - 1], form=Form.SINCE, type=TimexType.DATE
            )
            out.append(Found(one.first - 1, one.last, expression))
        else:
            out.append(one)
    return out
