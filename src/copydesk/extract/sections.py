"""Furniture that a heading brings with it: the comment section, lists of other stories, titles of videos."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.byline import is_generic_author, is_role
from copydesk.extract.furniture import ACCOUNT, BYLINE
from copydesk.extract.line import Line
from copydesk.extract.names import is_people
from copydesk.extract.vocabulary import Mark
from copydesk.model.page import Label

MOST_TITLES = 12
"""Lines under one heading of other stories that are taken for its titles."""

TITLE_WORDS = 26
SHORT_TITLE = 14

LINKED = 0.5
"""Share of an HTML line in links from which it may be the title of another story."""

MENU_LINES = 5
MENU_WORDS = 4
MENU_SHARE = 4
"""A run of at least MENU_LINES lines of at most MENU_WORDS words is a menu where one in MENU_SHARE is known."""

NAME_CHARS = 60

NAME_WORDS = 4
"""Words of the longest name that stands above its office."""

NOTE_LINES = 3
"""Lines of the longest note on a site or an author at the foot of a page."""

_ITEM = Mark(Label.NAVIGATION, "menu")
_BY = frozenset(
    {"by", "written by", "posted by", "reported by", "story by", "author", "von", "par", "por", "di", "door"}
)
_OF_MENUS = frozenset(
    Mark(label, group)
    for label, group in (
        (Label.NAVIGATION, "sections"), (Label.NAVIGATION, "navigation"), (Label.NAVIGATION, "related"),
        (Label.WIDGET, "legal"), (Label.WIDGET, "newsletter"), (Label.WIDGET, "sharing"), (Label.WIDGET, "social"),
        (Label.WIDGET, "player"),
    )
)  # fmt: skip
_COMMENT = Mark(Label.COMMENT_FORM, "comment")
_NOTE = Mark(Label.WIDGET, "note")
_ABOUT = frozenset(
    {
        "about us", "about", "über uns", "qui sommes-nous", "quiénes somos", "chi siamo", "quem somos", "over ons",
        "tentang kami", "hakkımızda", "о нас", "who we are",
    }
)  # fmt: skip
_TITLE = Mark(Label.TEASER, "title")
_EXCERPT_ENDS = ("…", "...", "[…]", "[...]", "read more", "read more »", "more »")
_LOOSE = frozenset({"bare_date", "date", "counter", "byline", "account", "desk", "tags", "teaser", "duration"})


def comment_section(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """The unmarked lines below a heading of comments, where they are comments.

    The heading counts where more text stands above it than below; one near the top is a link to the comments.
    """
    if not any(mark is not None and mark.group == "comments" for mark in marks):
        return {}
    sizes = [
        len(line.text) if mark is None and line.is_sentence else 0 for line, mark in zip(lines, marks, strict=True)
    ]
    whole, above = sum(sizes), 0
    for heading, mark in enumerate(marks):
        above += sizes[heading]
        if mark is not None and mark.group == "comments" and 0 < above >= whole - above:
            below = range(heading + 1, len(lines))
            return {i: _COMMENT for i in below if marks[i] is None and _may_comment(lines[i])}
    return {}


def _may_comment(line: Line) -> bool:
    """Whether the line may be a comment: in HTML where its markup does not name it something else."""
    return line.hint is None or line.hint.label in (None, Label.COMMENT_FORM)


def site_notes(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """What a site says of itself under the last heading `About us`, where nothing else is left of the page."""
    heading = next(
        (i for i in reversed(range(len(lines))) if marks[i] is not None and lines[i].folded in _ABOUT), None
    )
    if heading is None:
        return {}
    below = [i for i in range(heading + 1, len(lines)) if marks[i] is None]
    notes = sum(lines[i].is_sentence for i in below)
    above = sum(mark is None and line.is_sentence for mark, line in zip(marks[:heading], lines, strict=False))
    if notes > NOTE_LINES or above <= notes:
        return {}
    return dict.fromkeys(below, _NOTE)


def related_lists(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """The titles, and excerpts that break off, under each heading of other stories."""
    found: dict[int, Mark] = {}
    for heading, mark in enumerate(marks):
        if mark is None or mark.group != "related":
            continue
        for i in range(heading + 1, min(heading + 1 + MOST_TITLES, len(lines))):
            under = marks[i]
            if under is None and _is_listed(lines[i]):
                found[i] = _TITLE
            elif under is None or under.group not in _LOOSE:
                break
    return found


def _is_listed(line: Line) -> bool:
    if line.hint is None and line.text.casefold().endswith(_EXCERPT_ENDS):
        return True
    if line.hint is not None and line.hint.links < LINKED:
        return False
    return line.is_title and line.words <= TITLE_WORDS and not line.quoted


def menus(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """The unmarked lines of menus in plain text: runs of very short lines, a good part of them words of menus."""
    found: dict[int, Mark] = {}
    run: list[int] = []
    known = 0
    for i, line in enumerate(lines):
        mark = marks[i]
        if line.hint is None and (mark in _OF_MENUS if mark is not None else _is_item(line)):
            run.append(i)
            known += mark is not None
            continue
        found.update(_as_menu(run, known, marks))
        run, known = [], 0
    return found | _as_menu(run, known, marks)


def _as_menu(run: Sequence[int], known: int, marks: Sequence[Mark | None]) -> dict[int, Mark]:
    if len(run) < MENU_LINES or known * MENU_SHARE < len(run):
        return {}
    return {i: _ITEM for i in run if marks[i] is None}


def _is_item(line: Line) -> bool:
    return line.words <= MENU_WORDS and not line.closed and not line.quoted and line.text[-1] not in ":：,"


def split_bylines(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """Bylines of two lines: `By`, and the name below it; a name, and the office below it."""
    found: dict[int, Mark] = {}
    for i, line in enumerate(lines[:-1]):
        name = lines[i + 1]
        if marks[i] is None and 2 <= line.words <= NAME_WORDS and is_role(name) and is_people(line.text):
            found[i] = found[i + 1] = BYLINE
        if line.words <= 2 and line.folded in _BY and len(name.text) <= NAME_CHARS:
            if is_generic_author(name.text):
                found[i] = found[i + 1] = ACCOUNT
            elif marks[i + 1] is None and is_people(name.text):
                found[i] = found[i + 1] = BYLINE
    return found


def video_titles(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, Mark]:
    """The title above each running time (`mm:ss`). A running time without one stands as a time of day."""
    found: dict[int, Mark] = {}
    for i, mark in enumerate(marks):
        if mark is None or mark.group != "duration":
            continue
        above = i - 1
        if above >= 0 and marks[above] is None and above not in found and _is_video_title(lines[above]):
            found[above] = _TITLE
        elif above < 0 or marks[above] is None:
            found[i] = Mark(Label.DATE_BANNER, "clock")
    return found


def _is_video_title(line: Line) -> bool:
    if not line.is_title or line.words > TITLE_WORDS:
        return False
    return line.words <= SHORT_TITLE or not line.text.endswith(("”", '"'))
