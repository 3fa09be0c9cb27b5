"""Weekdays and weeks that an article names without a date: they bind it to the days around its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from copydesk.dates.calendar import Days, week_of
from copydesk.dates.expression import Expression, Form, Grain, Point, Tense
from copydesk.dates.expressions import Passage, find_in_all
from copydesk.dates.lexicon import lexicon
from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment

LEAD_CHARS = 700
"""Code points of body in which the weekday of the news stands: the lead and what follows it at once."""

PLAN_CHARS = 120
"""Code points before a weekday in which the verb may stand that plans something for it."""

WEEK = timedelta(days=6)
"""A weekday without more is one of the six days before or after; one that is longer ago is told with its date."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A weekday (0 to 6), a day by its distance (`offset`, 0 for `today`) or, where both are null, `last week`.

    `is_future` is what its clause says; `in_lead` that it stands where the news is told.
    """

    begin: int
    end: int
    weekday: int | None
    is_future: bool
    in_lead: bool
    offset: int | None = None

    def day(self, published: date) -> Days:
        """The day or week that it means on a page published that day."""
        if self.offset is not None:
            return Days.one(published + timedelta(days=self.offset))
        if self.weekday is None:
            return week_of(published - timedelta(days=7))
        back = (published.weekday() - self.weekday) % 7
        return Days.one(
            published + timedelta(days=(7 - back) % 7) if self.is_future else published - timedelta(days=back)
        )

    def published(self, meant: Days) -> Days:
        """The days on which a page may be published that means `meant` by it."""
        if self.offset is not None:
            back = timedelta(days=self.offset)
            return Days(meant.first - back, meant.last - back)
        if self.weekday is None:
            return week_of(meant.first + timedelta(days=7))
        if self.is_future:
            return Days(meant.first - WEEK, meant.last)
        return Days(meant.first, meant.last + WEEK)


def weekday_mentions(page: Page, segments: Sequence[Segment]) -> tuple[Mention, ...]:
    """What the article names, in text order.

    Left out is a weekday for which something was planned in the past: `called for a strike on Friday` was written
    before that day or after it, so it bounds nothing.
    """
    asked: list[Passage] = []
    leads: list[int] = []
    left = LEAD_CHARS
    names = _names(page.language)
    for part in segments:
        if part.label not in ARTICLE_LABELS or part.label is Label.BYLINE:
            continue
        if names.search(page.text, part.begin, part.end) is not None:
            in_lead = left > 0 and part.label is not Label.HEADLINE
            asked.append(Passage(page.text, part.begin, part.end, page.language))
            leads.append(part.begin + left if in_lead else 0)
        if part.label in (Label.BODY, Label.DATELINE):
            left -= part.end - part.begin
    found = zip(asked, find_in_all(asked), leads, strict=True)
    return tuple(
        one
        for passage, expressions, lead_end in found
        for one in _mentions(expressions, lead_end)
        if not _is_planned(one, passage)
    )


def lead_weekday(mentions: Sequence[Mention]) -> Mention | None:
    """The weekday of the news: the first in the lead that is not to come, null where there is none."""
    return next((one for one in mentions if one.in_lead and one.weekday is not None and not one.is_future), None)


@cache
def _names(language: str | None) -> re.Pattern[str]:
    """The weekdays of a language, its `today` and its words for week: a quick look before the grammar."""
    words = lexicon(language).words
    wanted = sorted(
        word
        for word, sense in words.items()
        if sense.letter in "WwR" or (sense.letter == "U" and sense.number == Grain.WEEK)
    )
    return re.compile(r"\b(?:" + "|".join(map(re.escape, wanted)) + r")\b", re.IGNORECASE)


@cache
def _plans(language: str | None) -> re.Pattern[str] | None:
    """What ends before the weekday of something planned; null for a language whose verbs of planning are not known.

    A planning verb, some words of the same sentence, and a noun for what is planned (with or without `on`), or `for`
    or `to`.
    """
    context = lexicon(language).context
    if "planning" not in context:
        return None
    verbs, nouns = ("|".join(sorted(context[name])) for name in ("planning", "planned_acts"))
    return re.compile(
        rf"\b(?:{verbs})(?:\s+[^\s.;:!?“”\"]{{1,30}}){{0,8}}?\s+(?:(?:{nouns})(?:\s+on)?|(?:for|to)(?:\s+next)?)\s+$",
        re.IGNORECASE,
    )


def _is_planned(one: Mention, passage: Passage) -> bool:
    """Whether something was planned for a weekday: before it, or after it."""
    plans = _plans(passage.language)
    if plans is None or one.weekday is None or one.offset is not None:
        return False
    return plans.search(passage.text[max(passage.begin, one.begin - PLAN_CHARS) : one.begin]) is not None


def _mentions(expressions: Sequence[Expression], lead_end: int) -> Iterator[Mention]:
    for one in expressions:
        for point in _points(one):
            offset = point.offset if point.grain is Grain.DAY else None
            is_future = one.tense is Tense.FUTURE if offset is None else offset > 0
            yield Mention(one.begin, one.end, point.weekday, is_future, one.begin < lead_end, offset)


def _points(one: Expression) -> Iterator[Point]:
    """The weekdays of an expression, its `today` or its `last week`; none where it has a date."""
    if one.form not in (Form.POINT, Form.RANGE):
        return
    for point in (one.first, one.last):
        if point is None or point.month is not None or point.year is not None or point.side is not None:
            continue
        is_weekday = point.weekday is not None and point.offset is None and point.grain is Grain.DAY
        is_last_week = point.weekday is None and point.grain is Grain.WEEK and point.offset == -1
        is_deictic = point.weekday is None and point.grain is Grain.DAY and point.offset in (-1, 0, 1)
        if is_weekday or is_last_week or is_deictic:
            yield point
