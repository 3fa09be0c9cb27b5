"""What all pages of a pile say, block by block of pages, and which of it can name an actor of the pile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.actors.columns import Mask
from copydesk.actors.facts import Numbers
from copydesk.actors.kinds import Kinds
from copydesk.actors.places import Place, PlaceColumns
from copydesk.actors.polities import Clues
from copydesk.actors.reading import PageParts, read_pages
from copydesk.actors.registry import Name, People, short_forms
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.actors.sightings import Sightings
from copydesk.model.batches import batches
from copydesk.model.by_page import ByPage
from copydesk.model.pile import Pile

BATCH = 1 << 20
"""Code points of pages that are scanned at once: enough that a call costs nothing, 30 MB of words at most."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The places of all pages, in blocks of pages; the sightings that they number; the clues of pages with any."""

    blocks: Sequence[tuple[Sequence[str], PlaceColumns]]
    sightings: Sequence[Sighting]
    clues: Mapping[str, Clues]

    def sighted(self, wanted: Mask, pages: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The places of what is `wanted` of the sightings: the number of the page among `pages`, and that of the
        sighting. int64 each."""
        number = {page: at for at, page in enumerate(pages)}
        page, sighting = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for block, places in self.blocks:
            at = np.flatnonzero(wanted[places.sighting])
            own = np.array([number[page] for page in block], np.int64)
            page.append(own[places.pages()[at]])
            sighting.append(places.sighting[at].astype(np.int64))
        return np.concatenate(page), np.concatenate(sighting)

    def names(self, people: People) -> dict[str, dict[str, list[Name]]]:
        """The people whose full names a page has, by each word that may stand for them, in the order of naming; for
        each page that has any."""
        named = [people.name_of.get(one.key) if one.standing == Standing.PERSON else None for one in self.sightings]
        full = np.array([name is not None for name in named], np.bool_)
        found: dict[str, dict[str, list[Name]]] = {}
        for pages, places in self.blocks:
            for page, _, at in places.by_page(full[places.sighting]):
                names = (named[number] for number in places.sighting[at].tolist())
                found[pages[page]] = short_forms(dict.fromkeys(name for name in names if name is not None))
        return found

    def telling(self, people: People, polities: Collection[str]) -> Iterator[tuple[str, list[Place]]]:
        """The pages that may name an actor, with the places that can, or that tell who another means.

        A single name is left out that nobody of these pages bears, with no title on any, no state's, of no country
        and of nobody who does something; and a pronoun of a page that has no name left. None of them could be led to
        anybody, so it does not matter that other pages may have somebody of that name.
        """
        tells = np.array(_tells(self.sightings, people, polities), np.bool_)
        person = np.array([one.standing == Standing.PERSON for one in self.sightings], np.bool_) & tells
        pronoun = np.array([one.standing == Standing.PRONOUN for one in self.sightings], np.bool_)
        for pages, places in self.blocks:
            chosen = _chosen(places, tells, person, pronoun)
            found = places.places(np.flatnonzero(chosen), self.sightings)
            for page, own, _ in places.by_page(chosen):
                yield pages[page], found[own]


def _chosen(places: PlaceColumns, tells: Mask, person: Mask, pronoun: Mask) -> Mask:
    """The places whose sighting tells something; pronouns on pages with a person only."""
    sighting, page = places.sighting, places.pages()
    peopled = np.zeros(len(places.start), np.bool_)
    peopled[page[person[sighting]]] = True
    return np.asarray(tells[sighting] & (~pronoun[sighting] | peopled[page]))


def _tells(sightings: Sequence[Sighting], people: People, polities: Collection[str]) -> list[bool]:
    """Whether each sighting can name an actor: all but single names that are nobody's."""
    full = {one.key for one in sightings if one.standing == Standing.PERSON and one.key in people.name_of}
    borne = {word for name in full for word in people.name_of[name]}
    titled = {one.key[0] for one in sightings if _is_single(one) and (one.role or one.grounds & Ground.TITLE)}
    return [
        not _is_single(one)
        or one.key[0] in borne
        or one.key[0] in titled
        or one.key[0] in polities
        or one.country is not None
        or (one.grounds & Ground.VERB > 0 and not one.tentative)
        for one in sightings
    ]


def _is_single(one: Sighting) -> bool:
    return one.standing == Standing.PERSON and len(one.key) == 1


def read_pile(pile: Pile, homes: Mapping[str, str], settings: ActorSettings) -> Readings:
    """Every page that is in English, read. `homes` are the countries that pages are sent from."""
    segments, swaps = ByPage(pile.segments), ByPage(pile.substitutions)
    kinds, sightings = Kinds(), Sightings()
    blocks: list[tuple[Sequence[str], PlaceColumns]] = []
    clues: dict[str, Clues] = {}
    for batch in batches((page for page in pile.pages if page.language in {None, "en"}), BATCH):
        parts = [
            PageParts(page, segments[page.page_id], swaps[page.page_id], homes.get(page.page_id)) for page in batch
        ]
        reading = read_pages(parts, kinds, sightings, settings)
        blocks.append(([page.page_id for page in batch], reading.places))
        own = zip(batch, reading.clues, strict=True)
        clues.update((page.page_id, one) for page, one in own if one.states or one.adjectives)
    return Readings(blocks, sightings.all(), clues)
