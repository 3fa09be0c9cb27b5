"""Headlines and the lines around them: what stands above the lead, and subheads inside the body."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.body import in_article
from copydesk.extract.byline import name_before_role
from copydesk.extract.line import Line, fold
from copydesk.extract.names import is_people
from copydesk.extract.vocabulary import Mark
from copydesk.extract.window_title import names_site
from copydesk.model.page import ARTICLE_LABELS, Label
from copydesk.text.patterns.furniture import SLOGAN
from copydesk.text.patterns.lines import UNSPACED

LEAST_WORDS = 4
LEAST_CHARS = 28
"""Words, or code points, of a line that is taken for the headline where no metadata names it; shorter ones are
sections and sites."""

TRAIL_WORDS = 6
"""Words that stand before the headline in a trail that leads to it."""

LEAST_UNSPACED = 8
"""Letters of such a line in a script without spaces, where a line has one word."""

SUBHEAD_WORDS = 14

SLOGAN_REACH = 3
"""Lines at the head of a page in which a paper says how old it is."""

BYLINE_REACH = 3
"""Lines under the headline within which a bare name is the author's."""

_BYLINES = frozenset({"byline", "desk"})
_SAME_LEAST = 12
_NO_MENU = frozenset({"exports", "saves"})
_OF_PICTURES = frozenset({Label.CAPTION, Label.CREDIT})


def find_headline(lines: Sequence[Line], marks: Sequence[Mark | None], lead: int, title: str | None) -> int | None:
    """The index of the headline above the line `lead`, null where there is none.

    The line that equals the title that metadata give; else a heading of the first level; else the first line
    shaped like a headline with LEAST_WORDS; else a teaser's shape (`WATCH: …`) where nothing else is there.
    """
    above = range(min(lead, len(lines)))
    wanted = fold(title) if title else ""
    if wanted:
        named = [i for i in range(min(lead + 1, len(lines))) if same_title(lines[i].folded, wanted)]
        if named:
            return min(named, key=lambda i: (_aside(lines[i]), i))
    heading = _first(lines, marks, above, level=1)
    if heading is not None:
        return heading
    open_lines = [i for i in above if marks[i] is None and lines[i].is_title and not _is_no_story(lines[i])]
    open_lines = [i for i in open_lines if i >= SLOGAN_REACH or not SLOGAN.search(lines[i].text)] or open_lines
    shaped = [i for i in open_lines if _is_long_enough(lines[i])]
    if shaped:
        menu = _below_menu(marks, range(shaped[-1]))
        first = next((i for i in shaped if i >= menu), shaped[0])
        return next((i for i in shaped if i > first and _is_trail_to(lines[first], lines[i])), first)
    listed = _above_author(lines, marks, above)
    if listed is not None:
        return listed
    for i in above:
        mark = marks[i]
        if mark is not None and mark.group == "teaser" and lines[i].words > LEAST_WORDS and not _aside(lines[i]):
            return i
    return open_lines[-1] if open_lines and lines[open_lines[-1]].words >= 2 else None


def _above_author(lines: Sequence[Line], marks: Sequence[Mark | None], above: range) -> int | None:
    """The last title right above a byline, null where there is none.

    It seems to stand in a list of other stories, for `Watch live` of the menu above opens such lists."""
    for i in reversed(above[:-1]):
        mark, under = marks[i], marks[i + 1]
        if mark is not None and mark.group == "title" and under is not None and under.group in _BYLINES:
            return i if _is_long_enough(lines[i]) and not _aside(lines[i]) else None
    return None


def _is_long_enough(line: Line) -> bool:
    if line.words >= LEAST_WORDS or len(line.text) >= LEAST_CHARS:
        return True
    return not line.text.isascii() and len(UNSPACED.findall(line.text)) >= LEAST_UNSPACED


def _below_menu(marks: Sequence[Mark | None], above: range) -> int:
    """The line below the last menu (two of its words in a row) among `above`; a site's slogan stands above it."""
    ends = (
        i + 1
        for i in reversed(above)
        if i
        and all(mark is not None and mark.label is Label.NAVIGATION for mark in (marks[i - 1], marks[i]))
        and not {_group(marks[i - 1]), _group(marks[i])} & _NO_MENU
    )
    return next(ends, 0)


