"""Runs of capitalised words that are in no list: names of people and of much else."""

from __future__ import annotations

from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.traits import MONTHS
from copydesk.actors.vocabulary import common, families_first, given_names, heads, is_short, verbs
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.text.vocabulary import function_words, word_bands

TIGHT = (Gap.SPACE, Gap.HYPHEN)
"""Gaps that part the words of one name."""

MOST_NAME_WORDS = 8
"""Words of a name at most; a longer run of capitals is a headline or a list."""


def name_run(words: Words, at: int, known: dict[int, Chunk]) -> Chunk | None:
    """The run of capitalised words that are in no known phrase and no office, from `at`."""
    if not words.capital[at] and not _leads(words, at, known):
        return None
    if words.folded[at] in listed("nouns", "stop") and words.folded[at] not in given_names():
        return _month_or_name(words, at)
    loud = words.loud[at] > 0
    if loud and _is_word(words, at):
        return None
    last = at + 1
    while last < len(words) and last - at < MOST_NAME_WORDS:
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
        and after < len(words)
        and words.capital[after] > 0
        and words.gap[after] in TIGHT
        and after not in known
        and not _is_word(words, after)
        and (words.gap[after] == Gap.HYPHEN or words.folded[at] in {"van", "von", "bin", "ibn"})
    )


def _month_or_name(words: Words, at: int) -> Chunk | None:
    """`May` where no day and no preposition of time stands beside it: perhaps somebody's surname."""
    if words.folded[at] not in MONTHS or words.opens(at) or words.loud[at]:
        return None
    after = words.folded[at + 1] if at + 1 < len(words) else ""
    before = words.folded[at - 1] if at else ""
    if after.isdigit() or before in _TIMES:
        return None
    return Chunk(at, at + 1, Shape.NAME, tentative=True)


_TIMES = listed("grammar", "times")


def _goes_on(words: Words, last: int, known: dict[int, Chunk], *, loud: bool) -> int:
    """How many words from `last` belong to a name that runs to there."""
    short = words.gap[last] == Gap.STOP and (
        words.end[last - 1] - words.begin[last - 1] == 1 or is_short(words.folded[last - 1])
    )
    if last in known or not (short or words.gap[last] in TIGHT) or (loud and _is_word(words, last)):
        return 0
    folded = words.folded[last]
    if words.capital[last]:
        if folded in heads() and not is_surname(words, last):
            return 0
        if folded in listed("grammar", "governments") and words.folded[last - 1] not in word_bands():
            return 0
        plain = (folded in function_words() or folded in verbs()) and folded not in given_names()
        if plain and folded in MONTHS and words.folded[last - 1] in given_names():
            plain = False
        return 0 if plain and words.gap[last] == Gap.SPACE else 1
    if words.gap[last] == Gap.HYPHEN and words.capital[last - 1] and words.folded[last - 2] in families_first():
        return 1
    after = last + 1
    is_particle = (
        folded in listed("grammar", "particles")
        and after < len(words)
        and words.capital[after]
        and words.gap[after] in TIGHT
        and after not in known
    )
    return 2 if is_particle else 0


def is_surname(words: Words, at: int) -> bool:
    """Whether a word that names offices is a surname: `King` in `Martin King`, with no name behind."""
    if not (words.capital[at] and at and words.capital[at - 1] and words.gap[at] == Gap.SPACE):
        return False
    if words.folded[at - 1] not in given_names() or words.folded[at] in listed("offices", "core"):
        return False
    after = at + 1
    return not (after < len(words) and words.gap[after] == Gap.SPACE and words.capital[after])


def _is_word(words: Words, at: int) -> bool:
    return words.folded[at] in common() and words.folded[at] not in given_names()


def _trimmed(words: Words, first: int, last: int) -> Chunk | None:
    """A run without the plain word that opens its sentence, and without words that are no names at its ends."""
    stop = listed("nouns", "stop")
    while last > first and words.folded[last - 1] in stop and words.folded[last - 1] not in given_names():
        if last - first == 2 and words.folded[first] in given_names() and words.folded[last - 1] in MONTHS:
            break
        last -= 1
    if last == first or _is_pronoun(words, first, last):
        return None
    if (
        words.opens(first)
        and not is_short(words.folded[first])
        and (_is_word(words, first) or words.folded[first] in listed("grammar", "inverted"))
    ):
        if last - first == 1:
            return Chunk(first, last, Shape.NAME, tentative=True)
        if words.folded[first] not in families_first() or last - first > 2:
            if words.gap[first + 1] == Gap.HYPHEN:
                return None
            first += 1
    return None if _is_pronoun(words, first, last) else Chunk(first, last, Shape.NAME)


def _is_pronoun(words: Words, first: int, last: int) -> bool:
    """`He`, `She`, `That` with a capital: no name, whatever it opens."""
    return last - first == 1 and words.folded[first] in function_words() and words.folded[first] not in given_names()
