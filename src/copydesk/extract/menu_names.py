"""Names in menus: the sites of a publisher's network and the agencies among its services, which credit nobody."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.line import Line
from copydesk.model.page import ARTICLE_LABELS, Label

REACH = 2
"""Lines above and below a bare name in which something of the article stands, where it is a credit."""

MOST_WORDS = 3
"""Words of a line that may be a name and nothing else; `Source: …` and `(With inputs from …)` say what they are."""

_MARKED = frozenset("(:©—–")
_CREDITS = frozenset({Label.AGENCY_CREDIT, Label.SOURCE_LINE})
_BESIDE = ARTICLE_LABELS | {Label.DATE_BANNER}


def menu_names(lines: Sequence[Line], labels: Sequence[Label]) -> list[int]:
    """The lines, labelled as credits, that are a bare name far from the article: `App`, `example.com`."""
    return [
        i
        for i, label in enumerate(labels)
        if label in _CREDITS and _is_bare(lines[i]) and _BESIDE.isdisjoint(labels[max(0, i - REACH) : i + REACH + 1])
    ]


def _is_bare(line: Line) -> bool:
    return line.words <= MOST_WORDS and _MARKED.isdisjoint(line.text)
