"""On which day something was said: the day that the sentence names which attributes it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from copydesk.model.date import DateRole, Timex, TimexType
from copydesk.model.page import Page
from copydesk.quotes.utterance import Quotation
from copydesk.text.patterns.times import ISO_DAY
from copydesk.text.sentences import sentences

_LONGEST = 4_000
"""Code points of a paragraph in which a day is looked for."""


def said_on(quotation: Quotation, page: Page, dates: Sequence[Timex]) -> str | None:
    """The day in the sentence of a quotation, outside of its marks; null where there is none, or several.

    `dates` are those of the page, ascending.
    """
    begin, end = quotation.spans[0][0], quotation.spans[-1][1]
    first = page.text.rfind("\n", 0, begin) + 1
    last = page.text.find("\n", end)
    last = len(page.text) if last < 0 else last
    if last - first > _LONGEST:
        return None
    at = bisect.bisect_left(dates, first, key=_begin_of)
    near = [date for date in dates[at : bisect.bisect_left(dates, last, key=_begin_of)] if _is_day(date)]
    near = [d for d in near if not any(b <= d.begin < e for b, e in quotation.spans)]
    if not near:
        return None
    reach = [span for span in sentences(page.text, first, last) if span[0] < end and begin < span[1]]
    low, high = min((b for b, _ in reach), default=begin), max((e for _, e in reach), default=end)
    days = {date.value for date in near if low <= date.begin < high}
    return days.pop() if len(days) == 1 else None


def _is_day(date: Timex) -> bool:
    return (
        date.type in (TimexType.DATE, TimexType.TIME)
        and date.role in (DateRole.EVENT, DateRole.OTHER)
        and date.value is not None
        and len(date.value) == len("2025-05-14")
        and ISO_DAY.fullmatch(date.value) is not None
    )


def _begin_of(date: Timex) -> int:
    return date.begin
