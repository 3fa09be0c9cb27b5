"""What is written into notes is read from them again."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.model.lesson import Notes
from copydesk.stories.account import Account, noted_pages, page_numbers
from copydesk.stories.apart import DAYS
from copydesk.stories.terms import Terms

NO_PAIRS = np.empty((0, 2), np.int64)


def account(units: list[int], sizes: list[int], quoted: list[list[int]], filled: list[list[int]]) -> Account:
    """Pages of these units, which have so many terms."""
    rng = np.random.default_rng(7)
    days = np.zeros(len(sizes), DAYS)
    days["first"], days["last"], days["in_year"] = rng.integers(0, 800_000, (3, len(sizes)))
    start = np.cumsum([0, *sizes])
    code = np.concatenate([np.empty(0, np.int64), *(np.sort(rng.integers(0, 1 << 32, size)) for size in sizes)])
    weight = rng.integers(1, 2_000, len(code)) / 128
    return Account(
        page=page_numbers([f"p{at}" for at in range(len(units))]),
        unit=np.array(units, np.int64),
        days=days,
        quoted=np.array(quoted, np.int64).reshape(-1, 2),
        filled=np.array(filled, np.int64).reshape(-1, 2),
        terms=Terms(start, code.astype(np.uint32), weight.astype(np.float32)),
    )


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(account([], [], [], []), id="no pages"),
        pytest.param(account([0], [0], [], []), id="a page without words"),
        pytest.param(account([0, 1, 0, 2, 1], [3, 0, 1], [], []), id="units of several pages"),
        pytest.param(account([0, 1, 2, 3], [2, 1, 0, 4], [[1, 0], [3, 0], [3, 2]], [[2, 1], [3, 1]]), id="pairs"),
    ],
)
def test_notes_say_what_was_written(told: Account) -> None:
    page_ids = [f"p{at}" for at in range(len(told.page))]
    notes = told.notes(page_ids)
    read = Account.read(Notes.of(page_ids, [notes[at] for at in range(len(page_ids))]))
    for name in ("page", "unit", "days", "quoted", "filled"):
        assert getattr(read, name).tolist() == getattr(told, name).tolist(), name
    for name in ("start", "code", "weight"):
        assert getattr(read.terms, name).tolist() == getattr(told.terms, name).tolist(), name
    assert noted_pages(notes).tolist() == told.page.tolist()


def test_a_page_that_is_not_the_first_of_its_unit_says_little() -> None:
    notes = account([0, 0, 1], [200, 1], [], []).notes(["p0", "p1", "p2"])
    assert [len(notes[at]) for at in range(3)] == [1_236, 16, 42]


def test_the_number_of_a_page_is_the_same_in_every_pile() -> None:
    assert page_numbers(["b"]).tolist() == page_numbers(["a", "b"]).tolist()[1:]
    assert not len(page_numbers([]))
