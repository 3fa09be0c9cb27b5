"""Paragraphs of a text: its lines, where hard-wrapped lines count as one paragraph."""

from __future__ import annotations

from copydesk.text.patterns.lines import VISIBLE_LINE, VISIBLE_LINE_FEED

WRAP_WIDTH = 120
"""Longest line that can come of hard wrapping; mail and wire feeds wrap at 60 to 80 columns."""

WRAP_LEAST = 30
"""Mean length of the wrapped lines of a block but its last: below, the block is a list or a verse."""

_ODD_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_ENDS = "\n" + _ODD_ENDS
"""The line ends of `str.splitlines`."""


def paragraphs(text: str, begin: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans (code points into `text`, half-open, trimmed, in order) of the paragraphs in `text[begin:end]`.

    Each line is a paragraph, as scraped pages have it, with or without blank lines between. Lines of a block
    (no blank line inside) that were broken by a fixed width are one paragraph: there most lines begin in lower
    case and none is long.
    """
    end = len(text) if end is None else end
    odd = any(mark in text for mark in _ODD_ENDS)
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for line in (VISIBLE_LINE if odd else VISIBLE_LINE_FEED).finditer(text, begin, end):
        first, last = line.span()
        if text[last - 1].isspace():
            last = first + len(line.group().rstrip())
        if block and _is_parted(text[block[-1][1] : first]):
            found.extend(_joined(text, block))
            block = []
        block.append((first, last))
    found.extend(_joined(text, block))
    return found


def _is_parted(gap: str) -> bool:
    """Whether a blank line stands in the white space between two lines."""
    feeds = gap.count("\n")
    if feeds > 1 or (not feeds and gap.count("\r") > 1):
        return True
    between = gap.splitlines(keepends=True)[1:]
    if between and between[-1][-1] not in _LINE_ENDS:
        between.pop()  # the indentation of the second line
    return any(line.strip(_LINE_ENDS) for line in between)


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(block) > 1 and _is_wrapped(text, block):
        return [(block[0][0], block[-1][1])]
    return block


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    if any(end - begin > WRAP_WIDTH for begin, end in block):
        return False
    width = sum(end - begin for begin, end in block[:-1]) / (len(block) - 1)
    lower = sum(text[begin].islower() for begin, _ in block[1:])
    return width >= WRAP_LEAST and 2 * lower >= len(block) - 1
