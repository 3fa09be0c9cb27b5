"""Captions date a page that says nothing of itself: the pictures of the news are of the day that its lead names."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from copydesk.dates.settings import PublicationSettings
from copydesk.dates.weekdays import Mention, lead_weekday
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Page
from copydesk.text.patterns.captions import FILE_PICTURE


def date_by_captions(
    page: Page, candidates: Sequence[DateCandidate], mentions: Sequence[Mention], settings: PublicationSettings
) -> tuple[Page, list[DateCandidate]]:
    """The page with the day of its lead's weekday at or right after the last day in its captions.

    Nothing is changed where the lead names no weekday, or one that is too long after the captions: a caption
    alone says only that the page is not older than its picture. Pictures from the file say nothing.
    """
    lead = lead_weekday(mentions)
    dated = [one for one in candidates if one.kind == "caption" and one.value is not None and not _is_file(page, one)]
    if lead is None or lead.weekday is None or not dated:
        return page, list(candidates)
    last = date.fromisoformat(max(one.value for one in dated if one.value is not None))
    after = (lead.weekday - last.weekday()) % 7
    day = (last + timedelta(days=after)).isoformat()
    if after > settings.days_after_caption or (page.retrieved is not None and day > page.retrieved):
        return page, list(candidates)
    judged = [_judged(one, last.isoformat(), day) for one in candidates]
    words = page.text[lead.begin : lead.end]
    why = f"The lead says {words}, which was the day of the captions or the first such day after them."
    weekday = DateCandidate(page.page_id, lead.begin, lead.end, "weekday", day, Verdict.AGREES, why, None, None, None)
    confidence = settings.by_caption if not after else settings.after_caption
    return (
        dataclasses.replace(page, published=day, published_basis="caption", published_confidence=confidence),
        _won([*judged, weekday], last.isoformat()),
    )


def _is_file(page: Page, one: DateCandidate) -> bool:
    """Whether the caption says that its picture is an old one."""
    if one.begin is None or one.end is None:
        return True
    line = page.text[page.text.rfind("\n", 0, one.begin) + 1 : one.begin]
    return FILE_PICTURE.search(line) is not None


def _judged(one: DateCandidate, caption: str, day: str) -> DateCandidate:
    if one.value == day and one.kind != "caption":
        return dataclasses.replace(
            one, verdict=Verdict.AGREES, why=f"The captions and the lead's weekday give {day}."
        )
    if one.kind != "caption" or one.value is None:
        return one
    if one.value == caption:
        return dataclasses.replace(one, verdict=Verdict.AGREES, why="The picture is of the day of the news.")
    return dataclasses.replace(one, verdict=Verdict.BOUND, why="The page is not older than its picture.")


def _won(candidates: Sequence[DateCandidate], caption: str) -> list[DateCandidate]:
    """The candidates, the first caption of the day as the one that dates the page."""
    judged = list(candidates)
    for at, one in enumerate(judged):
        if one.kind == "caption" and one.value == caption:
            judged[at] = dataclasses.replace(one, verdict=Verdict.WON)
            break
    return judged
