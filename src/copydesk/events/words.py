"""The words and marks of a sentence, in order, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 400
"""Words of a sentence that are read. The longest sentences of news have some 120; what is longer is a table."""

_PIECE = re.compile(
    r"(?:[A-Za-z]\.){2,8}(?:-[^\W_]{1,60})?"
    r"|[$€£¥]?\d{1,20}(?:[.,:/]\d{1,20}){0,6}%?(?:-[^\W_]{1,60}){0,6}"
    r"|[^\W_]{1,60}(?:[-’'][^\W_]{1,60}){0,8}"
    r"|[^\s]"
)
"""An abbreviation with stops (and what a hyphen ties to it: `U.S.-Norwegian`), a number, a word (hyphens and
apostrophes inside), or one mark; all parts bounded."""

_ABBREVIATIONS = frozenset(
    (
        *("adm", "assn", "bros", "capt", "cmdr", "co", "col", "corp", "dept", "det", "dist", "dr", "fr", "ft", "gen"),
        *("gov", "hon", "inc", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "pres", "prof", "rep"),
        *("rev", "sen", "sgt", "sr", "st", "supt", "vs"),
    )
)
"""Words whose stop ends no sentence, so that no phrase is cut at it."""

_TAILS = tuple(mark + tail for mark in "'’" for tail in ("s", "S", "ll", "ve", "re", "d", "m"))
"""What stands behind an apostrophe and is a word of its own: the possessive mark, a short verb."""


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one place a word or mark.

    `written` is the text as it stands, `low` its lower case with typewriter apostrophes, `begin`, `end` code points.
    A possessive `'s` is a word of its own, and so is the verb in `they've`.
    """

    written: list[str]
    low: list[str]
    begin: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.low)


def read_words(text: str, begin: int, end: int) -> Words:
    """The words of `text[begin:end]`, at most LONGEST."""
    written: list[str] = []
    begins: list[int] = []
    for found in _PIECE.finditer(text, begin, end):
        piece, first = found.group(), found.start()
        if len(written) >= LONGEST:
            break
        if piece == "." and first + 1 < end and written and written[-1].lower() in _ABBREVIATIONS:
            continue
        if piece[-1] in "sSledm" and len(piece) > 2 and piece.endswith(_TAILS):
            tail = max(piece.rfind("'"), piece.rfind("’"))
            written += (piece[:tail], piece[tail:])
            begins += (first, first + tail)
        else:
            written.append(piece)
            begins.append(first)
    low = [piece.lower().replace("’", "'") for piece in written]
    return Words(written, low, begins, [first + len(piece) for first, piece in zip(begins, written, strict=True)])
