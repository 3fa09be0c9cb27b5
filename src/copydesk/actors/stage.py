"""The actors stage: who acts and speaks on the pages, one identity for one actor across the pile."""

from __future__ import annotations

import dataclasses

from copydesk.actors.coreference import Scope, names_on, resolve
from copydesk.actors.families import family_of, siblings
from copydesk.actors.kinds import Kinds
from copydesk.actors.namings import Naming, naming_of
from copydesk.actors.polities import find_polities
from copydesk.actors.reading import NOTHING, PageParts, Reading, read_pages
from copydesk.actors.registry import find_people
from copydesk.actors.rows import actor_rows
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.model.batches import batches
from copydesk.model.by_page import ByPage
from copydesk.model.pile import Pile

BATCH = 1 << 20
"""Code points of pages that are scanned at once: enough that a call costs nothing, 30 MB of words at most."""


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
    segments, swaps = ByPage(pile.segments), ByPage(pile.substitutions)
    read: dict[str, Reading] = {page.page_id: NOTHING for page in pile.pages}
    kinds = Kinds()
    for batch in batches((page for page in pile.pages if page.language in {None, "en"}), BATCH):
        parts = [PageParts(page, segments[page.page_id], swaps[page.page_id]) for page in batch]
        for page, reading in zip(batch, read_pages(parts, kinds, settings), strict=True):
            read[page.page_id] = reading
    return read
