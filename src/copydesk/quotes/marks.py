"""Where quotations open and close: marks of every style, nested, across paragraphs, unclosed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.quotes.single_marks import single_quoted
from copydesk.text.patterns import DOUBLE_MARK, DOUBLE_MARKS, SINGLE_MARKS, UNCLOSED_TAIL

MAX_QUOTATION = 3_000
"""Code points between two marks of one paragraph at most; an opening mark without its closing one is stray."""

MAX_UNCLOSED = 800
"""Code points that a quotation may have whose closing mark is missing: it ends with its paragraph."""

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


def quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quoted]:
    """The outermost quotations of the paragraphs (spans into `text`, ascending), in order.

    Linear in the text. No quotation leaves its paragraph: one that goes on in the next is given in parts.
    """
    found: list[Quoted] = []
    double_marks, single_marks = _present(text, DOUBLE_MARKS), _present(text, SINGLE_MARKS)
    if not double_marks and not single_marks:
        return found
    for number, (begin, end) in enumerate(paragraphs):
        opened: tuple[int, int] | None = None
        doubles: list[Quoted] = []
        if _has(text, begin, end, double_marks):
            doubles, opened = _double_quoted(text, begin, end, number)
        if opened is not None:
            rest = _unclosed(text, end, number, opened, paragraphs[number + 1 : number + 2])
            doubles += [rest] if rest else []
        if _has(text, begin, end, single_marks):
            singles = single_quoted(text, begin, end, [(part.opening, part.closing) for part in doubles])
            doubles = _outermost(doubles + [Quoted(at - 1, at, last, last + 1, number) for at, last in singles])
        found += [_trimmed(text, part) for part in doubles]
    return [part for part in found if part.begin < part.end]


def _present(text: str, marks: Sequence[str]) -> list[str]:
    """Those of some marks that a text has. To find a string takes a tenth of the time of a pattern."""
    return [mark for mark in marks if mark in text]


def _has(text: str, begin: int, end: int, marks: Sequence[str]) -> bool:
    return any(text.find(mark, begin, end) >= 0 for mark in marks)


def _outermost(parts: list[Quoted]) -> list[Quoted]:
    """The parts that no other one holds, in order."""
    kept: list[Quoted] = []
    for part in sorted(parts, key=lambda part: (part.opening, -part.closing)):
        if not kept or part.opening >= kept[-1].closing:
            kept.append(part)
    return kept


def _double_quoted(text: str, begin: int, end: int, number: int) -> tuple[list[Quoted], tuple[int, int] | None]:
    """The closed quotations of a paragraph in double marks; and the mark (its begin and end) left open."""
    marks = [(mark.start(), mark.end()) for mark in DOUBLE_MARK.finditer(text, begin, end)]
    spare = _spare_closers(text, marks)
    found: list[Quoted] = []
    open_marks: list[tuple[int, int]] = []
    for at, (first, last) in enumerate(marks):
        if open_marks and first - open_marks[0][0] > MAX_QUOTATION:
            open_marks = []
        role = _role(text, (begin, end), marks, at, open_marks)
        if role == "close" and open_marks:
            opened = open_marks.pop()
            if not open_marks:
                found.append(Quoted(opened[0], opened[1], first, last, number))
        elif role == "open":
            if open_marks and spare[at] <= len(open_marks):
                open_marks = []
            open_marks.append((first, last))
    return found, open_marks[0] if open_marks else None


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
        return _role_of_straight(mark, inside, before, after, fits_opening, _closes_later(text, marks, at))
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
    if inside in ('"', "＂", "'", "`"):
        return "open" if before.isspace() and after.isalnum() else "close"
    if inside:
        return "" if closed_later or fits_opening else "close"
    if mark == "``" or fits_opening or (before in ",.;" and after.isalpha()):
        return "open"
    return ""


def _closes_later(text: str, marks: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether the next mark that is not straight closes; looked for among the next few."""
    for first, _ in marks[at + 1 : at + 9]:
        if text[first] not in "\"＂'`":
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
    return part if (begin, end) == (part.begin, part.end) else replace(part, begin=begin, end=end)
