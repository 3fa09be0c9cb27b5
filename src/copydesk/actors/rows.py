"""The rows of the tables: one actor for one identity, one mention for each place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from copydesk.actors.coreference import Resolved
from copydesk.actors.groups import adjective_of
from copydesk.actors.reading import Place
from copydesk.actors.registry import Known, Name, most, surname
from copydesk.actors.sighting import Sighting, Standing
from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionForm
from copydesk.model.page import Page
from copydesk.text.vocabulary import countries

Key = tuple[str, ...]
"""Identity of an actor: its kind, then what tells it apart."""

_SPOKEN_FOR = frozenset(
    [
        "president",
        "premier",
        "chancellor",
        "minister",
        "secretary",
        "official",
        "diplomat",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "leader",
        "envoy",
        "ambassador",
        "king",
    ]
)
"""Offices whose unnamed holder acts for the government of the country that is said."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place on a page and the identity that it names."""

    place: Place
    key: Key
    form: MentionForm
    confidence: float


def naming_of(places: Sequence[Place], resolved: Sequence[Resolved], family: str) -> list[Naming]:
    """All places of a page that name an actor, in order."""
    people = {one.place.begin: one for one in resolved}
    found = []
    for place in places:
        sighting = place.sighting
        one = people.get(place.begin)
        if one is not None:
            found.append(Naming(place, (ActorKind.PERSON.value, *one.person), sighting.form, one.confidence))
        elif sighting.standing is Standing.NAMED:
            found.append(Naming(place, _scoped(sighting.key, family), sighting.form, sighting.confidence))
        elif sighting.standing is Standing.OFFICE:
            key = sighting.key or _spoken_for(sighting)
            if key:
                found.append(Naming(place, _scoped(key, family), MentionForm.TITLE, 0.7))
    return found


def _spoken_for(sighting: Sighting) -> Key:
    """The government that an unnamed holder of an office acts for; empty where it acts for none that is known."""
    head = sighting.head or ""
    if sighting.country and (head in _SPOKEN_FOR or head.removesuffix("s") in _SPOKEN_FOR):
        return (ActorKind.GOVERNMENT.value, sighting.country, "")
    return ()


def _scoped(key: Key, family: str) -> Key:
    """Of no country: `police`, `rebels` are the same only within one text family; bodies with a name everywhere."""
    if not key[1] and key[0] != ActorKind.ORGANISATION.value and " " not in key[2]:
        return (*key, family)
    return key


@dataclass(slots=True)
class _Seen:
    """What the namings of one actor say."""

    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    pages: set[str] = field(default_factory=set)


def actor_rows(
    pages: Sequence[Page], namings: Mapping[str, Sequence[Naming]], people: Mapping[Name, Known]
) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
    """The rows of both tables, in their order."""
    seen: dict[Key, _Seen] = {}
    for page_id, found in namings.items():
        for naming in found:
            _note(seen, naming, page_id)
    full = _full_names(seen, people)
    for key, other in full.items():
        _join(seen[other], seen.pop(key))
    ids = {key: _id(full.get(key, key)) for key in (*seen, *full)}
    actors = [_actor(ids[key], key, own) for key, own in seen.items()]
    mentions = [_mention(page, naming, ids[naming.key]) for page in pages for naming in namings.get(page.page_id, ())]
    return tuple(sorted(actors, key=lambda row: row.actor_id)), tuple(mentions)


def _note(seen: dict[Key, _Seen], naming: Naming, page_id: str) -> None:
    sighting = naming.place.sighting
    own = seen.setdefault(naming.key, _Seen(ActorKind(naming.key[0])))
    own.pages.add(page_id)
    if sighting.name and sighting.standing is not Standing.PRONOUN:
        own.names[sighting.name] += 1
    if own.kind is ActorKind.PERSON:
        if sighting.role:
            own.roles[sighting.role] += 1
        if sighting.country:
            own.countries[sighting.country] += 1


def _full_names(seen: Mapping[Key, _Seen], people: Mapping[Name, Known]) -> dict[Key, Key]:
    """People known by surname and office only, led to the one full name of the pile that has both."""
    by_surname: defaultdict[str, list[Key]] = defaultdict(list)
    for name in people:
        key = (ActorKind.PERSON.value, *name)
        if key in seen:
            by_surname[surname(name)].append(key)
    found = {}
    for key, own in seen.items():
        if key[:2] == (ActorKind.PERSON.value, "?"):
            fitting = [other for other in by_surname[key[3]] if _same_office(own, seen[other])]
            if len(fitting) == 1:
                found[key] = fitting[0]
    return found


def _same_office(one: _Seen, other: _Seen) -> bool:
    folded = {role.lower() for role in other.roles}
    if not any(role.lower() in folded for role in one.roles):
        return False
    return not one.countries or not other.countries or any(code in other.countries for code in one.countries)


def _join(one: _Seen, other: _Seen) -> None:
    one.roles.update(other.roles)
    one.countries.update(other.countries)
    one.pages |= other.pages


def _actor(actor_id: str, key: Key, own: _Seen) -> Actor:
    if own.kind is ActorKind.PERSON:
        name = _person_name(own)
        return Actor(actor_id, name, own.kind, _role(own.roles), most(own.countries), len(own.pages))
    country = key[1] or None
    if own.kind is ActorKind.GOVERNMENT and country and not key[2]:
        name, role = _country_name(country), "government"
    else:
        name, role = most(own.names) or key[2], None
        if country and key[2] in {"police", "military"}:
            name = f"{adjective_of(country)} {key[2]}"
    return Actor(actor_id, name, own.kind, role, country, len(own.pages))


def _person_name(own: _Seen) -> str:
    """The fullest name, of equals the commonest."""
    return min(own.names, key=lambda name: (-len(name.split()), -own.names[name], name)) if own.names else ""


def _role(roles: Counter[str]) -> str | None:
    """The office that most sightings give whatever its case, as they mostly write it."""
    folded: Counter[str] = Counter()
    for role, times in roles.items():
        folded[role.lower()] += times
    best = most(folded)
    return most(Counter({role: n for role, n in roles.items() if role.lower() == best})) if best else None


def _country_name(country: str) -> str:
    return next((row.name for row in countries() if row.iso3 == country), country)


def _id(key: Key) -> str:
    return "a" + sha256("\x1f".join(key).encode()).hexdigest()[:16]


def _mention(page: Page, naming: Naming, actor_id: str) -> ActorMention:
    place = naming.place
    return ActorMention(
        page.page_id,
        place.begin,
        place.end,
        page.text[place.begin : place.end],
        actor_id,
        naming.form,
        place.sighting.role,
        naming.confidence,
    )
