"""Lengths that are the days of a visit: `wrapped up a two-day trip` on a Monday is that Monday and the day before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.dates.calendar import Days
from copydesk.dates.expression import Expression, Form, Grain
from copydesk.dates.lexicon import Lexicon
from copydesk.dates.points import Value

MOST_DAYS = 31
"""Days of the longest visit, strike or festival whose length is read so."""

_REACH = 300
"""Characters of a sentence that are looked at on either side."""
_CUE_WORDS, _EVENT_WORDS = 12, 5
"""Words before a length among which the verb stands, and behind it among which the event does."""

_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z]{2})[.!?][”\"’')]{0,3}\s|\n")
_WORD = re.compile(r"[^\W\d_]{1,40}")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression and its value, null where it can't be known."""

    expression: Expression
    value: Value | None


def with_periods(text: str, dated: Sequence[Dated], lexicon: Lexicon) -> list[Dated]:
    """The same, lengths in days as the days themselves where the text says when the event began or ended.

    Another length of as many days takes them over, where the text gives them but one place in time.
    """
    events = lexicon.context.get("period_events")
    out = list(dated)
    lengths = [at for at, one in enumerate(dated) if 1 < _days(one.expression) <= MOST_DAYS]
    if events is None or not lengths:
        return out
    known: dict[int, set[Days]] = {}
    for at in lengths:
        found = _period(text, dated, at, lexicon)
        if found is not None:
            known.setdefault(_days(dated[at].expression), set()).add(found)
    for days, found in _last_days(text, dated, lexicon):
        known.setdefault(days, set()).add(found)
    for at in lengths:
        places = known.get(_days(dated[at].expression), set())
        own = _period(text, dated, at, lexicon) or (next(iter(places)) if len(places) == 1 else None)
        if own is not None and _names_event(text, dated[at].expression, events):
            out[at] = Dated(dated[at].expression, _value(own, dated[at].value))
    return out


def _value(days: Days, length: Value | None) -> Value:
    text = f"{days.first}/{days.last}"
    return Value(text, text if length is None else length.timex3, days, anchored=True)


def _days(one: Expression) -> int:
    """The whole days of a length; 0 where it is another one."""
    length = one.length
    if one.form is not Form.LENGTH or length is None or length.unit is not Grain.DAY or length.amount is None:
        return 0
    return int(length.amount) if length.amount == int(length.amount) else 0


def _period(text: str, dated: Sequence[Dated], at: int, lexicon: Lexicon) -> Days | None:
    """The days of a length whose sentence says when its event began or ended, and names that day."""
    one = dated[at].expression
    if not _names_event(text, one, lexicon.context["period_events"]):
        return None
    begin, end = _sentence(text, one.begin, one.end)
    day = _day_in(dated, begin, end, one.begin)
    if day is None:
        return None
    for word in reversed(_WORD.findall(text[begin : one.begin].lower())[-_CUE_WORDS:]):
        if word in lexicon.context["period_ends"]:
            return Days(day - timedelta(days=_days(one) - 1), day)
        if word in lexicon.context["period_begins"]:
            return Days(day, day + timedelta(days=_days(one) - 1))
    return None


def _names_event(text: str, one: Expression, events: frozenset[str]) -> bool:
    behind = _WORD.findall(text[one.end : one.end + 80].lower())[:_EVENT_WORDS]
    return any(word in events for word in behind) and (
        "-" in text[one.begin : one.end] or behind[0] in ("of", "talks")
    )


def _sentence(text: str, begin: int, end: int) -> tuple[int, int]:
    """The sentence around a place, as far as is looked at."""
    head = max(0, begin - _REACH)
    before = [match.end() for match in _SENTENCE_END.finditer(text, head, begin)]
    after = _SENTENCE_END.search(text, end, end + _REACH)
    return before[-1] if before else head, after.start() if after else min(len(text), end + _REACH)


def _day_in(dated: Sequence[Dated], begin: int, end: int, near: int) -> date | None:
    """The single day that a sentence names nearest to a place."""
    days = [
        (abs(one.expression.begin - near), one.value.days.first)
        for one in dated
        if begin <= one.expression.begin < end
        and one.value is not None
        and one.value.days is not None
        and one.value.days.first == one.value.days.last
    ]
    return min(days)[1] if days else None


_LAST_DAY = re.compile(r"\b([^\W\d_]{4,10}) and (?:last|final) day\b", re.IGNORECASE)


def _last_days(text: str, dated: Sequence[Dated], lexicon: Lexicon) -> list[tuple[int, Days]]:
    """`a second and last day of talks Monday`: two days up to that Monday."""
    found = []
    for match in _LAST_DAY.finditer(text):
        sense = lexicon.words.get(match[1].lower())
        day = _day_in(dated, *_sentence(text, match.start(), match.end()), match.end())
        if sense is not None and sense.letter == "O" and sense.number > 1 and day is not None:
            found.append((sense.number, Days(day - timedelta(days=sense.number - 1), day)))
    return found
