"""Notes of lessons (`copydesk.model.lesson`), kept from build to build, by lesson and page."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import numpy as np

from copydesk.model.lesson import Notes

_PAGES = 32
"""Bits of the key of a note that are the number of the page; those above are the number of the lesson."""


class NoteBook:
    """The notes of a case. Pages go by their numbers in `extracted`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def write(self, lesson: str, notes: Notes, numbers: Mapping[str, int]) -> None:
        """Keep the notes of some pages in place of those that they had."""
        base = self._lesson(lesson) << _PAGES
        rows = ((base | numbers[page], notes[at]) for at, page in enumerate(notes.pages))
        self._connection.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", rows)

    def read(self, lesson: str, pages: Sequence[str], numbers: Mapping[str, int]) -> Notes:
        """The notes of pages, in their order, empty where a page has none."""
        base = self._lesson(lesson) << _PAGES
        span = base, base | (1 << _PAGES) - 1
        within = "FROM notes WHERE key BETWEEN ? AND ? ORDER BY key"
        own = np.fromiter(map(numbers.__getitem__, pages), np.int64, len(pages))
        row = np.full(max(numbers.values(), default=0) + 1, -1, np.int64)
        row[own] = np.arange(len(own))
        found = self._connection.execute(f"SELECT key, length(data) {within}", span).fetchall()
        key, length = np.array(found, np.int64).reshape(-1, 2).T
        at = row[key - base]
        sizes = np.zeros(len(pages), np.int64)
        sizes[at[at >= 0]] = length[at >= 0]
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        data = np.empty(start[-1], np.uint8)
        rows = self._connection.execute(f"SELECT data {within}", span)
        for place, (note,) in zip(np.where(at >= 0, start[at], -1).tolist(), rows, strict=True):
            if place >= 0:
                data[place : place + len(note)] = np.frombuffer(note, np.uint8)
        return Notes(pages, start, data)

    def forget(self) -> None:
        """Drop all notes: a build that works everything out anew writes them all."""
        self._connection.execute("DELETE FROM notes")

    def _lesson(self, name: str) -> int:
        """The number of a lesson, given to it when it is met first."""
        self._connection.execute("INSERT OR IGNORE INTO lessons (name) VALUES (?)", (name,))
        return int(self._connection.execute("SELECT number FROM lessons WHERE name = ?", (name,)).fetchone()[0])
