"""The words of a page cut into what they may name: known phrases, offices, runs of capitalised words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from copydesk.actors.vocabulary import Entry, Sort, common, families_first, given_names, heads, lexicon, modifiers
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Gap, Words


class Shape(Enum):
    """What a chunk is."""

    KNOWN = "known"
    OFFICE = "office"
    NAME = "name"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words [first, last) of a page.

    `entry` is the known phrase, of an office its fixed phrase; `gender` and `plural` are those of an office;
    `tentative` marks a single word at the beginning of a sentence that may be no name.
    """

    first: int
    last: int
    shape: Shape
    entry: Entry | None = None
    gender: str = "either"
    plural: bool = False
    tentative: bool = False


_TIGHT = (Gap.SPACE, Gap.HYPHEN)
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "la",
        "le",
        "af",
        "av",
        "zu",
        "abu",
        "ben",
        "y",
    ]
)
_LEADING = frozenset(["al", "el", "van", "von", "bin", "ibn", "abu", "de", "di"])
_JOINERS = frozenset({"of", "for", "on", "and", "the"})
MOST_NAME_WORDS = 8
"""Words of a name at most; a longer run of capitals is a headline or a list."""


def cut(words: Words) -> list[Chunk]:
    """The chunks of a page in order, without overlaps."""
    known = _known(words)
    chunks: list[Chunk] = []
    at = 0
    while at < len(words):
        chunk = known.get(at) or _office(words, at, known) or _run(words, at, known)
        if chunk is None:
            at += 1
            continue
        if chunk.shape is Shape.OFFICE:
            while chunks and chunks[-1].last > chunk.first:
                chunks.pop()
        chunks.append(chunk)
        at = max(chunk.last, at + 1)
    return _bodies(words, chunks)


def _known(words: Words) -> dict[int, Chunk]:
    """Known phrases by their first word, the longest at each place."""
    found: dict[int, Chunk] = {}
    by_word = lexicon().by_word
    folded, free = words.folded, 0
    for at, word in enumerate(folded):
        if at < free or word not in by_word:
            continue
        for rest, entry in by_word[word]:
            last = at + 1 + len(rest)
            if (rest and tuple(folded[at + 1 : last]) != rest) or not _holds_together(words, at, last):
                continue
            if entry.capital and not (words.capital[at] and words.capital[last - 1]):
                continue
            if _is_part_of_a_name(words, at, last, entry) or _is_plain_word(words, at, last):
                continue
            found[at] = Chunk(at, last, Shape.OFFICE if entry.sort is Sort.OFFICE else Shape.KNOWN, entry)
            free = last
            break
    return found


def _holds_together(words: Words, first: int, last: int) -> bool:
    return all(gap <= Gap.STOP or gap is Gap.COMMA for gap in words.gap[first + 1 : last])


def _is_plain_word(words: Words, first: int, last: int) -> bool:
    """`Nice`, `Male`, `Reading` at the beginning of a sentence; `US` in small letters is `us`."""
    if last - first > 1:
        return False
    text = words.surface(first, last)
    if words.folded[first] in {"us", "un", "who", "au", "it"}:
        return not (text.isupper() and len(text) > 1)
    return False


def _is_part_of_a_name(words: Words, first: int, last: int, entry: Entry) -> bool:
    """`Jordan` in `Jordan Reed`, `Austin` in `Lloyd Austin`: a place's name that is part of a person's."""
    if last - first > 1 or entry.sort not in {Sort.COUNTRY, Sort.CAPITAL, Sort.PLACE}:
        return False
    given = given_names()
    before = first - 1
    if (
        before >= 0
        and words.gap[first] in {Gap.SPACE, Gap.STOP}
        and words.capital[before]
        and words.folded[before] in given
        and words.folded[before] not in common()
    ):
        return True
    return (
        words.folded[first] in given
        and last < len(words)
        and words.gap[last] is Gap.SPACE
        and words.capital[last]
        and words.folded[last] not in common()
        and words.folded[last] not in lexicon().by_word
    )


def _office(words: Words, at: int, known: dict[int, Chunk]) -> Chunk | None:
    """The office whose head stands at `at`, with the modifiers before and the heads behind it."""
    found = heads().get(words.folded[at])
    if found is None or _is_surname(words, at):
        return None
    first = at
    while first and words.gap[first] in _TIGHT and words.folded[first - 1] in modifiers() and at - first < 6:
        first -= 1
    last = at + 1
    while (
        last < len(words)
        and words.gap[last] in _TIGHT
        and last not in known
        and words.folded[last] in heads()
        and words.capital[last] == words.capital[at]
        and not _is_surname(words, last)
    ):
        last += 1
    gender, plural = heads()[words.folded[last - 1]]
    return Chunk(first, last, Shape.OFFICE, None, gender, plural)


