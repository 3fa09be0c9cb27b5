"""Pages date each other: the passage that two pages share names the same weekday, and one of them knows its day."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.dates.calendar import Days
from copydesk.dates.copied import refuse_copied_days
from copydesk.dates.datelines import DatelineDay, dateline_days
from copydesk.dates.rows import candidates_by_page, in_order
from copydesk.dates.settings import SETTINGS, SIBLINGS, SiblingSettings
from copydesk.dates.weekdays import Mention, lead_weekday, weekday_mentions
from copydesk.model.aligned import touching
from copydesk.model.by_page import ByPage
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import ARTICLE_LABELS, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.reuse import Alignment, Kind


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of a page that stands on a sibling too: its place here and there."""

    begin: int
    end: int
    there_begin: int
    there_end: int


@dataclass(frozen=True, slots=True)
class Tied:
    """A mention here and the mention there that are of the same day, and the days that it allows here."""

    here: Mention
    there: Mention
    sibling: str
    meant: Days
    allowed: Days


@dataclass(frozen=True, slots=True)
class _Witnesses:
    """What the step knows of the pile. `datelines` are those of pages that have no day; `mentions` is filled as pages
    are looked at."""

    pages: dict[str, Page]
    segments: Mapping[str, Sequence[Segment]]
    shared: Mapping[str, Mapping[str, Sequence[Shared]]]
    datelines: Mapping[str, DatelineDay]
    mentions: dict[str, tuple[Mention, ...]]

    def of(self, page_id: str) -> tuple[Mention, ...]:
        """The weekdays that a page names."""
        if page_id not in self.mentions:
            self.mentions[page_id] = weekday_mentions(self.pages[page_id], self.segments.get(page_id, ()))
        return self.mentions[page_id]

    def share(self, page_id: str, sibling: str) -> float:
        """The part of the page's article that its sibling has too."""
        size = sum(s.end - s.begin for s in self.segments.get(page_id, ()) if s.label in ARTICLE_LABELS)
        held = sum(one.end - one.begin for one in self.shared[page_id][sibling])
        return min(1.0, held / size) if size else 0.0


def date_by_siblings(pile: Pile, settings: SiblingSettings = SIBLINGS) -> Pile:
    """Date pages through those that they share passages with, and refuse the days on which copies were put up.

    A page dated this way may date another one, `settings.rounds` times in a row.
    """
    pages, candidates = refuse_copied_days(pile, settings)
    segments, shared = ByPage(pile.segments), _shared(pile.alignments, pages)
    datelines = dateline_days([page for page in pages if page.page_id in shared], segments)
    known = _Witnesses({page.page_id: page for page in pages}, segments, shared, datelines, {})
    rows = candidates_by_page(candidates)
    for _ in range(settings.rounds):
        found = [
            (page_id, dated)
            for page_id, page in known.pages.items()
            if page.published is None
            and (dated := _dated(page_id, known, settings)) is not None
            and _is_of_dateline(dated[0], known.datelines.get(page_id))
        ]
        if not found:
            break
        for page_id, (page, witnesses) in found:
            known.pages[page_id] = page
            rows[page_id] = [*_rejudged(rows.get(page_id, ()), page), *witnesses]
    return dataclasses.replace(
        pile,
        pages=tuple(known.pages.values()),
        date_candidates=in_order(row for own in rows.values() for row in own),
    )


def _is_of_dateline(page: Page, dateline: DatelineDay | None) -> bool:
    """Whether the day, or the days, that siblings give a page may be those of its own dateline."""
    if dateline is None or page.published is None:
        return True
    return any(dateline.allows(day, SETTINGS) for day in page.published.split("/"))


