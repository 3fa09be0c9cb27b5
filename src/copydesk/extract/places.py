"""Places of lines and paragraphs that may repeat across the pages of a pile."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.html.metadata import host_of
from copydesk.extract.line import Line, make_line
from copydesk.extract.standing import LEAST_CHARS, MOST_CHARS
from copydesk.extract.vocabulary import LEAD_WORDS, find_opening, may_have_opening
from copydesk.model.page import ARTICLE_LABELS, Label, Page
from copydesk.text.codes import codes

OPENED_WORDS = 3
"""Words that must follow a phrase of furniture."""
SHORT_WORDS = 12
SHORT_CHARS = 100
_OPENED_CHARS = 240
_HELD = 1 << 12
"""Places of which the text is held at once: that of all would be the pile once more."""

LOOKED_AT = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
"""Labels that a line which repeats may lose."""
_READ = LOOKED_AT | {Label.AD, Label.CREDIT, Label.NAVIGATION, Label.TEASER, Label.WIDGET}
"""These and the labels of lines that are furniture already, and as such speak for others with the same words."""

LINE, OPENED, PARAGRAPH, SITE = range(4)
"""What a record is of: a short line, words behind a phrase of furniture, a paragraph, or the site of its page."""

_KIND, _FLAG, _OPENING = 62, 1 << 61, 48
_TEXT = (1 << 48) - 1
_OPENINGS = (1 << 13) - 1

Row = tuple[str, int, int, Label]
"""Page, begin, end and label of a segment."""


def key_of(records: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """What records are of and their text: equal for all places of one line."""
    return records & np.uint64((3 << _KIND) | _TEXT)


def kind_of(records: NDArray[np.uint64]) -> NDArray[np.int64]:
    """LINE, OPENED, PARAGRAPH or SITE of each record or key."""
    return (records >> np.uint64(_KIND)).astype(np.int64)


def is_flagged(records: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Of a line, whether it stands beside furniture or at an edge of the text; of opened words, in a headline."""
    return np.asarray(records & np.uint64(_FLAG) != 0)


def opening_of(records: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The number of the phrase before opened words, below 8,192."""
    return ((records >> np.uint64(_OPENING)) & np.uint64(_OPENINGS)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of n lines and paragraphs on pages, which are ascending by id: the number of the segment and of the
    page, int64[n], and the record, uint64[n]: 2 bits of kind, 14 of what `is_flagged` and `opening_of` say, 48 of the
    code of the text. Ascending by page, then in the order of the text."""

    pages: Sequence[Page]
    segment: NDArray[np.int64]
    page: NDArray[np.int64]
    record: NDArray[np.uint64]

    def only(self, wanted: NDArray[np.bool_]) -> Places:
        """The places of which `wanted`, bool[n], is true."""
        return Places(self.pages, self.segment[wanted], self.page[wanted], self.record[wanted])


def read_places(pages: Sequence[Page], rows: Sequence[Row]) -> Places:
    """The short lines of all pages, the words behind phrases of furniture, and the paragraphs."""
    ordered = sorted(pages, key=lambda page: page.page_id)
    number_of = {page.page_id: number for number, page in enumerate(ordered)}
    segments, records = [np.empty(0, np.int64)], [np.empty(0, np.uint64)]
    waiting = _read(rows, {page.page_id: page.text for page in ordered})
    while found := list(itertools.islice(waiting, _HELD)):
        segments.append(np.array([number for number, _, _ in found], np.int64))
        bits = np.array([bits for _, _, bits in found], np.uint64)
        records.append(codes(text for _, text, _ in found) & np.uint64(_TEXT) | bits)
    segment, record = np.concatenate(segments), np.concatenate(records)
    page = np.array([number_of[rows[number][0]] for number in segment.tolist()], np.int64)
    order = np.argsort(page, kind="stable")
    return Places(ordered, segment[order], page[order], record[order])


def site_records(pages: Sequence[Page]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The numbers of the pages of which the site is known, and the record of each."""
    sites = [page.site or host_of(page.url) for page in pages]
    known = [number for number, site in enumerate(sites) if site is not None]
    record = codes(site for site in sites if site is not None) & np.uint64(_TEXT)
    return np.array(known, np.int64), record | np.uint64(SITE << _KIND)


def neighbours(rows: Sequence[Row], number: int) -> list[Row]:
    """The segments of the article before and after a segment on its page."""
    near = (*rows[max(number - 1, 0) : number], *rows[number + 1 : number + 2])
    return [row for row in near if row[0] == rows[number][0] and row[3] in ARTICLE_LABELS]


def _read(rows: Sequence[Row], texts: Mapping[str, str]) -> Iterator[tuple[int, str, int]]:
    """The number of the segment, the text that is compared, and the bits of each place."""
    for number, (page_id, begin, end, label) in enumerate(rows):
        size = end - begin
        if label is Label.BODY and LEAST_CHARS <= size <= MOST_CHARS:
            yield number, texts[page_id][begin:end].strip(), PARAGRAPH << _KIND
        if size > _OPENED_CHARS or label not in _READ:
            continue
        piece = texts[page_id][begin:end].strip()
        may_open, may_stand = may_have_opening(piece), label in LOOKED_AT and len(piece) <= SHORT_CHARS
        line = _line(piece) if may_open or may_stand else None
        if line is None:
            continue
        opening = find_opening(line) if may_open else None
        words = line.folded[len(opening) :].lstrip(_MARKS) if opening else ""
        if opening and words.count(" ") + 1 >= OPENED_WORDS:
            yield number, words, OPENED << _KIND | _number(opening) << _OPENING | _FLAG * (label is Label.HEADLINE)
        if may_stand and line.words <= SHORT_WORDS and line.is_title:
            yield number, line.folded, LINE << _KIND | _FLAG * (len(neighbours(rows, number)) < 2)


_MARKS = " :|»›>–—•→：-"


def _number(opening: str) -> int:
    return zlib.crc32(opening.encode()) & _OPENINGS


def _line(piece: str) -> Line | None:
    """The one line of a segment, null where it has more, is a sentence or says nothing."""
    if not piece or "\n" in piece:
        return None
    line = make_line(piece, 0, len(piece), gap=True)
    return line if line.words <= LEAD_WORDS and not line.closed and not line.quoted and line.folded else None
