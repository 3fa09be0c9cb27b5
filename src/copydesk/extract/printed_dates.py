"""Days that a page prints, each with the kind of place where it stands."""

from __future__ import annotations

import bisect
import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from copydesk.extract.cues import CENTURY, DIGIT
from copydesk.extract.date_banner import date_words
from copydesk.extract.inline import Part
from copydesk.extract.line import Line
from copydesk.extract.vocabulary import read_toml
from copydesk.model.page import Label
from copydesk.text.days import WrittenDay, find_days, has_century
from copydesk.text.patterns.lines import WORD_OR_NUMBER
from copydesk.text.patterns.times import COPYRIGHT_YEAR

NEAR = 48
"""Code points before a day in which the word stands that says what happened on it (`Last updated on …`)."""

SHORT_LINE = 140
"""Code points of the longest line that is about a date; in longer ones a day is part of what is told."""

LONG_LINE = 2_000
NOTICE_CHARS = 400
"""Code points of a copyright line, and of the beginning that is looked at."""

TOP_LINES = 1
"""Lines above the headline in which a day is taken for the article's. On the 300 pages of the htmldate sample such a
day was right each of 31 times; those two or three lines above add nothing, and bars stand there too."""

TOP_CHARS = 60
"""Code points of the top of a page, where bars with the day of the visit stand."""

_BY_LABEL = {
    Label.COMMENT_FORM: "comment",
    Label.TEASER: "other story",
    Label.NAVIGATION: "other story",
    Label.AD: "other story",
    Label.CAPTION: "caption",
    Label.CREDIT: "caption",
    Label.DATELINE: "dateline",
}


class Place(StrEnum):
    """Where on a page something stands."""

    TOP = "top"
    """Above the headline, and not right above it or among the first words of the page."""
    HEAD = "head"
    """From there to the lead."""
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Regions:
    """Where on the page the article is, as code points: its headline, its first and its last running text.

    `headline` is null where there is none, and the last above the lead where the title of the window stands at the
    top of the page too; `above` is the line right above it. `comments` is where readers' comments begin.
    """

    headline: int | None
    above: int | None
    lead: int
    end: int
    comments: int

    def is_above(self, begin: int) -> bool:
        """Whether a code point is above the headline."""
        return self.headline is not None and begin < self.headline

    def place(self, begin: int) -> Place:
        """Where a code point is; without a headline everything is the rest."""
        if self.headline is None or self.above is None or begin > max(self.lead, self.headline):
            return Place.REST
        if begin < self.headline and (begin < self.above or begin < TOP_CHARS):
            return Place.TOP
        return Place.HEAD


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day at `written.begin`, `written.end`, and the kind of witness that its place makes it."""

    kind: str
    written: WrittenDay


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_toml("date_words.toml")["printed"].items()}


def find_regions(lines: Sequence[Line], parts: Sequence[Part]) -> Regions:
    """Where the article is on its page."""
    size = lines[-1].end if lines else 0
    body = [part for part in parts if part.label is Label.BODY or part.label is Label.DATELINE]
    lead = body[0].begin if body else size
    comments = next((part.begin for part in parts if part.label is Label.COMMENT_FORM and part.begin > lead), size)
    headlines = [part.begin for part in parts if part.label is Label.HEADLINE]
    headline = max((begin for begin in headlines if begin < lead), default=min(headlines, default=None))
    above = headline
    if headline is not None:
        first = bisect.bisect_left(lines, headline, key=operator.attrgetter("begin"))
        above = lines[max(0, first - TOP_LINES)].begin
    return Regions(headline, above, lead, body[-1].end if body else size, comments)


def printed_days(text: str, lines: Sequence[Line], parts: Sequence[Part], regions: Regions) -> Iterator[PrintedDay]:
    """The days that the lines print, in text order, none of them twice."""
    label_at = _labels(parts)
    last = 0
    for line in lines:
        is_short = len(line.text) <= SHORT_LINE
        if not line.cues & (DIGIT if is_short else CENTURY):
            continue
        for written in find_days(text, line.begin, line.end, short=is_short):
            if written.begin < last:
                continue
            last = written.end
            yield PrintedDay(_kind(line, written, label_at(written.begin), regions), written)


def copyright_years(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Places of the last year of copyright lines, with the year as an interval of days."""
    for line in lines:
        match = _notice(line) if line.cues & CENTURY and len(line.text) <= LONG_LINE else None
        if match is not None:
            begin, end = line.begin + match.start(1), line.begin + match.end(1)
            yield begin, end, f"{match.group(1)}-01-01/{match.group(1)}-12-31"


def _notice(line: Line) -> re.Match[str] | None:
    """The copyright notice at the beginning of a line. Its mark is sought first: few lines with a year have one."""
    head = line.text[:NOTICE_CHARS]
    if not has_century(head):
        return None
    lower = head.lower()
    return COPYRIGHT_YEAR.search(head) if "©" in lower or "(c)" in lower or "copy" in lower else None


class _labels:  # noqa: N801
    """The label of the part that holds a place, for places in ascending order."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._at = 0

    def __call__(self, place: int) -> Label:
        while self._at + 1 < len(self._parts) and self._parts[self._at].end <= place:
            self._at += 1
        return self._parts[self._at].label if self._parts else Label.OTHER


def _kind(line: Line, written: WrittenDay, label: Label, regions: Regions) -> str:
    opens = written.begin == line.begin
    if label in _BY_LABEL and not (label is Label.CAPTION and opens and written.begin < regions.lead):
        return _BY_LABEL[label]
    if opens and line.begin == regions.lead:
        return "dateline"
    if written.begin >= regions.comments:
        return "comment"
    if _notice(line) is not None:
        return "copyright"
    if len(line.text) > SHORT_LINE or (line.is_sentence and label is Label.BODY):
        return "text"
    return _said(line, written) or _by_region(line, written, label, regions)


def _by_region(line: Line, written: WrittenDay, label: Label, regions: Regions) -> str:
    """The kind of a day in a short line, by where on the page it stands."""
    if written.begin > regions.end:
        return "foot"
    if regions.headline is not None and written.begin >= regions.headline:
        return "headline" if written.begin < regions.lead or label in (Label.BYLINE, Label.DATE_BANNER) else "text"
    if line.hint is not None and regions.place(line.begin) is Place.HEAD and not _names_weekday(line, written):
        return "above"
    return "banner" if written.begin < regions.lead else "text"


def _names_weekday(line: Line, written: WrittenDay) -> bool:
    """Whether a weekday stands before the day, as bars have it."""
    before = line.text[: written.begin - line.begin]
    return any(word.casefold() in date_words().weekdays for word in WORD_OR_NUMBER.findall(before[-24:]))


def _said(line: Line, written: WrittenDay) -> str | None:
    """What the words just before the day say of it."""
    at = written.begin - line.begin
    near = [word.casefold() for word in WORD_OR_NUMBER.findall(line.text[max(0, at - NEAR) : at])]
    for word in reversed(near[-6:]):
        for kind, words in _words().items():
            if word in words:
                return kind
    return None
