"""Marks that overlap, woven into properly nested elements around a text that stays whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DEEPEST = 16
"""Marks that may stand around one character; what would go deeper becomes a point. Without a cap, n staggered
marks cost n² elements (and browsers stop nesting at 512)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is to be marked. `key` is the caller's; of two marks over the same stretch the
    one of the lower `rank` goes outside."""

    begin: int
    end: int
    rank: int
    key: str


@dataclass(frozen=True, slots=True)
class Open:
    """A mark's element opens here. A mark cut by another one opens again, then `again` is true."""

    mark: Mark
    again: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost open mark's element closes here."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in which no mark begins or ends."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Point:
    """A mark that is not drawn, for it would stand too deep: only its place is kept."""

    mark: Mark


Token = Open | Close | Words | Point


def weave(begin: int, end: int, marks: Iterable[Mark]) -> Iterator[Token]:
    """Yield the tokens for `text[begin:end]`: every `Open` has its `Close`, they nest, and the `Words` in order
    cover the stretch whole. Marks are cut to the stretch; those that do not touch it are left out.
    """
    inside = sorted(
        (mark for mark in marks if max(mark.begin, begin) < min(mark.end, end)),
        key=lambda mark: (max(mark.begin, begin), -mark.end, mark.rank, mark.key),
    )
    edges = {begin, end} | {max(mark.begin, begin) for mark in inside} | {min(mark.end, end) for mark in inside}
    stack: list[Mark] = []
    at, waiting = begin, iter([*inside, None])
    mark = next(waiting)
    for edge in sorted(edges):
        if at < edge:
            yield Words(at, edge)
            at = edge
        yield from _shut(stack, edge, last=edge == end)
        while mark is not None and max(mark.begin, begin) == edge:
            if len(stack) < DEEPEST:
                stack.append(mark)
                yield Open(mark, again=mark.begin < begin)
            else:
                yield Point(mark)
            mark = next(waiting)


def _shut(stack: list[Mark], edge: int, *, last: bool) -> Iterator[Token]:
    """Close every mark that ends at `edge`, and those inside it, which open again."""
    ending = [index for index, mark in enumerate(stack) if last or mark.end <= edge]
    if not ending:
        return
    again = [mark for mark in stack[ending[0] :] if not last and mark.end > edge]
    while len(stack) > ending[0]:
        yield Close(stack.pop())
    for mark in again:
        stack.append(mark)
        yield Open(mark, again=True)
