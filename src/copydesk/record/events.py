"""Choosing events: by who, what, when, and on how many words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from copydesk.model.event import Event, EventType

_DAY: Final = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_FIRST: Final = "0000-01-01"
"""What a year or a month is filled up with, to be looked up in the calendar."""


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What events are wanted; null asks for nothing. What no event could answer is refused with a `ValueError`.

    Attributes:
        actor: words of the name of an actor or recipient, or a country (ISO 3166-1 alpha-3).
        type: a PLOVER type, in any case.
        since, until: ISO days, months or years, both inclusive (`until` 2031-03 has the whole of March); an event
            without a known day is not chosen by them.
        origins: the least number of independent origins.
        story_id: the story that it belongs to.
    """

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    origins: int = 0
    story_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse what can't be compared, rather than find nothing, or everything."""
        for day in (self.since, self.until):
            if day is not None and not _is_day(day):
                raise ValueError(
                    f"{day!r} is no day: write YYYY-MM-DD, or YYYY-MM or YYYY for a whole month or year."
                )
        if self.type is not None and self.type.casefold() not in (known.casefold() for known in EventType):
            raise ValueError(f"There is no event type {self.type!r}. The types are: {', '.join(EventType)}.")
        if self.actor is not None and not any(char.isalnum() for char in self.actor):
            raise ValueError("The actor has no words: write a part of the name, or the ISO code of a country.")

    def wants(self, event: Event) -> bool:
        """Whether an event is one that is asked for."""
        if self.type is not None and (event.type or "").casefold() != self.type.casefold():
            return False
        if self.story_id is not None and event.story_id != self.story_id:
            return False
        return event.n_origins >= self.origins and self._in_time(event) and self._of_actor(event)

    def _in_time(self, event: Event) -> bool:
        first, last = event.date_from or event.date_to, event.date_to or event.date_from
        if self.since is not None and (last is None or last < self.since[: len(last)]):
            return False
        return self.until is None or (first is not None and first[: len(self.until)] <= self.until)

    def _of_actor(self, event: Event) -> bool:
        if self.actor is None:
            return True
        from copydesk.text.tokens import fold_words  # noqa: PLC0415 (compiled code, which other questions need not load)

        wanted = set(fold_words(self.actor))
        parties = (*event.actors, *event.recipients)
        return any(
            self.actor == party.country or (wanted and wanted <= set(fold_words(party.name))) for party in parties
        )


def _is_day(text: str) -> bool:
    """Whether a text is a day, month or year of the calendar, as the tables write it."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _FIRST[len(text) :])
    except ValueError:
        return False
    return True


def by_day(event: Event) -> tuple[str, str, str]:
    """A key that sorts by day, events without one last, ties by id."""
    return event.date_from or event.date_to or "~", event.date_to or "~", event.event_id