def _shared(alignments: Sequence[Alignment], pages: Sequence[Page]) -> dict[str, dict[str, list[Shared]]]:
    """For each page without a day and each other page that shares text with it, the shared passages.

    Most pages have their day and ask nobody; no row is made of what only they share.
    """
    undated = {page.page_id for page in pages if page.published is None}
    found: defaultdict[str, defaultdict[str, list[Shared]]] = defaultdict(lambda: defaultdict(list))
    for row in touching(alignments, undated):
        if row.kind is Kind.SHARED_QUOTE or row.a_page == row.b_page:
            continue
        if row.a_page in undated:
            found[row.a_page][row.b_page].append(Shared(row.a_begin, row.a_end, row.b_begin, row.b_end))
        if row.b_page in undated:
            found[row.b_page][row.a_page].append(Shared(row.b_begin, row.b_end, row.a_begin, row.a_end))
    return {page_id: dict(siblings) for page_id, siblings in found.items()}


def _dated(page_id: str, known: _Witnesses, settings: SiblingSettings) -> tuple[Page, list[DateCandidate]] | None:
    """The page with its day and the rows that bear it, null where its siblings do not say."""
    tied = [one for sibling in _dated_siblings(page_id, known, settings) for one in _ties(page_id, sibling, known)]
    window = _window([one.allowed for one in tied])
    if window is None:
        return None
    ties = [one for one in tied if one.allowed.first <= window.first and window.last <= one.allowed.last]
    lead = lead_weekday(known.of(page_id))
    day = _day_of_lead(lead, window)
    if day is not None and lead is not None:
        best = next((one for one in ties if one.here == lead), ties[0])
        base = settings.by_lead if best.here == lead or len(ties) > 1 else settings.by_window
        return _told(known.pages[page_id], day, best, ties, base, known, lead)
    if lead is not None:
        return None
    span = _narrowed(window, ties, settings)
    if (span.last - span.first).days > settings.days_of_range:
        return None
    value = span.first.isoformat() if span.first == span.last else f"{span.first}/{span.last}"
    return _told(known.pages[page_id], value, ties[0], ties, settings.by_range, known, None)


def _dated_siblings(page_id: str, known: _Witnesses, settings: SiblingSettings) -> list[str]:
    """Siblings that know their day and share enough, those with the most shared text first."""
    shares = {
        sibling: known.share(page_id, sibling)
        for sibling in known.shared.get(page_id, {})
        if len(known.pages[sibling].published or "") == 10
    }
    enough = [sibling for sibling, share in shares.items() if share >= settings.least_share]
    return sorted(enough, key=lambda sibling: (-shares[sibling], sibling))[: settings.siblings]


def _ties(page_id: str, sibling: str, known: _Witnesses) -> Iterator[Tied]:
    """The mentions that both have in a shared passage: the same weekday, or a weekday beside `last week` or `today`.

    "will meet Friday" here and "met Friday" there puts this page before the other one. A machine that swaps words
    does that too, so of reworded pages only mentions on the same side of the day are believed.
    """
    reworded = Wording.SPUN_COPY in (known.pages[page_id].wording, known.pages[sibling].wording)
    published = date.fromisoformat(known.pages[sibling].published or "")
    here, there = known.of(page_id), known.of(sibling)
    for shared in known.shared[page_id][sibling]:
        ours = [one for one in here if shared.begin <= one.begin and one.end <= shared.end]
        theirs = [one for one in there if shared.there_begin <= one.begin and one.end <= shared.there_end]
        for one in ours:
            other = _same(one, ours, theirs)
            if other is not None and not (reworded and one.is_future != other.is_future):
                meant = _meant(one, other, published)
                yield Tied(one, other, sibling, meant, one.published(meant))


def _same(one: Mention, ours: Sequence[Mention], theirs: Sequence[Mention]) -> Mention | None:
    """The mention there that is of the same day: the same weekday, named once on both sides; else where each side
    names one time only, and one of them as `last week` or `today`."""
    if one.weekday is not None:
        alike = [other for other in theirs if other.weekday == one.weekday]
        if len(alike) == 1 and sum(other.weekday == one.weekday for other in ours) == 1:
            return alike[0]
    if len(ours) == len(theirs) == 1 and (one.weekday is None) != (theirs[0].weekday is None):
        return theirs[0]
    return None


