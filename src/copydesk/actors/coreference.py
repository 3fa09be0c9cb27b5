"""Short names, titles and pronouns of a page led to the people they stand for."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.actors.places import Place
from copydesk.actors.registry import Known, Name, is_holder, surname
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Ground, Standing
from copydesk.actors.vocabulary import words as listed

Person = tuple[str, ...]
"""Who is meant: a full name, or (`?`, text family or unique office, surname) of somebody whose full
name no page of the family has."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A place and the person it stands for, with how sure that is."""

    place: Place
    person: Person
    confidence: float


@dataclass(frozen=True, slots=True)
class Scope:
    """What a page may lean on: people of the pile, the forms of their names, states that no list has.

    `own`, `near` have the names of the page and of its siblings, the nearest first, by each word that may stand for
    them.
    """

    people: Mapping[Name, Known]
    name_of: Mapping[Name, Name]
    polities: Mapping[str, str]
    own: Mapping[str, list[Name]]
    near: Sequence[Mapping[str, list[Name]]]
    family: str


def resolve(places: Sequence[Place], scope: Scope, settings: ActorSettings) -> list[Resolved]:
    """The places of a page that stand for a person, in order. What is not clear is left out."""
    titled = _titled(places)
    named = [one for place in places if (one := _named(place, scope, titled))]
    held = [one for place in places if (one := _holder(place, named, scope))]
    people = sorted((*named, *held), key=_place)
    nearby = sorted((*people, *_somebody(places, people)), key=_place)
    return sorted((*people, *_pronouns(places, nearby, scope, settings)), key=_place)


NEARBY = 100
"""People looked at before a title or pronoun: what is further off is not meant, and hostile pages have many."""

_SOMEBODY: Person = ("!",)
"""Somebody that a page names and nothing tells of; a pronoun that may stand for them stands for nobody else."""


def _somebody(places: Sequence[Place], people: Sequence[Resolved]) -> list[Resolved]:
    """The names that say or do something, and are nobody's who is known."""
    known = {one.place.begin for one in people}
    return [
        Resolved(place, _SOMEBODY, 0.0)
        for place in places
        if place.begin not in known
        and place.sighting.standing == Standing.PERSON
        and not place.sighting.tentative
        and place.sighting.grounds & Ground.VERB
        and not place.sighting.grounds & Ground.ARTICLE
    ]


def _titled(places: Sequence[Place]) -> dict[str, str]:
    """Single names that stand behind a title, with the head of their office: one that is unique before any other."""
    found: dict[str, str] = {}
    for place in places:
        one = place.sighting
        if one.standing == Standing.PERSON and len(one.key) == 1 and (one.role or one.grounds & Ground.TITLE):
            head = one.head or ""
            if head in _UNIQUE or one.key[0] not in found:
                found[one.key[0]] = head
    return found


def _place(one: Resolved) -> int:
    return one.place.begin


def _pronouns(
    places: Sequence[Place], people: Sequence[Resolved], scope: Scope, settings: ActorSettings
) -> Iterator[Resolved]:
    """The pronouns that are clear, each led to the person nearest by the rules of `_antecedent`."""
    if not people:
        return
    met: list[Resolved] = []
    called: dict[Person, str] = {}
    waiting = 0
    for place in places:
        while waiting < len(people) and people[waiting].place.begin <= place.begin:
            met.append(people[waiting])
            waiting += 1
        if place.sighting.standing == Standing.PRONOUN and not place.quoted:
            gender = place.sighting.gender
            near = [one for one in met[-NEARBY:] if called.get(one.person, gender) == gender]
            one = _announced(place, people[waiting:], near, scope) or _antecedent(place, near, scope, settings)
            if one and one.person != _SOMEBODY:
                called[one.person] = gender
                met.append(one)
                yield one


def _announced(place: Place, ahead: Sequence[Resolved], met: Sequence[Resolved], scope: Scope) -> Resolved | None:
    """`In her speech, Roe said`: a pronoun of the words that lead in stands for the subject that follows."""
    if not place.led_in or (met and met[-1].place.sentence == place.sentence):
        return None
    if not ahead or ahead[0].place.sentence != place.sentence or not ahead[0].place.subject:
        return None
    fits = _gender(ahead[0], scope) in {place.sighting.gender, "either"}
    return Resolved(place, ahead[0].person, 0.85) if fits else None


