"""What the pages of a pile tell: the acts on each page, and the day that is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.event import Event, EventMention
from copydesk.stories.days import day_of


@dataclass(frozen=True, slots=True)
class Acts:
    """The numbers of the mentions on each page; and for each event of one known day that day, as an ordinal."""

    mentions: Sequence[EventMention]
    told: Mapping[str, Sequence[int]]
    days: Mapping[str, int]

    @classmethod
    def of(cls, events: Iterable[Event], mentions: Sequence[EventMention]) -> Acts:
        """Lay out the rows of both tables."""
        told: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(mentions):
            told[row.page_id].append(number)
        days = {}
        for event in events:
            day = day_of(event.date_from)
            if day is not None and event.date_to in (None, event.date_from):
                days[event.event_id] = day
        return cls(mentions, told, days)

    def on(self, page_id: str) -> Sequence[EventMention]:
        """The places of a page that tell of an act."""
        return [self.mentions[number] for number in self.told.get(page_id, ())]
