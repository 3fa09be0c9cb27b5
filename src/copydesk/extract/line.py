"""Lines: the unit that is labelled. In plain text a paragraph, in HTML a line of a block."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.extract.cues import EVERY, LOOSE, find_cues
from copydesk.model.page import Label
from copydesk.text.paragraphs import paragraphs
from copydesk.text.patterns.lines import INNER_STOP

FOLDED = 240
"""Code points of the longest line that is compared whole with phrases; of a longer one only its beginning is."""

MOST_LINES = 50_000
"""Lines of one page that are looked at one by one; 0.05 ms each. What stands below is taken as one line of body.
The longest real pages have 5,000."""

INNER = 1_000
"""Code points of a line that are looked at for the end of a sentence inside it."""

_OPENING = 90
_CLOSERS = "\"'”’»›“)]}*_ \u00a0"
_STOPS = ".…。．।؟。"
_ENDS = _STOPS + "!?！？"
_OUTER = " \t\u00a0.,:;!?…*_-–—―=+~|/\\<>«»‹›()[]{}#%&@•·●▪►▶»→←↓↑\"'`^"
_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("‟", '"'),
    ("‚", "'"),
    ("‛", "'"),
    ("\u00ad", ""),
)
"""Marks and their plain forms. One `replace` a mark is ten times faster than `translate`."""
_OPENING_MARKS = "\"“„«‘'"


@dataclass(frozen=True, slots=True)
class Hint:
    """What the HTML around a line says of it.

    `main` says whether the main-text extractor took it. `label` is what the markup names it, null where it names
    nothing. `heading` is 1 to 6 for a heading, else 0. `links` is the share of its characters inside links.
    `container` numbers the element that holds it, so that neighbours can be told.
    """

    main: bool
    label: Label | None = None
    heading: int = 0
    links: float = 0.0
    container: int = 0


class Line(NamedTuple):
    """A line without its outer white space. `begin`, `end` are code points into the page's text.

    `folded` is for comparing: case, quotation marks and outer punctuation away; of a line longer than FOLDED
    only the beginning. `words` counts its white-space-separated words. `stopped` says that it ends with a full
    stop, `closed` that it ends as a sentence does or has a sentence end inside, as before a credit. `gap` is true
    where it does not follow the line before at once. `cues` are bits of `copydesk.extract.cues`.

    A tuple, for a frozen dataclass takes five times as long to make, and making lines and parts took a sixth of
    extraction.
    """

    begin: int
    end: int
    text: str
    folded: str
    words: int
    closed: bool
    stopped: bool
    gap: bool
    hint: Hint | None = None
    cues: int = EVERY

    @property
    def is_single_spaced(self) -> bool:
        """Whether `words` surely counts its words: plain ASCII with no white space but single spaces."""
        return not self.cues & LOOSE and self.text.isascii()

    @property
    def trusted(self) -> bool:
        """Whether the main-text extractor took the line: then guesses by shape and repetition are not needed."""
        return self.hint is not None and self.hint.main

    @property
    def quoted(self) -> bool:
        """Whether the line opens with a quotation mark: then it is somebody's words, not furniture."""
        return self.text[0] in _OPENING_MARKS

    @property
    def is_sentence(self) -> bool:
        """Whether the line reads as running text: a closed sentence, or longer than any headline."""
        return (self.closed and (self.words >= 6 or len(self.text) >= 40)) or self.words >= 32 or len(self.text) > 230

    @property
    def is_strong(self) -> bool:
        """Whether the line is surely running text, so that lead and end of the body can be told by it."""
        return (self.closed and (self.words >= 9 or len(self.text) >= 60)) or self.words >= 40

    @property
    def is_title(self) -> bool:
        """Whether the line is shaped like a headline: short, opened by no small letter, not stopped."""
        return (
            not self.stopped
            and self.words <= 30
            and len(self.text) <= 220
            and self.text[-1] not in ",;:、，；："
            and not self.text[0].islower()
        )


def fold(text: str) -> str:
    """The text in the form in which phrases are compared."""
    if not text.isascii():
        for mark, plain in _PLAIN:
            text = text.replace(mark, plain)
    return " ".join(text.casefold().split()).strip(_OUTER)


def _fold_single_spaced(text: str) -> str:
    """The same for ASCII with no white space but single spaces, as most lines are: a third of the time."""
    return text.lower().strip(_OUTER)


def make_line(text: str, begin: int, end: int, gap: bool, cues: int = EVERY) -> Line:
    """The line that stands at `text[begin:end]`, which must be trimmed and not empty."""
    piece = text[begin:end]
    head = piece if len(piece) <= FOLDED else piece[:_OPENING]
    single_spaced = not cues & LOOSE and piece.isascii()
    last = piece[-1]
    if last in _CLOSERS:
        last = piece[-12:].rstrip(_CLOSERS)[-1:]
    return Line(
        begin,
        end,
        piece,
        _fold_single_spaced(head) if single_spaced else fold(head),
        piece.count(" ") + 1 if single_spaced else _count_words(piece),
        (last != "" and last in _ENDS) or INNER_STOP.search(piece[:INNER]) is not None,
        last != "" and last in _STOPS,
        gap,
        None,
        cues,
    )


def make_lines(text: str, spans: Sequence[tuple[int, int]], gaps: Sequence[bool] | None = None) -> tuple[Line, ...]:
    """The lines at the given spans, with their cues; without `gaps` each stands by itself."""
    cues = find_cues(text, spans)
    return tuple(
        make_line(text, begin, end, gap, cue)
        for (begin, end), gap, cue in zip(spans, gaps or [True] * len(spans), cues, strict=True)
    )


def few_lines(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of lines, those beyond MOST_LINES as one."""
    if len(spans) <= MOST_LINES:
        return spans
    return [*spans[: MOST_LINES - 1], (spans[MOST_LINES - 1][0], spans[-1][1])]


def _count_words(piece: str) -> int:
    """Words by spaces; where there are hardly any, as in Chinese, Japanese and Thai, two characters a word."""
    spaced = piece.count(" ") + 1
    return spaced if len(piece) <= 16 * spaced or piece.isascii() else len(piece) // 2


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text: its paragraphs, hard-wrapped ones joined."""
    spans = few_lines(paragraphs(text))
    between = [text[end:begin] for (_, end), (begin, _) in itertools.pairwise(spans)]
    return make_lines(text, spans, [True, *(gap.count("\n") + gap.count("\r") > 1 for gap in between)][: len(spans)])