def _named(place: Place, scope: Scope, titled: Mapping[str, str]) -> Resolved | None:
    """A full name is itself, a short one the person of the page or of its siblings that it fits."""
    key = place.sighting.key
    if place.sighting.standing != Standing.PERSON:
        return None
    if key in scope.name_of:
        return Resolved(place, scope.name_of[key], 0.95)
    if len(key) > 1 or key[0] in scope.polities:
        return None
    one = _by_surname(place, scope)
    if one or place.sighting.tentative or key[0] not in titled:
        return one
    head = titled[key[0]]
    return Resolved(place, ("?", head if head in _UNIQUE else scope.family, key[0]), 0.8)


def _by_surname(place: Place, scope: Scope) -> Resolved | None:
    """The person of the page that a single word fits, else the one on its siblings, where that is clear."""
    word = place.sighting.key[0]
    for number, known in enumerate((scope.own, *scope.near)):
        if word not in known:
            continue
        fitting = _fitting(word, [name for name in known[word] if _may_be(place, scope.people[name])])
        if len(fitting) == 1:
            sure = 0.95 if surname(fitting[0]) == word else 0.85
            return Resolved(place, fitting[0], sure - 0.05 * bool(number))
        if fitting:
            return None if number else Resolved(place, fitting[0], 0.6)
    return None


def _fitting(word: str, names: list[Name]) -> list[Name]:
    """Of names that have a word those where it is the surname, else where it is no given name, else all."""
    by_surname = [name for name in names if surname(name) == word]
    return by_surname or [name for name in names if name[0] != word] or names


def _may_be(place: Place, known: Known) -> bool:
    """Whether gender and country of a place go with what is known of a person."""
    one = place.sighting
    if one.gender != "either" and known.gender not in {one.gender, "either"}:
        return False
    return known.may_act_for(one.country)


_UNIQUE = listed("grammar", "unique")


def _holder(place: Place, before: Sequence[Resolved], scope: Scope) -> Resolved | None:
    """Who `the minister` is: the last person named on the page with that office and no other country."""
    one = place.sighting
    if one.head is None or not is_holder(one):
        return None
    seen: set[Person] = set()
    end = bisect.bisect_left(before, place.begin, key=_place)
    for earlier in reversed(before[max(0, end - NEARBY) : end]):
        if earlier.person in seen or earlier.person not in scope.people:
            continue
        seen.add(earlier.person)
        known = scope.people[earlier.person]
        if known.is_meant(one.role, one.head, one.country) and _may_be(place, known):
            return Resolved(place, earlier.person, 0.8)
    return None


def _antecedent(place: Place, before: Sequence[Resolved], scope: Scope, settings: ActorSettings) -> Resolved | None:
    """Who a pronoun stands for: in its own sentence or the ones before, the subject, or the only one that fits."""
    wanted = place.sighting.gender
    if not before or before[-1].place.sentence < place.sentence - settings.sentences_back:
        return None
    for back in range(settings.sentences_back + 1):
        near = _in_sentence(before, place.sentence - back)
        fitting = [one for one in near if _gender(one, scope) in {wanted, "either"}]
        people = list(dict.fromkeys(one.person for one in fitting))
        if len(people) == 1:
            return Resolved(place, people[0], 0.9 if back < 2 else 0.75)
        if people:
            answer = _asked(place, fitting)
            if answer:
                return Resolved(place, answer.person, 0.75)
            best = max(fitting, key=lambda one: one.place.subject)
            return Resolved(place, best.person, 0.75) if best.place.subject else None
    return None


def _asked(place: Place, fitting: Sequence[Resolved]) -> Resolved | None:
    """Who answers: in `Roe invited Poe, and he accepted` Poe, the last before the pronoun who is no subject."""
    if place.sighting.head not in listed("grammar", "answers"):
        return None
    objects = [one for one in fitting if not one.place.subject and one.person != fitting[0].person]
    return objects[-1] if objects else None


def _in_sentence(before: Sequence[Resolved], sentence: int) -> list[Resolved]:
    """The people of one sentence, outside its quotations."""
    found = []
    for one in reversed(before[-NEARBY:]):
        if one.place.sentence < sentence:
            break
        if one.place.sentence == sentence and not one.place.quoted and not one.place.sighting.governs:
            found.append(one)
    return found[::-1]


def _gender(one: Resolved, scope: Scope) -> str:
    known = scope.people.get(one.person)
    gender = known.gender if known else "either"
    return one.place.sighting.gender if gender == "either" else gender
