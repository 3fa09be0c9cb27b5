"""The people of the pile: what all pages together say of each, and the names that one person has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.vocabulary import families_first, formal_names, given_names
from copydesk.actors.vocabulary import words as listed
from copydesk.model.actor import ActorKind
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import word_bands

Name = tuple[str, ...]
"""The folded words of a full name, in order."""

_TOP = listed("offices", "head_of_state")
_FOREIGN = listed("grammar", "foreign")
"""Words of the offices whose holder is a country's top diplomat."""
_VAGUE = listed("grammar", "vague") | listed("offices", "any")
_NOBODY = listed("grammar", "nobody")


@dataclass(frozen=True, slots=True)
class Known:
    """What the pile says of one person.

    `gender` and `country` are those that most places give, `either` and null where none does; `countries` all that
    are given; `roles` the offices as written, each with its folded head.
    """

    gender: str
    country: str | None
    countries: frozenset[str]
    roles: frozenset[tuple[str, str]]

    def may_act_for(self, country: str | None) -> bool:
        """Whether a country, if any is said, goes with those that the person is known to act for."""
        return not (country and self.countries and country not in self.countries)

    def holds(self, role: str | None, head: str) -> bool:
        """Whether the person has an office that these words may mean: the same head, and no other portfolio."""
        if head == "diplomat":
            return any(own == "diplomat" or _FOREIGN & set(fold_words(words)) for words, own in self.roles)
        wanted = _TOP if head == "leader" else frozenset({head})
        portfolio = _portfolio(role)
        return any(own in wanted and (not portfolio or portfolio <= _portfolio(words)) for words, own in self.roles)

    def is_meant(self, role: str | None, head: str, country: str | None) -> bool:
        """Whether an office without a name, which may be said to be of a country, can stand for the person."""
        if country and not self.countries:
            return False
        return self.may_act_for(country) and self.holds(role, head)


def _portfolio(role: str | None) -> frozenset[str]:
    return frozenset(fold_words(role or "")) - _VAGUE


def is_holder(one: Sighting) -> bool:
    """Whether a sighting is an office without a name that may stand for a person named before."""
    held = one.standing == Standing.OFFICE and not one.tentative and one.kind is ActorKind.PERSON
    return held and one.head is not None and one.head not in _NOBODY


@dataclass(frozen=True, slots=True)
class People:
    """The people of the pile: what is known of each under one name, and that name for every form of it."""

    known: Mapping[Name, Known]
    name_of: Mapping[Name, Name]


@dataclass(slots=True)
class Said:
    """What pages say of one person, and in how many places of each."""

    genders: Counter[str]
    countries: Counter[str]
    homes: Counter[str]
    unders: Counter[str]


def most(counts: Mapping[str, int]) -> str | None:
    """The commonest, of equals the first in order."""
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None


def give_countries(people: Mapping[Name, Said]) -> None:
    """Who is given no country acts for that of the datelines, where they agree, or for that of the person under whom
    they serve (`Roe's adviser`)."""
    by_surname: defaultdict[str, list[Said]] = defaultdict(list)
    for name, said in people.items():
        if not said.countries and not said.unders and len(said.homes) == 1:
            said.countries.update(said.homes)
        by_surname[surname(name)].append(said)
    given = []
    for said in people.values():
        above = by_surname.get(most(said.unders) or "", ())
        if not said.countries and len(above) == 1 and above[0].countries:
            given.append((said, most(above[0].countries)))
    for said, country in given:
        said.countries[country or ""] += 1


def forms(names: Sequence[Name]) -> dict[Name, Name]:
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
    found = [(name[0], name[-1]), name[-2:]]
    if all(word in word_bands() for word in name[2:]):
        found.append(name[:2])
    return found


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
