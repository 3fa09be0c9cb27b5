"""Events laid out for reading: what, who, when, on whose word, with a link to every place that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.model.event import Event, EventMention, Party
from copydesk.report.addresses import event_anchor, place_address
from copydesk.report.heads import Head
from copydesk.report.hostile import line, page_text
from copydesk.report.labels import EVENT_STATUS, date_range
from copydesk.report.library import Library
from copydesk.report.reasoning import name_of

_WITNESSES = 24
"""Places that are named for one event; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A place that tells of an event: its page, the link to its words, and the origin that it counts for."""

    head: Head
    href: str
    words: Markup
    status: str
    origin: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event laid out."""

    event: Event
    anchor: str
    kind: str
    days: str | None
    status: str
    actors: str
    recipients: str
    headline: Markup
    href: str | None
    tellings: tuple[Telling, ...]
    more: int
    origins: tuple[str, ...]
    part_of: str | None

    @property
    def sort_date(self) -> str:
        """A key that sorts by date, events without one last."""
        return self.event.date_from or self.event.date_to or "~"


def happenings(library: Library, events: Sequence[Event]) -> list[Happening]:
    """The events in the order of their days, those without a day last."""
    laid = [_lay_out(library, event) for event in events]
    return sorted(laid, key=lambda one: (one.sort_date, one.event.date_to or "", -one.event.n_origins, one.anchor))


def _lay_out(library: Library, event: Event) -> Happening:
    mentions = [row for row in library.tellings_of(event.event_id) if row.page_id in library.heads]
    best = next((row for row in mentions if _words(library, row) in event.headline), None)
    return Happening(
        event=event,
        anchor=event_anchor(event.event_id),
        kind=" · ".join(line(part, 60) for part in (event.type, event.mode) if part) or "statement",
        days=date_range(event.date_from, event.date_to),
        status=EVENT_STATUS[event.status],
        actors=_named(event.actors),
        recipients=_named(event.recipients),
        headline=page_text(event.headline),
        href=place_address(best.page_id, best.begin, best.end) if best else None,
        tellings=tuple(_telling(library, row) for row in mentions[:_WITNESSES]),
        more=max(len(mentions) - _WITNESSES, 0),
        origins=tuple(_origin(library, origin_id) for origin_id in event.origin_ids),
        part_of=event_anchor(event.part_of) if event.part_of else None,
    )


def _words(library: Library, row: EventMention) -> str:
    return library.text(row.page_id)[row.begin : row.end]


def _telling(library: Library, row: EventMention) -> Telling:
    return Telling(
        head=library.heads[row.page_id],
        href=place_address(row.page_id, row.begin, row.end),
        words=page_text(line(_words(library, row), 240)),
        status=EVENT_STATUS[row.status],
        origin=_origin(library, row.origin_id) if row.origin_id else None,
        rule=line(row.rule, 80),
    )


def _origin(library: Library, origin_id: str) -> str:
    origin = library.origins.get(origin_id)
    return name_of(library, origin) if origin else "origin not known"


def _named(parties: Sequence[Party]) -> str:
    return ", ".join(
        line(f"{party.name} ({party.country})" if party.country else party.name, 120) for party in parties
    )
