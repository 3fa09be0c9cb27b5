"""Pages that come to a case: only the islands that they concern are worked out anew.

A part of the case, at first the new pages, goes through the stages with what the whole pile teaches now. Where that
shows that it concerns pages outside of the part (they share text with it, or are told something else than before),
these join it with their islands, and it goes through again. Its rows then take the place of those of before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Lesson, Notes, UnsettledError, taught_by
from copydesk.model.page import Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.stage import Stage
from copydesk.progress import Progress
from copydesk.record.draft import Draft
from copydesk.reuse import REUSE, After, Before, Known, Reader, add_reuse, note_words

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


class School:
    """Takes parts of a case through the stages, with what all its pages teach now and taught before.

    Attributes:
        pages: the ids of all pages, ascending.
        new: those that no build has worked out yet.
        asking: the pages that the last part which went through concerns.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft, self._notebook, self._parts = draft, draft.notes, draft.parts
        self._numbers = self._parts.numbers()
        self.pages = list(self._numbers)
        worked_out = self._parts.worked_out()
        self._rows = np.array([at for at, page in enumerate(self.pages) if page in worked_out], np.int64)
        self._old = [self.pages[at] for at in self._rows.tolist()]
        self.new = self._numbers.keys() - worked_out
        self.asking: set[str] = set()
        self._before: dict[str, tuple[Notes, Any]] = {}
        self._now: dict[str, Any] = {}
        self._keeping = {REUSE}
        self._notes: dict[str, Notes] = {}
        self._was: Before | None = None
        self._after: tuple[Notes, After] | None = None

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
        self._parts.fill("actors", self._now["actors"].rows)
        self._parts.fill("replacements", pile.replacements)
        for lesson, notes in self._notes.items():
            self._notebook.write(lesson, notes, self._numbers)
        for name in sorted(self._keeping):
            self._draft.learn(name, self._now[name].to_bytes())

    def _taken_through(self, stage: Stage, pile: Pile) -> Pile:
        learning = stage.run(pile)
        if isinstance(learning, Pile):
            return learning

        def teach(lesson: Lesson) -> Any:
            return self._teach_reuse(pile) if lesson.name == REUSE else self._teach(lesson)

        return taught_by(learning, teach)

    def _teach(self, lesson: Lesson) -> Any:
        """What the notes of all pages teach, those of the part in place of their own of before."""
        if lesson.name not in self._before:
            notes = self._notebook.read(lesson.name, self._old, self._numbers)
            kept = self._draft.learned(lesson.name) if lesson.again else None
            before = lesson.again(kept) if lesson.again and kept is not None else lesson.learn(notes)
            self._before[lesson.name] = notes, before
        notes, before = self._before[lesson.name]
        notes = notes.renewed(self.pages, self._rows, lesson.notes)
        now = lesson.learn(notes)
        self._ask(lesson.asking(before, now, notes))
        self._notes[lesson.name], self._now[lesson.name] = lesson.notes, now
        if lesson.again:
            self._keeping.add(lesson.name)
        return now

    def _teach_reuse(self, pile: Pile) -> Known:
        """What is known of reuse now. It takes the pages themselves, and those that pairs are learned from."""
        before = self._reuse_before()
        notes = note_words(pile.pages, pile.segments, before.numbering)
        newer = before.changed(notes)
        if self._after is None or self._after[0] != newer:
            self._after = newer, add_reuse(before, self.pages, newer, self._reader(pile))
        known, touched = self._after[1].known, self._after[1].touched
        self._ask(touched)
        self._notes[REUSE], self._now[REUSE] = notes, known
        return known

    def _reuse_before(self) -> Before:
        if self._was is None:
            learned = self._draft.learned(REUSE)
            if learned is None:
                raise UnsettledError("the case keeps nothing of what was learned of reuse")
            self._was = Before(
                Known.from_bytes(learned, self._old), self._notebook.read(REUSE, self._old, self._numbers)
            )
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
