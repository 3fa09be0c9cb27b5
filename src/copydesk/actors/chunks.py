"""The words of a page cut into what they may name: known phrases, offices, runs of capitalised words."""

from __future__ import annotations

from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.runs import TIGHT, is_surname, name_run
from copydesk.actors.shapes import shape_bodies
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import Entry, Sort, common, given_names, heads, lexicon, modifiers
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words


def cut(words: Words) -> list[Chunk]:
    """The chunks of a page in order, without overlaps."""
    known = _known(words)
    chunks: list[Chunk] = []
    end = 0
    for at in sorted(known.keys() | words.openings):
        if at < end:
            continue
        chunk = known.get(at)
        if chunk is None and words.traits[at] & Trait.HEADING:
            chunk = _office(words, at, known)
        if chunk is None:
            chunk = name_run(words, at, known)
        if chunk is None:
            continue
        if chunk.shape == Shape.OFFICE:
            while chunks and chunks[-1].last > chunk.first:
                chunks.pop()
        chunks.append(chunk)
        end = max(chunk.last, at + 1)
    return shape_bodies(words, chunks)


def _known(words: Words) -> dict[int, Chunk]:
    """Known phrases by their first word, the longest at each place."""
    found: dict[int, Chunk] = {}
    phrases = lexicon().phrases
    folded, free = words.folded, 0
    for at in words.known:
        if at < free:
            continue
        word = folded[at]
        for rest, entry in phrases(word, folded[at + 1] if at + 1 < words.size else ""):
            last = at + 1 + len(rest)
            if (rest and tuple(folded[at + 1 : last]) != rest) or not _holds_together(words, at, last):
                continue
            if entry.capital and not (words.capital[last - 1] and (words.capital[at] or (rest and word == "al"))):
                continue
            if _is_part_of_a_name(words, at, last, entry) or _is_plain_word(words, at, last):
                continue
            found[at] = Chunk(at, last, Shape.OFFICE if entry.sort == Sort.OFFICE else Shape.KNOWN, entry)
            free = last
            break
    return found


def _holds_together(words: Words, first: int, last: int) -> bool:
    return all(gap <= Gap.STOP or gap == Gap.COMMA for gap in words.gap[first + 1 : last])


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
    if last - first > 1 or entry.sort not in (Sort.COUNTRY, Sort.CAPITAL, Sort.PLACE):
        return False
    given = given_names()
    before = first - 1
    if before > 0 and not words.capital[before] and words.folded[before] in listed("grammar", "particles"):
        before -= 1
    if (
        before >= 0
        and words.gap[first] in (Gap.SPACE, Gap.STOP)
        and words.capital[before]
        and words.folded[before] in given
        and words.folded[before] not in common()
    ):
        return True
    return (
        words.folded[first] in given
        and last < words.size
        and words.gap[last] == Gap.SPACE
        and words.capital[last] > 0
        and words.folded[last] not in common()
        and words.folded[last] not in lexicon().by_word
    )


def _office(words: Words, at: int, known: dict[int, Chunk]) -> Chunk | None:
    """The office whose head stands at `at`, with the modifiers before and the heads behind it."""
    if words.folded[at] not in heads() or is_surname(words, at):
        return None
    first = at
    while first and words.gap[first] in TIGHT and words.folded[first - 1] in modifiers() and at - first < 6:
        first -= 1
    last = at + 1
    while (
        last < words.size
        and words.gap[last] in TIGHT
        and last not in known
        and words.folded[last] in heads()
        and words.capital[last] == words.capital[at]
        and not is_surname(words, last)
    ):
        last += 1
    if _goes_on(words, last, known):
        return None
    gender, plural = heads()[words.folded[last - 1]]
    return Chunk(first, last, Shape.OFFICE, None, gender, plural)


def _goes_on(words: Words, at: int, known: dict[int, Chunk]) -> bool:
    """Whether a title goes on to another head: `deputy` in `deputy foreign minister`."""
    last = at
    while last < words.size and last - at < 3 and words.gap[last] in TIGHT and words.folded[last] != "s":
        if last in known:
            return known[last].shape == Shape.OFFICE
        if last > at and words.folded[last] in heads():
            return True
        if words.folded[last] not in modifiers():
            return False
        last += 1
    return False
