"""What stands beside a chunk: the word before it, a verb or a possessive behind it."""

from __future__ import annotations

from copydesk.actors.gap import Gap
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words

_AUXILIARIES = listed("grammar", "auxiliaries")


def word_before(words: Words, first: int) -> str:
    """The word before `first` in its sentence, an article passed over; empty where there is none."""
    if not first or words.gap[first] >= Gap.COMMA:
        return ""
    if words.folded[first - 1] == "the" and first > 1 and words.gap[first - 1] < Gap.COMMA:
        return words.folded[first - 2]
    return words.folded[first - 1]


def has_article(words: Words, first: int) -> bool:
    """Whether `the` stands before `first`."""
    return first > 0 and words.folded[first - 1] == "the" and words.gap[first] == Gap.SPACE


def behind_possessive(words: Words, last: int) -> int:
    """Behind the `'s` at `last`; `last` where there is none."""
    if last < words.size and words.folded[last] == "s" and words.gap[last] == Gap.POSSESSIVE:
        return last + 1
    return last


def verb_behind(words: Words, last: int) -> str | None:
    """The verb of acting that follows, perhaps behind auxiliaries and adverbs; null where none does."""
    for at in range(last, min(last + 4, words.size)):
        if words.gap[at] != Gap.SPACE:
            return None
        traits = words.traits[at]
        if traits & Trait.VERB and not words.capital[at]:
            return words.folded[at]
        if not traits & Trait.BEFORE_VERB:
            return None
    return None


def is_auxiliary(word: str) -> bool:
    """Whether a word is a form of `be`, `have`, `do` or a modal verb."""
    return word in _AUXILIARIES
