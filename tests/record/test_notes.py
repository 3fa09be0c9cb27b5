"""Notes of lessons are kept by lesson and page, whatever the order of pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.lesson import NO_NOTES, Notes
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


numbered = st.dictionaries(st.integers(1, 1_500), st.binary(max_size=4), max_size=8)
"""Notes of pages by their numbers, which lie in several blocks."""


def notes_of(found: dict[int, bytes]) -> Notes:
    """Notes of pages that are called after their numbers, in the order of these names."""
    names = sorted(map(str, found))
    return Notes.of(names, [found[int(name)] for name in names])


@given(numbered, numbered, numbered, st.sets(st.integers(1, 1_500), max_size=8))
def test_notes_of_many_blocks_are_read_with_newer_ones_in_their_place(
    first: dict[int, bytes], second: dict[int, bytes], newer: dict[int, bytes], others: set[int]
) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(resources.files("copydesk.record").joinpath("schema.sql").read_text(encoding="utf-8"))
    book = NoteBook(connection, {str(number): number for number in range(1, 1_501)})
    for some in (first, second):
        book.write("lines", notes_of(some))
    wanted = sorted(map(str, {*first, *newer, *others}))
    for more, said in ((NO_NOTES, first | second), (notes_of(newer), first | second | newer)):
        found = book.read("lines", wanted, more)
        assert [found[at] for at in range(len(wanted))] == [said.get(int(name), b"") for name in wanted]
    connection.close()
