"""The date expressions of a text with what they stand for: each is read in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from copydesk.dates.calendar import Days
from copydesk.dates.expression import Expression, Form, Grain
from copydesk.dates.lexicon import lexicon
from copydesk.dates.periods import Dated, with_periods
from copydesk.dates.resolve import resolve


def read_dates(
    text: str, expressions: Iterable[Expression], anchor: date | Days | None, language: str | None = None
) -> list[Dated]:
    """Resolve the expressions of a text, given in text order.

    What rests on a time that the text tells of (`two days later`, `that week`) is led back to the last day named in
    the same paragraph; a bare time of the day, where no day is named there, to the day of writing, if a verb says
    that it is about something that happened or will.
    """
    told = Told()
    done = 0
    dated = []
    for one in expressions:
        if "\n\n" in text[done : one.begin]:
            told = Told()
        value = resolve(one, anchor, focus=told.focus(one, anchor))
        if value is not None and value.days is not None and one.first is not None:
            told = told.then(value.days, one.first.grain)
        done = one.end
        dated.append(Dated(one, value))
    return with_periods(text, dated, lexicon(language))


@dataclass(frozen=True, slots=True)
class Told:
    """The last day and the last longer unit that a paragraph has named."""

    day: Days | None = None
    unit: Days | None = None

    def then(self, days: Days, grain: Grain) -> Told:
        """The same with another time named."""
        if days.first == days.last:
            return Told(days, days)
        return Told(self.day, days) if grain >= Grain.WEEK else self

    def focus(self, one: Expression, anchor: date | Days | None) -> Days | None:
        """What an expression is led back to."""
        if one.form is not Form.SHIFT or one.first is None or one.length is None:
            return None
        bare = one.first.clock is not None and one.length.unit < Grain.DAY
        if bare and self.day is None and one.tense is not None:
            return Days.one(anchor) if isinstance(anchor, date) else anchor
        return self.day if one.first.grain <= Grain.DAY or one.length.unit <= Grain.DAY else self.unit
