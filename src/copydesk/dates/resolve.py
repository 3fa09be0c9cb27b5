"""What an expression stands for on a page written on a known day."""

from __future__ import annotations

from datetime import date, timedelta

from copydesk.dates.amounts import duration_value
from copydesk.dates.calendar import Days, add_units
from copydesk.dates.expression import Expression, Form, Grain, Length, Part, Point, Tense
from copydesk.dates.points import Value, point_value


def resolve(
    expression: Expression, anchor: date | Days | None, *, tense: Tense | None = None, focus: Days | None = None
) -> Value | None:
    """What an expression stands for; null where it can't be known.

    Args:
        expression: as `find_expressions` gives it.
        anchor: the day of writing (of the dateline, or of publication), or the days between which it lies: then what
            is the same for the first and the last of them is known, and of a stretch up to the day of writing
            (`earlier this month`), or from it on, the longer. Null where not known.
        tense: of the clause, instead of the expression's own.
        focus: the day that the text speaks of, for `two days later`, `the same week`, a bare time of day.
    """
    if isinstance(anchor, Days):
        if anchor.first == anchor.last:
            return _resolve(expression, anchor.first, tense, focus)
        first, last = (_resolve(expression, day, tense, focus) for day in (anchor.first, anchor.last))
        return first if first == last else _longer(expression, first, last)
    return _resolve(expression, anchor, tense, focus)


def _longer(one: Expression, first: Value | None, last: Value | None) -> Value | None:
    """The longer of two stretches that differ by their end at the day of writing alone."""
    if first is None or last is None or first.timex3 != last.timex3:
        return None
    if one.form is Form.COMING:
        return first
    parts = one.first.part if one.first is not None else None
    return {Part.BEFORE: last, Part.AFTER: first}.get(parts) if parts is not None else None


def _resolve(one: Expression, anchor: date | None, tense: Tense | None, focus: Days | None) -> Value | None:
    side = tense or one.tense
    if one.form is Form.SET:
        return None if one.recurs is None else Value(one.recurs, one.recurs)
    if one.form is Form.VAGUE:
        return None
    try:
        return _by_form(one, anchor, side, focus)
    except (ValueError, OverflowError):  # a day that the calendar has not: 0 years ago, the year 0
        return None


def _by_form(one: Expression, anchor: date | None, side: Tense | None, focus: Days | None) -> Value | None:
    if one.form is Form.LENGTH and one.length is not None:
        if one.first is not None and side is Tense.FUTURE and anchor is not None and one.length.unit >= Grain.DAY:
            return _from_now(one.length, anchor)
        return _amount(one.length)
    if one.form is Form.AGE and one.length is not None:
        return _age(one.length, anchor, person=one.person)
    if one.form is Form.COMING:
        return None if anchor is None else Value(f"{anchor}/..", "FUTURE_REF", None, anchored=True)
    if one.form is Form.STRETCH and one.length is not None and one.first is not None:
        return _stretch(one.length, one.first.side, anchor)
    if one.first is None:
        return None
    if one.form is Form.SHIFT and one.length is not None:
        return _shift(one.first, one.length, focus)
    if one.form is Form.RANGE and one.last is not None:
        return _range(one.first, one.last, anchor, side)
    value = point_value(one.first, anchor, side)
    if value is None or one.form is Form.POINT:
        return value
    iso = _iso(value)
    return Value(f"{iso}/.." if one.form is Form.SINCE else f"../{iso}", value.timex3, value.days, value.anchored)


def _iso(value: Value) -> str:
    """The first part of an interval, or a value that ISO has."""
    return value.text.partition("/")[0]


def _amount(length: Length) -> Value:
    value = duration_value(length)
    return Value(value, value)


def _from_now(length: Length, anchor: date) -> Value | None:
    if length.amount is None or length.amount != int(length.amount):
        return _amount(length)
    return point_value(Point(length.unit, offset=int(length.amount)), anchor)


