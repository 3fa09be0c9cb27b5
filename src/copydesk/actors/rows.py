"""The rows of the tables: one actor for one identity, one mention for each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256

from copydesk.actors.groups import adjective_of
from copydesk.actors.namings import Key, Naming
from copydesk.model.actor import Actor, ActorKind, ActorMention
from copydesk.model.page import Page
from copydesk.text.vocabulary import countries


def actor_row(key: Key, name: str, role: str | None, country: str | None, n_pages: int) -> Actor:
    """The row of an identity; name, office and country are what places that name it mostly give."""
    kind = ActorKind(key[0])
    if kind is ActorKind.PERSON:
        return Actor(actor_id(key), name, kind, role, country, n_pages)
    country = key[1] or None
    if kind is ActorKind.GOVERNMENT and country and not key[2]:
        return Actor(actor_id(key), country_name(country), kind, "government", country, n_pages)
    is_state = kind is ActorKind.GOVERNMENT and not country and len(key) == 3 and " " not in key[2]
    if country and key[2] in {"police", "military"}:
        name = f"{adjective_of(country)} {key[2]}"
    return Actor(actor_id(key), name or key[2], kind, "government" if is_state else None, country, n_pages)


def mention_rows(
    pages: Sequence[Page], namings: Mapping[str, Sequence[Naming]], actors: Mapping[Key, Actor]
) -> tuple[ActorMention, ...]:
    """A row for every place, in the order of pages and places."""
    return tuple(
        _mention(page, naming, actors[naming.key].actor_id)
        for page in pages
        for naming in namings.get(page.page_id, ())
    )


@cache
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
