"""Stages that ask what the whole pile teaches: what they make of a part, and which other pages new ones concern."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Learning, Lesson, taught
from copydesk.model.pile import Pile
from tests.parts import BY_PAGE, differing, part_of

Run = Callable[[Pile], Learning[Pile]]


@dataclass(frozen=True)
class Whole:
    """What a stage made of a pile, the lessons that it asked, and what their notes taught."""

    made: Pile
    lessons: Mapping[str, Lesson]
    known: Mapping[str, Any]

    def asking(self, known: Mapping[str, Any]) -> dict[str, set[str]]:
        """By lesson, the pages that ask to be read again where that is `known` instead; lessons without any left
        out."""
        asking = {
            name: {lesson.notes.pages[at] for at in asked_by(lesson, self.known[name], known[name])}
            for name, lesson in self.lessons.items()
        }
        return {name: pages for name, pages in asking.items() if pages}


def asked_by(lesson: Lesson, once: Any, now: Any) -> NDArray[np.int64]:
    """The pages of a lesson that ask when it teaches something else than `once`, as the next build remembers it."""
    before = lesson.memory.read(lesson.memory.written(once)) if lesson.memory else once
    return lesson.asking(before, now, lesson.notes)


def run_whole(run: Run, pile: Pile) -> Whole:
    """Run a stage on a whole pile."""
    lessons: dict[str, Lesson] = {}
    known: dict[str, Any] = {}
    learning, answer = run(pile), None
    while True:
        try:
            lesson = learning.send(answer)
        except StopIteration as done:
            return Whole(done.value, lessons, known)
        assert list(lesson.notes.pages) == [page.page_id for page in pile.pages]
        lessons[lesson.name] = lesson
        answer = known[lesson.name] = lesson.learn(lesson.notes)


def differing_in_part(
    run: Run, pile: Pile, pages: Collection[str], made: Pile, known: Mapping[str, Any]
) -> dict[str, Any]:
    """The rows about some pages that are other ones in what was `made` of the whole, or in what the stage makes of
    them with what is known."""
    part = taught(run(part_of(pile, pages)), known)
    return differing(part_of(made, pages), part, (*BY_PAGE, "alignments", "origins"))


def concerned(run: Run, pile: Pile, new: Collection[str]) -> tuple[set[str], dict[str, set[str]]]:
    """The pages of a pile of which a stage makes something else where `new` ones are in it, and by lesson those that
    ask."""
    others = {page.page_id for page in pile.pages} - {*new}
    before, after = run_whole(run, part_of(pile, others)), run_whole(run, pile)
    return pages_that_differ(before.made, part_of(after.made, others)), before.asking(after.known)


def pages_that_differ(one: Pile, other: Pile) -> set[str]:
    """The pages with a row that only one of two piles has."""
    found: set[str] = set()
    for name in BY_PAGE:
        mine, theirs = ({repr(row): row.page_id for row in getattr(pile, name)} for pile in (one, other))
        found |= {(mine | theirs)[row] for row in mine.keys() ^ theirs.keys()}
    return found


def some(groups: Sequence[frozenset[str]], times: int) -> Iterator[frozenset[str]]:
    """Each of the groups by itself, then some of them at random."""
    yield from groups
    for seed in range(times):
        chosen = random.Random(seed)
        yield frozenset().union(*(group for group in groups if chosen.random() < 0.5))
