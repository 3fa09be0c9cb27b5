"""The thresholds of the events stage, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventSettings:
    """Options of `find_events`.

    Attributes:
        restored: confidence from which a restored word is read instead of the swapped one.
        party: confidence from which a mention of an actor makes it a party.
        least: confidence below which an act is no event.
        said_alike: share of the shorter mention's content words that two verbal acts (requests, accusations,
            agreements, ...) of one day and the same parties must have in common to be one: one speech has several.
        told_alike: the same for acts of which one has no date.
        apart_alike: the same for acts of two stories, which need the same dated days besides.
        per_origin: what each further independent origin takes off the doubt in an event.
    """

    restored: float = 0.5
    party: float = 0.3
    least: float = 0.35
    said_alike: float = 0.34
    told_alike: float = 0.25
    apart_alike: float = 0.25
    per_origin: float = 0.3


SETTINGS = EventSettings()
