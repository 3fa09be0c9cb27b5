"""States that no list has: known by their offices and their adjectives, over the whole pile.

`the president of Norland` and `Norlandic officials` together make a state of Norland, wherever they stand. Its ISO
code is not known, so its actors have no country; but it acts, and is no person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.actors.beside import behind_possessive
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.offices import Office
from copydesk.actors.vocabulary import Sort, given_names
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words

SHORTEST, DIFFERENCE = 4, 2
"""Letters with which a state's name and its adjective begin alike at least; last letters of it that may differ."""

_ENDS = ("n", "ese", "i", "ish", "ic", "er", "ite")


@dataclass(frozen=True, slots=True)
class Clues:
    """Words of pages that may name a state (`president of X`), and those that may be an adjective of one."""

    states: set[str]
    adjectives: set[str]


def note_clues(words: Words, chunks: list[Chunk], offices: list[Office], clues: Clues) -> None:
    """Add the clues of a page."""
    states, adjectives = clues.states, clues.adjectives
    for office in offices:
        head = office.head.removesuffix("s")
        if head in listed("grammar", "spoken_for"):
            states.update(_behind(words, chunks, office.chunk))
            for holder in office.holders:
                states.update(_behind(words, chunks, holder))
        for owner in office.owners:
            _note(words, chunks[owner], states if head in listed("grammar", "spoken_for") else set(), adjectives)
    for number, chunk in enumerate(chunks):
        entry = chunk.entry
        if entry and entry.sort == Sort.STATE_BODY and number and chunks[number - 1].shape == Shape.NAME:
            before = chunks[number - 1]
            if not words.has_everyday(before.last, chunk.first):
                _note(words, before, states, adjectives)


def _note(words: Words, owner: Chunk, states: set[str], adjectives: set[str]) -> None:
    """Take the single word of a run before an office or a body: a state with `'s`, an adjective without."""
    word = _single(words, owner)
    if word:
        (states if behind_possessive(words, owner.last) > owner.last else adjectives).add(word)


def _single(words: Words, chunk: Chunk) -> str | None:
    if chunk.shape != Shape.NAME or chunk.tentative or chunk.last - chunk.first != 1:
        return None
    word = words.folded[chunk.first]
    return None if word in given_names() else word


def _behind(words: Words, chunks: list[Chunk], number: int) -> list[str]:
    """The single names behind `of`: `president of Norland`, `leaders of Norland and Westland`."""
    found = []
    joiners: tuple[list[str], ...] = (["of"], ["of", "the"])
    while number + 1 < len(chunks):
        between = words.folded[chunks[number].last : chunks[number + 1].first]
        word = _single(words, chunks[number + 1]) if between in joiners else None
        if word is None or words.gap[chunks[number + 1].first] != Gap.SPACE:
            break
        found.append(word)
        number, joiners = number + 1, (["and"],)
    return found


def find_polities(clues: Iterable[Clues]) -> dict[str, str]:
    """The states of the pile that no list has: each name, and each adjective, with the name."""
    states: set[str] = set()
    adjectives: set[str] = set()
    for one in clues:
        states |= one.states
        adjectives |= one.adjectives
    by_opening: dict[str, list[str]] = {}
    for state in sorted(states):
        by_opening.setdefault(state[:SHORTEST], []).append(state)
    found: dict[str, str] = {}
    for adjective in sorted(adjectives):
        for state in by_opening.get(adjective[:SHORTEST], ()):
            if state != adjective and _is_adjective_of(adjective, state):
                found.setdefault(adjective, state)
                found[state] = state
    return found


def _is_adjective_of(adjective: str, state: str) -> bool:
    alike = state[: max(SHORTEST, len(state) - DIFFERENCE)]
    return adjective.startswith(alike) and adjective.endswith(_ENDS)
