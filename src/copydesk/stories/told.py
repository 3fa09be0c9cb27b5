"""What the pages of a pile tell: the acts on each page, and the day that is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.event import Event, EventMention
from copydesk.stories.days import day_of


@dataclass(frozen=True, slots=True)
class Acts:
    """The places that tell of an act, by page; and for each event of one known day that day, as an ordinal."""

    told: Mapping[str, Sequence[EventMention]]
    days: Mapping[str, int]

    @classmethod
    def of(cls, events: Iterable[Event], mentions: Iterable[EventMention]) -> Acts:
        """Lay out the rows of both tables."""
        told: defaultdict[str, list[EventMention]] = defaultdict(list)
        for row in mentions:
            told[row.page_id].append(row)
        days = {}
        for event in events:
            day = day_of(event.date_from)
            if day is not None and event.date_to in (None, event.date_from):
                days[event.event_id] = day
        return cls(told, days)

    def on(self, page_id: str) -> Sequence[EventMention]:
        """The places of a page that tell of an act."""
        return self.told.get(page_id, ())
