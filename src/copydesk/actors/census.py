"""The lesson of people: which runs of capitals are persons, by what all pages say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.facts import (
    BETWEEN,
    FACT,
    Facts,
    Numbers,
    code_of,
    code_of_country,
    country_of_code,
    noted,
    summed,
)
from copydesk.actors.readings import Readings
from copydesk.actors.registry import Known, Name, People, Said, forms, give_countries, is_holder, most
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.model.lesson import Lesson, Notes

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

_FOR = sum(ground for ground, weight in _WEIGHTS.items() if weight > 0)
"""Grounds for a person. Only pages that have one tell the words of the name: nobody is one without."""

_GENDERS = ("female", "male")


class About:
    """The sorts of facts: of a name what speaks for a person, gender, office, country, country of the dateline, under
    whom they serve; of a page an office or a single name whose person hangs on what people are known to hold."""

    NAME: Final = 0
    GENDER: Final = 1
    ROLE: Final = 2
    COUNTRY: Final = 3
    HOME: Final = 4
    UNDER: Final = 5
    WANTED: Final = 6


class _Fact(NamedTuple):
    """What a sighting says: see `FACT`."""

    what: int
    about: int
    value: int
    text: bytes = b""

    @classmethod
    def of_words(cls, what: int, about: int, *words: str) -> _Fact:
        """A fact whose value is the code of its text."""
        return cls(what, about, code_of(*words), BETWEEN.join(words).encode())


def census(readings: Readings, pages: Sequence[str], settings: ActorSettings) -> Lesson:
    """The lesson of the people that pages, ascending by id, have sighted. It teaches `People`."""
    return Lesson("people", _notes(readings, pages), partial(_people, settings=settings), _asking)


def _notes(readings: Readings, pages: Sequence[str]) -> Notes:
    """What each page says, in the order of the sorts, each fact once with its places."""
    said = [list(_said(one)) for one in readings.sightings]
    sizes = np.array([len(facts) for facts in said], np.int64)
    table = np.array([(fact.about, fact.value, 0, 0, fact.what) for facts in said for fact in facts], FACT)
    texts = [fact.text for facts in said for fact in facts]
    page, sighting = readings.sighted(sizes > 0, pages)
    code, places = np.unique(page * max(1, len(sizes)) + sighting, return_counts=True)
    page, sighting = np.divmod(code, max(1, len(sizes)))
    fact = np.repeat((np.cumsum(sizes) - sizes)[sighting], sizes[sighting])
    fact += np.arange(len(fact)) - np.repeat(np.cumsum(sizes[sighting]) - sizes[sighting], sizes[sighting])
    page, places = np.repeat(page, sizes[sighting]), np.repeat(places, sizes[sighting])
    order = np.lexsort((table["value"][fact], table["about"][fact], table["what"][fact], page))
    page, fact, places = page[order], fact[order], places[order]
    found = table[fact]
    new = np.ones(len(fact), np.bool_)
    new[1:] = (np.diff(page) != 0) | (found[["about", "value", "what"]][1:] != found[["about", "value", "what"]][:-1])
    kept = np.flatnonzero(new)
    rows = found[kept]
    if len(kept):
        rows["places"] = np.add.reduceat(places, kept)
    return noted(pages, page[kept], rows, [texts[number] for number in fact[kept].tolist()])


def _said(one: Sighting) -> Iterator[_Fact]:
    """What a sighting says of the person of a full name, or asks of the people whom its page has named."""
    if one.standing == Standing.PERSON and len(one.key) > 1:
        name = code_of(*one.key)
        if one.tentative:
            yield _Fact(About.NAME, name, Ground.NONE)
        else:
            yield _Fact(About.NAME, name, one.grounds, BETWEEN.join(one.key).encode() if one.grounds & _FOR else b"")
            yield from _told(one, name)
    elif one.standing == Standing.PERSON and one.country:
        yield _Fact.of_words(About.WANTED, 0, "", "", one.country)
    elif is_holder(one):
        yield _Fact.of_words(About.WANTED, 0, one.role or "", one.head or "", one.country or "")


def _told(one: Sighting, name: int) -> Iterator[_Fact]:
    """What the words around a full name tell."""
    if one.gender in _GENDERS:
        yield _Fact(About.GENDER, name, _GENDERS.index(one.gender))
    if one.role and one.head:
        yield _Fact.of_words(About.ROLE, name, one.role, one.head)
    if one.country:
        yield _Fact(About.COUNTRY, name, code_of_country(one.country))
    if one.home:
        yield _Fact(About.HOME, name, code_of_country(one.home))
    if one.under:
        yield _Fact.of_words(About.UNDER, name, one.under)


def _people(notes: Notes, settings: ActorSettings) -> People:
    """All full names of the pile that are those of people, from what is sighted and in how many places."""
    facts = Facts.of(notes)
    codes, names = _names(facts.sort(About.NAME), settings)
    name_of = forms(sorted(names))
    one_of = {name: number for number, name in enumerate(sorted(set(name_of.values())))}
    person = np.array([one_of[name_of[name]] for name in names], np.int64)
    said = [Said(Counter(), Counter(), Counter(), Counter()) for _ in one_of]
    roles: list[set[tuple[str, str]]] = [set() for _ in one_of]
    sums = partial(_sums, codes=codes, person=person)
    for number, value, _, places in sums(facts.sort(About.GENDER)):
        said[number].genders[_GENDERS[value]] += places
    for number, value, _, places in sums(facts.sort(About.COUNTRY)):
        said[number].countries[country_of_code(value) or ""] += places
    for number, value, _, places in sums(facts.sort(About.HOME)):
        said[number].homes[country_of_code(value) or ""] += places
    for number, _, text, places in sums(facts.sort(About.UNDER)):
        said[number].unders[text] += places
    for number, _, text, _ in sums(facts.sort(About.ROLE)):
        role, _, head = text.rpartition(BETWEEN)
        roles[number].add((role, head))
    give_countries(dict(zip(one_of, said, strict=True)))
    known = {
        name: Known(most(one.genders) or "either", most(one.countries), frozenset(one.countries), frozenset(own))
        for name, one, own in zip(one_of, said, roles, strict=True)
    }
    return People(known, name_of)


def _names(facts: Facts, settings: ActorSettings) -> tuple[NDArray[np.uint64], list[Name]]:
    """The names that are those of people, ascending by their codes."""
    order = np.argsort(facts.about, kind="stable")
    codes, begin = np.unique(facts.about[order], return_index=True)
    if not len(codes):
        return codes, []
    grounds, kind = np.unique(np.bitwise_or.reduceat(facts.value[order], begin), return_inverse=True)
    enough = np.array([evidence(one) >= settings.person for one in grounds.tolist()], np.bool_)
    told, first = np.unique(facts.about[facts.size > 0], return_index=True)
    first = np.flatnonzero(facts.size > 0)[first]
    meant = np.isin(told, codes[enough[kind]], assume_unique=True)
    return told[meant], [tuple(facts.text(number).split(BETWEEN)) for number in first[meant].tolist()]


def evidence(grounds: int) -> float:
    """The sum of what speaks for a person and against."""
    return sum(weight for ground, weight in _WEIGHTS.items() if ground & grounds)


def _sums(facts: Facts, codes: NDArray[np.uint64], person: Numbers) -> Iterator[tuple[int, int, str, int]]:
    """Of each person what is said, its text, and in how many places."""
    if not len(codes):
        return
    at = np.minimum(np.searchsorted(codes, facts.about), len(codes) - 1)
    facts, at = facts.taken(codes[at] == facts.about), at[codes[at] == facts.about]
    sums = summed(person[at], facts.value, facts.places)
    values = facts.value[sums.first].tolist()
    for number, value, first, places in zip(
        sums.about.tolist(), values, sums.first.tolist(), sums.places.tolist(), strict=True
    ):
        yield number, value, facts.text(first), places


def _asking(before: People, after: People, notes: Notes) -> Numbers:
    """Pages that name in full whose identity, gender or country changed; and where one changed in the offices and
    countries that are said of them, those with an office or country by which they may be meant, or be no more."""
    facts = Facts.of(notes)
    names = facts.sort(About.NAME)
    wholly: list[int] = []
    partly: dict[int, tuple[Known, Known]] = {}
    for name in before.name_of.keys() | after.name_of.keys():
        old, new = (people.known.get(people.name_of.get(name, ())) for people in (before, after))
        if before.name_of.get(name) != after.name_of.get(name) or _core(old) != _core(new):
            wholly.append(code_of(*name))
        elif old is not None and new is not None and old != new:
            partly[code_of(*name)] = (old, new)
    found = names.page[np.isin(names.about, np.array(wholly, np.uint64))]
    return np.union1d(found, np.array(list(_wanting(names, facts.sort(About.WANTED), partly)), np.int64))


def _core(known: Known | None) -> tuple[str, str | None] | None:
    return (known.gender, known.country) if known else None


def _wanting(names: Facts, wanted: Facts, partly: Mapping[int, tuple[Known, Known]]) -> Iterator[int]:
    """The pages that name somebody and want an office or country which they have only before or only after."""
    begin = np.searchsorted(wanted.page, np.arange(int(names.page.max(initial=-1)) + 2))
    at = np.flatnonzero(np.isin(names.about, np.array(list(partly), np.uint64)))
    texts: dict[int, str] = {}
    decided: dict[tuple[int, int], bool] = {}
    for name, page in zip(names.about[at].tolist(), names.page[at].tolist(), strict=True):
        for number in range(begin[page], begin[page + 1]):
            value = int(wanted.value[number])
            if value not in texts:
                texts[value] = wanted.text(number)
            if (name, value) not in decided:
                decided[name, value] = _differs(*partly[name], texts[value])
            if decided[name, value]:
                yield page
                break


def _differs(old: Known, new: Known, wanted: str) -> bool:
    """Whether what is wanted goes with only one of two."""
    role, head, country = wanted.rsplit(BETWEEN, 2)
    if not head:
        return old.may_act_for(country) != new.may_act_for(country)
    return old.is_meant(role, head, country) != new.is_meant(role, head, country)
