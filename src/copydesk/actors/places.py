"""The places of pages that may name an actor, in columns: there are thirty on a page, of which few name one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.columns import Columns, Mask
from copydesk.actors.gap import Gap
from copydesk.actors.leading import on_pages
from copydesk.actors.sighting import Sighting
from copydesk.actors.traits import Trait
from copydesk.text.quotation import quotation_spans
from copydesk.text.restored import Restored


class Place(NamedTuple):
    """A sighting at its place on the page: code points [begin, end), the number of its sentence.

    `subject` is 2 where it says something, 1 where it opens its sentence or another verb follows it, else 0; `led_in`
    says that its sentence opens with a preposition or the like; `quoted` that it is inside a quotation.
    """

    sighting: Sighting
    begin: int
    end: int
    sentence: int
    subject: int
    led_in: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Spots:
    """What is sighted among the words of some pages: words [first, last), counted through all pages (int64), the
    rank of its standing (int8) and the number of its sighting (int32). In no order."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    rank: NDArray[np.int8]
    sighting: NDArray[np.int32]

    def taken(self, at: NDArray[np.int64] | Mask) -> Spots:
        """Some of them."""
        return Spots(self.first[at], self.last[at], self.rank[at], self.sighting[at])

    def joined(self, *others: Spots) -> Spots:
        """These, and then others."""
        parts = (self, *others)
        return Spots(
            np.concatenate([part.first for part in parts]),
            np.concatenate([part.last for part in parts]),
            np.concatenate([part.rank for part in parts]),
            np.concatenate([part.sighting for part in parts]),
        )


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """The places of some pages, one page after the other, each page's in order: the columns of `Place`.

    `start` (int64, one more than there are pages) is where those of each page begin; `sighting` is the number of what
    is sighted. 19 bytes a place, where an object takes 130.
    """

    start: NDArray[np.int64]
    sighting: NDArray[np.int32]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    sentence: NDArray[np.int32]
    subject: NDArray[np.uint8]
    led_in: Mask
    quoted: Mask

    def by_page(self, mask: Mask) -> Iterator[tuple[int, slice, NDArray[np.int64]]]:
        """The places where `mask` holds, of each page that has any: its number, and the numbers of the places."""
        chosen = np.flatnonzero(mask)
        edges = np.searchsorted(chosen, self.start).tolist()
        for page, (first, last) in enumerate(itertools.pairwise(edges)):
            if last > first:
                yield page, slice(first, last), chosen[first:last]

    def pages(self) -> NDArray[np.int64]:
        """The number of the page of each place."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def places(self, at: NDArray[np.int64], sightings: Sequence[Sighting]) -> list[Place]:
        """Some of the places as objects."""
        columns = (self.begin, self.end, self.sentence, self.subject, self.led_in, self.quoted)
        sighted = map(sightings.__getitem__, self.sighting[at].tolist())
        return list(map(Place, sighted, *(column[at].tolist() for column in columns)))


def place_all(columns: Columns, spots: Spots, restored: Sequence[Restored], pages: Sequence[str]) -> PlaceColumns:
    """What is sighted at its places on the pages; of two that overlap, the longer and then the earlier is kept."""
    spots = spots.taken(np.lexsort((spots.rank, -spots.last, spots.first)))
    page = columns.page_of(spots.first)
    begin, end = columns.begin[spots.first], columns.end[spots.last - 1]
    base = np.cumsum([0, *(len(one.text) for one in restored)], dtype=np.int64)
    quoted = _quoted(restored, base, base[page] + begin)
    begin, end = on_pages(restored, pages, page, begin, end)
    kept = _kept(spots, page, begin, end)
    spots, page = spots.taken(kept), page[kept]
    sentence = columns.sentence[spots.first]
    return PlaceColumns(
        np.searchsorted(page, np.arange(len(pages) + 1)),
        spots.sighting,
        begin[kept],
        end[kept],
        sentence,
        _subject(columns, spots, opens=_changes(page) | _changes(sentence)),
        columns.has(Trait.LEADING_IN)[columns.openings_of(spots.first)],
        quoted[kept],
    )


def _kept(spots: Spots, page: NDArray[np.int64], begin: NDArray[np.int32], end: NDArray[np.int32]) -> Mask:
    """Which of the spots, in order, overlap none kept before, neither as words nor on the page."""
    kept = np.ones(len(page), np.bool_)
    columns = (spots.first, spots.last, page, begin, end)
    free = on = done = 0
    for at, (first, last, own, opens, closes) in enumerate(zip(*(one.tolist() for one in columns), strict=True)):
        if own != on:
            on, done = own, 0
        if first < free or opens < done:
            kept[at] = False
        else:
            free, done = last, closes
    return kept


def _changes(values: NDArray[np.int64] | NDArray[np.int32]) -> Mask:
    """Where another value stands than before; at the first too."""
    return np.concatenate([np.ones(min(1, len(values)), np.bool_), values[1:] != values[:-1]])


def _subject(columns: Columns, spots: Spots, *, opens: Mask) -> NDArray[np.uint8]:
    """How much each looks like the subject: see `Place`."""
    verb = columns.verbs_behind(spots.last)
    acts = verb >= 0
    says = acts & columns.has(Trait.REPORTING)[verb]
    said = (columns.gap[spots.first] == Gap.SPACE) & columns.has(Trait.INVERTED)[spots.first - 1]
    return np.where(says | said, 2, opens | acts).astype(np.uint8)


def _quoted(restored: Sequence[Restored], base: NDArray[np.int64], begin: NDArray[np.int64]) -> Mask:
    """Which places, counted through all texts, are inside a quotation."""
    found = [
        (start + first, start + last)
        for start, one in zip(base.tolist(), restored, strict=False)
        for first, last in quotation_spans(one.text)
    ]
    spans = np.array(found, np.int64).reshape(-1, 2)
    before = np.searchsorted(spans[:, 0], begin, side="right")
    ends = np.concatenate([np.zeros(1, np.int64), spans[:, 1]])
    return np.asarray(begin < ends[before])