def _group(mark: Mark | None) -> str:
    return "" if mark is None else mark.group


def _is_trail_to(trail: Line, title: Line) -> bool:
    """Whether a line is the way to a title, with no marks between its steps: `Home World Title of the story`."""
    if title.words < LEAST_WORDS or not trail.folded.endswith(" " + title.folded):
        return False
    return 0 < trail.words - title.words <= TRAIL_WORDS


def _first(lines: Sequence[Line], marks: Sequence[Mark | None], where: range, level: int) -> int | None:
    for i in where:
        hint = lines[i].hint
        if hint is not None and hint.heading == level and marks[i] is None and lines[i].words > 1:
            return i
    return None


def _is_no_story(line: Line) -> bool:
    return _aside(line) or names_site(line.text)


def _aside(line: Line) -> bool:
    """Whether the HTML puts the line elsewhere than in the article."""
    hint = line.hint
    return hint is not None and not hint.main and (not hint.heading or hint.links > 0.5)


def same_title(folded: str, wanted: str) -> bool:
    """Whether two folded titles are one: equal, or one is the other with its site behind it."""
    if folded == wanted:
        return True
    short, long = sorted((folded, wanted), key=len)
    return len(short) >= _SAME_LEAST and len(long) - len(short) <= 40 and long.startswith(short)


def repeats_of_headline(lines: Sequence[Line], marks: Sequence[Mark | None], headline: int, lead: int) -> list[int]:
    """The lines above the lead that say the headline again, as a page's title and its heading do."""
    wanted = lines[headline].folded
    return [
        i
        for i in range(min(lead, len(lines)))
        if marks[i] is None and i != headline and in_article(lines[i]) and same_title(lines[i].folded, wanted)
    ]


def label_above_lead(line: Line, below: int, follower: Line | None) -> Label:
    """The label of an unmarked line above the lead that is not the headline.

    It stands `below` lines under the headline (0: above it, or there is none); `follower` is the next line.
    """
    below_headline = below > 0
    if line.hint is not None:
        return label_in_body(line) if line.hint.main else label_outside(line, byline=below_headline)
    if not line.is_title or (line.closed and line.words >= LEAST_WORDS and not below_headline):
        return Label.BODY
    if not below_headline:
        return Label.NAVIGATION if line.words <= LEAST_WORDS else Label.OTHER
    if below <= BYLINE_REACH and _may_be_byline(line, follower):
        return Label.BYLINE
    if line.words >= LEAST_WORDS or line.closed:
        return Label.SUBHEAD
    return Label.OTHER


def _may_be_byline(line: Line, follower: Line | None) -> bool:
    """Whether a line under the headline is a bare name, and not the first of several, or a name with its office."""
    if _is_name(line):
        return not (follower is not None and _is_name(follower))
    return not line.closed and name_before_role(line.text) is not None


def _is_name(line: Line) -> bool:
    return 2 <= line.words <= 8 and not line.closed and not line.folded.startswith("the ") and is_people(line.text)


def label_outside(line: Line, *, byline: bool = False) -> Label:
    """The label of a line that the main-text extractor left out and no phrase marks.

    What the markup names is believed, but for labels of the article: only a byline is, where one may stand.
    """
    hint = line.hint
    if hint is None:
        return Label.OTHER
    if hint.label is Label.BYLINE and byline:
        return Label.BYLINE
    if hint.label is None or hint.label in ARTICLE_LABELS or (hint.label in _OF_PICTURES and hint.links > 0.5):
        return Label.NAVIGATION if hint.links > 0.5 else Label.OTHER
    return hint.label


def label_in_body(line: Line) -> Label:
    """The label of an unmarked line between lead and end: body, or subhead where it is shaped like one."""
    if line.hint is not None and line.hint.heading:
        return Label.SUBHEAD
    short = line.words <= SUBHEAD_WORDS and len(line.text) <= 100
    return Label.SUBHEAD if short and line.is_title and not line.closed and not line.quoted else Label.BODY
