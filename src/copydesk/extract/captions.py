"""Which lines of a page are captions, by their wording and by the lines around them."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.caption import is_caption, may_be_caption
from copydesk.extract.credit import may_be_credit
from copydesk.extract.cues import SLASH
from copydesk.extract.furniture import CREDIT
from copydesk.extract.line import Line
from copydesk.extract.repetition import HEADLINE_WORDS, IMAGE_TEXT
from copydesk.extract.vocabulary import Mark
from copydesk.model.page import Label

NAMED_WORDS = 60
"""Words of the longest line that is a caption because `Image caption` stands above it."""

CAPTION = Mark(Label.CAPTION, "caption")
_CREDITS = frozenset({Label.CREDIT, Label.AGENCY_CREDIT})


def find_captions(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """The unmarked lines that are captions, and the image text that stands right above one."""
    found: dict[int, Mark] = {}
    spaced, last = any(line.gap for line in lines[1:]), len(lines) - 1
    for i, line in enumerate(lines):
        if marks[i] is not None or (line.hint is not None and not line.hint.main):
            continue
        credit_below = i < last and (_is_credit(marks[i + 1]) or _may_be_credit(lines, marks, i + 1))
        alt_above = i > 0 and marks[i - 1] is IMAGE_TEXT and (not line.gap or not spaced)
        above = marks[i - 1] if i else None
        named = above is not None and above.group == "caption_label" and line.words <= NAMED_WORDS
        if not (named or credit_below or alt_above or may_be_caption(line)):
            continue
        if not (named or is_caption(line, credit_below=credit_below, alt_above=alt_above)):
            continue
        found[i] = CAPTION
        if _may_be_credit(lines, marks, i + 1):
            found[i + 1] = CREDIT
        if spaced and not line.gap and _is_image_text(lines, marks, i - 1):
            found[i - 1] = IMAGE_TEXT
    return found


def _is_credit(mark: Mark | None) -> bool:
    return mark is not None and mark.label in _CREDITS


def _may_be_credit(lines: Sequence[Line], marks: Sequence[Mark | None], at: int) -> bool:
    return at < len(lines) and marks[at] is None and lines[at].cues & SLASH != 0 and may_be_credit(lines[at])


def _is_image_text(lines: Sequence[Line], marks: Sequence[Mark | None], at: int) -> bool:
    if at < 0 or marks[at] is not None:
        return False
    line = lines[at]
    return line.is_title and not line.closed and not line.quoted and line.words >= HEADLINE_WORDS
