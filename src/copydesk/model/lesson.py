"""What only all pages of a pile together can say, and what each of them has to say about it.

A stage works on a pile, or on a part of one that shares nothing with the rest. What it needs to know of the whole
(how rare a word is, who `Roe` is) it asks for: it yields a `Lesson` with the notes of its pages, and is sent what the
notes of all pages teach. So a case keeps the notes, and a build that adds pages reads only what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """For each of P pages some bytes, which may be none: `data[start[p]:start[p + 1]]` is the note of page p.

    `pages` are ids, ascending; `start` int64[P + 1]; `data` uint8.
    """

    pages: Sequence[str]
    start: NDArray[np.int64]
    data: NDArray[np.uint8]

    @classmethod
    def of(cls, pages: Sequence[str], notes: Iterable[bytes]) -> Self:
        """The notes of pages, in their order."""
        parts = list(notes)
        start = np.cumsum([0, *map(len, parts)], dtype=np.int64)
        return cls(pages, start, np.frombuffer(b"".join(parts), np.uint8))

    @classmethod
    def of_records(cls, pages: Sequence[str], sizes: NDArray[np.int64], records: NDArray[Any]) -> Self:
        """Notes that are `sizes` int64[P] records each, one page's after the other's."""
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]) * records.dtype.itemsize
        return cls(pages, start, np.ascontiguousarray(records).view(np.uint8).reshape(-1))

    def __eq__(self, other: object) -> bool:
        """Whether these are the same notes of the same pages."""
        if not isinstance(other, Notes) or list(self.pages) != list(other.pages):
            return False
        return np.array_equal(self.start, other.start) and np.array_equal(self.data, other.data)

    __hash__ = None  # type: ignore[assignment]

    def __getitem__(self, page: int) -> bytes:
        """The note of a page by its number."""
        return self.data[self.start[page] : self.start[page + 1]].tobytes()

    def unlike(self, other: Notes) -> Notes:
        """The notes that are not as the others of the same pages are."""
        return self.taken([at for at in range(len(self.pages)) if self[at] != other[at]])

    def taken(self, chosen: Sequence[int]) -> Notes:
        """The notes of some of the pages, by their numbers."""
        return Notes.of([self.pages[at] for at in chosen], [self[at] for at in chosen])

    def records(self, dtype: DTypeLike) -> NDArray[Any]:
        """All notes as records of a type, one page's after the other's."""
        return self.data.view(dtype)

    def page_of_records(self, dtype: DTypeLike) -> NDArray[np.int64]:
        """The number of the page of each record."""
        return np.repeat(np.arange(len(self.pages)), np.diff(self.start) // np.dtype(dtype).itemsize)


NO_NOTES = Notes.of((), ())
"""Those of no page."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How what a lesson teaches is kept for the next build: `written`, what its `asking` has to know of it, as bytes,
    and `read` again of these."""

    written: Callable[[Any], bytes]
    read: Callable[[bytes], Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a stage asks of the whole pile.

    Attributes:
        name: what the lesson is about; no other has it.
        notes: those of the pages that the stage works on.
        learn: what the notes of all pages teach. It hangs on nothing else, nor on which stage run asks.
        asking: the pages, by number among the notes, of which the stage may make something else when the notes
            teach the second instead of the first. Too many are no fault, one too few is. The first is as `memory`
            has it, if there is one.
        memory: of what was learned; null where to learn it anew is as quick.
    """

    name: str
    notes: Notes
    learn: Callable[[Notes], Any]
    asking: Callable[[Any, Any, Notes], NDArray[np.int64]]
    memory: Memory | None = None


class UnsettledError(Exception):
    """So much of what is known changes with the pages that came that it is as quick to work everything out anew."""


Learning = Generator[Lesson, Any, Result]
"""A stage at work: it yields lessons, is sent what they teach, and returns what it has made."""


def taught(learning: Learning[Result], known: Mapping[str, Any] | None = None) -> Result:
    """Run a stage to its end. What a lesson teaches is taken from `known`, else learned from its own notes."""

    def teach(lesson: Lesson) -> Any:
        return lesson.learn(lesson.notes) if known is None else known[lesson.name]

    return taught_by(learning, teach)


def taught_by(learning: Learning[Result], teach: Callable[[Lesson], Any]) -> Result:
    """Run a stage to its end; `teach` says what each lesson teaches."""
    answer = None
    while True:
        try:
            lesson = learning.send(answer)
        except StopIteration as done:
            result: Result = done.value
            return result
        answer = teach(lesson)
