"""Notes of lessons (`copydesk.model.lesson`), kept from build to build, by lesson and page.

Those of 256 pages with numbers on end are one row: 200,000 notes of a dozen bytes are read in milliseconds, and where
few pages have anything to say, little is kept.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import NO_NOTES, Notes
from copydesk.model.spans import copy_spans

_BLOCK = 8
"""Bits of the number of a page that say where in its block it is; the others are the number of the block."""
_ROOM = 1 << _BLOCK
_BLOCKS = 32
"""Bits of the key of a row that are the number of the block; those above are the number of the lesson."""
_SIZE = np.dtype("<u4")
_MANY = 10_000
"""Pages whose numbers are looked up once: each lesson asks for all pages of the case, in one list."""


class NoteBook:
    """The notes of a case. `numbers` are those of its pages in `extracted`, by id."""

    def __init__(self, connection: sqlite3.Connection, numbers: Mapping[str, int]) -> None:
        self._connection = connection
        self.numbers = numbers
        self._asked: dict[int, tuple[Sequence[str], NDArray[np.int64]]] = {}

    def write(self, lesson: str, notes: Notes) -> None:
        """Keep the notes of some pages in place of those that they had."""
        base, numbers = self._base(lesson), self._numbered(notes.pages)
        order = np.argsort(numbers)
        edges = np.flatnonzero(np.diff(numbers[order] >> _BLOCK)) + 1
        for pages in np.split(order, edges) if len(order) else ():
            key = base | int(numbers[pages[0]]) >> _BLOCK
            ends, data = np.cumsum(self._sizes(key, _ROOM)).tolist(), self._data(key).tobytes()
            block = [data[first:last] for first, last in itertools.pairwise((0, *ends))]
            for place, at in zip((numbers[pages] % _ROOM).tolist(), pages.tolist(), strict=True):
                block[place] = notes[at]
            self._put(key, block)

    def read(self, lesson: str, pages: Sequence[str], newer: Notes = NO_NOTES) -> Notes:
        """The notes of pages, in their order, empty where a page has none; of pages with a newer one, that."""
        base, numbers, renewed = self._base(lesson), self._numbered(pages), self._numbered(newer.pages)
        row = np.full((int(numbers.max(initial=0)) >> _BLOCK) + 1 << _BLOCK, -1, np.int64)
        row[numbers] = np.arange(len(pages))
        others = row[renewed]
        row[renewed] = -1
        kept = self._sizes(base, len(row))
        sizes = np.zeros(len(pages), np.int64)
        sizes[row[row >= 0]] = kept[row >= 0]
        sizes[others] = np.diff(newer.start)
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        data = np.empty(start[-1], np.uint8)
        copy_spans(newer.data, newer.start, data, start[others], sizes[others])
        for block in np.unique(np.flatnonzero((row >= 0) & (kept > 0)) >> _BLOCK).tolist():
            places = slice(block << _BLOCK, (block + 1) << _BLOCK)
            at, own = row[places], kept[places]
            here = at >= 0
            copy_spans(self._data(base | block), (np.cumsum(own) - own)[here], data, start[at[here]], own[here])
        return Notes(pages, start, data)

    def forget(self) -> None:
        """Drop all notes: a build that works everything out anew writes them all."""
        self._connection.execute("DELETE FROM notes")

    def _numbered(self, pages: Sequence[str]) -> NDArray[np.int64]:
        known, numbers = self._asked.get(id(pages), (None, None))
        if known is not pages or numbers is None:
            numbers = np.fromiter(map(self.numbers.__getitem__, pages), np.int64, len(pages))
            if len(pages) >= _MANY:
                self._asked[id(pages)] = pages, numbers
        return numbers

    def _base(self, lesson: str) -> int:
        """The key of the first block of a lesson, which gets its number when it is met first."""
        self._connection.execute("INSERT OR IGNORE INTO lessons (name) VALUES (?)", (lesson,))
        found = self._connection.execute("SELECT number FROM lessons WHERE name = ?", (lesson,)).fetchone()
        return int(found[0]) << _BLOCKS

    def _sizes(self, first: int, pages: int) -> NDArray[np.int64]:
        """The sizes of the notes of so many pages from a block on, in bytes: int64[pages]."""
        sizes = np.zeros(pages, np.int64)
        within = "SELECT key, sizes FROM notes WHERE key >= ? AND key < ?"
        for key, found in self._connection.execute(within, (first, first + (pages >> _BLOCK))):
            sizes[(key - first) << _BLOCK :][:_ROOM] = np.frombuffer(found, _SIZE)
        return sizes

    def _data(self, key: int) -> NDArray[np.uint8]:
        """The notes of a block, one after the other."""
        found = self._connection.execute("SELECT data FROM notes WHERE key = ?", (key,)).fetchone()
        return np.frombuffer(found[0] if found else b"", np.uint8)

    def _put(self, key: int, notes: Sequence[bytes]) -> None:
        """Keep the notes of a block, if there is any."""
        self._connection.execute("DELETE FROM notes WHERE key = ?", (key,))
        if any(notes):
            sizes = np.fromiter(map(len, notes), _SIZE, _ROOM)
            row = (key, sizes.tobytes(), b"".join(notes))
            self._connection.execute("INSERT INTO notes VALUES (?, ?, ?)", row)
