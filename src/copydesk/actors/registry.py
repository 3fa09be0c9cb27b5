"""The people of the pile: which runs of capitals are persons, and what all pages together say of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.actors.reading import Place
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.actors.vocabulary import families_first, given_names

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
}
"""Weights in the sum that `ActorSettings.person` is held against. A title is enough by itself, but not against an
article; a given name is, but not where the words are everyday ones."""


@dataclass(slots=True)
class Known:
    """What the pile says of one person."""

    grounds: Ground = Ground.NONE
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def note(self, sighting: Sighting) -> None:
        """Add what one sighting says."""
        self.grounds |= sighting.grounds
        self.names[sighting.name] += 1
        if sighting.role and sighting.head:
            self.roles[sighting.role, sighting.head] += 1
        if sighting.country:
            self.countries[sighting.country] += 1
        if sighting.gender != "either":
            self.genders[sighting.gender] += 1

    @property
    def evidence(self) -> float:
        """The sum of what speaks for a person and against."""
        return sum(weight for ground, weight in _WEIGHTS.items() if ground in self.grounds)

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


def find_people(pages: Mapping[str, Sequence[Place]], settings: ActorSettings) -> dict[Name, Known]:
    """All full names of the pile that are those of people."""
    known: defaultdict[Name, Known] = defaultdict(Known)
    for places in pages.values():
        for place in places:
            sighting = place.sighting
            if sighting.standing is Standing.PERSON and len(sighting.key) > 1 and not sighting.tentative:
                known[sighting.key].note(sighting)
    return {name: known[name] for name in sorted(known) if known[name].evidence >= settings.person}


def surname(name: Name) -> str:
    """The word that a person is called by for short."""
    if name[0] in families_first() and name[0] not in given_names() and len(name) <= 3:
        return name[0]
    return name[-1]


def short_forms(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Names by each word that may stand for them: the surname, then the others but the given name."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for word in dict.fromkeys((surname(name), *name[1:])):
            found[word].append(name)
    return found
