"""The lesson of actors: what all places that name one say of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from copydesk.actors.facts import BETWEEN, FACT, Facts, Numbers, code_of, code_of_country, noted
from copydesk.actors.identities import PERSON, About, Identities
from copydesk.actors.namings import Key, Naming
from copydesk.actors.registry import Known, Name
from copydesk.actors.rows import actor_row
from copydesk.actors.sighting import Sighting, Standing
from copydesk.model.actor import Actor
from copydesk.model.lesson import Lesson, Memory, Notes


@dataclass(frozen=True, slots=True)
class Roll:
    """The actors of the pile: `rows` in the order of their ids; by the code of each identity the row that it has."""

    rows: tuple[Actor, ...]
    by_code: Mapping[int, Actor]

    def shown(self) -> dict[int, int]:
        """What other tables show of the actor of each identity (all but on how many pages it is named), by a code."""
        code = {id(row): _code_of(row) for row in self.rows}
        return {identity: code[id(row)] for identity, row in self.by_code.items()}

    def actors(self, namings: Iterable[Naming]) -> dict[Key, Actor]:
        """The actor of each identity that places name."""
        return {key: self.by_code[code_of(*key)] for key in {one.key for one in namings}}


def roll(namings: Mapping[str, Sequence[Naming]], people: Mapping[Name, Known], pages: Sequence[str]) -> Lesson:
    """The lesson of the actors that pages, ascending by id, name. It teaches a `Roll`."""
    return Lesson("actors", _notes(namings, people, pages), _roll, _asking, Memory(_written, _read))


def _notes(namings: Mapping[str, Sequence[Naming]], people: Mapping[Name, Known], pages: Sequence[str]) -> Notes:
    rows: list[tuple[int, int, int, int, int]] = []
    texts: list[bytes] = []
    found: list[int] = []
    for number, page in enumerate(pages):
        if page in namings:
            for what, about, value, places, text in _facts(namings[page], people):
                found.append(number)
                rows.append((about, value, places, 0, what))
                texts.append(text.encode())
    return noted(pages, np.array(found, np.int64), np.array(rows, FACT), texts)


def _facts(namings: Sequence[Naming], people: Mapping[Name, Known]) -> Iterator[tuple[int, int, int, int, str]]:
    """The facts of a page, in the order of its places."""
    for key, own in _by_identity(namings).items():
        about, person = code_of(*key), key[0] == PERSON
        known = people.get(key[1:]) if person else None
        yield About.ACTOR, about, code_of_country(known.country if known else None), len(own), BETWEEN.join(key)
        for name, places in _names(own, person).items():
            yield About.NAME, about, code_of(name), places, name
        if person:
            for at, role in enumerate(dict.fromkeys(one.role for one in own if one.role)):
                yield About.ROLE, about, code_of(role), int(at == 0), role
            for country, places in Counter(one.country for one in own if one.country).items():
                yield About.COUNTRY, about, code_of_country(country), places, ""


def _by_identity(namings: Sequence[Naming]) -> dict[Key, list[Sighting]]:
    """What is sighted in the places of each identity."""
    found: dict[Key, list[Sighting]] = {}
    for naming in namings:
        found.setdefault(naming.key, []).append(naming.place.sighting)
    return found


def _names(sightings: Sequence[Sighting], person: bool) -> Counter[str]:
    """The names, each with its places. A surname is a person's name where nothing else is: it counts for none."""
    found: Counter[str] = Counter()
    for one in sightings:
        if one.name and one.standing != Standing.PRONOUN:
            found[one.name] += 1 if not person or len(one.key) > 1 else 0
    return found


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


def _asking(before: Mapping[int, int], after: Roll, notes: Notes) -> Numbers:
    """The pages that name an actor of another id, name, role or country than before."""
    now = after.shown()
    changed = [code for code in before.keys() | now.keys() if before.get(code) != now.get(code)]
    named = Facts.of(notes).sort(About.ACTOR)
    return np.unique(named.page[np.isin(named.about, np.array(changed, np.uint64))])


def _code_of(actor: Actor) -> int:
    shown = (actor.actor_id, actor.name, actor.kind, actor.role or "", actor.country or "")
    return int.from_bytes(blake2b(BETWEEN.join(shown).encode(), digest_size=8).digest(), "little")


def _written(known: Roll) -> bytes:
    shown = known.shown()
    return np.array([[*shown.keys()], [*shown.values()]], np.uint64).tobytes()


def _read(data: bytes) -> dict[int, int]:
    codes, shown = np.frombuffer(data, np.uint64).reshape(2, -1).tolist()
    return dict(zip(codes, shown, strict=True))
