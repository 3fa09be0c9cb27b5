"""The paragraphs of a page's text as they are to be set: by offsets, white space between them left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_GAP = re.compile(r"(?:\r\n?|\n|\u2028|\u2029)[ \t\u00a0]{0,200}(?:\r\n?|\n|\u2028|\u2029)|\u2029")

_WRAPPED_AT_MOST = 90
"""Lines of a hard-wrapped text are 60 to 80 columns wide; a paragraph on one line is mostly far longer."""
_WRAPPED_AT_LEAST = 45
_CLOSERS = tuple(".!?:;\"'”’)]…")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each paragraph, without the white space around it.

    A blank line always parts paragraphs. A single line break does too (scraped text often has one paragraph a
    line), unless the lines look like one paragraph wrapped at a column.
    """
    for begin, end in _between_gaps(text):
        lines = [span for span in _trimmed_lines(text, begin, end) if span[0] < span[1]]
        if _wrapped([text[b:e] for b, e in lines]):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines


def _between_gaps(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _GAP.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _trimmed_lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text, begin, end):
        words = found.group()
        left = found.start() + len(words) - len(words.lstrip())
        yield left, max(left, found.end() - (len(words) - len(words.rstrip())))


def _wrapped(lines: list[str]) -> bool:
    """Whether three or more lines are of wrapped width and most of them break in mid-sentence."""
    inner = lines[:-1]
    if len(inner) < 2 or any(len(line) > _WRAPPED_AT_MOST for line in lines):
        return False
    full = sum(len(line) >= _WRAPPED_AT_LEAST for line in inner)
    cut = sum(not line.endswith(_CLOSERS) for line in inner)
    return full == len(inner) and cut * 2 > len(inner)
