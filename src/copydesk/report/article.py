"""A page's text with all that the case says of it marked in place. The words themselves are never changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.model.page import ARTICLE_LABELS, Label, Segment
from copydesk.model.provenance import Substitution
from copydesk.report.addresses import place_anchor
from copydesk.report.blocks import paragraphs
from copydesk.report.hostile import line, page_text
from copydesk.report.spans import Close, Mark, Open, Point, Words, weave

_PASSAGE, _SEGMENT, _ANCHOR, _SUBSTITUTION = range(4)
"""Which mark goes outside where two stand over the same words."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage of the page: its place, its number in the margin, how its wording stands to the best one."""

    begin: int
    end: int
    number: int
    style: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """A reworded place with the link to the witness that has the wording, if one has."""

    row: Substitution
    witness: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as set: its label, whether it is furniture, its words as HTML, the passages that begin in it.

    `gap` is the white space between the paragraph before and this one.
    """

    gap: Markup
    label: Label
    furniture: bool
    html: Markup
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Markings:
    """All that is to be marked on one page. `anchors` are places that links elsewhere lead to."""

    segments: tuple[Segment, ...]
    reuses: tuple[Reuse, ...]
    restorations: tuple[Restoration, ...]
    anchors: tuple[tuple[int, int], ...]


def set_article(text: str, markings: Markings) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page.

    The text content of all gaps and paragraphs in order, leaving out `data-desk` elements, is the page's text up
    to the end of its last paragraph.
    """
    setter, at = _Setter(text, markings), 0
    for begin, end in paragraphs(text):
        yield setter.paragraph(text[at:begin], begin, end)
        at = end


