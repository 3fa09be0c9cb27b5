"""The actors stage: who acts and speaks on the pages, one identity for one actor across the pile."""

from __future__ import annotations

import dataclasses

from copydesk.actors.coreference import Scope, resolve
from copydesk.actors.families import family_of, siblings
from copydesk.actors.homes import homes_of
from copydesk.actors.namings import Naming, naming_of
from copydesk.actors.polities import find_polities
from copydesk.actors.readings import read_pile
from copydesk.actors.registry import find_people
from copydesk.actors.rows import actor_rows
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.model.pile import Pile


def find_actors(pile: Pile, settings: ActorSettings = SETTINGS) -> Pile:
    """Fill `actors` and `actor_mentions`, in the order of their ids and places."""
    related = siblings(pile.lineage)
    readings = read_pile(pile, homes_of(pile.pages, related), settings)
    polities = find_polities(readings.clues)
    people = find_people(readings.counted(), settings)
    family = family_of(pile.pages, related)
    named = readings.names(people)
    namings: dict[str, list[Naming]] = {}
    for page_id, places in readings.telling(people, polities):
        near = [named[other] for other in related.get(page_id, ()) if other in named]
        scope = Scope(people.known, people.name_of, polities, named.get(page_id, {}), near, family[page_id])
        found = naming_of(places, resolve(places, scope, settings), scope)
        if found:
            namings[page_id] = found
    actors, mentions = actor_rows(pile.pages, namings, people.known)
    return dataclasses.replace(pile, actors=actors, actor_mentions=mentions)
