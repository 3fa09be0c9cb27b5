"""Where a page's body begins and ends, and what stands around it."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.extract.dateline import find_dateline
from copydesk.extract.line import Line
from copydesk.extract.vocabulary import Mark
from copydesk.model.page import Label

FURNITURE = frozenset({Label.AD, Label.WIDGET, Label.COMMENT_FORM, Label.NAVIGATION, Label.TEASER, Label.SOURCE_LINE})
"""Labels below the body that say that the article is over."""

DATELINE_ABOVE = 12
"""Lines above the first sure running text that may open with a dateline all the same."""

_LISTS = frozenset({"related", "title", "comments"})


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the running text, and of what tells its surroundings. All are indices of lines.

    `lead` and `end` are its first and last line. `headline` is null where there is none. `furniture` is the
    first line below the end that is furniture, `lists` the first heading or title of a list there; both are the
    number of lines where there is none.
    """

    lead: int
    end: int
    headline: int | None
    furniture: int
    lists: int


def find_body(lines: Sequence[Line], marks: Sequence[Mark | None], headline: int | None = None) -> Body:
    """Where the running text begins and ends: at the first and the last unmarked line that surely is some.

    A page without such a line has its body below its first unmarked line, which may be a headline.
    """
    lead, end = _bounds(lines, marks)
    below = range(max(0, end), len(lines))
    furniture = next((i for i in below if i > end and _is_furniture(marks[i])), len(lines))
    lists = next((i for i in below if (mark := marks[i]) is not None and mark.group in _LISTS), len(lines))
    return Body(lead, end, headline, furniture, lists)


def in_article(line: Line) -> bool:
    """Whether the line may be the article's: not where the main-text extractor left it out."""
    return line.hint is None or line.hint.main


def _is_furniture(mark: Mark | None) -> bool:
    return mark is not None and mark.label in FURNITURE and mark.group != "link"


def _bounds(lines: Sequence[Line], marks: Sequence[Mark | None]) -> tuple[int, int]:
    open_lines = [
        i for i, mark in enumerate(marks) if mark is None and ((hint := lines[i].hint) is None or hint.main)
    ]
    for is_text in (operator.attrgetter("is_strong"), operator.attrgetter("is_sentence")):
        at = next((at for at, i in enumerate(open_lines) if is_text(lines[i])), None)
        if at is not None:
            first = open_lines[at]
            above = [i for i in open_lines[max(0, at - DATELINE_ABOVE) : at] if first - DATELINE_ABOVE <= i]
            lead = next((i for i in above if find_dateline(lines[i].text) is not None), first)
            return lead, next(i for i in reversed(open_lines) if is_text(lines[i]))
    if open_lines:
        return open_lines[min(1, len(open_lines) - 1)], open_lines[-1]
    return len(lines), -1
