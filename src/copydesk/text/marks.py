"""Where quotations open and close: marks of every style, nested, across paragraphs, unclosed."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.text.patterns.quotations import DOUBLE_MARK, DOUBLE_MARKS, UNCLOSED_TAIL
from copydesk.text.single_marks import single_openings, single_quoted

MAX_QUOTATION = 3_000
"""Code points between two marks of one paragraph at most; an opening mark without its closing one is stray."""

MAX_UNCLOSED = 800
"""Code points that a quotation may have whose closing mark is missing: it ends with its paragraph."""

_STRAIGHT = "\"＂'`"
_OPENERS, _CLOSERS = "“„‟«「『〝", "”»」』〞"
_BEFORE_OPENING = " \t\n\xa0\u2009\u202f([{—–-/‘'“«„:>*_…|"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks. `begin`, `end` are without the marks, `opening`, `closing` with them.

    `closed` is false where the closing mark is missing; `continued` is true where the next paragraph opens
    with a mark again, as a quotation of several paragraphs does.
    """

    opening: int
    begin: int
    end: int
    closing: int
    paragraph: int
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The double marks of a text, begin and end of each, and the single ones that may open; ascending."""

    doubles: Sequence[tuple[int, int]]
    singles: Sequence[int]


def quoted(text: str, paragraphs: Sequence[tuple[int, int]], marks: Marks | None = None) -> list[Quoted]:
    """The outermost quotations of the paragraphs (spans into `text`, ascending), in order.

    `marks` are those of the text, where they are known already.
    Linear in the text. No quotation leaves its paragraph: one that goes on in the next is given in parts.
    """
    found: list[Quoted] = []
    marks = find_marks(text) if marks is None else marks
    begins, singles = [first for first, _ in marks.doubles], marks.singles
    if not begins and not singles:
        return found
    for number, (begin, end) in enumerate(paragraphs):
        own = marks.doubles[bisect_left(begins, begin) : bisect_left(begins, end)]
        opens_single = bisect_left(singles, begin) < bisect_left(singles, end)
        if not own and not opens_single:
            continue
        parts, opened = _double_quoted(text, (begin, end), number, own)
        if opened is not None:
            rest = _unclosed(text, end, number, opened, paragraphs[number + 1 : number + 2])
            parts += [rest] if rest else []
        if opens_single:
            inner = single_quoted(text, begin, end, [(part.opening, part.closing) for part in parts])
            parts = _outermost(parts + [Quoted(at - 1, at, last, last + 1, number) for at, last in inner])
        found += [_trimmed(text, part) for part in parts]
    return [part for part in found if part.begin < part.end]


def find_marks(text: str) -> Marks:
    """The marks of a text that may quote."""
    return Marks(_double_marks(text), single_openings(text))


def _double_marks(text: str) -> list[tuple[int, int]]:
    """Begin and end of the double marks, ascending. To find a string takes a tenth of the time of a pattern."""
    found = []
    for mark in DOUBLE_MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append((at, at + len(mark)))
            at = text.find(mark, at + len(mark))
    found.sort()
    return found


def _outermost(parts: list[Quoted]) -> list[Quoted]:
    """The parts that no other one holds, in order."""
    kept: list[Quoted] = []
    for part in sorted(parts, key=lambda part: (part.opening, -part.closing)):
        if not kept or part.opening >= kept[-1].closing:
            kept.append(part)
    return kept


def _double_quoted(
    text: str, paragraph: tuple[int, int], number: int, marks: Sequence[tuple[int, int]]
) -> tuple[list[Quoted], tuple[int, int] | None]:
    """The closed quotations of a paragraph with these double marks; and the mark (its begin and end) left open."""
    if _is_plain(text, marks):
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return [Quoted(*opening, *closing, number) for opening, closing in pairs], None
    spare = _spare_closers(text, marks)
    found: list[Quoted] = []
    open_marks: list[tuple[int, int]] = []
    for at, (first, last) in enumerate(marks):
        if open_marks and first - open_marks[0][0] > MAX_QUOTATION:
            open_marks = []
        role = _role(text, paragraph, marks, at, open_marks)
        if role == "close" and open_marks:
            opened = open_marks.pop()
            if not open_marks:
                found.append(Quoted(opened[0], opened[1], first, last, number))
        elif role == "open":
            if open_marks and spare[at] <= len(open_marks):
                open_marks = []
            open_marks.append((first, last))
    return found, open_marks[0] if open_marks else None


def _is_plain(text: str, marks: Sequence[tuple[int, int]]) -> bool:
    """Whether “ and ” alternate, as in most paragraphs: they need no closer look."""
    if len(marks) % 2 or any(last - first > MAX_QUOTATION for (first, _), (last, _) in itertools.pairwise(marks)):
        return False
    return "".join([text[first] for first, _ in marks]) == "“”" * (len(marks) // 2)


def _spare_closers(text: str, marks: Sequence[tuple[int, int]]) -> list[int]:
    """For each mark, how many more marks close than open behind it in its paragraph."""
    spare = [0] * (len(marks) + 1)
    for at in range(len(marks) - 1, -1, -1):
        mark = text[marks[at][0]]
        spare[at] = spare[at + 1] + (mark in _CLOSERS) - (mark in _OPENERS)
    return spare[1:]


def _role(
    text: str,
    paragraph: tuple[int, int],
    marks: Sequence[tuple[int, int]],
    at: int,
    open_marks: Sequence[tuple[int, int]],
) -> str:
    """Whether a mark opens or closes, by its shape, what is open, and what stands beside it; `` where neither."""
    first, last = marks[at]
    before = text[first - 1] if first > paragraph[0] else " "
    after = text[last] if last < paragraph[1] else " "
    mark = text[first:last]
    inside = text[open_marks[-1][0]] if open_marks else ""
    fits_opening = before in _BEFORE_OPENING and not after.isspace()
    fits_closing = not before.isspace() and not after.isalnum()
    if mark in ('"', "＂", "''", "``"):
        closed_later = inside not in _STRAIGHT and _closes_later(text, marks, at)
        return _role_of_straight(mark, inside, before, after, fits_opening, closed_later)
    if mark == "“":
        return "close" if inside == "„" or (inside in ("“", "”") and fits_closing) else "open"
    if mark == "”":
        return "close" if inside else "open" if fits_opening and after.isalnum() else ""
    if mark == "«":
        return "close" if inside == "»" else "open"
    if mark == "»":
        return "close" if inside else "open" if fits_opening else ""
    return "open" if mark in _OPENERS else "close"


def _role_of_straight(mark: str, inside: str, before: str, after: str, fits_opening: bool, closed_later: bool) -> str:
    """A straight mark opens where a word follows it and none stands before it."""
    if inside and inside in _STRAIGHT:
        return "open" if before.isspace() and after.isalnum() else "close"
    if inside:
        return "" if closed_later or fits_opening else "close"
    if mark == "``" or fits_opening or (before in ",.;" and after.isalpha()):
        return "open"
    return ""


def _closes_later(text: str, marks: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether the next mark that is not straight closes; looked for among the next few."""
    for first, _ in marks[at + 1 : at + 9]:
        if text[first] not in _STRAIGHT:
            return text[first] in _CLOSERS
    return False


def _unclosed(
    text: str, end: int, number: int, opened: tuple[int, int], following: Sequence[tuple[int, int]]
) -> Quoted | None:
    """What a mark without its closing one quotes: to the end of the paragraph, or to the words that attribute it."""
    first, last = opened
    continued = bool(following) and bool(DOUBLE_MARK.match(text, following[0][0])) and end - last <= MAX_QUOTATION
    if continued:
        return Quoted(first, last, end, end, number, closed=False, continued=True)
    if end - last > MAX_UNCLOSED:
        return None
    tail = UNCLOSED_TAIL.search(text, last, end)
    stop = tail.start() + 1 if tail else end
    return Quoted(first, last, stop, stop, number, closed=False)


def _trimmed(text: str, part: Quoted) -> Quoted:
    """Without the spaces that some styles put inside their marks."""
    begin, end = part.begin, part.end
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    if (begin, end) == (part.begin, part.end):
        return part
    return Quoted(part.opening, begin, end, part.closing, part.paragraph, part.closed, part.continued)
