"""Invented mentions and actors for the tests of merging."""

from __future__ import annotations

import dataclasses

from copydesk.events.mention import Mention
from copydesk.events.when import UNKNOWN, When
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.event import EventStatus, EventType

ACTORS = {
    actor.actor_id: actor
    for actor in (
        Actor("dovic", "Mirela Dovic", ActorKind.PERSON, "foreign minister", "HRV", 3),
        Actor("hollund", "Astrid Hollund", ActorKind.PERSON, "president", "NOR", 3),
        Actor("croatia", "Croatia", ActorKind.GOVERNMENT, None, "HRV", 3),
        Actor("norway", "Norway", ActorKind.GOVERNMENT, None, "NOR", 3),
    )
}
TUESDAY, WEDNESDAY = When("2031-03-04", "2031-03-04", True, True), When("2031-03-05", "2031-03-05", True, True)

_BASE = Mention(
    page_id="p1",
    begin=0,
    end=40,
    sentence=0,
    sentence_end=40,
    trigger_begin=10,
    trigger_end=13,
    rule="verbs:meet with ~",
    type=EventType.CONSULT,
    mode="meet",
    status=EventStatus.HAPPENED,
    topics=(),
    confidence=0.8,
    actors=("dovic",),
    recipients=("hollund",),
    when=UNKNOWN,
    place=None,
    lasting=None,
    origin_id="o1",
    words=frozenset(),
    picture=False,
    headline=False,
)


def mention(page_id: str, begin: int = 0, **changes: object) -> Mention:
    """A mention of a meeting, with its sentence at `begin`, changed as asked."""
    places = {"begin": begin, "end": begin + 40, "sentence": begin, "sentence_end": begin + 40}
    places |= {"trigger_begin": begin + 10, "trigger_end": begin + 13}
    return dataclasses.replace(_BASE, page_id=page_id, **places, **changes)  # type: ignore[arg-type]