def _age(length: Length, anchor: date | None, *, person: bool) -> Value:
    """When a thing of that age began. A person of five may be born in either of two years, so that stays a length."""
    value = duration_value(length)
    if person or anchor is None or length.amount is None or length.amount != int(length.amount):
        return Value(value, value)
    began = point_value(Point(length.unit, offset=-int(length.amount)), anchor)
    return Value(value, value) if began is None else Value(began.text, value, began.days, anchored=True)


def _stretch(length: Length, side: Tense | None, anchor: date | None) -> Value | None:
    """From the day of writing back or on: days and weeks by the day, longer units by the month."""
    value = duration_value(length)
    if length.amount is None or length.unit < Grain.DAY:
        return Value(value, value)
    if anchor is None:
        return None
    amount = length.amount if side is Tense.FUTURE else -length.amount
    if amount != int(amount):
        return Value(value, value)
    other = add_units(anchor, int(amount), length.unit)
    days = Days(min(anchor, other), max(anchor, other))
    if length.unit <= Grain.WEEK:
        return Value(f"{days.first}/{days.last}", value, days, anchored=True)
    return Value(f"{str(days.first)[:7]}/{str(days.last)[:7]}", value, days, anchored=True)


def _shift(point: Point, length: Length, focus: Days | None) -> Value | None:
    """A length from the day that the text speaks of."""
    if focus is None or length.amount is None or length.amount != int(length.amount):
        return None
    amount = -int(length.amount) if point.side is Tense.PAST else int(length.amount)
    unit = max(point.grain, Grain.DAY) if point.clock is None else Grain.DAY
    if length.unit < Grain.DAY or point.clock is not None:
        if length.unit is Grain.DAY and amount and focus.first == focus.last:  # `the next morning`
            focus = Days.one(focus.first + timedelta(days=amount))
        return _clocked(point, focus, named=length.unit is Grain.DAY)
    if unit is Grain.DAY and focus.first != focus.last:
        return None
    return point_value(Point(unit, offset=amount), focus.first)


def _clocked(point: Point, focus: Days, *, named: bool) -> Value | None:
    """A time of the day that the text speaks of. A part of the day that names no day itself has that day as value."""
    if focus.first != focus.last:
        return None
    day = str(focus.first)
    if point.clock is None:
        return Value(day, day, focus, anchored=True)
    code = f"{day}T{point.clock}{point.zone}"
    return Value(code if named or ":" in point.clock else day, code, focus, anchored=True)


def _range(first: Point, last: Point, anchor: date | None, side: Tense | None) -> Value | None:
    """From one unit to another. Where the last is said in part, it is the first such unit behind the first."""
    begin = point_value(first, anchor, side)
    if begin is None or begin.days is None:
        return None
    if last.weekday is not None and last.month is None and side is not Tense.FUTURE and anchor is not None:
        return _ending_by(first, last, anchor)
    partial = last.year is None and last.offset is None and last.year_offset is None
    end = point_value(last, begin.days.first, Tense.FUTURE) if partial else point_value(last, anchor, side)
    return None if end is None else _between(begin, end)


def _ending_by(first: Point, last: Point, anchor: date) -> Value | None:
    """Past weekdays end by the day of writing: of `Sunday and Monday`, written on a Sunday, the Sunday a week ago."""
    end = point_value(last, anchor, Tense.PAST)
    if end is None or end.days is None:
        return None
    begin = point_value(first, end.days.first, Tense.PAST)
    return None if begin is None else _between(begin, end)


def _between(begin: Value, end: Value) -> Value | None:
    if begin.days is None or end.days is None or end.days.last < begin.days.first:
        return None
    text = f"{begin.text.partition('/')[0]}/{end.text.rpartition('/')[2]}"
    return Value(text, text, Days(begin.days.first, end.days.last), begin.anchored or end.anchored)
