"""Days that a page prints, each with the kind of place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.extract.date_banner import date_words
from copydesk.extract.inline import Part
from copydesk.extract.line import Line
from copydesk.extract.vocabulary import read_toml
from copydesk.model.page import Label
from copydesk.text.days import WrittenDay, find_days
from copydesk.text.patterns import COPYRIGHT_YEAR, WORD_OR_NUMBER, YEAR_NUMBER

NEAR = 48
"""Code points before a day in which the word stands that says what happened on it (`Last updated on …`)."""

SHORT_LINE = 140
"""Code points of the longest line that is about a date; in longer ones a day is part of what is told."""

TOP_LINES = 3
"""Lines above the headline that belong to it, as the date above the title of a blog does, where the markup says
that they are text."""

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


@dataclass(frozen=True, slots=True)
class Regions:
    """Where on the page the article is, as code points: its headline, its first and its last running text.

    `headline` is null where there is none; `comments` is where readers' comments begin.
    """

    headline: int | None
    lead: int
    end: int
    comments: int


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
    size = max((line.end for line in lines), default=0)
    body = [part for part in parts if part.label in (Label.BODY, Label.DATELINE)]
    heads = [part.begin for part in parts if part.label is Label.HEADLINE]
    lead = body[0].begin if body else size
    comments = next((part.begin for part in parts if part.label is Label.COMMENT_FORM and part.begin > lead), size)
    headline = min(heads, default=None)
    return Regions(headline, lead, body[-1].end if body else size, comments)


def printed_days(text: str, lines: Sequence[Line], parts: Sequence[Part]) -> Iterator[PrintedDay]:
    """The days that the lines print, in text order, none of them twice."""
    if YEAR_NUMBER.search(text) is None and not any(char.isdigit() for char in text):
        return
    regions = find_regions(lines, parts)
    label_at = _labels(parts)
    headline_line = next((i for i, line in enumerate(lines) if line.begin == regions.headline), None)
    last = 0
    for number, line in enumerate(lines):
        is_short = len(line.text) <= SHORT_LINE
        for written in find_days(text, line.begin, line.end, short=is_short):
            if written.begin < last:
                continue
            last = written.end
            above = None if headline_line is None else headline_line - number
            yield PrintedDay(_kind(line, written, label_at(written.begin), regions, above), written)


def copyright_years(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Places of the last year of copyright lines, with the year as an interval of days."""
    for line in lines:
        match = COPYRIGHT_YEAR.search(line.text[:400]) if len(line.text) < 2_000 else None
        if match is not None:
            begin, end = line.begin + match.start(1), line.begin + match.end(1)
            yield begin, end, f"{match.group(1)}-01-01/{match.group(1)}-12-31"


class _labels:  # noqa: N801
    """The label of the part that holds a place, for places in ascending order."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._at = 0

    def __call__(self, place: int) -> Label:
        while self._at + 1 < len(self._parts) and self._parts[self._at].end <= place:
            self._at += 1
        return self._parts[self._at].label if self._parts else Label.OTHER


def _kind(line: Line, written: WrittenDay, label: Label, regions: Regions, above: int | None) -> str:
    if label in _BY_LABEL:
        return _BY_LABEL[label]
    if written.begin >= regions.comments:
        return "comment"
    if COPYRIGHT_YEAR.search(line.text[:400]) is not None:
        return "copyright"
    if len(line.text) > SHORT_LINE or (line.is_sentence and label is Label.BODY):
        return "text"
    return _said(line, written) or _by_region(line, written, label, regions, above)


def _by_region(line: Line, written: WrittenDay, label: Label, regions: Regions, above: int | None) -> str:
    """The kind of a day in a short line, by where on the page it stands."""
    if written.begin > regions.end:
        return "foot"
    if regions.headline is not None and written.begin >= regions.headline:
        return "headline" if written.begin < regions.lead or label in (Label.BYLINE, Label.DATE_BANNER) else "text"
    if above is not None and 0 < above <= TOP_LINES and _is_own(line, written):
        return "above"
    return "banner" if written.begin < regions.lead else "text"


def _is_own(line: Line, written: WrittenDay) -> bool:
    """Whether a date above the headline may be the article's: on a page with markup, not at its top, without the
    weekday that bars of a site have, or in the main text."""
    if line.hint is None:
        return False
    return line.trusted or (line.begin > TOP_CHARS and not _names_weekday(line, written))


def _names_weekday(line: Line, written: WrittenDay) -> bool:
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
