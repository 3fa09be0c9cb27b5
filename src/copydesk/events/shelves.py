"""Where events wait to be compared with: on a shelf for each type, story and party."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping

from copydesk.model.actor import Actor
from copydesk.model.event import EventType

Key = tuple[EventType | None, str, str]
"""A type, a story, and the id of a party or its country."""

WINDOW = 400
"""Events that a group is compared with, the latest first, of all shelves that it looks at: it bounds the work for
a party that stands in every sentence of a large story."""


def labels_of(party: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Where to look for events of a party: under itself, and under its country."""
    country = actors[party].country if party in actors else None
    return (party, country) if country else (party,)


class Shelves:
    """Numbers of events by key; the one that was put there last stands at the end of its shelf."""

    def __init__(self) -> None:
        """Begin with empty shelves."""
        self._shelf: defaultdict[Key, dict[int, None]] = defaultdict(dict)
        self._put: list[int] = []
        """When each event was put anywhere last."""
        self._times = 0

    def put(self, number: int, keys: Collection[Key]) -> None:
        """Put an event on the shelves of these keys; a new one has the number that follows on the highest."""
        for key in keys:
            shelf = self._shelf[key]
            shelf.pop(number, None)
            shelf[number] = None
        self._put[number : number + 1] = [self._times]
        self._times += 1

    def latest(self, keys: Collection[Key]) -> list[int]:
        """The events on the shelves of these keys, each once; of more than `WINDOW`, those that were put last."""
        found = {number for key in keys for number in itertools.islice(reversed(self._shelf[key]), WINDOW)}
        return sorted(found, key=self._put.__getitem__)[-WINDOW:]
