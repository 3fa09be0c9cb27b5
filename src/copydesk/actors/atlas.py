"""The lesson of states that no list has: their clues on all pages, and the pages that have such a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from copydesk.actors.facts import FACT, Facts, Numbers, code_of, distinct, noted
from copydesk.actors.polities import Clues, find_polities
from copydesk.actors.readings import Readings
from copydesk.actors.sighting import Sighting, Standing
from copydesk.model.lesson import Lesson, Notes

_WORD = np.dtype("<u4")
"""32 bits of a word's code. Two words alike in them cost a page that is looked at in vain."""


class About:
    """The sorts of facts: a word that may name a state, one that may be its adjective, all words of a page that would
    be read in another way if they were of a state."""

    STATE: Final = 0
    ADJECTIVE: Final = 1
    WORDS: Final = 2


def atlas(readings: Readings, pages: Sequence[str]) -> Lesson:
    """The lesson of states that pages, ascending by id, give clues to. It teaches what `find_polities` gives."""
    return Lesson("states", _notes(readings, pages), _polities, _asking)


def _notes(readings: Readings, pages: Sequence[str]) -> Notes:
    words = _words(readings, pages)
    rows: list[tuple[int, int, int, int, int]] = []
    texts: list[bytes] = []
    found: list[int] = []
    for number, page in enumerate(pages):
        own = [(About.WORDS, words[number])] if words[number] else []
        for what, text in [*_clues(readings.clues[page]), *own] if page in readings.clues else own:
            found.append(number)
            rows.append((0, 0, 0, 0, what))
            texts.append(text)
    return noted(pages, np.array(found, np.int64), np.array(rows, FACT), texts)


def _clues(clues: Clues) -> Iterator[tuple[int, bytes]]:
    """The clues of a page in their order."""
    yield from ((About.STATE, word.encode()) for word in sorted(clues.states))
    yield from ((About.ADJECTIVE, word.encode()) for word in sorted(clues.adjectives))


def _words(readings: Readings, pages: Sequence[str]) -> list[bytes]:
    """Of each page the single names, and the names before its offices, `_WORD` each."""
    word = [_word(one) for one in readings.sightings]
    codes = {text: code_of(text) & 0xFFFFFFFF for text in set(word)}
    page, sighting = readings.sighted(np.array([bool(text) for text in word], np.bool_), pages)
    code = np.array([codes[text] for text in word], np.int64)
    both = distinct(page << 32 | code[sighting])
    edges = np.searchsorted(both, np.arange(len(pages) + 1) << 32).tolist()
    packed = (both & 0xFFFFFFFF).astype(_WORD).tobytes()
    return [packed[first * 4 : last * 4] for first, last in pairwise(edges)]


def _word(one: Sighting) -> str:
    """The word of a sighting that means something else where it is a state's; empty where there is none."""
    if one.standing == Standing.PERSON and len(one.key) == 1:
        return one.key[0]
    return (one.under or "") if one.standing == Standing.OFFICE else ""


def _polities(notes: Notes) -> dict[str, str]:
    """The states of the pile that no list has: each name, and each adjective, with the name."""
    facts = Facts.of(notes)
    found: dict[int, set[str]] = defaultdict(set)
    for number in np.flatnonzero(facts.what != About.WORDS).tolist():
        found[int(facts.what[number])].add(facts.text(number))
    return find_polities([Clues(found[About.STATE], found[About.ADJECTIVE])])


def _asking(before: Mapping[str, str], after: Mapping[str, str], notes: Notes) -> Numbers:
    """The pages that have a word of a state which is one only now, or no more, or another."""
    changed = [word for word in before.keys() | after.keys() if before.get(word) != after.get(word)]
    if not changed:
        return np.empty(0, np.int64)
    facts = Facts.of(notes).sort(About.WORDS)
    codes = facts.texts().view(_WORD)
    asked = np.isin(codes, np.array([code_of(word) & 0xFFFFFFFF for word in changed], _WORD))
    return np.unique(np.repeat(facts.page, facts.size // _WORD.itemsize)[asked])
