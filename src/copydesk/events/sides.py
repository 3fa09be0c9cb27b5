"""Whom `both sides`, `the two leaders` and `the two` stand for: two states, or their people, told of before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.events.lexicon import word_lists
from copydesk.model.actor import Actor, ActorKind

Span = tuple[int, int]

BACK = 6
"""Sentences before its own in which the two are looked for: what the police or a spokesman did stands between."""
NEAR = 2
"""The same for `they` and `the ministers`."""
_GOVERNMENT = "government"
_NO_SUBJECT = ("of", "in", "for", "from", "across", "among", "by", "over", "with", "about", "between", "as", "than")
"""Prepositions behind which `both countries` does and suffers nothing: trade *between*, officials *of* both."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that names two at once: their ids, in the order in which they were named last."""

    begin: int
    end: int
    actor_ids: tuple[str, str]


@dataclass(frozen=True, slots=True)
class States:
    """The actors of a pile by the state that they act for."""

    of: Mapping[str, str]
    """The state of each actor that has one: its country, or the id of a government whose country no list has."""
    governments: frozenset[str]
    people: frozenset[str]


def read_states(actors: Sequence[Actor]) -> States:
    """Which actors act for which state."""
    of: dict[str, str] = {}
    governments: set[str] = set()
    for actor in actors:
        ruling = actor.kind is ActorKind.GOVERNMENT and actor.role == _GOVERNMENT
        state = actor.country or (actor.actor_id if ruling else None)
        if state is not None:
            of[actor.actor_id] = state
            if ruling:
                governments.add(actor.actor_id)
    people = frozenset(actor.actor_id for actor in actors if actor.kind is ActorKind.PERSON)
    return States(of, frozenset(governments), people)


class Sides:
    """The states and people that a page names, sentence by sentence, asked for two of them."""

    def __init__(self, states: States, named: Iterable[str]) -> None:
        """Begin before the first sentence of a page that names these actors, ascending by place."""
        self._states = states
        self._government: dict[str, str] = {}
        for actor in named:
            if actor in states.governments:
                self._government.setdefault(states.of[actor], actor)
        self._before: list[list[str]] = []
        self._last: tuple[str, str] | None = None

    def read(self, text: str, sentence: Span, named: Sequence[tuple[int, str]]) -> list[Found]:
        """The places of the next sentence that name two at once.

        `named` are (begin, actor) of its mentions, ascending; `sentence` is a place of `text`.
        """
        found = []
        for match in pairs().finditer(text, *sentence):
            carried = match["they"] is not None
            if _is_attached(text, sentence[0], match.start()) or (carried and match.start() != sentence[0]):
                continue
            own = [actor for begin, actor in named if begin < match.start()]
            two = self._meant(own, match["noun"], NEAR if carried else BACK)
            if two is not None:
                found.append(Found(match.start(), match.end(), two))
        self._before.append([actor for _, actor in named] + [actor for one in found for actor in one.actor_ids])
        del self._before[:-BACK]
        return found

    def _meant(self, own: Sequence[str], noun: str | None, back: int) -> tuple[str, str] | None:
        """Whom a place stands for: by its noun two people or two states, without one whichever are named."""
        of_people = noun is not None and noun.lower() in word_lists()["paired_people"]
        two = self._two(own, back, persons=True) if of_people or noun is None else None
        if two is None and not of_people:
            two = self._two(own, back, persons=False) or self._again(own)
            self._last = two or self._last
        return two

    def _again(self, own: Sequence[str]) -> tuple[str, str] | None:
        """The two states that were meant before, where too many are named since and none but them with the place."""
        if self._last is None:
            return None
        states = self._states.of
        return (
            self._last
            if {states.get(actor) for actor in own} <= {states.get(actor) for actor in self._last}
            else None
        )

    def _two(self, own: Sequence[str], back: int, *, persons: bool) -> tuple[str, str] | None:
        """The last two of two states that are named, null where the sentence with the second has a third."""
        by_state: dict[str, str] = {}
        for sentence in (own, *reversed(self._before[-back:])):
            for actor in reversed(sentence):
                state = self._states.of.get(actor)
                if persons:
                    state = actor if actor in self._states.people else None
                if state is not None:
                    by_state.setdefault(state, actor)
            if len(by_state) > 1:
                break
        if len(by_state) != 2:
            return None
        (state, actor), (other_state, other) = by_state.items()
        if persons:
            return other, actor
        return self._government.get(other_state, other), self._government.get(state, actor)


def _is_attached(text: str, begin: int, at: int) -> bool:
    """Whether a preposition stands before a place, so that it only belongs to what is told."""
    word = text[begin:at].rstrip().rpartition(" ")[2]
    return word.lower() in _NO_SUBJECT


@cache
def pairs() -> re.Pattern[str]:
    """`both sides`, `the two countries`; before a verb of dealing with each other `the two`, `they`, `the envoys`."""
    lists = word_lists()
    nouns = "|".join(sorted(lists["paired_states"] | lists["paired_people"]))
    people, verbs = "|".join(sorted(lists["paired_people"])), "|".join(sorted(lists["dealing"]))
    return re.compile(
        rf"\b(?:both|the\stwo)\s(?:of\sthe\s)?(?:[a-z]{{1,16}}\s)?(?P<noun>{nouns})\b(?!['’-])"
        rf"|\b(?:both|the\s(?:two|pair)|(?P<they>they|the\s(?:{people})))(?=\s(?:(?:also|have|had|later|then)\s)?(?:{verbs})\b)",
        re.IGNORECASE,
    )
