"""People who act together: officials, troops, protesters, with the country that the words give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from copydesk.actors.beside import behind_possessive
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import Sort, heads
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.text.vocabulary import countries

MOST_BETWEEN = 3
"""Words between a country's adjective and the noun of a group: `Norlandic pro-democracy student protesters`."""

_MILITARY = "military"
_POLICE = frozenset({"police", "policeman", "policemen", "officer", "gendarmes"})
_ALSO_ADJECTIVES = frozenset({"army", "military", "police", "navy"})
_ADJECTIVE_ENDS = ("al", "ic", "ive", "ed", "ary", "ese", "ish", "ist", "ern")


def group_of(words: Words, chunk: Chunk) -> Sighting | None:
    """`Norlandic officials`, `Norlandic student protesters`, `Norland's army`, where a country's chunk begins one."""
    at = behind_possessive(words, chunk.last)
    if at == chunk.last and _is_plain_country(words, chunk):
        return _of_headline(words, chunk)
    for last in range(at, min(at + MOST_BETWEEN + 1, words.size)):
        if words.gap[last] not in (Gap.SPACE, Gap.HYPHEN):
            return None
        word = words.folded[last]
        is_fire = _is_fire(words, at, last)
        sort = "forces" if is_fire else _sort(word)
        if sort and _is_adjective(words, last):
            return None
        if sort and not _goes_on(words, last + 1):
            return _group(words, chunk, last, sort, noun=_MILITARY if is_fire else word)
        between = listed("offices", "modifiers") | listed("grammar", "of_fire")
        if not sort and word not in between and not word.endswith(_ADJECTIVE_ENDS):
            return None
    return None


def _is_fire(words: Words, at: int, last: int) -> bool:
    """Whether words [at, last] are what a country's forces fire, before a verb: `air strikes`, a `missile`.

    Strikes of workers and raids of the police are none unless they kill, and a missile programme acts for nobody.
    """
    word, after = words.folded[last], last + 1
    behind = words.folded[after] if after < words.size and words.gap[after] == Gap.SPACE else ""
    if behind in listed("grammar", "harming"):
        return word in listed("grammar", "strikes") or word in listed("grammar", "fire")
    told = (
        word in listed("grammar", "strikes") and last > at and words.folded[last - 1] in listed("grammar", "of_fire")
    )
    if not told and word not in listed("grammar", "fire"):
        return False
    return not behind or bool(words.traits[after] & (Trait.VERB | Trait.BEFORE_VERB)) or behind in _BEHIND_FIRE


_BEHIND_FIRE = frozenset({"on", "at", "in", "near", "across", "that", "which", "overnight", "late", "early", "over"})


def _of_headline(words: Words, chunk: Chunk) -> Sighting | None:
    """`Norland miners end strike`: a country's name right before a group, where a sentence begins."""
    at = chunk.last
    if at >= words.size or words.gap[at] != Gap.SPACE or not words.opens(chunk.first):
        return None
    if _is_fire(words, at, at):
        return _group(words, chunk, at, "forces", noun=_MILITARY)
    sort = _sort(words.folded[at])
    return _group(words, chunk, at, sort, noun=words.folded[at]) if sort and not _goes_on(words, at + 1) else None


def _is_plain_country(words: Words, chunk: Chunk) -> bool:
    """Whether a country is named in full, and so is no adjective, as it is in `U.S. officials`."""
    full = chunk.entry is not None and chunk.entry.sort != Sort.DEMONYM
    return full and not words.surface(chunk.first, chunk.last).replace(".", "").isupper()


def group_in(words: Words, chunk: Chunk) -> Sighting | None:
    """`officials in Norland`, `a court in the capital`: a group before a country or its capital.

    What has a name before it is not that country's: `NATO troops in Norland`.
    """
    at = chunk.first - 2
    if at < 0 or words.folded[at + 1] not in {"in", "of"} or words.gap[at + 1] != Gap.SPACE:
        return None
    if words.gap[chunk.first] != Gap.SPACE or words.capital[at] or _sort(words.folded[at]) is None:
        return None
    if at and words.gap[at] == Gap.SPACE and words.capital[at - 1] and not words.opens(at - 1):
        return None
    sighting = _group(words, chunk, at, _sort(words.folded[at]) or "", noun=words.folded[at])
    return sighting._replace(first=at, last=chunk.last, confidence=0.7)


