"""What the facts of all pages say of each identity, and of each actor: several identities may be one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.facts import BETWEEN, Facts, Numbers, Sums, country_of_code, distinct, summed
from copydesk.actors.full_names import Held, full_names
from copydesk.actors.namings import Key
from copydesk.actors.registry import most, surname
from copydesk.actors.roles import Roles
from copydesk.model.actor import ActorKind

PERSON: Final = ActorKind.PERSON.value


class About:
    """The sorts of facts, each about an identity on a page: that it is named there, with the country that its person
    is known for; a name; an office, in one place if it is the first on the page, else in none; a country."""

    ACTOR: Final = 0
    NAME: Final = 1
    ROLE: Final = 2
    COUNTRY: Final = 3


@dataclass(frozen=True, slots=True)
class Identities:
    """The facts of all pages by the identities that they are about.

    `codes` uint64[N], ascending, and `keys` are those of the identities; `first` int64[N] is the first of the facts
    `named` that is about each. All that is asked of them goes by their numbers.
    """

    facts: Facts
    named: Facts
    codes: NDArray[np.uint64]
    first: Numbers
    keys: Sequence[Key]

    @classmethod
    def of(cls, facts: Facts) -> Identities:
        """What is named in facts."""
        named = facts.sort(About.ACTOR)
        codes, first = np.unique(named.about, return_index=True)
        return cls(facts, named, codes, first, [tuple(named.text(at).split(BETWEEN)) for at in first.tolist()])

    def meant(self) -> Numbers:
        """For each identity the one that stands for its actor: itself, or that of the person's full name."""
        short = [at for at in np.argsort(self.first).tolist() if self._is_short(at)]
        surnames = {self.keys[at][-1] for at in short}
        full = [
            at for at, key in enumerate(self.keys)
            if key[0] == PERSON and not self._is_short(at) and surname(key[1:]) in surnames
        ]  # fmt: skip
        held = self._held(np.array([*short, *full], np.int64))
        number = {self.keys[at]: at for at in full}
        found = full_names({self.keys[at]: held[at] for at in short}, {self.keys[at]: held[at] for at in full})
        meant = np.arange(len(self.keys))
        for at in short:
            meant[at] = number.get(found.get(self.keys[at], ()), at)
        return meant

    def _is_short(self, number: int) -> bool:
        """Whether an identity is a person known by surname and office, of one text family or a unique office."""
        return self.keys[number][:2] == (PERSON, "?")

    def pages(self, meant: Numbers) -> list[int]:
        """The pages that name each actor."""
        actor, size = meant[self._number(self.named)], max(1, len(meant))
        once = distinct(self.named.page * size + actor) % size
        pages: list[int] = np.bincount(once, minlength=len(meant)).tolist()
        return pages

    def names(self) -> dict[int, str]:
        """The form of the name that most places have; of a person one of several words where there is one."""
        names = self.facts.sort(About.NAME)
        found = {}
        for number, rows in _by_identity(summed(self._number(names), names.value, names.places)):
            counts = {names.text(first): places for first, places in rows}
            person = self.keys[number][0] == PERSON
            found[number] = min(counts, key=lambda name: (-counts[name], -len(name.split()) * person, name))
        return found

    def roles(self, meant: Numbers) -> dict[int, str]:
        """The office that most pages give to each actor, for those that any gives one."""
        given = self.facts.sort(About.ROLE)
        number = self._number(given)
        rank = np.where(meant[number] == number, -1, self.first[number])
        return Roles.of(given, meant[number], rank).mostly()

    def countries(self, meant: Numbers) -> dict[int, str | None]:
        """The country that most places give to each person, else that by which the person is known."""
        known = self.named.value[self.first].tolist()
        found = {number: country_of_code(code) for number, code in enumerate(known) if code}
        given = self.facts.sort(About.COUNTRY)
        for number, rows in _by_identity(summed(meant[self._number(given)], given.value, given.places)):
            found[number] = most({country_of_code(int(given.value[first])) or "": places for first, places in rows})
        return found

    def _number(self, facts: Facts) -> Numbers:
        return np.searchsorted(self.codes, facts.about)

    def _held(self, wanted: Numbers) -> dict[int, Held]:
        """The offices and countries of some identities."""
        roles: dict[int, Counter[str]] = defaultdict(Counter)
        countries: dict[int, set[str]] = defaultdict(set)
        given, where = self._about(About.ROLE, wanted)
        sums = summed(where, given.value)
        for number, first, pages in zip(sums.about.tolist(), sums.first.tolist(), sums.facts.tolist(), strict=True):
            roles[number][given.text(first).lower()] += pages
        given, where = self._about(About.COUNTRY, wanted)
        for number, code in zip(where.tolist(), given.value.tolist(), strict=True):
            countries[number].add(country_of_code(code) or "")
        return {at: Held(roles.get(at, {}), frozenset(countries.get(at, ()))) for at in wanted.tolist()}

    def _about(self, what: int, wanted: Numbers) -> tuple[Facts, Numbers]:
        """The facts of one sort about some identities, with the numbers of these."""
        facts = self.facts.sort(what)
        number = self._number(facts)
        at = np.isin(number, wanted)
        return facts.taken(at), number[at]


def _by_identity(sums: Sums) -> Iterator[tuple[int, Iterable[tuple[int, int]]]]:
    """For each number that sums are about the first facts, each with its places."""
    rows = zip(sums.about.tolist(), sums.first.tolist(), sums.places.tolist(), strict=True)
    for number, own in groupby(rows, key=itemgetter(0)):
        yield number, ((first, places) for _, first, places in own)
