"""Runs of capitalised words that are in no list: names of people and of much else."""

from __future__ import annotations

from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.traits import MONTHS, Trait
from copydesk.actors.vocabulary import heads
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.text.vocabulary import word_bands

TIGHT = (Gap.SPACE, Gap.HYPHEN)
"""Gaps that part the words of one name."""

MOST_NAME_WORDS = 8
"""Words of a name at most; a longer run of capitals is a headline or a list."""


def name_run(words: Words, at: int, known: dict[int, Chunk]) -> Chunk | None:
    """The run of capitalised words that are in no known phrase and no office, from `at`."""
    if not words.capital[at] and not _leads(words, at, known):
        return None
    traits = words.traits[at]
    if traits & Trait.STOP:
        return _month_or_name(words, at)
    loud = words.loud[at] > 0
    if loud and traits & Trait.COMMON:
        return None
    last = at + 1
    while last < words.size and last - at < MOST_NAME_WORDS:
        step = _goes_on(words, last, known, loud=loud)
        if not step:
            break
        last += step
    return Chunk(at, last, Shape.NAME, tentative=True) if loud else _trimmed(words, at, last)


def _leads(words: Words, at: int, known: dict[int, Chunk]) -> bool:
    """Whether a small word opens a name: `al-Tarn`, `van der Berg`."""
    after = at + 1
    return (
        words.folded[at] in listed("grammar", "leading")
        and after < words.size
        and words.capital[after] > 0
        and words.gap[after] in TIGHT
        and after not in known
        and not words.traits[after] & Trait.COMMON
        and (words.gap[after] == Gap.HYPHEN or words.folded[at] in {"van", "von", "bin", "ibn"})
    )


def _month_or_name(words: Words, at: int) -> Chunk | None:
    """`May` where no day and no preposition of time stands beside it: perhaps somebody's surname."""
    if words.folded[at] not in MONTHS or words.opens(at) or words.loud[at]:
        return None
    after = words.folded[at + 1] if at + 1 < words.size else ""
    before = words.folded[at - 1] if at else ""
    if after.isdigit() or before in _TIMES:
        return None
    return Chunk(at, at + 1, Shape.NAME, tentative=True)


_TIMES = listed("grammar", "times")


def _goes_on(words: Words, last: int, known: dict[int, Chunk], *, loud: bool) -> int:
    """How many words from `last` belong to a name that runs to there."""
    gap, traits = words.gap[last], words.traits[last]
    if gap not in TIGHT:
        initial = words.end[last - 1] - words.begin[last - 1] == 1
        if gap != Gap.STOP or not (initial or words.traits[last - 1] & Trait.SHORT):
            return 0
    if last in known or (loud and traits & Trait.COMMON):
        return 0
    if words.capital[last]:
        return int(_is_part(words, last))
    if gap == Gap.HYPHEN and words.capital[last - 1] and words.traits[last - 2] & Trait.FAMILY_FIRST:
        return 1
    after = last + 1
    is_particle = (
        traits & Trait.PARTICLE
        and after < words.size
        and words.capital[after]
        and words.gap[after] in TIGHT
        and after not in known
    )
    return 2 if is_particle else 0


def _is_part(words: Words, last: int) -> bool:
    """Whether a capitalised word is part of the name before it: no office, no government, no plain word."""
    folded, traits = words.folded[last], words.traits[last]
    if traits & Trait.HEADING and folded in heads() and not is_surname(words, last):
        return False
    if folded in listed("grammar", "governments") and words.folded[last - 1] not in word_bands():
        return False
    if not traits & Trait.PLAIN or words.gap[last] != Gap.SPACE:
        return True
    return folded in MONTHS and words.traits[last - 1] & Trait.GIVEN > 0


def is_surname(words: Words, at: int) -> bool:
    """Whether a word that names offices is a surname: `King` in `Martin King`, with no name behind."""
    if not (words.capital[at] and at and words.capital[at - 1] and words.gap[at] == Gap.SPACE):
        return False
    if not words.traits[at - 1] & Trait.GIVEN or words.folded[at] in listed("offices", "core"):
        return False
    after = at + 1
    return not (after < words.size and words.gap[after] == Gap.SPACE and words.capital[after])


def _trimmed(words: Words, first: int, last: int) -> Chunk | None:
    """A run without the plain word that opens its sentence, and without words that are no names at its ends."""
    traits = words.traits
    while last > first and traits[last - 1] & Trait.STOP:
        if last - first == 2 and traits[first] & Trait.GIVEN and words.folded[last - 1] in MONTHS:
            break
        last -= 1
    if last == first or _is_pronoun(words, first, last):
        return None
    if traits[first] & (Trait.COMMON | Trait.INVERTED) and words.opens(first) and not traits[first] & Trait.SHORT:
        if last - first == 1:
            return Chunk(first, last, Shape.NAME, tentative=True)
        if not traits[first] & Trait.FAMILY_FIRST or last - first > 2:
            if words.gap[first + 1] == Gap.HYPHEN:
                return None
            first += 1
    return None if _is_pronoun(words, first, last) else Chunk(first, last, Shape.NAME)


def _is_pronoun(words: Words, first: int, last: int) -> bool:
    """`He`, `She`, `That` with a capital: no name, whatever it opens."""
    return last - first == 1 and words.traits[first] & Trait.FUNCTION > 0
