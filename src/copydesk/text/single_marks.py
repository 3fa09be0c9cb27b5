"""Quotations in single marks, told from apostrophes."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.text.patterns.quotations import CLIPPED_WORD, SINGLE_MARK

MAX_SINGLE = 1_500
"""Code points between single marks at most: an apostrophe far off closes nothing."""


def single_quoted(text: str, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans between single marks in `text[begin:end]`, without the marks, in order, not nested.

    `taken` are the quotations in double marks, with them: marks inside belong to those. A span in single marks
    may hold them whole.
    """
    marks = _free(text, begin, end, taken)
    found: list[tuple[int, int]] = []
    closing = [at for at in marks if _may_close(text, at, begin, end)]
    nearest, done = 0, begin
    for at in marks:
        if at < done or not _may_open(text, at, begin, end):
            continue
        while nearest < len(closing) and closing[nearest] <= at + 1:
            nearest += 1
        last = _closing_of(text, at, end, closing[nearest : nearest + 12])
        if last is not None:
            found.append((at + 1, last))
            done = last + 1
    return found


def single_openings(text: str) -> list[int]:
    """The single marks that may open a quotation, ascending: a word follows, and none stands before."""
    found = []
    for mark in "‘'":
        at = text.find(mark)
        while at >= 0:
            if not text[at - 1 : at].isalnum() and _may_open(text, at, 0, len(text)):
                found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _free(text: str, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> list[int]:
    """The single marks outside of the taken spans."""
    marks: list[int] = []
    for first, last in (*taken, (end, end)):
        marks += [mark.start() for mark in SINGLE_MARK.finditer(text, begin, max(begin, first))]
        begin = max(begin, last)
    return marks


def _may_open(text: str, at: int, begin: int, end: int) -> bool:
    before = text[at - 1] if at > begin else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == "’" or not (before.isspace() or before in "([—–:/") or not (after.isalnum() or after in '“"…'):
        return False
    return not CLIPPED_WORD.match(text, at + 1, end)


def _may_close(text: str, at: int, begin: int, end: int) -> bool:
    before = text[at - 1] if at > begin else " "
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in "’'" and not before.isspace() and not after.isalnum()


def _closing_of(text: str, opening: int, end: int, candidates: Sequence[int]) -> int | None:
    """The mark that closes: one beside punctuation; else the first that is no plural's apostrophe."""
    near = [at for at in candidates if at - opening <= MAX_SINGLE]
    for at in near:
        if text[at - 1] in ",.?!…" or at + 1 >= end or text[at + 1] in ",.;:?!)—–":
            return at
        if text[at - 1] not in "sS":
            return at
    return near[0] if near else None
