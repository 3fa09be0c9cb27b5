"""The name that a noun phrase brings between commas: the foreign minister of Kenya, *Jane Kariuki*."""

from __future__ import annotations

from copydesk.events.chunks import COMMA, JOIN, NOUNS, PREPOSITION, STOP
from copydesk.events.lexicon import word_lists
from copydesk.events.sentence import Sentence

FARTHEST = 5
"""Chunks between a noun and the comma before its name: head *of* the office *of* the president."""


def apposed(sentence: Sentence, at: int) -> int | None:
    """The chunk of the name that the noun phrase at chunk `at` is called by, null where commas bring none.

    The noun is a common one and single: with `leaders of Norway, Sweden` a list goes on, and so it does where `and`
    brings a third. In `the wife of the president, Ivo Tarn` the name is that of the nearer office.
    """
    chunks = sentence.chunks
    if not _is_single(sentence, at):
        return None
    comma = at + 1
    while comma + 1 < len(chunks) and comma - at < FARTHEST:
        if chunks[comma].kind != PREPOSITION or chunks[comma + 1].kind != NOUNS:
            break
        if sentence.words.low[chunks[comma + 1].head] in word_lists()["held_by_one"]:
            return None
        comma += 2
    name = comma + 1
    if name >= len(chunks) or chunks[comma].kind != COMMA or chunks[name].kind != NOUNS:
        return None
    if sentence.tags[chunks[name].head] != "R" or not _is_closed(sentence, name, after_attached=comma > at + 1):
        return None
    return name


def _is_single(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase has a common noun in the singular for its head, so that it can have one name."""
    head = sentence.chunks[at].head
    word = sentence.words.low[head]
    return sentence.tags[head] in "NJ" and (not word.endswith("s") or word.endswith("ss"))


def _is_closed(sentence: Sentence, name: int, *, after_attached: bool) -> bool:
    """Whether a mark or the end of the sentence follows the name, and no list goes on behind it."""
    chunks, mark = sentence.chunks, name + 1
    if mark >= len(chunks) or chunks[mark].kind == STOP:
        return True
    if chunks[mark].kind != COMMA:
        return False
    after = mark + 1
    listed = after + 1 < len(chunks) and (
        (chunks[after].kind == JOIN and chunks[after + 1].kind == NOUNS)
        or (chunks[after].kind == NOUNS and chunks[after + 1].kind in (JOIN, COMMA))
    )
    return not (listed and after_attached)
