"""Notes: bytes by page."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.lesson import Notes

IDS = [f"p{at:02d}" for at in range(12)]
some_notes = st.dictionaries(st.sampled_from(IDS), st.binary(max_size=3))


def notes_of(found: dict[str, bytes]) -> Notes:
    """The notes of pages, in the order of their ids."""
    return Notes.of(sorted(found), [found[page] for page in sorted(found)])


@given(some_notes, some_notes)
def test_notes_that_are_not_as_others_are_told(older: dict[str, bytes], newer: dict[str, bytes]) -> None:
    before = Notes.of(sorted(newer), [older.get(page, b"") for page in sorted(newer)])
    found = notes_of(newer).unlike(before)
    assert {page: found[at] for at, page in enumerate(found.pages)} == {
        page: note for page, note in newer.items() if note != older.get(page, b"")
    }


@given(some_notes)
def test_some_notes_are_taken(notes: dict[str, bytes]) -> None:
    found = notes_of(notes).taken(range(0, len(notes), 2))
    assert {page: found[at] for at, page in enumerate(found.pages)} == {
        page: notes[page] for page in sorted(notes)[::2]
    }


@given(some_notes, some_notes)
def test_notes_are_equal_where_all_bytes_are(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert (notes_of(one) == notes_of(other)) == (one == other)


def test_records_know_their_pages() -> None:
    notes = Notes.of_records(["a", "b", "c"], np.array([2, 0, 1]), np.array([7, 8, 9], np.uint16))
    assert notes.records(np.uint16).tolist() == [7, 8, 9]
    assert notes.page_of_records(np.uint16).tolist() == [0, 0, 2]
    assert notes[1] == b""
