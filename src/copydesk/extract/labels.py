"""The labels of a page's lines: what each line shows by itself, then what its place on the page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.extract.author_note import author_notes
from copydesk.extract.body import Body, find_body, in_article
from copydesk.extract.byline import is_role, name_before_role, read_byline, spelled
from copydesk.extract.captions import find_captions
from copydesk.extract.cues import CENTURY
from copydesk.extract.furniture import mark_line
from copydesk.extract.headline import (
    find_headline,
    label_above_lead,
    label_in_body,
    label_outside,
    repeats_of_headline,
)
from copydesk.extract.inline import Part, body_parts, caption_parts, headline_parts
from copydesk.extract.line import Line
from copydesk.extract.menu_names import menu_names
from copydesk.extract.names import is_people
from copydesk.extract.repetition import image_texts, repeated_lines
from copydesk.extract.sections import (
    comment_section,
    menus,
    related_lists,
    site_notes,
    split_bylines,
    video_titles,
)
from copydesk.extract.vocabulary import Mark, phrases
from copydesk.extract.window_title import headline_end
from copydesk.model.page import Label

DATELINE_LINES = 3
"""Lines of body, from the lead on, that are looked at for the dateline."""

TAIL_WORDS = 7
"""Words of the longest unstopped line below the body that is furniture for its shape alone; a sentence that
lost its stop is longer."""

NAME_WORDS = 3
"""Words of the longest bare name that is taken for the author; a longer one has its outlet behind it."""

LINKED_WHOLE = 0.9
"""Share of an HTML line in links from which a title in the main text is that of another story."""

LIST_LINES = 3
LIST_REACH = 40
"""Lines of a list below the body that are looked back at to see whether it is the article's."""

_HEADLINE = Mark(Label.HEADLINE, "headline")
_OUTSIDE = frozenset({"sections", "bare_date"})
_MENUS = _OUTSIDE | {"menu", "navigation"}
_LIST_MARKS = "-–—•*·▪●►+"


@dataclass(frozen=True, slots=True)
class Labelled:
    """All parts of a page in text order; the headline, the author and the dateline's place as printed, or null."""

    parts: tuple[Part, ...]
    headline: str | None
    byline: str | None
    place: str | None


def label_lines(lines: Sequence[Line], title: str | None = None) -> Labelled:
    """Label every line of a page. `title` is the headline as metadata give it, null where they do not."""
    marks, headline = _marked(lines, title)
    body = find_body(lines, marks, headline)
    labels = _with_lists(lines, [_label(i, lines, marks, body) for i in range(len(lines))])
    for i in menu_names(lines, labels):
        labels[i] = Label.NAVIGATION
    author = _author(lines, labels)
    for i in author_notes(lines, labels, author):
        labels[i] = Label.WIDGET
    parts, place = _parts(lines, labels, body)
    shown = None if headline is None else lines[headline].text[: headline_end(lines[headline].text)]
    return Labelled(parts, shown, author, place)


def _parts(lines: Sequence[Line], labels: Sequence[Label], body: Body) -> tuple[tuple[Part, ...], str | None]:
    parts: list[Part] = []
    place: str | None = None
    for i, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label is Label.BODY:
            found, named = body_parts(line, dateline=place is None and i < body.lead + DATELINE_LINES)
            place = place or named
            parts.extend(found)
        elif label is Label.CAPTION:
            parts.extend(caption_parts(line))
        elif label is Label.HEADLINE:
            parts.extend(headline_parts(line))
        else:
            parts.append(Part(line.begin, line.end, label))
    return tuple(parts), place


def _marked(lines: Sequence[Line], title: str | None) -> tuple[list[Mark | None], int | None]:
    """What every line is for itself and by its neighbours, null where it is the body's; and the headline."""
    guess = next((i for i, line in enumerate(lines) if line.is_strong), len(lines))
    marks = [mark_line(line, below_lead=i > guess) for i, line in enumerate(lines)]
    for find in (menus, split_bylines, video_titles, comment_section, related_lists, site_notes):
        _put(marks, find(lines, marks))
    lead = find_body(lines, marks).lead
    headline = find_headline(lines, marks, lead, title)
    if headline is not None:
        for i in (headline, *repeats_of_headline(lines, marks, headline, lead)):
            marks[i] = _HEADLINE
    for search in (image_texts, repeated_lines):
        _put(marks, search(lines, marks, headline))
    _put(marks, find_captions(lines, marks))
    return marks, headline


def _put(marks: list[Mark | None], found: Mapping[int, Mark]) -> None:
    for i, mark in found.items():
        marks[i] = mark


