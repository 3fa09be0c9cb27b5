"""Furniture that shows by repeating within the page: image texts that carry the headline, buttons, prompts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.extract.line import Line
from copydesk.extract.vocabulary import Mark
from copydesk.model.page import Label

IMAGE_TEXT = Mark(Label.CAPTION, "image_text")
REPEATED = Mark(Label.OTHER, "repeated")
_LIST_MARKS = "-–—•*·▪●|►+"

HEADLINE_WORDS = 4
"""Words of the shortest headline that can be found again inside another line."""

EXTRA_CHARS = 90
"""Code points that an image text has beside the headline: the site before it, the section behind it."""

TIMES = 3
"""Times that a short line stands on a page before it counts as furniture; twice may be a refrain."""


def image_texts(lines: Sequence[Line], marks: Sequence[Mark | None], headline: int | None) -> dict[int, Mark]:
    """Lines other than the headline that repeat it with little around: the alternative text of pictures."""
    if headline is None or lines[headline].words < HEADLINE_WORDS:
        return {}
    wanted = lines[headline].folded
    found: dict[int, Mark] = {}
    for i in range(headline + 1, len(lines)):
        line = lines[i]
        if marks[i] is not None or line.stopped or line.hint is not None or wanted not in line.folded:
            continue
        if line.folded == wanted and i == headline + 1:
            continue
        if len(line.folded) - len(wanted) <= EXTRA_CHARS:
            found[i] = IMAGE_TEXT
    return found


def repeated_lines(lines: Sequence[Line], marks: Sequence[Mark | None], headline: int | None) -> dict[int, Mark]:
    """Short lines without a sentence that stand on the page TIMES times or more, each time between running text.

    What repeats among short lines is a list. Names of speakers (they end in a colon), quotations and sentences
    are never meant.
    """
    open_lines = [
        i
        for i, line in enumerate(lines)
        if not line.closed and marks[i] is None and i != headline and _is_prompt(lines, i)
    ]
    times = Counter(lines[i].folded for i in open_lines)
    return {
        i: REPEATED if lines[i].words <= HEADLINE_WORDS else IMAGE_TEXT
        for i in open_lines
        if times[lines[i].folded] >= TIMES
    }


def _is_prompt(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if line.quoted or line.hint is not None or not line.is_title or line.text[0] in _LIST_MARKS:
        return False
    return all(lines[at].is_sentence for at in (i - 1, i + 1) if 0 <= at < len(lines))
