"""Notes of lessons are kept by lesson and page, whatever the order of pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources

import pytest

from copydesk.model.lesson import Notes
from copydesk.record.notes import NoteBook

NUMBERS = {"pa": 7, "pb": 2, "pc": 5, "pd": 1}
"""Pages by id, with the numbers that they have in a case."""


@pytest.fixture
def book() -> Iterator[NoteBook]:
    """The notes of an empty case."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(resources.files("copydesk.record").joinpath("schema.sql").read_text(encoding="utf-8"))
    yield NoteBook(connection, NUMBERS)
    connection.close()


def told(book: NoteBook, lesson: str, pages: list[str]) -> list[bytes]:
    """The notes of pages in a lesson."""
    notes = book.read(lesson, pages)
    return [notes[at] for at in range(len(pages))]


def test_notes_come_in_the_order_of_the_pages_that_are_asked_for(book: NoteBook) -> None:
    book.write("lines", Notes.of(["pa", "pb", "pc"], [b"one", b"", b"three"]))
    book.write("words", Notes.of(["pb"], [b"another lesson"]))
    assert told(book, "lines", ["pa", "pb", "pc", "pd"]) == [b"one", b"", b"three", b""]
    assert told(book, "lines", ["pd", "pc"]) == [b"", b"three"]
    assert told(book, "words", ["pa", "pb"]) == [b"", b"another lesson"]
    assert told(book, "dates", ["pa"]) == [b""]


def test_newer_notes_of_a_page_take_the_place_of_older_ones(book: NoteBook) -> None:
    book.write("lines", Notes.of(["pa", "pb"], [b"old", b"kept"]))
    book.write("lines", Notes.of(["pa"], [b"much newer"]))
    assert told(book, "lines", ["pa", "pb"]) == [b"much newer", b"kept"]
    book.write("lines", Notes.of(["pa"], [b""]))
    assert told(book, "lines", ["pa", "pb"]) == [b"", b"kept"]
    book.forget()
    assert told(book, "lines", ["pa", "pb"]) == [b"", b""]
