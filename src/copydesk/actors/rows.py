"""The rows of the tables: one actor for one identity, one mention for each place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from copydesk.actors.groups import adjective_of
from copydesk.actors.namings import Key, Naming
from copydesk.actors.registry import Known, Name, most, surname
from copydesk.actors.sighting import Standing
from copydesk.actors.vocabulary import heads
from copydesk.model.actor import Actor, ActorKind, ActorMention
from copydesk.model.page import Page
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import countries


@dataclass(slots=True)
class _Seen:
    """What the namings of one actor say."""

    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    roles: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    first_roles: dict[str, str] = field(default_factory=dict)
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
    ids = {key: actor_id(full.get(key, key)) for key in (*seen, *full)}
    actors = [_actor(ids[key], key, own, people) for key, own in seen.items()]
    mentions = [_mention(page, naming, ids[naming.key]) for page in pages for naming in namings.get(page.page_id, ())]
    return tuple(sorted(actors, key=lambda row: row.actor_id)), tuple(mentions)


def _note(seen: dict[Key, _Seen], naming: Naming, page_id: str) -> None:
    sighting = naming.place.sighting
    own = seen.get(naming.key)
    if own is None:
        own = seen[naming.key] = _Seen(ActorKind(naming.key[0]))
    own.pages.add(page_id)
    if sighting.name and sighting.standing != Standing.PRONOUN:
        own.names[sighting.name] += 1 if own.kind is not ActorKind.PERSON or len(sighting.key) > 1 else 0
    if own.kind is ActorKind.PERSON:
        if sighting.role:
            own.roles[sighting.role].add(page_id)
            own.first_roles.setdefault(page_id, sighting.role)
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
            one = _same_person(own, {other: seen[other] for other in by_surname[key[3]]})
            if one:
                found[key] = one
    return found


def _same_person(own: _Seen, others: Mapping[Key, _Seen]) -> Key | None:
    """The one of a surname with the same office on most pages by far; else the only one, if no office is known."""
    alike = {key: other for key, other in others.items() if _may_be_one(own, other)}
    pages = {key: _pages_in_office(own, other) for key, other in alike.items()}
    ranked = sorted(alike, key=lambda key: (-pages[key], key))
    if ranked and pages[ranked[0]]:
        clear = len(ranked) == 1 or pages[ranked[0]] > BY_FAR * pages[ranked[1]]
        return ranked[0] if clear else None
    free = [key for key in ranked if not alike[key].roles]
    return free[0] if len(free) == 1 else None


BY_FAR = 3
"""How many times more pages must give an office to one person of a surname than to another."""


def _may_be_one(one: _Seen, other: _Seen) -> bool:
    """Whether no country tells two apart."""
    return not one.countries or not other.countries or any(code in other.countries for code in one.countries)


def _pages_in_office(one: _Seen, other: _Seen) -> int:
    """The pages that give another an office that one has."""
    folded = {role.lower() for role in one.roles}
    return sum(len(pages) for role, pages in other.roles.items() if role.lower() in folded)


def _join(one: _Seen, other: _Seen) -> None:
    for role, pages in other.roles.items():
        one.roles[role] |= pages
    one.first_roles.update(other.first_roles)
    one.countries.update(other.countries)
    one.pages |= other.pages


def _actor(actor_id: str, key: Key, own: _Seen, people: Mapping[Name, Known]) -> Actor:
    if own.kind is ActorKind.PERSON:
        known = people.get(key[1:])
        country = most(own.countries) or (known.country if known else None)
        return Actor(actor_id, _person_name(own), own.kind, _role(own), country, len(own.pages))
    country = key[1] or None
    if own.kind is ActorKind.GOVERNMENT and country and not key[2]:
        name, role = country_name(country), "government"
    else:
        name, role = most(own.names) or key[2], None
        if country and key[2] in {"police", "military"}:
            name = f"{adjective_of(country)} {key[2]}"
        if own.kind is ActorKind.GOVERNMENT and not country and len(key) == 3 and " " not in key[2]:
            role = "government"
    return Actor(actor_id, name, own.kind, role, country, len(own.pages))


def _person_name(own: _Seen) -> str:
    """The form of the name that most places have; one of several words where there is one."""
    return min(own.names, key=lambda name: (-own.names[name], -len(name.split()), name)) if own.names else ""


def _role(own: _Seen) -> str | None:
    """The office that most pages give, whatever its case and number, as they mostly write it.

    Of equals the one that more pages introduce the person with.
    """
    pages: defaultdict[str, set[str]] = defaultdict(set)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for role, where in own.roles.items():
        one = _of_one(role)
        pages[one.lower()] |= where
        forms[one.lower()][one] += len(where)
    if not pages:
        return None
    first = Counter(_of_one(role).lower() for role in own.first_roles.values())
    best = min(pages, key=lambda role: (-len(pages[role]), -first[role], role))
    return most(forms[best])


def _of_one(role: str) -> str:
    """`Foreign Ministers` → `Foreign Minister`."""
    head = (fold_words(role) or [""])[-1]
    if not heads().get(head, ("", False))[1]:
        return role
    return role[:-3] + "man" if head.endswith("men") else role[:-3] + "y" if head.endswith("ies") else role[:-1]


def country_name(country: str) -> str:
    """The name of a state by its code, the code itself where no list has it."""
    return next((row.name for row in countries() if row.iso3 == country), country)


def actor_id(key: Key) -> str:
    """The id of an actor: its kind, and what tells it apart from others of the kind."""
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
