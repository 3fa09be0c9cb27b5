"""What happened, in PLOVER terms, and the words that bear it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventType(StrEnum):
    """The event types of PLOVER (Halterman et al. 2023, section 3)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "YIELD/CONCEDE"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    RETREAT = "RETREAT"


class EventStatus(StrEnum):
    """Whether it happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts in an event. `country` is ISO 3166-1 alpha-3."""

    name: str
    role: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of several values that witnesses give for a field of an event, with the words that say so."""

    field: str
    value: str
    page_id: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event, coded once however many pages tell of it.

    `date_from`, `date_to` are ISO dates of the precision known, null where not known or open. `n_origins` counts
    independent origins, which `origin_ids` name; `part_of` is the event that this one is a part of.
    """

    event_id: str
    type: EventType | None
    mode: str | None
    headline: str
    status: EventStatus
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    date_from: str | None
    date_to: str | None
    duration: str | None
    topics: tuple[str, ...]
    n_pages: int
    n_origins: int
    origin_ids: tuple[str, ...]
    confidence: float
    part_of: str | None
    story_id: str | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that tell of an event. `trigger_*` is what fired, `rule` the entry of the vocabulary that says so.

    `origin_id` is the origin that this mention counts for, null where it counts for none.
    """

    event_id: str
    page_id: str
    begin: int
    end: int
    status: EventStatus
    trigger_begin: int
    trigger_end: int
    rule: str
    origin_id: str | None