def _is_surname(words: Words, at: int) -> bool:
    """`King` in `Martin King`: behind a given name, with no name behind."""
    if not (words.capital[at] and at and words.capital[at - 1] and words.gap[at] is Gap.SPACE):
        return False
    if words.folded[at - 1] not in given_names() or words.folded[at] in _CORE:
        return False
    after = at + 1
    return not (after < len(words) and words.gap[after] is Gap.SPACE and words.capital[after])


_CORE = frozenset(
    [
        "president",
        "premier",
        "chancellor",
        "minister",
        "secretary",
        "governor",
        "mayor",
        "senator",
        "ambassador",
        "director",
    ]
)


def _run(words: Words, at: int, known: dict[int, Chunk]) -> Chunk | None:
    """The run of capitalised words that are in no known phrase and no office, from `at`."""
    if not words.capital[at]:
        leads = words.folded[at] in _LEADING and at + 1 < len(words) and words.capital[at + 1]
        if not leads or words.gap[at + 1] not in _TIGHT or (at + 1) in known or _is_word(words, at + 1):
            return None
    if words.folded[at] in listed("nouns", "stop") and words.folded[at] not in given_names():
        return None
    last = at + 1
    loud = words.part[at] in words.loud
    if loud and _is_word(words, at):
        return None
    while last < len(words) and last - at < MOST_NAME_WORDS:
        if loud and _is_word(words, last):
            break
        joined = words.gap[last] in _TIGHT or (
            words.gap[last] is Gap.STOP and words.end[last - 1] - words.begin[last - 1] <= 2
        )
        if not joined or last in known:
            break
        if words.capital[last]:
            if words.folded[last] in heads() and not _is_surname(words, last):
                break
            last += 1
        elif (
            words.folded[last] in _PARTICLES
            and last + 1 < len(words)
            and words.capital[last + 1]
            and words.gap[last + 1] in _TIGHT
            and last + 1 not in known
        ):
            last += 2
        else:
            break
    return Chunk(at, last, Shape.NAME, tentative=True) if loud else _trimmed(words, at, last)


def _is_word(words: Words, at: int) -> bool:
    return words.folded[at] in common() and words.folded[at] not in given_names()


def _trimmed(words: Words, first: int, last: int) -> Chunk | None:
    """A run without the plain word that opens its sentence, and without words that are no names at its ends."""
    stop = listed("nouns", "stop")
    while last > first and words.folded[last - 1] in stop and words.folded[last - 1] not in given_names():
        last -= 1
    if last == first:
        return None
    if words.opens(first) and _is_word(words, first):
        if last - first == 1:
            return Chunk(first, last, Shape.NAME, tentative=True)
        if words.folded[first] not in families_first() or last - first > 2:
            if words.gap[first + 1] is Gap.HYPHEN:
                return None
            first += 1
    return Chunk(first, last, Shape.NAME)


def _bodies(words: Words, chunks: list[Chunk]) -> list[Chunk]:
    """Runs that are names of organisations by their head, taken together with the chunks that belong to them."""
    state, other = listed("nouns", "state_heads"), listed("nouns", "heads")
    found: list[Chunk] = []
    at = 0
    for chunk in chunks:
        if chunk.first < at:
            continue
        if chunk.shape is Shape.NAME and not chunk.tentative:
            body = _body(words, chunk, state | other)
            if body:
                found.append(body)
                at = body.last
                continue
        found.append(chunk)
        at = chunk.last
    return found


def _body(words: Words, chunk: Chunk, known_heads: frozenset[str]) -> Chunk | None:
    ends = chunk.last - chunk.first > 1 and words.folded[chunk.last - 1] in known_heads
    if ends and chunk.last - chunk.first == 2 and words.folded[chunk.first] in families_first():
        return None
    opens = (
        words.folded[chunk.first] in known_heads
        and chunk.last - chunk.first == 1
        and chunk.last < len(words)
        and words.folded[chunk.last] in {"of", "for", "on"}
        and words.gap[chunk.last] is Gap.SPACE
    )
    if ends and not (
        chunk.last < len(words) and words.folded[chunk.last] in {"of", "for"} and words.gap[chunk.last] is Gap.SPACE
    ):
        return Chunk(chunk.first, chunk.last, Shape.BODY)
    if not (ends or opens):
        return None
    last = _complement(words, chunk.last, known_heads)
    if last == chunk.last:
        return Chunk(chunk.first, chunk.last, Shape.BODY) if ends else None
    return Chunk(chunk.first, last, Shape.BODY)


def _complement(words: Words, at: int, known_heads: frozenset[str]) -> int:
    """Behind the `of the Central Affairs Commission` that begins at `at`; `at` where there is none."""
    last = done = at
    while last < len(words) and last - at < 10 and words.gap[last] in {Gap.SPACE, Gap.HYPHEN}:
        if words.capital[last]:
            done = last + 1
            if words.folded[last] in known_heads and words.folded[last + 1 : last + 2] not in (
                ["of"],
                ["for"],
                ["on"],
            ):
                break
        elif words.folded[last] not in _JOINERS or (words.folded[last] == "and" and last == at):
            break
        last += 1
    return done
