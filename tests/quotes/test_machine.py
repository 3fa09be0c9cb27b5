"""Whether the machine that reworded a page left its quotations alone."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.model.page import Wording
from copydesk.model.provenance import Substitution
from copydesk.quotes.machine import Habit, machines
from copydesk.quotes.settings import SETTINGS
from copydesk.quotes.utterance import quotations_of
from tests.quotes.pages import page

SAID = "the harbour office keeps its old seal and the pilots keep their boats until the spring"
TOLD = "officers acknowledged that the vessels had departed the anchorage"


def habit(text: str, swapped: str, times: int, wording: Wording = Wording.SPUN_COPY) -> Habit:
    """The habit of a page in which the first `times` places of a word are swapped ones."""
    read = dataclasses.replace(page(text), wording=wording)
    places: list[int] = []
    for _ in range(times):
        places.append(text.index(swapped, places[-1] + 1 if places else 0))
    swaps = [
        Substitution("p1", at, at + len(swapped), swapped, "x", "lexicon", None, None, None, 0.9) for at in places
    ]
    found = machines([read], {"p1": quotations_of(read)}, {"p1": swaps}, SETTINGS)
    return found["p1"].habit if found else Habit.NONE


@pytest.mark.parametrize(
    ("text", "swapped", "times", "expected"),
    [
        (f"The {TOLD}. “{SAID},” he said.\n\n" * 6, "officers", 6, Habit.SPARES),
        (f"The {TOLD}. “{SAID},” he said.\n\n" * 6, "keeps", 4, Habit.REWORDS),
        (f"The {TOLD}. “Fine,” he said.\n\n" * 6, "officers", 6, Habit.UNKNOWN),
    ],
    ids=["spares", "rewords", "too few quoted words"],
)
def test_habit(text: str, swapped: str, times: int, expected: Habit) -> None:
    assert habit(text, swapped, times) is expected


def test_a_page_that_no_machine_reworded_has_none() -> None:
    assert habit(f"“{SAID},” he said.", "keeps", 1, Wording.ORIGINAL) is Habit.NONE
