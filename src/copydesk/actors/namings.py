"""What each place of a page names: the identity, before the rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.actors.bodies import CONGRESS
from copydesk.actors.coreference import Resolved, Scope
from copydesk.actors.places import Place
from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.vocabulary import words as listed
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.text.tokens import fold_words

Key = tuple[str, ...]
"""Identity of an actor: its kind, then what tells it apart."""

_SPOKEN_FOR = listed("grammar", "spoken_for")
_CONGRESSES = frozenset(state.upper() for state in listed("nouns", "congresses")) | {"IND"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A place on a page and the identity that it names."""

    place: Place
    key: Key
    form: MentionForm
    confidence: float


def naming_of(places: Sequence[Place], resolved: Sequence[Resolved], scope: Scope) -> list[Naming]:
    """All places of a page that name an actor, in order."""
    people = {one.place.begin: one for one in resolved}
    owners = _owners(places)
    congress = _congress(places, resolved, scope)
    found: list[Naming] = []
    for place in places:
        sighting = place.sighting
        one = people.get(place.begin)
        if one is not None:
            found.append(_of_person(one, scope))
        elif sighting.standing == Standing.NAMED:
            key = _scoped(sighting, owners, scope, congress)
            found.append(Naming(place, key, sighting.form, sighting.confidence))
        elif sighting.standing == Standing.NOUN:
            body = _body(place, found)
            if body:
                found.append(Naming(place, body.key, sighting.form, 0.7))
        elif sighting.standing == Standing.PERSON and len(sighting.key) == 1 and sighting.confidence:
            state = scope.polities.get(sighting.key[0])
            if state == sighting.key[0]:
                government: Key = (ActorKind.GOVERNMENT.value, "", state)
                found.append(Naming(place, government, MentionForm.NAME, sighting.confidence))
        elif sighting.standing == Standing.OFFICE:
            key = _scoped(sighting, owners, scope, congress) if sighting.key else _spoken_for(sighting, scope)
            if key:
                found.append(Naming(place, key, MentionForm.TITLE, 0.7))
    return found


BODIES_BACK, SENTENCES_BACK = 60, 2
"""Mentions before `the ministry` that are looked at, and sentences before `it`."""


def _body(place: Place, before: Sequence[Naming]) -> Naming | None:
    """The body that `the ministry` names anew, or that said something before `it said`."""
    noun = place.sighting.head or ""
    for one in reversed(before[-BODIES_BACK:]):
        sighting = one.place.sighting
        if one.key[0] == ActorKind.GROUP.value or sighting.standing != Standing.NAMED:
            continue
        if noun != "it" and noun in fold_words(sighting.name):
            return one
        near = 0 < place.sentence - one.place.sentence <= SENTENCES_BACK
        if noun == "it" and near and one.place.subject == 2 and not one.place.quoted:
            return one
    return None


def _of_person(one: Resolved, scope: Scope) -> Naming:
    """A person; of `the Roe administration` the government of the country that the person is known to act for."""
    sighting = one.place.sighting
    if not sighting.governs:
        return Naming(one.place, (ActorKind.PERSON.value, *one.person), sighting.form, one.confidence)
    known = scope.people.get(one.person)
    country = known.country if known else sighting.country
    key = (ActorKind.GOVERNMENT.value, country or "", "" if country else " ".join((*one.person, "administration")))
    return Naming(one.place, key, MentionForm.METONYM, 0.8)


def _spoken_for(sighting: Sighting, scope: Scope) -> Key:
    """The government that an unnamed holder of an office acts for; empty where it acts for none that is known."""
    head = sighting.head or ""
    if head not in _SPOKEN_FOR and head.removesuffix("s") not in _SPOKEN_FOR:
        return ()
    country = sighting.country or sighting.home
    if country:
        return (ActorKind.GOVERNMENT.value, country, "")
    state = scope.polities.get(sighting.under or "")
    return (ActorKind.GOVERNMENT.value, "", state) if state else ()


def _owners(places: Sequence[Place]) -> Mapping[str, set[str]]:
    """The countries that the page gives to bodies of one name, as `the Norwegian parliament` to `the parliament`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in places:
        key = place.sighting.key
        if place.sighting.standing == Standing.NAMED and (key[1] or place.sighting.home):
            found[key[2]].add(key[1] or place.sighting.home or "")
    return found


CONGRESS_NAMED = 2
"""Times that a page must name a state, and America never, for `Congress` to be that state's."""


def _congress(places: Sequence[Place], resolved: Sequence[Resolved], scope: Scope) -> Key:
    """Whom `Congress` names without more: the American one, unless the page speaks of another state that has one."""
    if not any(CONGRESS in place.sighting.key for place in places):
        return ()
    named = Counter(place.sighting.key[1] for place in places if place.sighting.standing == Standing.NAMED)
    state = max(sorted(_CONGRESSES), key=lambda one: named[one])
    people = (scope.people.get(one.person) for one in resolved)
    american = named["USA"] or any(place.sighting.country == "USA" for place in places)
    if named[state] < CONGRESS_NAMED or american or any(one is not None and one.country == "USA" for one in people):
        return (ActorKind.GOVERNMENT.value, "USA", CONGRESS)
    if state == "IND":
        return (ActorKind.ORGANISATION.value, state, "indian national congress")
    return (ActorKind.GOVERNMENT.value, state, CONGRESS)


def _scoped(sighting: Sighting, owners: Mapping[str, set[str]], scope: Scope, congress: Key) -> Key:
    """The identity of a body or group; of no country, the page's only one of that name, else that of its family."""
    key = sighting.key
    if not sighting.local:
        return key
    if sighting.home:
        return (key[0], sighting.home, key[2])
    countries = owners.get(key[2], set())
    if len(countries) == 1:
        return (key[0], min(countries), key[2])
    return congress if key[2] == CONGRESS else (*key, scope.family)
