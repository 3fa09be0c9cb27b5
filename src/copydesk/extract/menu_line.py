"""Menus that stand in one line, as plain text has them: `Home  World  Business`, `News | Sport | Weather`."""

from __future__ import annotations

import itertools

from copydesk.extract.line import Line, fold
from copydesk.extract.vocabulary import Mark, phrases
from copydesk.model.page import Label
from copydesk.text.patterns.furniture import CASE_CHANGE, MENU_BREAK

MENU_CHARS = 240
"""Code points of the longest line that is looked at."""

ITEMS = 3
"""Items from which a line with marks, or wide spaces, between them is a menu: `World | Opinion` may be a title."""

BARE_ITEMS = 4
"""Items from which one is where single spaces part them; then each must be known, with no other word between."""

ITEM_WORDS = 3

_LABELS = frozenset({Label.NAVIGATION, Label.WIDGET})


def is_menu_line(line: Line) -> bool:
    """Whether the line is a row of items of menus: half of those that marks part, all of those that spaces part; or
    items that nothing parts."""
    text = line.text
    if line.words == 1 and len(CASE_CHANGE.findall(text, 0, MENU_CHARS)) >= ITEMS:
        return True
    if line.stopped or line.quoted or len(text) > MENU_CHARS or (line.words < ITEMS and line.is_single_spaced):
        return False
    items = [item for item in MENU_BREAK.split(text) if item]
    if len(items) >= ITEMS:
        known = sum(map(_is_item, items))
        return 2 * known > len(items) and all(len(item.split()) <= ITEM_WORDS + 1 for item in items)
    return len(items) == 1 and _is_row(text.split())


def _is_row(words: list[str]) -> bool:
    """Whether words without marks are items one after another, the longest first, each opened by a capital."""
    at, items = 0, 0
    while at < len(words):
        if words[at][0].islower():
            return False
        ends = range(min(at + ITEM_WORDS, len(words)), at, -1)
        end = next((end for end in ends if _is_item(" ".join(itertools.islice(words, at, end)))), None)
        if end is None:
            return False
        at, items = end, items + 1
    return items >= BARE_ITEMS


def _is_item(text: str) -> bool:
    group = phrases().whole.get(fold(text))
    return group is not None and group.mark.label in _LABELS


MENU = Mark(Label.NAVIGATION, "menu")
