"""A date expression as it is read from a text, before anything is known of the day on which the text was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from copydesk.model.date import TimexType


class Grain(IntEnum):
    """Units of the calendar and the clock, from short to long."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEKEND = 4
    WEEK = 5
    MONTH = 6
    SEASON = 7
    QUARTER = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12


class Tense(StrEnum):
    """On which side of the day of writing an expression lies, as its own words or its clause say."""

    PAST = "past"
    FUTURE = "future"


class Part(StrEnum):
    """What of the unit is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEFORE = "before"
    """`earlier this month`: what of it lies before the day of writing."""
    AFTER = "after"
    """`later this month`: what of it is to come."""


class Vague(StrEnum):
    """Expressions that name no time: the values that TIMEX3 has for them."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Point:
    """A unit of the calendar: named outright, in part, or by its distance from the day of writing.

    Attributes:
        grain: the unit that is named.
        year, month, day: as stated; null where the text does not say.
        weekday: 0 for Monday to 6 for Sunday, as in `date.weekday`.
        number: which quarter or half of the year, or which of its weekdays in a month, from 1; -1 the last. Of a
            season 0 for spring to 3 for winter; of a decade its first year; of a century its first year.
        offset: distance from the day of writing in units of `grain`: 0 this, -1 last, -3 for `three weeks ago`.
        year_offset: distance of the year, where the unit is one of it (`June this year`, `the end of last year`).
        side: past or future, where the expression itself says so and no distance (`last Friday`, `next June`).
        part: what of the unit is meant.
        clock: `HH:MM`, or the code of a part of the day (`MO` `MI` `AF` `EV` `NI`).
        zone: `Z` where the clock is that of Greenwich.
        fiscal: whether the year is a financial year, whose months nobody says.
        named: whether it is part of a name (`the October 7 attack`), which may be of any year.
        two_ways: day and month stand in figures and may be read either way; `month` and `day` have the American way.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    offset: int | None = None
    year_offset: int | None = None
    side: Tense | None = None
    part: Part | None = None
    clock: str | None = None
    zone: str = ""
    fiscal: bool = False
    named: bool = False
    two_ways: bool = False

    @property
    def is_explicit(self) -> bool:
        """Whether the value needs nothing but the text."""
        return self.year is not None and not self.two_ways


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time.

    Attributes:
        amount: how many units; null where the text does not say (`several years`).
        unit: what is counted.
    """

    amount: float | None
    unit: Grain


class Form(StrEnum):
    """How an expression says its time."""

    POINT = "point"
    """One unit: `June 19, 2023`, `Monday`, `last week`, `two days ago`."""
    RANGE = "range"
    """From `first` to `last`: `June 18-19`, `between March and May`."""
    SINCE = "since"
    """From `first` on, open: `since 2019`."""
    UNTIL = "until"
    """Up to `first`, open at the beginning."""
    STRETCH = "stretch"
    """A length that ends or begins at the day of writing: `the past two years`, `over the next year`."""
    COMING = "coming"
    """From the day of writing on, open: `in the coming months`."""
    SHIFT = "shift"
    """A length from a time that the text tells of: `two days later`, `an hour beforehand`, `the same day`."""
    LENGTH = "length"
    """An amount: `nearly six hours`, `two-day`."""
    AGE = "age"
    """How long a thing has been: `18-month-old`."""
    SET = "set"
    """What comes again: `every Monday`, `annually`."""
    VAGUE = "vague"
    """`recently`, `now`, `soon`."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression. Offsets are those of the text that was searched.

    Attributes:
        begin, end: code points, half-open.
        type: its TIMEX3 type.
        form: which of the fields below bear it.
        first: the unit, or the first of a range.
        last: the last of a range.
        length: of a stretch, an amount or an age.
        person: whether an age is a person's.
        tense: what the clause says of the side on which it lies; null where it says nothing.
        vague: what a vague expression points to.
        recurs: the TIMEX3 value of a set.
    """

    begin: int
    end: int
    type: TimexType
    form: Form
    first: Point | None = None
    last: Point | None = None
    length: Length | None = None
    person: bool = False
    tense: Tense | None = None
    vague: Vague | None = None
    recurs: str | None = None

    def with_tense(self, tense: Tense | None) -> Expression:
        """The same with the tense of its clause, if it has one. Every expression passes here: `replace` is slower."""
        if tense is None:
            return self
        return Expression(
            self.begin, self.end, self.type, self.form, self.first, self.last, self.length, self.person, tense,
            self.vague, self.recurs,
        )  # fmt: skip
