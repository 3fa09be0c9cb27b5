"""Choosing events: by who, what, when, and on how many words."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.event import Event


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What events are wanted; null asks for nothing.

    Attributes:
        actor: words of the name of an actor or recipient, or a country (ISO 3166-1 alpha-3).
        type: a PLOVER type, in any case.
        since, until: ISO days; an event without a known day is not chosen by them.
        origins: the least number of independent origins.
        story_id: the story that it belongs to.
    """

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    origins: int = 0
    story_id: str | None = None

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
        return self.until is None or (first is not None and first <= self.until)

    def _of_actor(self, event: Event) -> bool:
        if self.actor is None:
            return True
        from copydesk.text.tokens import fold_words  # noqa: PLC0415 (compiled code, which other questions need not load)

        wanted = set(fold_words(self.actor))
        parties = (*event.actors, *event.recipients)
        return any(self.actor == party.country or wanted <= set(fold_words(party.name)) for party in parties)


def by_day(event: Event) -> tuple[str, str, str]:
    """A key that sorts by day, events without one last, ties by id."""
    return event.date_from or event.date_to or "~", event.date_to or "~", event.event_id
