"""Date banners: lines that are only a date or a time, mostly that of the day on which the page was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from copydesk.extract.line import Line
from copydesk.extract.vocabulary import read_toml
from copydesk.text.patterns.lines import WORD_OR_NUMBER
from copydesk.text.patterns.times import CLOCK, DURATION, FILED_IN, FULL_DATE, NUMERIC_DATE

MOST_CHARS = 110
MOST_TOKENS = 26
MOST_UNKNOWN = 6


class DateLine(IntEnum):
    """What a line of date words is: none, a bare date, or a date that is surely the page's own."""

    NO = 0
    BARE = 1
    """Only a date: a banner above the text, but a subhead inside a chronology."""
    SURE = 2
    """With a time of day or an announcing word (`Last updated …`): a banner wherever it stands."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of date lines, in lower case."""

    months: frozenset[str]
    weekdays: frozenset[str]
    announcing: frozenset[str]
    joining: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.months | self.weekdays | self.announcing | self.joining


@cache
def date_words() -> DateWords:
    """The words of `dates.toml`."""
    lists = {name: frozenset(words.split()) for name, words in read_toml("dates.toml").items()}
    return DateWords(lists["months"], lists["weekdays"], lists["announcing"], lists["joining"])


@cache
def _every() -> frozenset[str]:
    return date_words().every


def date_line(line: Line) -> DateLine:
    """What kind of date line this is. At least a number must stand in it, and nothing that dates have not."""
    if len(line.text) > MOST_CHARS:
        return DateLine.NO
    tokens = [token.casefold() for token in WORD_OR_NUMBER.findall(line.text)]
    words = [token for token in tokens if not token.isdigit()]
    if not 0 < len(tokens) <= MOST_TOKENS or len(words) == len(tokens):
        return DateLine.NO
    unknown = sum(word not in _every() for word in words)
    if any(len(token) > 8 for token in tokens if token.isdigit()):
        return DateLine.NO
    if unknown:
        return DateLine.SURE if unknown <= MOST_UNKNOWN and _is_stamped(line, frozenset(words)) else DateLine.NO
    return _kind(line.text, frozenset(words))


def _is_stamped(line: Line, words: frozenset[str]) -> bool:
    """Whether a line with other words is a time stamp all the same: it has a day with its year, and a time of day
    or an announcing word (`Newsroom | Updated: 3 June 2019, 09:01`), or opens with it, its section behind."""
    if line.closed or line.quoted or not (NUMERIC_DATE.search(line.text) or FULL_DATE.search(line.text)):
        return False
    opening = FULL_DATE.match(line.text)
    if opening is not None and FILED_IN.match(line.text, opening.end()):
        return True
    return CLOCK.search(line.text) is not None or bool(words & date_words().announcing)


def _kind(text: str, words: frozenset[str]) -> DateLine:
    known = date_words()
    dated = bool(words & known.months) or NUMERIC_DATE.search(text) is not None
    clock = CLOCK.search(text) is not None
    if not (dated or clock or words & known.weekdays or "ago" in words):
        return DateLine.NO
    if words & known.announcing or (clock and (dated or words & known.weekdays)) or "ago" in words:
        return DateLine.SURE
    if clock and not words <= {"am", "pm", "a", "p", "m"}:
        return DateLine.SURE
    return DateLine.BARE


def is_duration(line: Line) -> bool:
    """Whether the line is only `mm:ss`: the running time under a video's title, or a bare time of day."""
    return len(line.text) <= 12 and DURATION.fullmatch(line.text) is not None
