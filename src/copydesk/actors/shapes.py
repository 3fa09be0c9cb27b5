"""Names of organisations known by their shape: a head at the end, or at the beginning before `of`."""

from __future__ import annotations

from functools import cache

from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import Sort, families_first
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words

_OF = frozenset({"of", "de"})
MOST_COMPLEMENT = 10
"""Words behind the `of` of a name at most."""


def shape_bodies(words: Words, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, with runs that are names of organisations taken together with the chunks that belong to them."""
    found: list[Chunk] = []
    at = 0
    for chunk in chunks:
        if chunk.first < at:
            continue
        if chunk.shape == Shape.NAME and not chunk.tentative:
            town = _town(words, found, chunk)
            if town and words.folded[chunk.first] in listed("nouns", "towns"):
                found[-1] = Chunk(town.first, chunk.first + 1, Shape.KNOWN, town.entry)
                at = chunk.last
                continue
            body = _body(words, chunk, town or _country(words, found, chunk))
            if body:
                while found and found[-1].last > body.first:
                    found.pop()
                found.append(body)
                at = body.last
                continue
        first = _company_of(words, chunk)
        if first is not None:
            while found and found[-1].last > first:
                found.pop()
        found.append(chunk if first is None else Chunk(first, chunk.last, Shape.BODY))
        at = chunk.last
    return found


def _company_of(words: Words, chunk: Chunk) -> int | None:
    """The first word of a name that ends with a country and is no state's: `Air Norland`, `Bank of Norland`."""
    before = chunk.first - 1
    if chunk.entry is None or chunk.entry.sort != Sort.COUNTRY or before < 0 or words.gap[chunk.first] != Gap.SPACE:
        return None
    if words.capital[before]:
        return before if words.folded[before] in listed("nouns", "before_country") else None
    if words.folded[before] not in _OF or before < 1 or words.gap[before] != Gap.SPACE:
        return None
    head = words.folded[before - 1]
    is_company = head in listed("nouns", "heads") and head not in listed("nouns", "state_heads")
    return before - 1 if is_company and words.capital[before - 1] and words.opens(before - 1) else None


def _town(words: Words, found: list[Chunk], chunk: Chunk) -> Chunk | None:
    """The place right before a run: `New York` in `New York Post`, `New York City`."""
    if not found or found[-1].last != chunk.first or words.gap[chunk.first] != Gap.SPACE:
        return None
    entry = found[-1].entry
    return found[-1] if entry is not None and entry.sort in (Sort.PLACE, Sort.CAPITAL) else None


def _country(words: Words, found: list[Chunk], chunk: Chunk) -> Chunk | None:
    """The country right before a run that ends like a company: `Norland Airlines`, but no `Norland Navy`."""
    if not found or found[-1].last != chunk.first or words.gap[chunk.first] != Gap.SPACE:
        return None
    last = words.folded[chunk.last - 1]
    if last not in listed("nouns", "heads") or last in listed("nouns", "state_heads"):
        return None
    entry = found[-1].entry
    return found[-1] if entry is not None and entry.sort == Sort.COUNTRY else None


@cache
def _heads() -> frozenset[str]:
    return listed("nouns", "state_heads") | listed("nouns", "heads")


def _body(words: Words, chunk: Chunk, town: Chunk | None) -> Chunk | None:
    heads = _heads()
    first = town.first if town else chunk.first
    if words.traits[chunk.first] & Trait.SHORT and not town:
        return None
    ends = chunk.last - first > 1 and words.folded[chunk.last - 1] in heads
    if ends and chunk.last - first == 2 and words.folded[first] in families_first():
        return None
    joined = chunk.last < words.size and words.gap[chunk.last] == Gap.SPACE
    opens = words.folded[chunk.first] in heads and chunk.last - chunk.first == 1 and joined
    if ends and not (joined and words.folded[chunk.last] in {"of", "for"}):
        return Chunk(first, chunk.last, Shape.BODY)
    if not ends and not (opens and words.folded[chunk.last] in {"of", "for", "on"}):
        return None
    last = _complement(words, chunk.last, heads)
    if last == chunk.last:
        return Chunk(first, chunk.last, Shape.BODY) if ends else None
    return Chunk(first, last, Shape.BODY)


_JOINERS = frozenset({"of", "for", "on", "and", "the"})


def _complement(words: Words, at: int, heads: frozenset[str]) -> int:
    """Behind the `of the Central Affairs Commission` that begins at `at`; `at` where there is none."""
    last = done = at
    stop = listed("nouns", "stop")
    while last < words.size and last - at < MOST_COMPLEMENT and words.gap[last] in (Gap.SPACE, Gap.HYPHEN):
        word = words.folded[last]
        if words.capital[last]:
            if done == at and word in stop:
                break
            done = last + 1
            if word in heads and words.folded[last + 1 : last + 2] not in (["of"], ["for"], ["on"]):
                break
        elif word not in _JOINERS or (word == "and" and last == at) or (word == "the" and _after_and(words, last)):
            break
        last += 1
    return done


def _after_and(words: Words, at: int) -> bool:
    return words.folded[at - 1] == "and"
