"""Events for other programs: PLOVER-style JSON, a flat table in the shape that GDELT users know, a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.model.event import Event, EventStatus, EventType, Party
from copydesk.model.page import Page
from copydesk.outputs.csv import FORMULA_STARTS
from copydesk.record.case import Case
from copydesk.record.columns import compact_json
from copydesk.version import __version__

ROOT_CODES = {
    None: "01",
    EventType.AGREE: "03",
    EventType.CONSULT: "04",
    EventType.SUPPORT: "05",
    EventType.COOPERATE: "06",
    EventType.AID: "07",
    EventType.CONCEDE: "08",
    EventType.RETREAT: "08",
    EventType.REQUEST: "10",
    EventType.ACCUSE: "11",
    EventType.REJECT: "12",
    EventType.THREATEN: "13",
    EventType.PROTEST: "14",
    EventType.MOBILIZE: "15",
    EventType.SANCTION: "16",
    EventType.COERCE: "17",
    EventType.ASSAULT: "18",
}
"""The CAMEO root code nearest to each PLOVER type (Gerner, Schrodt and Yilmaz 2009)."""

_GDELT_COLUMNS = (
    *("GlobalEventID", "SQLDATE", "Actor1Name", "Actor1CountryCode", "Actor2Name", "Actor2CountryCode"),
    *("EventRootCode", "QuadClass", "EventStatus", "NumMentions", "NumArticles", "NumSources", "NumOrigins"),
    *("ActionGeo_FullName", "Headline", "SOURCEURL"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event and its evidence: the pages that tell of it, and how many places do."""

    event: Event
    pages: tuple[Page, ...]
    n_mentions: int


def told(case: Case, events: Iterable[Event]) -> Iterator[Told]:
    """The events with their pages, in the order given."""
    places: dict[str, list[str]] = {}
    for row in case.table("event_mentions"):
        places.setdefault(row.event_id, []).append(row.page_id)
    for event in events:
        own = places.get(event.event_id, [])
        yield Told(event, tuple(case.page(page_id) for page_id in sorted(set(own))), len(own))


def plover(rows: Iterable[Told]) -> Iterator[str]:
    """JSON Lines with the fields of PLOVER (Halterman et al. 2023): one object an event, origins beside sources."""
    for row in rows:
        event = row.event
        yield (
            compact_json(
                {
                    "id": event.event_id,
                    "date": event.date_from,
                    "dateEnd": event.date_to,
                    "type": event.type,
                    "mode": event.mode,
                    "context": list(event.topics),
                    "status": event.status,
                    "actor": [_plover_party(party) for party in event.actors],
                    "recip": [_plover_party(party) for party in event.recipients],
                    "location": event.place,
                    "text": event.headline,
                    "confidence": event.confidence,
                    "mentions": row.n_mentions,
                    "sources": sorted({_outlet(page) for page in row.pages}),
                    "origins": list(event.origin_ids),
                    "numOrigins": event.n_origins,
                    "coder": f"copydesk {__version__}",
                }
            )
            + "\n"
        )


def _plover_party(party: Party) -> dict[str, str | None]:
    return {"name": party.name, "role": party.role, "country": party.country}


def gdelt(rows: Iterable[Told]) -> Iterator[str]:
    """Tab-separated, one line an event, columns as GDELT 2.0 names them, with the number of independent origins."""
    yield "\t".join(_GDELT_COLUMNS) + "\n"
    for row in rows:
        event = row.event
        one, two = (event.actors or (None,))[0], (event.recipients or event.actors[1:] or (None,))[0]
        root = ROOT_CODES[event.type]
        cells = (
            event.event_id,
            (event.date_from or event.date_to or "").replace("-", ""),
            *((one.name, one.country or "") if one else ("", "")),
            *((two.name, two.country or "") if two else ("", "")),
            root,
            str(_quad_class(int(root))),
            event.status.value,
            str(row.n_mentions),
            str(len(row.pages)),
            str(len({_outlet(page) for page in row.pages})),
            str(event.n_origins),
            event.place or "",
            event.headline,
            next((page.url for page in row.pages if page.url), ""),
        )
        yield "\t".join(_tab_cell(cell) for cell in cells) + "\n"


def _quad_class(root: int) -> int:
    """Verbal and material cooperation, verbal and material conflict: 1 to 4."""
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _tab_cell(text: str) -> str:
    """A field in one line; what a spreadsheet would run as a formula gets an apostrophe in front."""
    bare = " ".join(text.split())
    return f"'{bare}" if bare.startswith(FORMULA_STARTS) else bare


def _outlet(page: Page) -> str:
    return page.site or page.source


def icalendar(rows: Iterable[Told]) -> Iterator[str]:
    """iCalendar (RFC 5545): what is planned or thinkable and has a day, as all-day events that are tentative."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    yield _folded(f"PRODID:-//copydesk//copydesk {__version__}//EN")
    for row in rows:
        event = row.event
        days = _days(event)
        if event.status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL) and days:
            first, last = days
            yield "BEGIN:VEVENT\r\n"
            yield _folded(f"UID:{event.event_id}@copydesk")
            yield _folded(f"DTSTAMP:{first:%Y%m%d}T000000Z")
            yield _folded(f"DTSTART;VALUE=DATE:{first:%Y%m%d}")
            yield _folded(f"DTEND;VALUE=DATE:{last + timedelta(1):%Y%m%d}")
            yield _folded("STATUS:TENTATIVE")
            yield _folded(f"SUMMARY:{_escaped(event.headline)}")
            if event.place:
                yield _folded(f"LOCATION:{_escaped(event.place)}")
            said = f"{_counted(event.n_origins, 'independent origin')}, {_counted(event.n_pages, 'page')}"
            yield _folded(f"DESCRIPTION:{_escaped(said)}")
            yield "END:VEVENT\r\n"
    yield "END:VCALENDAR\r\n"


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _days(event: Event) -> tuple[date, date] | None:
    """First and last day, null where the first is not known to the day."""
    try:
        first = date.fromisoformat(event.date_from or "")
        last = date.fromisoformat(event.date_to or event.date_from or "")
    except ValueError:
        return None
    return first, max(first, min(last, date.max - timedelta(1)))


def _escaped(text: str) -> str:
    """TEXT as RFC 5545, section 3.3.11, without control characters."""
    bare = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return bare.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets (RFC 5545, section 3.1)."""
    pieces, piece, length = [], "", 0
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if length + size > 74:
            pieces.append(piece)
            piece, length = " ", 1
        piece, length = piece + char, length + size
    return "\r\n".join((*pieces, piece)) + "\r\n"


EVENT_FORMATS: dict[str, Callable[[Iterable[Told]], Iterator[str]]] = {
    "plover": plover,
    "gdelt": gdelt,
    "ical": icalendar,
}
"""The shapes of events for other programs, by name."""


def event_text(case: Case, events: Iterable[Event], format: str) -> Iterator[str]:
    """The events in one of `EVENT_FORMATS`, as pieces of text. The same case gives the same text."""
    yield from EVENT_FORMATS[format](told(case, events))
