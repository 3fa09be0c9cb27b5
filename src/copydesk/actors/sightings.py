"""The different sightings of a pile, each held once: the same words are sighted on page after page."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.actors.sighting import Sighting, Standing
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.text.tokens import fold_word

_PERSON, _SURNAME = ActorKind.PERSON, MentionForm.SURNAME


class Sightings:
    """Numbers sightings from 0 on, in the order in which they are met. Of one held, `first` and `last` are 0."""

    def __init__(self) -> None:
        self._numbers: dict[Sighting, int] = {}
        self._everyday: dict[str, int] = {}

    def number(self, one: Sighting) -> int:
        """The number of a sighting, wherever it stands."""
        return self._numbers.setdefault(Sighting(0, 0, *one[2:]), len(self._numbers))

    def everyday(self, surfaces: Iterable[str]) -> list[int]:
        """The numbers of the tentative names that everyday words as written are."""
        known = self._everyday
        found = []
        for surface in surfaces:
            number = known.get(surface)
            if number is None:
                number = known[surface] = self.number(_everyday(surface))
            found.append(number)
        return found

    def all(self) -> list[Sighting]:
        """The sighting of each number."""
        return list(self._numbers)


def _everyday(surface: str) -> Sighting:
    key = (fold_word(surface),)
    return Sighting(0, 0, Standing.PERSON, surface, key, _PERSON, _SURNAME, tentative=True, confidence=0.0)
