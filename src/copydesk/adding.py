"""Pages that come to a case: only the islands that they concern are worked out anew.

A part of the case, at first the new pages, goes through the stages with what the whole pile teaches now. Where that
shows that it concerns pages outside of the part (they share text with it, or are told something else than before),
these join it with their islands, and it goes through again. Its rows then take the place of those of before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Lesson, Memory, Notes, UnsettledError, taught_by
from copydesk.model.page import Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.stage import Stage
from copydesk.progress import Progress
from copydesk.record.draft import Draft
from copydesk.reuse import REUSE, Before, Known, More, Reader, add_reuse, note_words

MOST = 0.25
"""Share of the pages of a case from which it is as quick to work everything out anew."""
FEWEST = 2_000
"""Pages of a case below which everything is worked out anew: 4,000 synthetic ones take ten seconds."""


def is_worth(draft: Draft) -> bool:
    """Whether the case is so large, and so few of its pages are new, that a part of it may be enough."""
    pages = draft.n_pages()
    return pages >= FEWEST and draft.new_pages <= MOST * pages


def add(draft: Draft, stages: Sequence[Stage], watcher: Progress) -> None:
    """Work out what the new pages of a case concern, with the outcome of one build of all its pages.

    Raises:
        UnsettledError: they concern so much that it is as quick to work everything out anew. Nothing is changed.
    """
    school, islands = School(draft), draft.islands()
    part = school.new
    while True:
        if len(part) > MOST * len(school.pages):
            raise UnsettledError(f"{len(part)} of {len(school.pages)} pages are concerned")
        pile = school.through(stages, part, watcher)
        if school.asking <= part:
            break
        part = islands.of(part | school.asking)
    watcher.start("write", None)
    school.keep(pile, part)
    watcher.finish()


@dataclass(frozen=True, slots=True)
class _Learned:
    """A lesson as the last part took it: the notes of the part, those of them that are not as the case has them, what
    the notes of all pages teach with these, and how this is kept."""

    notes: Notes
    newer: Notes
    now: Any
    memory: Memory | None


class School:
    """Takes parts of a case through the stages, with what all its pages teach now and taught before.

    Attributes:
        pages: the ids of all pages, ascending.
        new: those that no build has worked out yet.
        asking: the pages that the last part which went through concerns.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft, self._notebook, self._parts = draft, draft.notes(), draft.parts
        self.pages = list(self._notebook.numbers)
        self.new = self._parts.new()
        self._old = [page for page in self.pages if page not in self.new]
        self.asking: set[str] = set()
        self._lessons: dict[str, _Learned] = {}
        self._taught_before: dict[str, Any] = {}
        self._was: Before | None = None

    def through(self, stages: Sequence[Stage], part: Collection[str], watcher: Progress) -> Pile:
        """The part as the stages leave it; only as far as the first that concerns pages outside of it."""
        self.asking = set()
        pile = self._parts.extracted(part)
        for stage in stages:
            watcher.start(stage.name, None)
            pile = self._taken_through(stage, pile)
            watcher.finish()
            if not self.asking <= set(part):
                break
        return pile

    def keep(self, pile: Pile, part: Collection[str]) -> None:
        """Write the rows of the part and what is to be known by later builds."""
        self._parts.replace(pile, part)
        self._parts.fill("actors", self._lessons["actors"].now.rows)
        self._parts.fill("replacements", pile.replacements)
        for name, learned in self._lessons.items():
            self._notebook.write(name, learned.notes)
            if learned.memory:
                self._draft.learn(name, learned.memory.written(learned.now))

    def _taken_through(self, stage: Stage, pile: Pile) -> Pile:
        learning = stage.run(pile)
        return (
            learning if isinstance(learning, Pile) else taught_by(learning, lambda lesson: self._teach(lesson, pile))
        )

    def _teach(self, lesson: Lesson, pile: Pile) -> Any:
        """What the notes of all pages teach, those of the part in place of their own of before."""
        name, notes, teach = lesson.name, lesson.notes, partial(self._taught, lesson)
        if name == REUSE:
            before = self._reuse_before()
            notes, teach = note_words(pile.pages, pile.segments, before.numbering), partial(self._reuse, before, pile)
        newer = notes.unlike(self._notebook.read(name, notes.pages))
        known = self._lessons.get(name)
        now = known.now if known and known.newer == newer else teach(newer)
        self._lessons[name] = _Learned(notes, newer, now, lesson.memory)
        return now

    def _taught(self, lesson: Lesson, newer: Notes) -> Any:
        before = self._before(lesson)
        notes = self._notebook.read(lesson.name, self.pages, newer)
        now = lesson.learn(notes)
        self._ask(lesson.asking(before, now, notes))
        return now

    def _before(self, lesson: Lesson) -> Any:
        """What the notes of the pages of before taught."""
        name = lesson.name
        if name not in self._taught_before:
            self._taught_before[name] = (
                lesson.memory.read(self._draft.learned(name))
                if lesson.memory
                else lesson.learn(self._notebook.read(name, self._old))
            )
        return self._taught_before[name]

    def _reuse(self, before: Before, pile: Pile, newer: Notes) -> Known:
        """What is known of reuse now. It takes the pages themselves, and those that pairs are learned from."""
        older = self._notebook.read(REUSE, newer.pages)
        more = More(self._notebook.read(REUSE, self.pages, newer), newer, older)
        found = add_reuse(before, more, self._reader(pile))
        self._ask(found.touched)
        return found.known

    def _reuse_before(self) -> Before:
        if self._was is None:
            self._was = Before(Known.from_bytes(self._draft.learned(REUSE), self._old))
        return self._was

    def _reader(self, pile: Pile) -> Reader:
        """Reads pages, those of the part as they are now and others as the last build left them."""
        here = {page.page_id: page for page in pile.pages}
        own = ByPage(pile.segments)

        def read(numbers: NDArray[np.int64]) -> tuple[Sequence[Page], Sequence[Segment]]:
            wanted = [self.pages[at] for at in numbers.tolist()]
            pages, segments = self._parts.labelled([page for page in wanted if page not in here])
            others, theirs = {page.page_id: page for page in pages}, ByPage(segments)
            parts = (own[page] if page in here else theirs[page] for page in wanted)
            return [here.get(page) or others[page] for page in wanted], tuple(chain.from_iterable(parts))

        return read

    def _ask(self, numbers: NDArray[np.int64]) -> None:
        self.asking.update(self.pages[at] for at in numbers.tolist())
