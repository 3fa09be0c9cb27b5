"""The day of a dateline (`HELSINKI, April 17 (Reuters) -`): it has no year, yet a day far from it dates no page."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.dates.expression import Form
from copydesk.dates.expressions import Passage, find_in_all
from copydesk.dates.settings import PublicationSettings
from copydesk.dates.weekdays import Mention, lead_weekday
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Label, Page, Segment


@dataclass(frozen=True, slots=True)
class DatelineDay:
    """The month and day in a dateline, at `begin`, `end` (code points) of its page, where these are `words`."""

    begin: int
    end: int
    month: int
    day: int
    words: str

    @property
    def value(self) -> str:
        """As TIMEX3 writes a day of an unknown year: `XXXX-04-17`."""
        return f"XXXX-{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> date | None:
        """The day in a year, null where that year has no February 29."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def days_until(self, day: date) -> int:
        """Days from the nearest day that the dateline may mean to `day`; negative where that is before."""
        meant = (self.in_year(day.year + step) for step in (-1, 0, 1))
        return min(((day - one).days for one in meant if one is not None), key=abs)

    def allows(self, day: str, settings: PublicationSettings) -> bool:
        """Whether a page with this dateline may be published on an ISO day: papers print agency text within days."""
        return -1 <= self.days_until(date.fromisoformat(day)) <= settings.days_after_dateline


def dateline_days(pages: Sequence[Page], segments: Mapping[str, Sequence[Segment]]) -> dict[str, DatelineDay]:
    """The days in the datelines of pages, by page; those with a year are left out, for they date by themselves."""
    asked: list[tuple[str, Passage]] = []
    for page in pages:
        if page.dateline is None:
            continue
        for part in segments.get(page.page_id, ()):
            if part.label is Label.DATELINE and any(map(str.isdigit, page.text[part.begin : part.end])):
                asked.append((page.page_id, Passage(page.text, part.begin, part.end, page.language)))
                break
    found: dict[str, DatelineDay] = {}
    for (page_id, passage), expressions in zip(asked, find_in_all([one for _, one in asked]), strict=True):
        for one in expressions:
            point = one.first if one.form is Form.POINT else None
            if point is not None and point.month is not None and point.day is not None and point.year is None:
                words = passage.text[one.begin : one.end]
                found[page_id] = DatelineDay(one.begin, one.end, point.month, point.day, words)
                break
    return found


def date_by_copyright(
    page: Page,
    candidates: Sequence[DateCandidate],
    dateline: DatelineDay,
    mentions: Sequence[Mention],
    settings: PublicationSettings,
) -> tuple[Page, list[DateCandidate]]:
    """The page with the day of its dateline in the year of its copyright line, where the weekday of the lead agrees.

    That is the day of the dateline or the one before it; in two years of seven any year would agree by chance.
    """
    lead = lead_weekday(mentions)
    years = {int(one.value[:4]) for one in candidates if one.kind == "copyright" and one.value is not None}
    day = dateline.in_year(max(years)) if years else None
    if day is None or lead is None or lead.weekday is None or (day.weekday() - lead.weekday) % 7 > 1:
        return page, list(candidates)
    if page.retrieved is not None and day.isoformat() > page.retrieved:
        return page, list(candidates)
    dated = dataclasses.replace(
        page,
        published=day.isoformat(),
        published_basis="dateline",
        published_confidence=settings.by_copyright,
    )
    why = f"The dateline says {dateline.words}, the copyright line {day.year}, and the lead's weekday fits."
    won = _witness(page, dateline, why, day.isoformat(), Verdict.WON)
    return dated, [*(one for one in candidates if one.value != dateline.value), won]


def bound(page: Page, dateline: DatelineDay) -> DateCandidate:
    """The dateline as a witness that bounds the day."""
    why = f"The dateline says {dateline.words}, of no year: a day far from that is not of this text."
    return _witness(page, dateline, why, dateline.value, Verdict.BOUND)


def _witness(page: Page, dateline: DatelineDay, why: str, value: str | None, verdict: Verdict) -> DateCandidate:
    """A row about the day in the dateline."""
    return DateCandidate(
        page.page_id, dateline.begin, dateline.end, "dateline", value, verdict, why, None, None, None
    )
