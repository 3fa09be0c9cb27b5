"""The actors stage: who acts and speaks on the pages, one identity for one actor across the pile."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from itertools import chain

from copydesk.actors.atlas import atlas
from copydesk.actors.census import census
from copydesk.actors.coreference import Scope, resolve
from copydesk.actors.families import family_of, siblings
from copydesk.actors.homes import homes_of
from copydesk.actors.namings import Naming, naming_of
from copydesk.actors.readings import Readings, read_pile
from copydesk.actors.registry import People
from copydesk.actors.roll import Roll, roll
from copydesk.actors.rows import mention_rows
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.model.lesson import Learning, taught
from copydesk.model.pile import Pile


def find_actors(pile: Pile, settings: ActorSettings = SETTINGS) -> Pile:
    """Fill `actors` and `actor_mentions`, in the order of their ids and places."""
    return taught(finding_actors(pile, settings))


def finding_actors(pile: Pile, settings: ActorSettings = SETTINGS) -> Learning[Pile]:
    """Find actors by what the whole pile teaches: the states and the people that there are, and who each actor is.

    `actors` are those that these pages name, as the whole pile knows them.
    """
    related = siblings(pile.lineage)
    readings = read_pile(pile, homes_of(pile.pages, related), settings)
    pages = sorted(page.page_id for page in pile.pages)
    polities: dict[str, str] = yield atlas(readings, pages)
    people: People = yield census(readings, pages, settings)
    namings = _namings(family_of(pile.pages, related), related, readings, people, polities, settings)
    known: Roll = yield roll(namings, people.known, pages)
    actors = known.actors(chain.from_iterable(namings.values()))
    rows = {row.actor_id: row for row in actors.values()}
    return dataclasses.replace(
        pile,
        actors=tuple(rows[actor_id] for actor_id in sorted(rows)),
        actor_mentions=mention_rows(pile.pages, namings, actors),
    )


def _namings(
    family: Mapping[str, str],
    related: Mapping[str, Sequence[str]],
    readings: Readings,
    people: People,
    polities: Mapping[str, str],
    settings: ActorSettings,
) -> dict[str, list[Naming]]:
    """What the places of each page name, for the pages that name any."""
    named = readings.names(people)
    namings: dict[str, list[Naming]] = {}
    for page_id, places in readings.telling(people, polities):
        near = [named[other] for other in related.get(page_id, ()) if other in named]
        scope = Scope(people.known, people.name_of, polities, named.get(page_id, {}), near, family[page_id])
        found = naming_of(places, resolve(places, scope, settings), scope)
        if found:
            namings[page_id] = found
    return namings
