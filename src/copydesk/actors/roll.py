"""The lesson of actors: what all places that name one say of it together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.actors.facts import BETWEEN, FACT, Facts, Numbers, code_of, code_of_country, noted
from copydesk.actors.identities import PERSON, About, Identities
from copydesk.actors.namings import Key, Naming
from copydesk.actors.registry import Known, Name
from copydesk.actors.rows import actor_row
from copydesk.actors.sighting import Standing
from copydesk.model.actor import Actor
from copydesk.model.lesson import Lesson, Notes


@dataclass(frozen=True, slots=True)
class Roll:
    """The actors of the pile: `rows` in the order of their ids; by the code of each identity the row that it has."""

    rows: tuple[Actor, ...]
    by_code: Mapping[int, Actor]

    def actors(self, namings: Iterable[Naming]) -> dict[Key, Actor]:
        """The actor of each identity that places name."""
        return {key: self.by_code[code_of(*key)] for key in {one.key for one in namings}}


def roll(namings: Mapping[str, Sequence[Naming]], people: Mapping[Name, Known], pages: Sequence[str]) -> Lesson:
    """The lesson of the actors that pages, ascending by id, name. It teaches a `Roll`."""
    return Lesson("actors", _notes(namings, people, pages), _roll, _asking)


def _notes(namings: Mapping[str, Sequence[Naming]], people: Mapping[Name, Known], pages: Sequence[str]) -> Notes:
    rows: list[tuple[int, int, int, int, int]] = []
    texts: list[bytes] = []
    found: list[int] = []
    codes: dict[Key, int] = {}
    for number, page in enumerate(pages):
        for what, about, value, places, text in _facts(namings.get(page, ()), people, codes):
            found.append(number)
            rows.append((about, value, places, 0, what))
            texts.append(text)
    return noted(pages, np.array(found, np.int64), np.array(rows, FACT), texts)


def _facts(
    namings: Iterable[Naming], people: Mapping[Name, Known], codes: dict[Key, int]
) -> Iterator[tuple[int, int, int, int, bytes]]:
    """The facts of a page, in the order of its places; `codes` are those of identities that were met."""
    found: dict[tuple[int, Key, str], int] = {}
    for naming in namings:
        for what, text, places in _said(naming):
            found[what, naming.key, text] = found.get((what, naming.key, text), 0) + places
    introduced: set[Key] = set()
    for (what, key, text), places in found.items():
        about = codes.get(key) or codes.setdefault(key, code_of(*key))
        if what == About.ACTOR:
            known = people.get(key[1:]) if key[0] == PERSON else None
            yield what, about, code_of_country(known.country if known else None), places, BETWEEN.join(key).encode()
        elif what == About.COUNTRY:
            yield what, about, code_of_country(text), places, b""
        elif what == About.NAME:
            yield what, about, code_of(text), places, text.encode()
        else:
            yield what, about, code_of(text), int(key not in introduced), text.encode()
            introduced.add(key)


def _said(naming: Naming) -> Iterator[tuple[int, str, int]]:
    """What one place says of an actor. A surname is a person's name where nothing else is."""
    sighting, person = naming.place.sighting, naming.key[0] == PERSON
    yield About.ACTOR, "", 1
    if sighting.name and sighting.standing != Standing.PRONOUN:
        yield About.NAME, sighting.name, 1 if not person or len(sighting.key) > 1 else 0
    if person and sighting.role:
        yield About.ROLE, sighting.role, 1
    if person and sighting.country:
        yield About.COUNTRY, sighting.country, 1


def _roll(notes: Notes) -> Roll:
    """One row for each actor that the pages name, identities that are one person taken together."""
    told = Identities.of(Facts.of(notes))
    meant = told.meant()
    names, roles, countries, pages = told.names(), told.roles(meant), told.countries(meant), told.pages(meant)
    rows = {
        at: actor_row(told.keys[at], names.get(at, ""), roles.get(at), countries.get(at), pages[at])
        for at in np.unique(meant).tolist()
    }
    by_code = {code: rows[at] for code, at in zip(told.codes.tolist(), meant.tolist(), strict=True)}
    return Roll(tuple(sorted(rows.values(), key=lambda row: row.actor_id)), by_code)


def _asking(before: Roll, after: Roll, notes: Notes) -> Numbers:
    """The pages that name an actor of another id, name, role or country than before."""
    codes = before.by_code.keys() | after.by_code.keys()
    changed = [code for code in codes if _shown(before.by_code.get(code)) != _shown(after.by_code.get(code))]
    named = Facts.of(notes).sort(About.ACTOR)
    return np.unique(named.page[np.isin(named.about, np.array(changed, np.uint64))])


def _shown(actor: Actor | None) -> Actor | None:
    """What other tables show of an actor: all but on how many pages it is named."""
    return actor and dataclasses.replace(actor, n_pages=0)
