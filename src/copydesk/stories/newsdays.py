"""The day that a page tells of: what its opening says happened, else its day of publication, else its text's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from copydesk.model.by_page import ByPage
from copydesk.model.date import DateRole, Timex, TimexType
from copydesk.model.event import EventStatus
from copydesk.model.page import Page
from copydesk.model.provenance import Lineage
from copydesk.stories.days import Days, day_of, days_of
from copydesk.stories.openings import Openings
from copydesk.stories.settings import EpisodeSettings
from copydesk.stories.terms import WEEKDAYS
from copydesk.stories.told import Acts
from copydesk.text.tokens import fold_words

_POINTS = frozenset({TimexType.DATE, TimexType.TIME})
_OWNER = ("'s", "’s")
"""What behind a day makes it the day of something else: `Monday's vote`."""


class NewsDays:
    """Finds the days that pages tell of. Rows of other pages than those asked for are passed over."""

    def __init__(
        self,
        openings: Openings,
        acts: Acts,
        dates: ByPage[Timex],
        lineage: ByPage[Lineage],
        settings: EpisodeSettings,
    ) -> None:
        """`dates` in the order of the text."""
        self._openings, self._acts, self._settings = openings, acts, settings
        self._dates, self._lineage = dates, lineage

    def of(self, pages: Sequence[Page]) -> dict[str, Days]:
        """The days that the pages of one story tell of; pages of which that is not known are not in it.

        The first day in the opening that is on or shortly before the day of publication is the day of the news. A
        page without one tells of the day that the page does which it copies, or else of its day of publication. A
        page of no known day tells of the day of an act that its opening names with its weekday, and that other pages
        date.
        """
        published = {page.page_id: days_of(page.published, self._settings.widest) for page in pages}
        stated = {page.page_id: self._stated(page, published[page.page_id]) for page in pages}
        known = {page_id: day for page_id, own in published.items() if (day := stated[page_id] or own) is not None}
        found = dict(known)
        for page in pages:
            if stated[page.page_id] is None:
                copied = [known[kin] for kin in (page.page_id, *self._copied(page)) if kin in known]
                if copied:
                    found[page.page_id] = min(copied)
        if known:
            found |= self._named(pages, found)
        return found

    def _copied(self, page: Page) -> list[str]:
        """The pages that have most of the words of a page."""
        least = self._settings.copied_share
        return [row.parent_page for row in self._lineage[page.page_id] if row.parent_page and row.share >= least]

    def _stated(self, page: Page, published: Days | None) -> Days | None:
        """The last day that the opening's first sentence with a day names: none after publication or long before.

        Days further down are those of single acts, and a clock time there is often given the day of publication.
        """
        if published is None:
            return None
        earliest = published[0] - self._settings.told_before
        opening = self._openings.of(page.page_id)
        near: dict[int, int] = {}
        for row in self._in_opening(page):
            day, place = day_of(row.value), opening.at(row.begin)
            if day is not None and place is not None and earliest <= day <= published[1]:
                near[place] = max(near.get(place, day), day)
        return (near[min(near)], near[min(near)]) if near else None

    def _in_opening(self, page: Page) -> list[Timex]:
        opening = self._openings.of(page.page_id)
        return [
            row
            for row in self._dates[page.page_id]
            if row.type in _POINTS and row.role is DateRole.EVENT
            if opening.at(row.begin) is not None and not page.text.startswith(_OWNER, row.end)
        ]

    def _named(self, pages: Sequence[Page], known: Mapping[str, Days]) -> dict[str, Days]:
        """The days of pages that have none of their own, by the acts that they share with pages that have."""
        dated = {row.event_id for page_id in sorted(known) for row in self._acts.on(page_id)}
        found = {}
        for page in pages:
            if page.page_id not in known:
                day = self._by_acts(page, dated, known.values())
                if day is not None:
                    found[page.page_id] = (day, day)
        return found

    def _by_acts(self, page: Page, dated: set[str], known: Iterable[Days]) -> int | None:
        opening = self._openings.of(page.page_id)
        days = {
            self._acts.days[row.event_id]
            for row in self._acts.on(page.page_id)
            if row.event_id in dated and row.event_id in self._acts.days
            if row.status is EventStatus.HAPPENED and opening.at(row.trigger_begin) is not None
        }
        words = {word for row in self._in_opening(page) if row.value is None for word in fold_words(row.text)}
        named = [day for day in days if WEEKDAYS[date.fromordinal(day).weekday()] in words]
        return max((day for day in named if _near(day, known)), default=None)


def _near(day: int, known: Iterable[Days]) -> bool:
    """Whether a day is within a week of a known one: a weekday without a date is that of this week."""
    return any(first - _WEEK < day < last + _WEEK for first, last in known)


_WEEK = 7
