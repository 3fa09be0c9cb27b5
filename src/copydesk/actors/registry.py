"""The people of the pile: which runs of capitals are persons, and what all pages together say of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.actors.vocabulary import families_first, formal_names, given_names
from copydesk.text.vocabulary import word_bands

Name = tuple[str, ...]
"""The folded words of a full name, in order."""

_WEIGHTS = {
    Ground.TITLE: 3.0,
    Ground.GIVEN: 2.0,
    Ground.FAMILY_FIRST: 2.0,
    Ground.APPOSITION: 2.0,
    Ground.VERB: 1.0,
    Ground.SURNAME: 1.5,
    Ground.LOCATED: -1.5,
    Ground.COMMON: -2.0,
    Ground.ARTICLE: -3.0,
    Ground.REGION: -2.0,
    Ground.SIGNED: 2.0,
    Ground.HONOURED: 2.0,
}
"""Weights in the sum that `ActorSettings.person` is held against. A title is enough by itself, but not against an
article; a given name is, but not where the words are everyday ones."""


@dataclass(slots=True)
class Known:
    """What the pile says of one person."""

    grounds: int = Ground.NONE
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    homes: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    unders: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def note(self, sighting: Sighting, places: int) -> None:
        """Add what a sighting says, that stands in so many places."""
        self.grounds |= sighting.grounds
        if not sighting.governs:
            self.names[sighting.name] += places
        if sighting.role and sighting.head:
            self.roles[sighting.role, sighting.head] += places
        if sighting.country:
            self.countries[sighting.country] += places
        if sighting.home:
            self.homes[sighting.home] += places
        if sighting.gender != "either":
            self.genders[sighting.gender] += places
        if sighting.under:
            self.unders[sighting.under] += places

    def add(self, other: Known) -> None:
        """Add what is known under another form of the name."""
        self.grounds |= other.grounds
        self.roles.update(other.roles)
        self.countries.update(other.countries)
        self.homes.update(other.homes)
        self.genders.update(other.genders)
        self.unders.update(other.unders)
        self.names.update(other.names)

    @property
    def evidence(self) -> float:
        """The sum of what speaks for a person and against."""
        return sum(weight for ground, weight in _WEIGHTS.items() if ground & self.grounds)

    @property
    def gender(self) -> str:
        """The gender that most sightings give; `either` where none does."""
        return most(self.genders) or "either"

    @property
    def country(self) -> str | None:
        """The country that most sightings give."""
        return most(self.countries)


def most(counts: Counter[str]) -> str | None:
    """The commonest, of equals the first in order."""
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None


@dataclass(frozen=True, slots=True)
class People:
    """The people of the pile: what is known of each under one name, and that name for every form of it."""

    known: dict[Name, Known]
    name_of: dict[Name, Name]


def find_people(sightings: Iterable[tuple[Sighting, int]], settings: ActorSettings) -> People:
    """All full names of the pile that are those of people, from what is sighted and in how many places."""
    known: defaultdict[Name, Known] = defaultdict(Known)
    for sighting, places in sightings:
        if places and sighting.standing == Standing.PERSON and len(sighting.key) > 1 and not sighting.tentative:
            known[sighting.key].note(sighting, places)
    names = [name for name in sorted(known) if known[name].evidence >= settings.person]
    name_of = _forms(names)
    people: defaultdict[Name, Known] = defaultdict(Known)
    for name in names:
        people[name_of[name]].add(known[name])
    _give_countries(people)
    return People(dict(people), name_of)


def _give_countries(people: Mapping[Name, Known]) -> None:
    """Who is given no country acts for that of the datelines, where they agree, or for that of the person under whom
    they serve (`Roe's adviser`)."""
    for known in people.values():
        if not known.countries and not known.unders and len(known.homes) == 1:
            known.countries.update(known.homes)
    by_surname: defaultdict[str, list[Known]] = defaultdict(list)
    for name, known in people.items():
        by_surname[surname(name)].append(known)
    given = []
    for known in people.values():
        above = by_surname.get(most(known.unders) or "", ())
        if not known.countries and len(above) == 1 and above[0].country:
            given.append((known, above[0].country))
    for known, country in given:
        known.countries[country] += 1


def _forms(names: Sequence[Name]) -> dict[Name, Name]:
    """Each name with the form that it is one person with.

    That is the form of two words with the same first and last word, or that ends a longer name, and of a familiar
    given name the formal one, where the pile has them: `Jan Adam Roe` → `Jan Roe`, `Bill Roe` → `William Roe`.
    """
    there = set(names)
    found: dict[Name, Name] = {}
    for name in names:
        short = next((form for form in _shorter(name) if form in there), name)
        formal = (formal_names().get(short[0], short[0]), *short[1:])
        found[name] = formal if formal in there else short
    return found


def _shorter(name: Name) -> list[Name]:
    """The forms of two words that a longer name may have; of `Jan Roe Election Day` what stands before the words."""
    if len(name) < 3:
        return []
    forms = [(name[0], name[-1]), name[-2:]]
    if all(word in word_bands() for word in name[2:]):
        forms.append(name[:2])
    return forms


def surname(name: Name) -> str:
    """The word that a person is called by for short."""
    if name[0] in families_first() and name[0] not in given_names() and len(name) <= 3:
        return name[0]
    return name[-1]


def short_forms(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Names by each word that may stand for them, in the order given."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for word in dict.fromkeys(name):
            found[word].append(name)
    return found