def _label(i: int, lines: Sequence[Line], marks: Sequence[Mark | None], body: Body) -> Label:
    mark, line = marks[i], lines[i]
    if mark is not None:
        return _label_of_mark(i, mark, lines, marks, body)
    if i < body.lead:
        below = 0 if body.headline is None else max(0, i - body.headline)
        follower = lines[i + 1] if i + 1 < len(lines) else None
        return label_above_lead(line, below, follower)
    if line.hint is not None:
        return _label_trusted(line, line.hint.links) if line.hint.main else label_outside(line)
    return label_in_body(line) if i <= body.end else _label_below(i, lines, body)


def _with_lists(lines: Sequence[Line], labels: Sequence[Label]) -> list[Label]:
    """The labels, where LIST_LINES or more subheads in a row, told by their shape alone, are a list in the body."""
    mended = list(labels)
    if mended.count(Label.SUBHEAD) < LIST_LINES:
        return mended
    run: list[int] = []
    for i in range(len(lines) + 1):
        hint = lines[i].hint if i < len(lines) else None
        if i < len(lines) and labels[i] is Label.SUBHEAD and not (hint is not None and hint.heading):
            run.append(i)
            continue
        if len(run) >= LIST_LINES:
            for at in run:
                mended[at] = Label.BODY
        run = []
    return mended


def _label_trusted(line: Line, links: float) -> Label:
    """The label of an unmarked line that the main-text extractor took; it lets links to other stories through."""
    if links >= LINKED_WHOLE and line.is_title and not line.closed and line.words > 2:
        return Label.TEASER
    return label_in_body(line)


def _label_of_mark(i: int, mark: Mark, lines: Sequence[Line], marks: Sequence[Mark | None], body: Body) -> Label:
    """The label of a marked line; a few marks mean another thing inside the body, or below it."""
    if mark.group == "link" and body.lead <= i <= body.end:
        return Label.BODY
    if mark.group in _OUTSIDE and body.lead < i < body.end and in_article(lines[i]):
        alone = not any((near := marks[at]) is not None and near.group in _MENUS for at in (i - 1, i + 1))
        return Label.SUBHEAD if alone else mark.label
    if mark.group == "desk" and i > body.lead + 1:
        return Label.WIDGET
    if mark.group == "byline" and i > max(body.end, body.lists):
        return Label.TEASER
    return mark.label


def _label_below(i: int, lines: Sequence[Line], body: Body) -> Label:
    """The label of an unmarked line of plain text below the last running text."""
    line = lines[i]
    if line.closed or line.quoted or not line.is_title or line.text[0] in _LIST_MARKS:
        return Label.BODY
    if i > body.furniture:
        return Label.OTHER
    return Label.OTHER if line.words <= TAIL_WORDS and not _goes_on(lines, body.end, i) else Label.BODY


def _goes_on(lines: Sequence[Line], end: int, at: int) -> bool:
    """Whether a list goes on to the line `at`: it was announced by a colon, or has numbers in every line."""
    first = max(0, end, at - LIST_REACH)
    announced = any(line.text[-1] in ":：" for line in lines[first:at])
    run = lines[max(first, end + 1) : at + 1]
    return announced or (len(run) > 1 and all(any(char.isdigit() for char in line.text) for line in run))


def _author(lines: Sequence[Line], labels: Sequence[Label]) -> str | None:
    """The author that a byline names; a bare name counts where the date of the article stands beside it."""
    bylines = [i for i, label in enumerate(labels) if label is Label.BYLINE]
    for i in bylines:
        byline = read_byline(lines[i])
        if byline is not None and byline.name is not None:
            return byline.name
    for i in bylines:
        beside = Label.DATE_BANNER in labels[max(0, i - 1) : i + 2] or bool(lines[i].cues & CENTURY)
        named = name_before_role(lines[i].text)
        if beside and named is not None:
            return named
        beside = beside or (i > 0 and labels[i - 1] is Label.BYLINE and lines[i - 1].words <= 2)
        beside = beside or (i + 1 in bylines and is_role(lines[i + 1]))
        if beside and _is_author(lines[i]):
            return spelled(lines[i].text)
    return None


def _is_author(line: Line) -> bool:
    """Whether a bare line is a person's full name, and not that of a desk (`Gazette Sport`)."""
    if not 2 <= line.words <= NAME_WORDS or read_byline(line) is not None or not is_people(line.text):
        return False
    return line.folded.rpartition(" ")[2] not in phrases().whole
