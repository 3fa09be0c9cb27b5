"""The actors stage: who acts and speaks on the pages, one identity for one actor across the pile."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from copydesk.actors.coreference import Scope, names_on, resolve
from copydesk.actors.families import family_of, siblings
from copydesk.actors.namings import Naming, naming_of
from copydesk.actors.polities import find_polities
from copydesk.actors.reading import NOTHING, Reading, read_page
from copydesk.actors.registry import find_people
from copydesk.actors.rows import actor_rows
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.model.page import Segment
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution


def find_actors(pile: Pile, settings: ActorSettings = SETTINGS) -> Pile:
    """Fill `actors` and `actor_mentions`, in the order of their ids and places."""
    readings = _read(pile, settings)
    read = {page_id: reading.places for page_id, reading in readings.items()}
    polities = find_polities(reading.clues for reading in readings.values())
    people = find_people(read, settings)
    related = siblings(pile.lineage)
    family = family_of(pile.pages, related)
    named = {page_id: names_on(places, people.name_of) for page_id, places in read.items()}
    namings: dict[str, list[Naming]] = {}
    for page in pile.pages:
        near = [named[other] for other in related.get(page.page_id, ()) if other in named]
        scope = Scope(people.known, people.name_of, polities, named[page.page_id], near, family[page.page_id])
        places = read[page.page_id]
        namings[page.page_id] = naming_of(places, resolve(places, scope, settings), scope)
    actors, mentions = actor_rows(pile.pages, namings, people.known)
    return dataclasses.replace(pile, actors=actors, actor_mentions=mentions)


def _read(pile: Pile, settings: ActorSettings) -> dict[str, Reading]:
    """Every page that is in English, read."""
    segments: defaultdict[str, list[Segment]] = defaultdict(list)
    for segment in pile.segments:
        segments[segment.page_id].append(segment)
    swaps: defaultdict[str, list[Substitution]] = defaultdict(list)
    for swap in pile.substitutions:
        swaps[swap.page_id].append(swap)
    return {
        page.page_id: read_page(page, segments[page.page_id], swaps[page.page_id], settings)
        if page.language in {None, "en"}
        else NOTHING
        for page in pile.pages
    }
