"""The days of one page: which date goes with which act, and what the day says of its status."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.events.cluster import VISIT
from copydesk.events.coded import Coded
from copydesk.events.other_clauses import OtherClauses
from copydesk.events.when import UNKNOWN, When, day_of_the_page, nearest_date, stay_of
from copydesk.model.actor import ActorMention
from copydesk.model.date import Timex
from copydesk.model.event import EventStatus
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.tokens import fold_words

Span = tuple[int, int]

CARRIED = 2
"""Sentences over which a day is carried on: news says once that it speaks of Sunday."""
MAYBE = frozenset(
    {"could", "might", "may", "possible", "possibly", "potential", "potentially", "perhaps", "hope", "hoped"}
)
"""Words that make of what lies ahead a thing that may not come."""


_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "must", "should"})


@dataclass(frozen=True, slots=True)
class PageRows:
    """What other stages know of one page; every list in the order of its places."""

    page: Page
    segments: Sequence[Segment]
    substitutions: Sequence[Substitution]
    actors: Sequence[ActorMention]
    dates: Sequence[Timex]


class Days:
    """The dates of a page as its acts are read one after the other, in the order of the text."""

    def __init__(self, rows: PageRows) -> None:
        self._rows = rows
        self._sentences: list[int] = []
        self._carried: tuple[int, When] | None = None
        self._clauses: OtherClauses | None = None

    def within(self, span: Span) -> Sequence[Timex]:
        """The date expressions in a span of the page."""
        dates = self._rows.dates
        first = bisect.bisect_left(dates, span[0], key=lambda row: row.begin)
        return dates[first : bisect.bisect_left(dates, span[1], key=lambda row: row.begin)]

    def of_act(self, coded: Coded, trigger: Span, clause: Span, sentence: Span, *, picture: bool) -> When:
        """When an act was: the date of its sentence, else a day carried on, else the page's own.

        A noun (`the war`, `the partnership`) tells of any time, and a caption of the day of its picture.
        """
        if self._clauses is None or self._sentences[-1] != sentence[0]:
            self._sentences.append(sentence[0])
            self._clauses = OtherClauses(self._rows.page.text, sentence, self.within(sentence))
        dates = self._clauses.dates_of(coded, trigger)
        stay = stay_of(dates, trigger, clause) if coded.mode == VISIT else None
        stated = stay or nearest_date(dates, trigger, clause)
        if stated is not None:
            if self._is_carried(coded, stated, trigger) and not picture:
                self._carried = (len(self._sentences), stated)
            return stated
        if picture or coded.rule.startswith("nouns") or not (coded.actors or self._finite(trigger)):
            return UNKNOWN
        published = self._rows.page.published
        carried = self._day_carried(published)
        if carried is None:
            return day_of_the_page(published, coded.status)
        return When(carried.start, carried.end if coded.status is EventStatus.HAPPENED else None)

    def _day_carried(self, published: str | None) -> When | None:
        """The day that the sentences just before speak of, null where it lies ahead of the page."""
        if self._carried is None:
            return None
        at, when = self._carried
        told = not published or when.start is None or when.start <= published[:10]
        return when if told and 0 < len(self._sentences) - at <= CARRIED else None

    def _is_carried(self, coded: Coded, stated: When, trigger: Span) -> bool:
        """Whether what follows may be of the day of an act: one that happened, and not one before what is told.

        A noun names what was before: `charged with murder in the Oct. 3 shooting`.
        """
        precise = stated.known and stated.width == 0 and not coded.rule.startswith("nouns")
        return precise and coded.status is EventStatus.HAPPENED and "had" not in self._words(trigger)

    def _finite(self, trigger: Span) -> bool:
        """Whether the words that fired hold a verb of their own, and are no participle (`a detained captain`)."""
        return bool(_AUXILIARIES.intersection(self._words(trigger)))

    def _words(self, span: Span) -> list[str]:
        return fold_words(self._rows.page.text[span[0] : span[1]])


def status_by_date(coded: Coded, when: When, published: str | None, sentence: str) -> EventStatus:
    """The status that the words give, corrected by the calendar and, for nouns, by the sentence.

    What lies ahead of the page has not happened. A noun has no mood of its own: `the visit could lead to talks`.
    """
    if coded.status is not EventStatus.HAPPENED:
        return coded.status
    maybe = bool(MAYBE.intersection(fold_words(sentence)))
    if when.stated and when.start is not None and published:
        ahead = when.start > published[:10] or (when.start == published[:10] and when.end != when.start)
        if ahead:
            return EventStatus.HYPOTHETICAL if maybe else EventStatus.PLANNED
        return coded.status
    return EventStatus.HYPOTHETICAL if maybe and coded.rule.startswith("nouns") else coded.status
