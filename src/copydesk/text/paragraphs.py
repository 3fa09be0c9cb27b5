"""Paragraphs of a text: its lines, where hard-wrapped lines count as one paragraph."""

from __future__ import annotations

from copydesk.text.patterns import LINE

WRAP_WIDTH = 120
"""Longest line that can come of hard wrapping; mail and wire feeds wrap at 60 to 80 columns."""

WRAP_LEAST = 30
"""Mean length of the wrapped lines of a block but its last: below, the block is a list or a verse."""


def paragraphs(text: str, begin: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans (code points into `text`, half-open, trimmed, in order) of the paragraphs in `text[begin:end]`.

    Each line is a paragraph, as scraped pages have it, with or without blank lines between. Lines of a block
    (no blank line inside) that were broken by a fixed width are one paragraph: there most lines begin in lower
    case and none is long.
    """
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for match in LINE.finditer(text, begin, len(text) if end is None else end):
        line = match.group()
        bare = line.strip()
        if not bare:
            found.extend(_joined(text, block))
            block = []
            continue
        first = match.start() + len(line) - len(line.lstrip())
        if block and _blank_between(text, block[-1][1], first):
            found.extend(_joined(text, block))
            block = []
        block.append((first, first + len(bare)))
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