def _opens_name(words: Words, at: int) -> bool:
    """Whether a name goes on behind a word: *Police* Harbour."""
    return at + 1 < words.size and words.gap[at + 1] in (Gap.SPACE, Gap.HYPHEN) and bool(words.capital[at + 1])


def _goes_on(words: Words, at: int) -> bool:
    """Whether another noun of a group follows: `student protesters`."""
    return at < words.size and words.gap[at] == Gap.SPACE and _sort(words.folded[at]) is not None


def _is_adjective(words: Words, at: int) -> bool:
    """Whether a force stands before what it has: *military* aid, a *police* station, an *army*-held town."""
    if words.folded[at] not in _ALSO_ADJECTIVES or at + 1 >= words.size:
        return False
    if words.gap[at] == Gap.HYPHEN:
        return True  # military-to-military talks
    gap = words.gap[at + 1]
    return gap == Gap.HYPHEN or (gap == Gap.SPACE and words.folded[at + 1] in listed("grammar", "of_forces"))


def _sort(word: str) -> str | None:
    return _sorts().get(word)


@cache
def _sorts() -> dict[str, str]:
    plural = {word: "groups" for word, (_, is_plural) in heads().items() if is_plural}
    listed_ones = (
        (word, sort) for sort in ("groups", "forces", "government") for word in sorted(listed("nouns", sort))
    )
    return plural | dict(listed_ones)


def _group(words: Words, chunk: Chunk, last: int, sort: str, *, noun: str) -> Sighting:
    assert chunk.entry is not None
    country = chunk.entry.country or ""
    if sort == "government":
        key = (ActorKind.GOVERNMENT.value, country, "")
        return Sighting(
            chunk.first,
            last + 1,
            Standing.NAMED,
            chunk.entry.name,
            key,
            ActorKind.GOVERNMENT,
            MentionForm.DEMONYM,
            words.surface(last, last + 1),
            noun,
            country,
            confidence=0.85,
        )
    return _of_kind(chunk.first, last + 1, noun, country, 0.85)


def _of_kind(first: int, last: int, noun: str, country: str, confidence: float) -> Sighting:
    """Forces under `police` or `military`, other groups under their noun."""
    kind = ActorKind.GROUP
    if noun in listed("nouns", "forces"):
        noun, kind = "police" if noun in _POLICE else "military", ActorKind.GOVERNMENT
    name = f"{adjective_of(country)} {noun}" if country else noun
    return Sighting(
        first,
        last,
        Standing.NAMED,
        name,
        (kind.value, country, noun),
        kind,
        MentionForm.NAME,
        country=country or None,
        local=not country,
        confidence=confidence,
    )


def group_of_people(first: int, last: int, noun: str, country: str = "") -> Sighting:
    """A group, or a force, that no word beside it gives to a country; without one it is that of its story."""
    return _of_kind(first, last, noun, country, 0.6)


def adjective_of(country: str) -> str:
    """The adjective of a country, or its name."""
    return _adjectives().get(country, country)


@cache
def _adjectives() -> dict[str, str]:
    return {row.iso3: row.demonyms[0] if row.demonyms else row.name for row in countries()}


def read_bare(words: Words, found: Sequence[Sighting], chunks: Sequence[Chunk]) -> list[Sighting]:
    """Groups and forces without a country: `police`, `protesters`, `rebels`."""
    covered: set[int] = set()
    for sighting in found:
        covered.update(range(sighting.first, sighting.last))
    for chunk in chunks:
        alone = chunk.last - chunk.first == 1 and words.opens(chunk.first)
        if chunk.shape != Shape.OFFICE and not alone:
            covered.update(range(chunk.first, chunk.last))
    return [
        group_of_people(at, at + 1, words.folded[at])
        for at in words.bare
        if at not in covered
        and (not words.capital[at] or (words.opens(at) and not _opens_name(words, at)))
        and not _goes_on(words, at + 1)
        and not _is_adjective(words, at)
    ]
