"""Lists of those who act, and clauses that look like lists."""

from __future__ import annotations

import pytest

from tests.events.coding import told

CLAUSES = [
    "[Marland] criticized [Kelm], and [Ostravia] urged [Sundia] to act.",
    "[Marland] granted asylum to [Ivo Tarn], and [Ostravia] urged [Sundia] to act.",
    "[Marland] criticized [Kelm], [Ivo Tarn] and [Ada Roe], and [Ostravia] urged [Sundia] to act.",
    "In [Marland], nurses went on strike, and [Ostravia] urged [Sundia] to act.",
]


@pytest.mark.parametrize("sentence", CLAUSES)
def test_the_object_before_a_comma_and_does_not_act_in_the_next_clause(sentence: str) -> None:
    assert told(sentence)[-1][1:] == (["Ostravia"], ["Sundia"])


LISTS = [
    "[Marland], [Kelm], and [Ostravia] urged [Sundia] to act.",
    "Officials of [Marland], [Kelm], and [Ostravia] urged [Sundia] to act.",
    "[Marland] of the north, [Kelm], and [Ostravia] urged [Sundia] to act.",
]


@pytest.mark.parametrize("sentence", LISTS)
def test_the_members_of_a_list_act_together(sentence: str) -> None:
    assert told(sentence)[-1][1:] == (["Marland", "Kelm", "Ostravia"], ["Sundia"])
