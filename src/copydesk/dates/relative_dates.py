"""Builders: times that are named by their distance from the day of writing, or from a time that the text tells of."""

from __future__ import annotations

import dataclasses

from copydesk.dates.amounts import length_of
from copydesk.dates.expression import Expression, Form, Grain, Length, Part, Point, Tense, Vague
from copydesk.dates.named_dates import part_of, weekday_alone
from copydesk.dates.run import Run
from copydesk.model.date import TimexType

_OFFSETS = {"L": -1, "l": -1, "X": 1, "H": 0, "t": 0}


def unit_by_offset(run: Run) -> Expression | None:
    """`last week`, `late last year`, `earlier this month`, `the end of the year`, `later in the week`."""
    unit = run.sense("U")
    found = run.sense("LlX1H")
    if unit is None or unit.group != "one":
        return None
    grain = Grain(unit.number)
    if grain < Grain.DAY or (found is not None and found.group == "final"):
        return None
    length = Length(1, grain)
    if found is not None and found.letter == "1":
        side = Tense.PAST if found.group == "previous" else Tense.FUTURE
        return run.amount(Form.SHIFT, length, Point(grain, side=side))
    if grain is Grain.DAY:
        return _day(run, found is None)
    part = part_of(run)
    if (
        part is None
        and found is not None
        and run.lexicon.language == "en"
        and "t" in run.shape
        and found.letter in "LlX"
        and grain is not Grain.QUARTER
    ):
        if found.letter == "l" or (run.letter(-1) in "pi" and run.beside(-1) != "for"):
            side = Tense.FUTURE if found.letter == "X" else Tense.PAST
            return run.amount(Form.STRETCH, length, Point(grain, side=side))
        if found.letter == "X" and run.letter(-1) not in "pi":
            return run.point(Point(grain, offset=1))
    return run.point(Point(grain, offset=_OFFSETS[found.letter] if found is not None else 0, part=part))


def _day(run: Run, bare: bool) -> Expression | None:
    """Days have names of their own (`yesterday`): `the next day` is the day after one that is told of."""
    if bare:
        return run.amount(Form.SHIFT, Length(0, Grain.DAY), Point(Grain.DAY))
    if run.sense("X") is not None and "t" in run.shape:
        return run.amount(Form.SHIFT, Length(1, Grain.DAY), Point(Grain.DAY, side=Tense.FUTURE))
    return None


def stretch(run: Run) -> Expression | None:
    """`the past nine days`, `the next four years`, `the coming months`, `recent weeks`."""
    unit = run.sense("U")
    found = run.sense("LlXvV1")
    if unit is None or found is None or found.group in ("final", "previous"):
        return None
    grain = Grain(unit.number)
    past = found.letter in "LlV"
    length = length_of(run) if any(letter in run.shape for letter in "NKnQ") else None
    if length is not None and length.amount is not None:
        if found.letter == "V":
            return None
        return run.amount(Form.STRETCH, length, Point(grain, side=Tense.PAST if past else Tense.FUTURE))
    if unit.group == "one" and found.letter != "v":
        return None
    if past:
        return Expression(run.begin, run.end, TimexType.DATE, Form.VAGUE, vague=Vague.PAST)
    if unit.group == "one":
        return run.point(Point(grain, offset=1))
    return run.amount(Form.COMING, Length(None, grain))


def ago(run: Run) -> Expression | None:
    """`two years ago`; `two days later`, `an hour earlier` from a time that is told of."""
    unit = run.sense("U")
    bare = unit is not None and run.shape[0] == "U"
    length = Length(None, Grain(unit.number)) if bare and unit is not None else length_of(run)
    word = run.sense("aefbB")
    if length is None or word is None:
        return None
    if word.letter != "a":
        if word.letter in "bB" and run.shape[-1] in "bB" and run.beside(1) != "," and run.letter(1) not in ".#,;)":
            return None
        side = Tense.PAST if word.letter in "eb" else Tense.FUTURE
        return run.amount(Form.SHIFT, length, Point(length.unit, side=side))
    if length.amount is None or length.amount != int(length.amount) or length.unit < Grain.DAY:
        return (
            Expression(run.begin, run.end, TimexType.DATE, Form.VAGUE, vague=Vague.PAST)
            if (length.unit >= Grain.DAY)
            else run.point(Point(Grain.DAY, offset=0))
        )
    return run.point(Point(length.unit, offset=-int(length.amount)))


def in_units(run: Run) -> Expression | None:
    """`in two weeks`: a length, and a distance where the clause speaks of what is to come (see `tense.py`)."""
    length = length_of(run)
    if length is None:
        return None
    return run.amount(Form.LENGTH, length, Point(length.unit, side=Tense.FUTURE))


def deictic(run: Run) -> Expression | None:
    """`today`, `yesterday`, `earlier today`, `tonight`."""
    found = run.sense("R")
    noun = run.lexicon.language == "de" and run.capital("R") and run.letter(-1) in "oLXH"
    if found is None or noun:  # `am Morgen`
        return None
    point = Point(Grain.DAY, offset=found.number, part=part_of(run), clock=found.group or None)
    return run.point(point, TimexType.TIME if found.group else TimexType.DATE)


