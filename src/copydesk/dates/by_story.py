"""Independent pages of one story date each other: they name the same people and places with the same weekday."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.dates.datelines import DatelineDay, dateline_days
from copydesk.dates.lexicon import lexicon
from copydesk.dates.rows import candidates_by_page, in_order
from copydesk.dates.settings import SETTINGS, STORIES, StorySettings
from copydesk.dates.weekdays import Mention, lead_weekday, weekday_mentions
from copydesk.model.by_page import ByPage
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Page, Segment
from copydesk.model.pile import Pile
from copydesk.text.sentences import sentences
from copydesk.text.tokens import fold_word
from copydesk.text.vocabulary import function_words


@dataclass(frozen=True, slots=True)
class _Told:
    """A weekday that a page names, the names of its sentence, folded and as written, and on a dated page its day."""

    page: Page
    mention: Mention
    names: Mapping[str, str]
    day: date | None

    def common(self, other: _Told) -> list[str]:
        """The names that both sentences have, as this one writes them, in the order of the text."""
        return [written for folded, written in self.names.items() if folded in other.names]


def date_by_stories(pile: Pile, settings: StorySettings = STORIES) -> Pile:
    """Date pages that know no day through dated pages of their story.

    The weekday of a page's lead is the day that dated pages tell of, where a sentence there has the same weekday and
    `settings.names` of the names: agencies name the day of the news. Where dated pages tell of several such days,
    the page stays undated.
    """
    pages = {page.page_id: page for page in pile.pages}
    segments = ByPage(pile.segments)
    found: dict[str, tuple[Page, list[DateCandidate]]] = {}
    for row in pile.stories:
        told = [pages[page_id] for page_id in row.page_ids]
        dated = [page for page in told if page.published is not None]
        undated = [page for page in told if page.published is None]
        if dated and undated and row.parent_story is None:
            found |= _dated(undated, dated, segments, settings)
    return _filled(pile, found) if found else pile


def _dated(
    undated: Sequence[Page], dated: Sequence[Page], segments: Mapping[str, Sequence[Segment]], settings: StorySettings
) -> dict[str, tuple[Page, list[DateCandidate]]]:
    """The pages of a story that its dated pages date, with the rows that bear it."""
    datelines = dateline_days(undated, segments)
    leads = {page.page_id: lead for page in undated if (lead := _lead(page, segments[page.page_id])) is not None}
    known = [one for page in dated for one in _told(page, segments[page.page_id])] if leads else []
    found: dict[str, tuple[Page, list[DateCandidate]]] = {}
    for page in undated:
        if page.page_id in leads:
            lead = leads[page.page_id]
            ties = [one for one in known if _is_of_one_day(lead, one, settings)]
            if len({one.day for one in ties}) == 1 and _is_of_dateline(ties[0].day, datelines.get(page.page_id)):
                found[page.page_id] = _with_day(page, lead, ties, settings)
    return found


def _lead(page: Page, segments: Sequence[Segment]) -> _Told | None:
    lead = lead_weekday(weekday_mentions(page, segments))
    if lead is None or _OF_A_DAY.match(page.text, lead.end):
        return None
    return _Told(page, lead, _names(page, lead, segments), None)


_OF_A_DAY = re.compile(r"['’]s\b")
"""`Monday's debate` may be before the day of the news or behind it."""


def _told(page: Page, segments: Sequence[Segment]) -> Iterator[_Told]:
    """The weekdays that a dated page names, each with its day."""
    days = [date.fromisoformat(day) for day in (page.published or "").split("/")]
    for one in weekday_mentions(page, segments):
        meant = {one.day(published).first for published in days}
        if one.weekday is not None and len(meant) == 1:
            yield _Told(page, one, _names(page, one, segments), meant.pop())


def _names(page: Page, mention: Mention, segments: Sequence[Segment]) -> dict[str, str]:
    """The words with a capital of the sentence in which a weekday stands, by their folded form, but for its function
    words and dates: nearly all are names."""
    at = bisect.bisect_right([part.begin for part in segments], mention.begin) - 1
    for begin, end in sentences(page.text, segments[at].begin, segments[at].end, page.language or "en"):
        if begin <= mention.begin < end:
            words = {fold_word(word): word for word in _WORD.findall(page.text, begin, end) if word[0].isupper()}
            common = function_words() | lexicon(page.language).words.keys()
            return {folded: word for folded, word in words.items() if folded not in common}
    return {}


_WORD = re.compile(r"[^\W\d_][\w’'-]{2,40}")


def _is_of_one_day(lead: _Told, one: _Told, settings: StorySettings) -> bool:
    return lead.mention.weekday == one.mention.weekday and len(lead.common(one)) >= settings.names


def _is_of_dateline(day: date | None, dateline: DatelineDay | None) -> bool:
    return day is None or dateline is None or dateline.allows(day.isoformat(), SETTINGS)


def _with_day(
    page: Page, lead: _Told, ties: Sequence[_Told], settings: StorySettings
) -> tuple[Page, list[DateCandidate]]:
    """The page with the day that its story gives it, and a row for each page that bears it."""
    witnesses: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in ties:
        witnesses[one.page.page_id].append(one)
    best = [max(own, key=lambda one: (len(lead.common(one)), -one.mention.begin)) for own in witnesses.values()]
    best.sort(key=lambda one: (-len(lead.common(one)), one.page.page_id))
    sure = max(one.page.published_confidence or 1.0 for one in best)
    value = str(best[0].day)
    rows = [_row(lead, one, value, Verdict.AGREES if at else Verdict.WON) for at, one in enumerate(best)]
    confidence = round(settings.by_lead * sure, 3)
    return dataclasses.replace(page, published=value, published_basis="story", published_confidence=confidence), rows


def _row(lead: _Told, one: _Told, value: str, verdict: Verdict) -> DateCandidate:
    words = lead.page.text[lead.mention.begin : lead.mention.end]
    why = (
        f"The lead names {words}; another page of the story, of {one.page.published}, names the same weekday, "
        f"which is {value}, with {', '.join(lead.common(one))}."
    )
    return DateCandidate(
        lead.page.page_id, lead.mention.begin, lead.mention.end, "story", value, verdict, why,
        one.page.page_id, one.mention.begin, one.mention.end,
    )  # fmt: skip


def _filled(pile: Pile, found: Mapping[str, tuple[Page, list[DateCandidate]]]) -> Pile:
    """The pile with the days of these pages and their witnesses."""
    rows = candidates_by_page(pile.date_candidates)
    for page_id, (_, witnesses) in found.items():
        rows[page_id] = [*rows.get(page_id, ()), *witnesses]
    pages = tuple(found[page.page_id][0] if page.page_id in found else page for page in pile.pages)
    candidates = in_order(row for own in rows.values() for row in own)
    return dataclasses.replace(pile, pages=pages, date_candidates=candidates)
