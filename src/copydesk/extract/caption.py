"""Captions: what is said under a picture. They are told by their credit, their wording and their neighbours."""

from __future__ import annotations

from functools import cache

from copydesk.extract.credit import trailing_credit
from copydesk.extract.cues import CREDITED, PICTURE, PLACED, SAID
from copydesk.extract.line import Line
from copydesk.extract.vocabulary import read_words
from copydesk.text.patterns.captions import CAPTION_PLACE, CAPTION_PLACE_WORDS, CAPTION_SAYS_SO, SPEECH
from copydesk.text.patterns.times import FULL_DATE

ENOUGH = 3
"""Points that make a line a caption; one more for running text of more than SHORT_WORDS. A credit below (2) alone
is not enough: it may stand under a picture without a caption, and then the line above it is body."""

SHORT_WORDS = 32

MOST_CHARS = 650
_TABLE = "|"
_OPENING_WORDS = 16
_CAPTIONED = PLACED | PICTURE | CREDITED


@cache
def _verbs() -> frozenset[str]:
    return read_words("caption_verbs.txt")[0]


def is_caption(line: Line, *, credit_below: bool, alt_above: bool) -> bool:
    """Whether the line reads as a caption, given its neighbours."""
    enough = ENOUGH + (line.is_strong and line.words > SHORT_WORDS)
    return _points(line, credit_below, alt_above) >= enough


def _points(line: Line, credit_below: bool, alt_above: bool) -> int:
    text = line.text
    if len(text) > MOST_CHARS or line.quoted or text[0] in _TABLE:
        return 0
    points = 2 * credit_below + alt_above + _worded(line) + _credited(line)
    if not points:
        return 0
    if FULL_DATE.search(text):
        points += 1
    if _present_tense(text):
        points += 1
    if credit_below and line.is_title and not line.closed:
        points += 1
    return points - (2 if SPEECH.search(text) else 0)


def _credited(line: Line) -> int:
    """Points for a credit at the end: in brackets only captions have one, behind a stop it may be glued to a text."""
    at = trailing_credit(line.text) if line.cues & CREDITED else None
    if at is None:
        return 0
    return ENOUGH + 1 if line.text[at] in "([" else 2 + (line.words <= SHORT_WORDS)


def may_be_caption(line: Line) -> bool:
    """A quick look that lets most body lines pass by: whether the line has anything of a caption in itself."""
    if not (line.cues & _CAPTIONED or "(" in line.text) or len(line.text) > MOST_CHARS or line.text[0] in _TABLE:
        return False
    return _worded(line) > 0 or (line.cues & CREDITED != 0 and trailing_credit(line.text) is not None)


def _worded(line: Line) -> int:
    """Points for what only captions say: `(4th L)`, `, left,`, `pictured`, `FILE –`."""
    points, text, cues = 0, line.text, line.cues
    if "(" in text and CAPTION_PLACE.search(text):
        points += 2
    if cues & PLACED and CAPTION_PLACE_WORDS.search(text):
        points += 1
    if cues & PICTURE and (cues & SAID or text[:4].lower() == "file") and CAPTION_SAYS_SO.search(text):
        points += 2 if text[-1] in ".”" else ENOUGH
    return points


def _present_tense(text: str) -> bool:
    """Whether the first clause has its verb in the present tense, as captions have and reports have not."""
    words = text.split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS]
    return any(word.strip(".,") in _verbs() for word in words)
