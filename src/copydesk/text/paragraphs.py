"""Paragraphs of a text: its lines, where hard-wrapped lines count as one paragraph."""

from __future__ import annotations

WRAP_WIDTH = 120
"""Longest line that can come of hard wrapping; mail and wire feeds wrap at 60 to 80 columns."""

WRAP_LEAST = 30
"""Mean length of the wrapped lines of a block but its last: below, the block is a list or a verse."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""The line ends of `str.splitlines`."""


def paragraphs(text: str, begin: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans (code points into `text`, half-open, trimmed, in order) of the paragraphs in `text[begin:end]`.

    Each line is a paragraph, as scraped pages have it, with or without blank lines between. Lines of a block
    (no blank line inside) that were broken by a fixed width are one paragraph: there most lines begin in lower
    case and none is long.
    """
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    at = begin
    for line in text[begin:end].splitlines(keepends=True):
        bare = line.strip()
        if not bare:
            if block and line.strip(_LINE_ENDS):
                found.extend(_joined(text, block))
                block = []
            at += len(line)
            continue
        first = at if line[0] == bare[0] else at + len(line) - len(line.lstrip())
        if block and _blank_between(text, block[-1][1], first):
            found.extend(_joined(text, block))
            block = []
        block.append((first, first + len(bare)))
        at += len(line)
    found.extend(_joined(text, block))
    return found


def _blank_between(text: str, end: int, begin: int) -> bool:
    gap = text[end:begin]
    return gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap)


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
