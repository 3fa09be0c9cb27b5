"""The day of a change dates a page that says no other day, where its lead names that weekday or the one before."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from copydesk.dates.settings import PublicationSettings
from copydesk.dates.weekdays import Mention, lead_weekday
from copydesk.dates.witnesses import CHANGES
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Page


def date_by_change(
    page: Page, candidates: Sequence[DateCandidate], mentions: Sequence[Mention], settings: PublicationSettings
) -> tuple[Page, list[DateCandidate]]:
    """The page with the first day of a change, where that is the weekday of its lead.

    News is changed within hours; a page that is changed weeks later has that weekday by one chance in seven. Where
    the lead names the weekday before, the page was published on one of the two days, and both are given.
    """
    lead = lead_weekday(mentions)
    days = [one.value for one in candidates if one.kind in CHANGES and one.value is not None]
    changed = min(days, default=None)
    if lead is None or lead.weekday is None or changed is None or (page.retrieved or changed) < changed:
        return page, list(candidates)
    last = date.fromisoformat(changed)
    back = (last.weekday() - lead.weekday) % 7
    if back > 1:
        return page, list(candidates)
    news = (last - timedelta(days=back)).isoformat()
    published = f"{news}/{changed}" if back else changed
    words = page.text[lead.begin : lead.end]
    why = f"The lead says {words}, which was the day of the change or the one before it."
    weekday = DateCandidate(
        page.page_id, lead.begin, lead.end, "weekday", news, Verdict.AGREES, why, None, None, None
    )
    dated = dataclasses.replace(
        page,
        published=published,
        published_basis="weekday",
        published_confidence=settings.before_change if back else settings.by_change,
    )
    return dated, [*(_judged(one, changed) for one in candidates), dataclasses.replace(weekday, verdict=Verdict.WON)]


def _judged(one: DateCandidate, changed: str) -> DateCandidate:
    if one.kind not in CHANGES or one.value != changed:
        return one
    return dataclasses.replace(
        one, verdict=Verdict.AGREES, why="The page was changed on the day that its lead names."
    )
