"""Bodies and forces behind `its`: those of the one state that the sentence, or else the one before, tells of."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.actors.gap import Gap
from copydesk.actors.sighting import Sighting
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind


def give_owners(words: Words, found: Sequence[Sighting]) -> list[Sighting]:
    """Sightings; `its army`, `its foreign ministry` are those of the one state told of, where there is one."""
    return [_owned(words, one, found) if _is_its(words, one) else one for one in found]


def _is_its(words: Words, one: Sighting) -> bool:
    if not one.local or one.kind is not ActorKind.GOVERNMENT or not one.first:
        return False
    return words.folded[one.first - 1] == "its" and words.gap[one.first] == Gap.SPACE


def _owned(words: Words, one: Sighting, found: Sequence[Sighting]) -> Sighting:
    sentence = words.sentence[one.first]
    for number in (sentence, sentence - 1):
        states = {
            other.country
            for other in found
            if other.country and other.first < one.first and words.sentence[other.first] == number
        }
        if states:
            return one._replace(home=min(states)) if len(states) == 1 else one
    return one
