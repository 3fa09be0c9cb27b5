"""Meetings: under which keys values meet, and who hears of it when that changes."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.model.lesson import Notes
from copydesk.model.meeting import Meetings, distinct, holding, keys_of, notes_of, records_of, within

PAGES = ("a", "b", "c", "d")
Held = list[tuple[int, int, int]]
"""Page, key and value."""


def notes(held: Held) -> Notes:
    page, key, value = (np.array(column) for column in zip(*held, strict=True))
    return notes_of(PAGES, page.astype(np.int64), records_of(key.astype(np.uint32), value.astype(np.uint32)))


def met(held: Held, most: int = 3) -> Meetings:
    return Meetings.of(distinct(notes(held)), most)


def test_a_key_and_its_value_are_read_back() -> None:
    records = records_of(np.array([7, 2**32 - 1], np.uint32), np.array([2**32 - 1, 0], np.uint32))
    assert keys_of(records).tolist() == [7, 2**32 - 1]
    assert records.astype(np.uint32).tolist() == [2**32 - 1, 0]


def test_a_page_notes_what_it_holds_once_whatever_the_order() -> None:
    held = [(2, 9, 1), (0, 5, 1), (2, 5, 3), (0, 5, 1)]
    one, other = notes(held), notes(held[::-1])
    assert [len(one[page]) // 8 for page in range(len(PAGES))] == [1, 0, 2, 0]
    assert [one[page] for page in range(len(PAGES))] == [other[page] for page in range(len(PAGES))]


def test_several_values_meet_and_too_many_do_not() -> None:
    known = met([(0, 5, 1), (1, 5, 2), (0, 6, 1), (1, 6, 1), *((0, 8, value) for value in range(4))])
    assert known.keys.tolist() == [5]
    assert known.crowded.tolist() == [8]


def test_nothing_is_learned_from_nothing() -> None:
    empty = Meetings.of(np.empty(0, np.uint64), 3)
    assert (len(empty.keys), len(empty.held), len(empty.crowded)) == (0, 0, 0)
    assert met([(0, 5, 1), (1, 5, 2)]).unlike(empty).tolist() == [5]
    assert not within(np.array([5], np.uint32), empty.keys).any()


MEETING: Held = [(0, 5, 1), (1, 5, 2), (2, 7, 1), (3, 7, 4)]


@pytest.mark.parametrize(
    ("changed", "keys"),
    [
        (MEETING, []),
        ([*MEETING, (3, 5, 1)], []),  # another page with a value that is there
        ([*MEETING, (3, 5, 3)], [5]),
        ([(0, 5, 1), (1, 5, 3), *MEETING[2:]], [5]),
        (MEETING[:3], [7]),  # the last but one leaves the one alone
        ([*MEETING, (2, 5, 8), (3, 5, 9)], [5]),  # a crowd
        ([*MEETING, (0, 6, 1), (1, 6, 2)], [6]),
        ([*MEETING, (0, 6, 1)], []),
    ],
)
def test_what_changed_is_seen_from_either_side(changed: Held, keys: list[int]) -> None:
    before, after = met(MEETING), met(changed)
    assert before.unlike(after).tolist() == after.unlike(before).tolist() == keys


def test_all_pages_that_hold_a_key_are_told() -> None:
    assert holding(np.array([5, 6], np.uint32), notes([*MEETING, (3, 5, 1)])).tolist() == [0, 1, 3]
    assert holding(np.empty(0, np.uint32), notes(MEETING)).tolist() == []