def _meant(one: Mention, other: Mention, published: date) -> Days:
    """The day that both mean, as the dated page says it; of its `last week` the weekday that the other one names."""
    meant = other.day(published)
    if other.weekday is None and other.offset is None and one.weekday is not None:
        return Days.one(meant.first + timedelta(days=one.weekday))
    return meant


def _window(allowed: Sequence[Days]) -> Days | None:
    """The days that most of the spans allow, all or all but a quarter of them; null where they contradict."""
    if not allowed:
        return None
    edges = sorted({day for span in allowed for day in (span.first, span.last)})
    counts = {day: sum(span.first <= day <= span.last for span in allowed) for day in edges}
    most = max(counts.values())
    if 4 * most < 3 * len(allowed):
        return None
    best = [day for day in edges if counts[day] == most]
    return Days(best[0], best[-1])


def _day_of_lead(lead: Mention | None, window: Days) -> date | None:
    """The one day of the window that has the weekday of the lead: agencies name the day of the news by it."""
    if lead is None or lead.weekday is None or (window.last - window.first).days > 6:
        return None
    day = window.first + timedelta(days=(lead.weekday - window.first.weekday()) % 7)
    return day if day <= window.last else None


def _narrowed(window: Days, ties: Sequence[Tied], settings: SiblingSettings) -> Days:
    """The window, without a weekday in the lead: news is told on the last day that it names, or the day after."""
    told = [one.meant.last for one in ties if not one.here.is_future and one.here.weekday is not None]
    if not told:
        return window
    last = max(told)
    return Days(max(window.first, last), min(window.last, last + timedelta(days=settings.days_told)))


def _told(
    page: Page,
    value: str | date,
    best: Tied,
    ties: Sequence[Tied],
    base: float,
    known: _Witnesses,
    lead: Mention | None,
) -> tuple[Page, list[DateCandidate]]:
    text = value if isinstance(value, str) else value.isoformat()
    sibling = known.pages[best.sibling]
    confidence = round(base * (sibling.published_confidence or 1.0), 3)
    rows = [_row(page, text, best, Verdict.WON, known)]
    others = {one.sibling: one for one in reversed(ties) if one.sibling != best.sibling}
    rows += [_row(page, text, one, Verdict.AGREES, known) for one in others.values()]
    if lead is not None and best.here != lead:
        why = "It is the day of the lead that its siblings allow."
        rows.append(
            DateCandidate(page.page_id, lead.begin, lead.end, "weekday", text, Verdict.AGREES, why, None, None, None)
        )
    dated = dataclasses.replace(page, published=text, published_basis="sibling", published_confidence=confidence)
    return dated, rows


def _row(page: Page, value: str, tied: Tied, verdict: Verdict, known: _Witnesses) -> DateCandidate:
    sibling = known.pages[tied.sibling]
    words = page.text[tied.here.begin : tied.here.end]
    meant = str(tied.meant.first) if tied.meant.first == tied.meant.last else f"{tied.meant.first}/{tied.meant.last}"
    why = f"A shared passage names {words} here; on the sibling, of {sibling.published}, the same is {meant}."
    return DateCandidate(
        page.page_id, tied.here.begin, tied.here.end, "sibling", value, verdict, why, tied.sibling,
        tied.there.begin, tied.there.end,
    )  # fmt: skip


def _rejudged(candidates: Sequence[DateCandidate], page: Page) -> list[DateCandidate]:
    """The page's own witnesses, where they agree with the day that the siblings give."""
    return [
        dataclasses.replace(one, verdict=Verdict.AGREES, why="It is the day that the siblings give.")
        if one.verdict is Verdict.REFUSED and one.value == page.published
        else one
        for one in candidates
    ]