def part_of_day(run: Run) -> Expression | None:
    """`Friday morning`, `late last Thursday evening`, `yesterday afternoon`."""
    part = run.sense("F")
    day = weekday_alone(run) if run.sense("W") is not None else deictic(run)
    if part is None or day is None or day.first is None:
        return None
    return run.point(dataclasses.replace(day.first, clock=part.group), TimexType.TIME)


def same(run: Run) -> Expression | None:
    """`the same day`, `that week`, `that night`: a time that is told of."""
    unit, part = run.sense("U"), run.sense("F")
    if part is not None:
        point = Point(Grain.DAY, clock=part.group)
        return Expression(run.begin, run.end, TimexType.TIME, Form.SHIFT, first=point, length=Length(0, Grain.DAY))
    if unit is None or unit.group != "one" or unit.number < Grain.DAY:
        return None
    return run.amount(Form.SHIFT, Length(0, Grain(unit.number)), Point(Grain(unit.number)))


def unit_told(run: Run) -> Expression | None:
    """`over the weekend`: the one at hand."""
    unit = run.sense("U")
    if unit is None or unit.number != Grain.WEEKEND or unit.group != "one":
        return None
    return run.part(1, 3).point(Point(Grain.WEEKEND))


def day_told(run: Run) -> Expression | None:
    """`ended the day higher`, `for the day`: the day that is told of."""
    unit = run.sense("U")
    if unit is None or unit.number != Grain.DAY or unit.group != "one" or run.letter(1) == "d":
        return None
    if run.lexed.word(run.first) not in run.lexicon.context.get("closing", frozenset()):
        return None
    return run.part(1, 3).amount(Form.SHIFT, Length(0, Grain.DAY), Point(Grain.DAY))


def vague_word(run: Run) -> Expression | None:
    """`recent`, `current`, `the past`, as words by themselves."""
    found = run.sense("lVH")
    if found is None or (found.group == "this" and run.word("H") != "current"):
        return None
    if run.beside(-1) == "most":  # `her most recent book` is the last of its kind
        return None
    if found.letter == "l" and (run.letter(1) in "UNKnQ~=A" or (run.letter(1) == "0" and run.beside(1).isalpha())):
        return None
    kind = Vague.PRESENT if found.letter == "H" else Vague.PAST
    return Expression(run.begin, run.end, TimexType.DATE, Form.VAGUE, vague=kind)


def vague(run: Run) -> Expression | None:
    """`recently`, `now`, `soon`."""
    found = run.sense("G")
    if found is None or run.letter(1) == "-":  # `the soon-to-open pier`
        return None
    compared = run.letter(1) in "bB" or run.beside(1) == run.beside(-1) == "as"
    if found.group == "FUTURE_REF" and compared:  # `soon after`, `as soon as`
        return None
    return Expression(run.begin, run.end, TimexType.DATE, Form.VAGUE, vague=Vague(found.group))


def day_part(run: Run) -> Expression | None:
    """`tonight`, `this morning`, `last night`; `late evening`, whose day another expression says."""
    part = run.sense("F")
    if part is None or _is_in_name(run):
        return None
    found = run.sense("LH")
    late = run.sense("E")
    if run.shape[0] in "ipbBcru":
        return day_part_alone(run)
    if found is None and "t" not in run.shape and late is None:
        return None
    offset = None if found is None else (-1 if found.letter == "L" else 0)
    point = Point(
        Grain.DAY,
        offset=offset,
        clock=part.group,
        part=Part.LATE if late is not None and late.group == "late" else None,
    )
    kind = TimexType.TIME
    if offset is None:
        return Expression(run.begin, run.end, kind, Form.SHIFT, first=point, length=Length(0, Grain.HOUR))
    return run.point(point, kind)


def day_part_after(run: Run) -> Expression | None:
    """`the next morning`, `the previous evening`: of the day beside one that is told of."""
    part, found = run.sense("F"), run.sense("X1")
    if part is None or found is None or _is_in_name(run):
        return None
    side = Tense.PAST if found.group == "previous" else Tense.FUTURE
    point = Point(Grain.DAY, clock=part.group, side=side)
    return Expression(run.begin, run.end, TimexType.TIME, Form.SHIFT, first=point, length=Length(1, Grain.DAY))


def _is_in_name(run: Run) -> bool:
    """Whether a part of the day stands in a name: `the Evening Mail`. Both words have capitals there."""
    return run.capital("F") and run.letter(1) == "0" and run.original(1)[:1].isupper()


def day_part_alone(run: Run) -> Expression | None:
    """`at noon`, `by evening`, `in morning trading`."""
    part = run.sense("F")
    if part is None or run.word("F").endswith("s"):
        return None
    point = Point(Grain.DAY, clock=part.group)
    inner = run.part(1, 2)
    return Expression(inner.begin, inner.end, TimexType.TIME, Form.SHIFT, first=point, length=Length(0, Grain.HOUR))