class _Setter:
    """Sets one page. It remembers which ids it has given: a mark that runs on is named where it begins."""

    def __init__(self, text: str, markings: Markings) -> None:
        self._text = text
        self._segments = sorted(markings.segments, key=lambda s: (s.begin, s.end))
        self._segment_ends = [segment.end for segment in self._segments]
        self._reuses = {f"p{i}": reuse for i, reuse in enumerate(markings.reuses)}
        self._restorations = {f"x{i}": r for i, r in enumerate(_one_a_place(markings.restorations))}
        self._marks = sorted(self._all_marks(markings.anchors), key=lambda mark: (mark.begin, mark.end))
        self._next, self._near = 0, list[Mark]()
        self._named: set[str] = set()
        self._numbered: set[int] = set()

    def _all_marks(self, anchors: Iterable[tuple[int, int]]) -> Iterator[Mark]:
        for key, reuse in self._reuses.items():
            yield Mark(reuse.begin, reuse.end, _PASSAGE, key)
        for key, restoration in self._restorations.items():
            yield Mark(restoration.row.begin, restoration.row.end, _SUBSTITUTION, key)
        for begin, end in sorted(set(anchors)):
            yield Mark(begin, end, _ANCHOR, f"a{begin}")

    def paragraph(self, gap: str, begin: int, end: int) -> Paragraph:
        """Set the paragraph at the given offsets."""
        segments = self._segments_in(begin, end)
        label = _main_label(segments, begin, end)
        marks = [*self._marks_in(begin, end), *_segment_marks(segments, label)]
        parts: list[Markup] = []
        numbers: list[int] = []
        for token in weave(begin, end, marks):
            match token:
                case Words():
                    parts.append(page_text(self._text[token.begin : token.end]))
                case Open():
                    parts.append(self._opening(token.mark, numbers))
                case Close():
                    parts.append(self._closing(token.mark))
                case Point():
                    parts.append(self._point(token.mark))
        html = Markup("").join(parts)
        return Paragraph(page_text(gap), label, label not in ARTICLE_LABELS, html, tuple(numbers))

    def _segments_in(self, begin: int, end: int) -> list[Segment]:
        at = bisect_right(self._segment_ends, begin)
        found = []
        while at < len(self._segments) and self._segments[at].begin < end:
            found.append(self._segments[at])
            at += 1
        return found

    def _marks_in(self, begin: int, end: int) -> list[Mark]:
        """The marks that touch a paragraph. Paragraphs come in order, so one sweep over the marks does."""
        while self._next < len(self._marks) and self._marks[self._next].begin < end:
            self._near.append(self._marks[self._next])
            self._next += 1
        self._near = [mark for mark in self._near if mark.end > begin]
        return self._near

    def _name(self, mark: Mark) -> Markup:
        """The id attribute of a mark's element, for the first element that stands for its place."""
        anchor = place_anchor(mark.begin, mark.end)
        if anchor in self._named:
            return Markup(' data-for="{}"').format(anchor)
        self._named.add(anchor)
        return Markup(' id="{}"').format(anchor)

    def _opening(self, mark: Mark, numbers: list[int]) -> Markup:
        if mark.rank == _SEGMENT:
            return Markup('<span class="seg seg-{}">').format(mark.key)
        if mark.rank == _ANCHOR:
            return Markup('<span class="at"{}>').format(self._name(mark))
        if mark.rank == _PASSAGE:
            return self._open_passage(mark, numbers)
        return Markup('<span class="sub" tabindex="0" aria-describedby="{}"{}>').format(
            _card_id(mark), self._name(mark)
        )

    def _open_passage(self, mark: Mark, numbers: list[int]) -> Markup:
        reuse = self._reuses[mark.key]
        name = self._name(mark)
        if reuse.number in self._numbered:
            return Markup('<span class="reuse {}"{}>').format(reuse.style, name)
        self._numbered.add(reuse.number)
        numbers.append(reuse.number)
        return Markup('<span class="reuse {}" data-n="{}"{}>').format(reuse.style, reuse.number, name)

    def _closing(self, mark: Mark) -> Markup:
        if mark.rank != _SUBSTITUTION or _card_id(mark) in self._named:
            return Markup("</span>")
        self._named.add(_card_id(mark))
        restoration = self._restorations[mark.key]
        row = restoration.row
        return Markup('<span class="card" data-desk id="{}">{}{}</span></span>').format(
            _card_id(mark), Markup("<ins>{}</ins>").format(line(row.restored, 200)), _basis(restoration)
        )

    def _point(self, mark: Mark) -> Markup:
        return Markup("<a{}></a>").format(self._name(mark))


def _basis(restoration: Restoration) -> Markup:
    how = f"{restoration.row.confidence:.2f}"
    if restoration.href is None:
        return Markup(' <span class="basis">from the lexicon of rewordings, confidence {}</span>').format(how)
    return Markup(' <span class="basis">as in <a href="../{}">{}</a>, confidence {}</span>').format(
        restoration.href, restoration.witness, how
    )


def _card_id(mark: Mark) -> str:
    return f"r{mark.begin}-{mark.end}"


def _one_a_place(restorations: Iterable[Restoration]) -> list[Restoration]:
    """The surest restoration of each place."""
    best: dict[tuple[int, int], Restoration] = {}
    for restoration in restorations:
        place = restoration.row.begin, restoration.row.end
        if place not in best or restoration.row.confidence > best[place].row.confidence:
            best[place] = restoration
    return [best[place] for place in sorted(best)]


def _main_label(segments: list[Segment], begin: int, end: int) -> Label:
    """The label that most of the paragraph has; without segments all is body."""
    sizes: dict[Label, int] = {}
    for segment in segments:
        size = min(end, segment.end) - max(begin, segment.begin)
        sizes[segment.label] = sizes.get(segment.label, 0) + size
    return max(sizes, key=lambda label: sizes[label]) if sizes else Label.BODY


def _segment_marks(segments: list[Segment], main: Label) -> Iterator[Mark]:
    for segment in segments:
        if segment.label is not main:
            yield Mark(segment.begin, segment.end, _SEGMENT, segment.label.value)
