"""Institutions and organisations on a page, with the country that they act for."""

from __future__ import annotations

from copydesk.actors.beside import behind_possessive
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.vocabulary import Entry, Sort, shared_bodies
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind, MentionForm

CONGRESS = "congress"
"""The body of several states that news names without its state."""


def is_body(chunk: Chunk) -> bool:
    """Whether a chunk names an institution or an organisation."""
    return chunk.shape == Shape.BODY or (chunk.entry is not None and chunk.entry.sort in (Sort.BODY, Sort.STATE_BODY))


def read_body(words: Words, chunks: list[Chunk], number: int) -> Sighting:
    """An institution: one known by name, one that every state has, one known by its shape."""
    chunk = chunks[number]
    entry = chunk.entry
    owner = _owner(words, chunks, number)
    if entry and entry.sort == Sort.BODY and not (owner and _is_of_another(entry, owner)):
        return _known(chunk, entry)
    country = owner.entry.country if owner and owner.entry else None
    first = owner.first if owner and owner.last == chunk.first else chunk.first
    if entry is None and owner and owner.entry and not _of_state(words, chunk):
        first, country = owner.first if owner.last == chunk.first else chunk.first, owner.entry.country
    return _of_shape(words, chunk, first, country, entry, known=owner is not None and owner.entry is not None)


def _known(chunk: Chunk, entry: Entry) -> Sighting:
    """A body known by name. `Congress` alone is that of the page's country, see `namings.py`."""
    kind = ActorKind.GOVERNMENT if entry.state else ActorKind.ORGANISATION
    own = entry.name.lower()
    if own == CONGRESS and chunk.last - chunk.first == 1:
        return _sighting(chunk, chunk.first, entry.name, kind, None, own, local=True)
    return _sighting(chunk, chunk.first, entry.name, kind, entry.country, own)


def _is_of_another(entry: Entry, owner: Chunk) -> bool:
    """Whether a name that several states give to a body of theirs stands behind another state: `Peru's Congress`."""
    country = owner.entry.country if owner.entry else None
    return entry.name.lower() in shared_bodies() and country not in (None, entry.country)


def _of_shape(
    words: Words, chunk: Chunk, first: int, country: str | None, entry: Entry | None, *, known: bool
) -> Sighting:
    state = entry is not None or _of_state(words, chunk)
    kind = ActorKind.GOVERNMENT if state and (entry or country or first != chunk.first) else ActorKind.ORGANISATION
    begin = chunk.first if known and state else first
    own = plain_name(" ".join(words.folded[begin : chunk.last]))
    local = entry is not None and not country and first == chunk.first
    return _sighting(chunk, first, words.surface(first, chunk.last), kind, country, own, local=local)


def _sighting(
    chunk: Chunk, first: int, name: str, kind: ActorKind, country: str | None, own: str, *, local: bool = False
) -> Sighting:
    key = (kind.value, country or "", own)
    return Sighting(
        first, chunk.last, Standing.NAMED, name, key, kind, MentionForm.NAME, country=country, local=local
    )


def plain_name(name: str) -> str:
    """`ministry of foreign affairs` and `foreign ministry` under one form."""
    head, of, rest = name.partition(" of ")
    if of and head in {"ministry", "department"}:
        return f"{rest.removeprefix('the ').removesuffix(' affairs')} {head}".replace("defence", "defense")
    return name.replace("defence", "defense").replace("coastguard", "coast guard")


def _of_state(words: Words, chunk: Chunk) -> bool:
    heads = listed("nouns", "state_heads")
    return words.folded[chunk.last - 1] in heads or words.folded[chunk.first] in heads


def _owner(words: Words, chunks: list[Chunk], number: int) -> Chunk | None:
    """The adjective or the possessive of a country right before a body; an adjective that no list knows too."""
    if not number:
        return None
    owner, first = chunks[number - 1], chunks[number].first
    if owner.tentative or owner.shape == Shape.OFFICE:
        return None
    entry = owner.entry
    if entry and entry.sort not in (Sort.COUNTRY, Sort.DEMONYM):
        return None
    if owner.last == first:
        return owner if words.gap[first] == Gap.SPACE and (entry or owner.last - owner.first == 1) else None
    return owner if entry and behind_possessive(words, owner.last) == first else None
