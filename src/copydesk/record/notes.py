"""Notes of lessons (`copydesk.model.lesson`), kept from build to build, by lesson and page."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import repeat

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
        within = "SELECT key - ?1, data FROM notes WHERE key BETWEEN ?1 AND ?1 | ?2"
        found = dict(self._connection.execute(within, (base, (1 << _PAGES) - 1)))
        return Notes.of(pages, map(found.get, map(numbers.__getitem__, pages), repeat(b"")))

    def forget(self) -> None:
        """Drop all notes: a build that works everything out anew writes them all."""
        self._connection.execute("DELETE FROM notes")

    def _lesson(self, name: str) -> int:
        """The number of a lesson, given to it when it is met first."""
        self._connection.execute("INSERT OR IGNORE INTO lessons (name) VALUES (?)", (name,))
        return int(self._connection.execute("SELECT number FROM lessons WHERE name = ?", (name,)).fetchone()[0])
