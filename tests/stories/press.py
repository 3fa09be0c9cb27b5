"""A story of invented pages with their days and acts, as the stages before leave it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.date import DateRole, Timex, TimexType
from copydesk.model.event import Event, EventMention, EventStatus, EventType
from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, Relation
from copydesk.model.story import Story
from tests.reuse.press import page

EVE = """Denmark and Norway to talk about cod

March 4, 2031

COPENHAGEN — Denmark will meet Norway on Wednesday in Skagen to talk about the cod of the Skagerrak, officials said.

Neither side has said what it wants, and the trawlers of both lie in port with their nets on deck.
"""
DAY = """Denmark and Norway share the cod

March 5, 2031

SKAGEN — Denmark met Norway on Wednesday in Skagen and agreed to share the cod of the Skagerrak, officials said.

Neither side has said what it gave, and the trawlers of both lie in port with their nets on deck.
"""
"""Two whole pages: talks that are to come, and that were."""

FILLER = "Nothing else was said of it that anybody on the quay could remember afterwards."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its headline and sentences; days by the words that name them; acts by the words that tell of them."""

    page_id: str
    sentences: Sequence[str]
    published: str | None = None
    headline: str | None = None
    wording: Wording = Wording.ORIGINAL
    dates: dict[str, str | None] = dataclasses.field(default_factory=dict)
    acts: dict[str, tuple[str, EventStatus]] = dataclasses.field(default_factory=dict)
    copies: str | None = None
    origin: str = "o1"

    @property
    def text(self) -> str:
        return "\n\n".join([*([self.headline] if self.headline else []), " ".join(self.sentences)])

    def span(self, words: str) -> tuple[int, int]:
        begin = self.text.index(words)
        return begin, begin + len(words)


def pile(*sheets: Sheet, days: dict[str, str] | None = None) -> Pile:
    """One story of these pages. An act `x` is the event `x`, whose day `days` may give."""
    rows = sorted(sheets, key=lambda sheet: sheet.page_id)
    return Pile(
        pages=tuple(_page(sheet) for sheet in rows),
        segments=tuple(part for sheet in rows for part in _segments(sheet)),
        dates=tuple(date for sheet in rows for date in _dates(sheet)),
        lineage=tuple(_lineage(sheet, sheet.copies) for sheet in rows if sheet.copies),
        events=tuple(_event(name, (days or {}).get(name)) for name in sorted({n for s in rows for n in s.acts})),
        event_mentions=tuple(
            sorted((row for s in rows for row in _mentions(s)), key=lambda r: (r.event_id, r.page_id, r.begin))
        ),
        stories=(Story("s1", None, None, None, None, tuple(sheet.page_id for sheet in rows)),),
    )


def _page(sheet: Sheet) -> Page:
    made = page(sheet.page_id, [sheet.text])
    return dataclasses.replace(
        made, published=sheet.published, wording=sheet.wording, origin_ids=(sheet.origin,), text=sheet.text
    )


def _segments(sheet: Sheet) -> list[Segment]:
    body = len(sheet.headline) + 2 if sheet.headline else 0
    parts = [Segment(sheet.page_id, body, len(sheet.text), Label.BODY)]
    return [Segment(sheet.page_id, 0, body, Label.HEADLINE), *parts] if body else parts


def _dates(sheet: Sheet) -> list[Timex]:
    found = [
        Timex(sheet.page_id, *sheet.span(words), words, TimexType.DATE, value, DateRole.EVENT, None)
        for words, value in sheet.dates.items()
    ]
    return sorted(found, key=lambda row: row.begin)


def _lineage(sheet: Sheet, parent: str) -> Lineage:
    return Lineage(sheet.page_id, parent, "o1", Relation.SIBLING_OF, 0.9, 0.9, ())


def _event(name: str, day: str | None) -> Event:
    return Event(
        name, EventType.CONSULT, None, name, EventStatus.HAPPENED, (), (), None, day, day, None, (), 1, 1, ("o1",),
        0.8, None, "s1", (),
    )  # fmt: skip


def _mentions(sheet: Sheet) -> list[EventMention]:
    return [
        EventMention(
            name, sheet.page_id, *sheet.span(words), status, *sheet.span(words), "verbs:meet with ~", sheet.origin
        )
        for name, (words, status) in sheet.acts.items()
    ]
