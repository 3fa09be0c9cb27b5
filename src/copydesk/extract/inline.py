"""What stands inside a line: the dateline before the lead, a site behind a headline, a credit behind a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.extract.agency_credit import trailing_agency
from copydesk.extract.credit import trailing_credit
from copydesk.extract.cues import AGENCY, CREDITED
from copydesk.extract.dateline import find_dateline
from copydesk.extract.line import Line
from copydesk.extract.window_title import headline_end
from copydesk.model.page import Label


class Part(NamedTuple):
    """A labelled part of a line. `begin`, `end` are code points into the page's text."""

    begin: int
    end: int
    label: Label


def body_parts(line: Line, *, dateline: bool) -> tuple[list[Part], str | None]:
    """The parts of a line of body, and the place where a dateline (looked for if `dateline`) names one."""
    if not dateline and not line.cues & (AGENCY | CREDITED):
        return [Part(line.begin, line.end, Label.BODY)], None
    parts: list[Part] = []
    place: str | None = None
    at = 0
    if dateline and (found := find_dateline(line.text)) is not None:
        place, at = found.place or None, found.end
        parts.extend(_dateline_parts(line.begin, at, found.agency))
    stop, label = _credit_behind(line, at)
    if stop > at:
        parts.append(Part(line.begin + at, line.begin + stop, Label.BODY))
    if stop < len(line.text):
        parts.append(Part(line.begin + stop, line.end, label))
    return parts, place


def _credit_behind(line: Line, at: int) -> tuple[int, Label]:
    """Where the text itself ends: before the credit of an agency or a picture, else at the end of the line."""
    text = line.text
    agency = trailing_agency(text) if line.cues & AGENCY else None
    if agency is not None and agency > at:
        return agency, Label.AGENCY_CREDIT
    picture = trailing_credit(text) if line.cues & CREDITED else None
    if picture is not None and picture > at:
        return picture, Label.CREDIT
    return len(text), Label.BODY


def _dateline_parts(begin: int, end: int, agency: tuple[int, int] | None) -> list[Part]:
    if agency is None:
        return [Part(begin, begin + end, Label.DATELINE)]
    first, last = agency
    parts = [
        Part(begin, begin + first, Label.DATELINE),
        Part(begin + first, begin + last, Label.AGENCY_CREDIT),
        Part(begin + last, begin + end, Label.DATELINE),
    ]
    return [part for part in parts if part.end > part.begin]


def headline_parts(line: Line) -> list[Part]:
    """A headline and what the title of a window has behind it."""
    at = headline_end(line.text)
    if at == len(line.text):
        return [Part(line.begin, line.end, Label.HEADLINE)]
    return [Part(line.begin, line.begin + at, Label.HEADLINE), Part(line.begin + at, line.end, Label.NAVIGATION)]


def caption_parts(line: Line) -> list[Part]:
    """A caption and the picture credit at its end."""
    at = trailing_credit(line.text)
    if at is None:
        return [Part(line.begin, line.end, Label.CAPTION)]
    return [
        Part(line.begin, line.begin + at, Label.CAPTION),
        Part(line.begin + at, line.end, Label.CREDIT),
    ]
