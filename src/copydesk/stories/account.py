"""What pages and their units say of themselves in the notes: of this alone it hangs which units are one story."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes
from copydesk.model.spans import copy_spans
from copydesk.stories.apart import DAYS
from copydesk.stories.terms import Terms

_PAGE = np.dtype([("page", "<u8"), ("unit", "<u8")])
"""What every page says: its own number, and that of the first page of its unit."""
_UNIT = np.dtype([("days", DAYS), ("quoted", "<u4"), ("filled", "<u4")])
"""What the first page of a unit says besides: its days, and how many units before it have a quotation or a form in
common with it. Then come the numbers of their first pages, the codes of the terms and their weights."""
_PIECE = np.dtype("<u2")
"""All that is written is of so many bytes, or a multiple."""


def page_numbers(page_ids: Sequence[str]) -> NDArray[np.uint64]:
    """A number for each id of a page, in whatever pile: 64 bits of its hash. uint64[P]."""
    return np.frombuffer(b"".join(hashlib.sha256(one.encode()).digest()[:8] for one in page_ids), "<u8")


@dataclass(frozen=True, slots=True)
class Account:
    """What P pages say of themselves and of their U units, which are in the order of their first pages.

    Attributes:
        page: numbers of the pages, uint64[P].
        unit: the unit of each, int64[P].
        days: DAYS[U].
        quoted, filled: pairs of units with a quotation in common, and of those for which one form was filled; the
            later first, ascending. int64[n, 2].
        terms: those of the units. In the notes a weight has 11 bits: no story of 3,200 look-alike pages was another.
    """

    page: NDArray[np.uint64]
    unit: NDArray[np.int64]
    days: NDArray[Any]
    quoted: NDArray[np.int64]
    filled: NDArray[np.int64]
    terms: Terms

    def notes(self, page_ids: Sequence[str]) -> Notes:
        """The notes of the pages, whose ids are given in their order."""
        first = np.unique(self.unit, return_index=True)[1]
        number, units = self.page[first], len(first)
        about = np.zeros(units, _UNIT)
        about["days"] = self.days
        about["quoted"] = np.bincount(self.quoted[:, 0], minlength=units)
        about["filled"] = np.bincount(self.filled[:, 0], minlength=units)
        terms = np.diff(self.terms.start)
        parts = (
            _Part(np.ones(units, np.int64), about),
            _Part(about["quoted"].astype(np.int64), number[self.quoted[:, 1]]),
            _Part(about["filled"].astype(np.int64), number[self.filled[:, 1]]),
            _Part(terms, self.terms.code),
            _Part(terms, self.terms.weight.astype("<f2")),
        )
        heads = np.zeros(len(self.page), _PAGE)
        heads["page"], heads["unit"] = self.page, number[self.unit]
        head = _Part(np.ones(len(heads), np.int64), heads)
        size = head.pieces.copy()
        size[first] += sum((part.pieces for part in parts), np.zeros(units, np.int64))
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(size)])
        written = np.zeros(start[-1], _PIECE)
        head.write(written, start[:-1])
        at = start[first] + head.pieces[first]
        for part in parts:
            at = part.write(written, at)
        return Notes(page_ids, start * _PIECE.itemsize, written.view(np.uint8))

    @classmethod
    def read(cls, notes: Notes) -> Account:
        """What the notes of all pages of some units say."""
        written, start = notes.data.view(_PIECE), notes.start // _PIECE.itemsize
        heads, at = _read(written, start[:-1], np.ones(len(notes.pages), np.int64), _PAGE)
        first = np.flatnonzero(at < start[1:])
        about, at = _read(written, at[first], np.ones(len(first), np.int64), _UNIT)
        quoted, at = _read(written, at, about["quoted"].astype(np.int64), np.dtype("<u8"))
        filled, at = _read(written, at, about["filled"].astype(np.int64), np.dtype("<u8"))
        terms = (start[1:][first] - at) // 3  # two pieces of a code and one of a weight
        code, at = _read(written, at, terms, np.dtype("<u4"))
        weight, _ = _read(written, at, terms, np.dtype("<f2"))
        number = heads["page"][first]
        return cls(
            page=heads["page"],
            unit=_places(heads["unit"], number),
            days=about["days"],
            quoted=_pairs(about["quoted"], _places(quoted, number)),
            filled=_pairs(about["filled"], _places(filled, number)),
            terms=Terms(np.concatenate([np.zeros(1, np.int64), np.cumsum(terms)]), code, _floats(weight.view("<u2"))),
        )


def noted_pages(notes: Notes) -> NDArray[np.uint64]:
    """The numbers of the pages of notes. uint64[P]."""
    written, start = notes.data.view(_PIECE), notes.start // _PIECE.itemsize
    return np.asarray(_read(written, start[:-1], np.ones(len(notes.pages), np.int64), _PAGE)[0]["page"])


def _floats(bits: NDArray[np.uint16]) -> NDArray[np.float32]:
    """The positive numbers that 16 bits each stand for (IEEE 754)."""
    found = bits.astype(np.uint32)
    found <<= 13  # the same number with an exponent that is 112 too low
    numbers = found.view(np.float32)
    numbers *= np.float32(2.0**112)
    return numbers


def _places(asked: NDArray[np.uint64], among: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Where in an array values stand that it has."""
    order = np.argsort(among)
    return np.asarray(order[np.searchsorted(among[order], asked)])


def _pairs(counts: NDArray[np.uint32], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of a unit and another, of which each unit has so many."""
    return np.stack([np.repeat(np.arange(len(counts)), counts), others], axis=1)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of all notes: how many `values` each has, which stand one note's after the other's."""

    counts: NDArray[np.int64]
    values: NDArray[Any]

    @property
    def pieces(self) -> NDArray[np.int64]:
        """How many pieces each note has of it."""
        return self.counts * (self.values.dtype.itemsize // _PIECE.itemsize)

    def write(self, written: NDArray[np.uint16], at: NDArray[np.int64]) -> NDArray[np.int64]:
        """Write it from these places on; the places behind it."""
        pieces = self.pieces
        copy_spans(np.ascontiguousarray(self.values).view(_PIECE), np.cumsum(pieces) - pieces, written, at, pieces)
        return at + pieces


def _read(
    written: NDArray[np.uint16], at: NDArray[np.int64], counts: NDArray[np.int64], dtype: np.dtype[Any]
) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """So many values from each of these places on, one note's after the other's; the places behind them."""
    pieces = counts * (dtype.itemsize // _PIECE.itemsize)
    values = np.empty(int(counts.sum()), dtype)
    copy_spans(written, at, values.view(_PIECE), np.cumsum(pieces) - pieces, pieces)
    return values, at + pieces
