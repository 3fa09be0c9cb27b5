"""People whom a frame asks for: those who undergo the act, and those who are only sent."""

from __future__ import annotations

import pytest

from tests.events.coding import told

UNDERGOING = [
    ("[Marland] expelled [three Ostravian diplomats] on Monday.", ["three Ostravian diplomats"]),
    ("[Marland] summoned [the Ostravian ambassador].", ["the Ostravian ambassador"]),
    ("[Marland] freed [three Ostravian journalists].", ["three Ostravian journalists"]),
    ("[Marland] welcomed [the Ostravian president] in Port Hale.", ["the Ostravian president"]),
]


@pytest.mark.parametrize(("sentence", "recipients"), UNDERGOING)
def test_people_in_the_object_undergo_the_act(sentence: str, recipients: list[str]) -> None:
    assert told(sentence)[0][1:] == (["Marland"], recipients)


SENT = [
    "[Marland] withdrew its [troops] from [Ostravia].",
    "[Marland] recalled [its ambassador] from [Ostravia].",
    "[Marland] sent an [envoy] to [Ostravia].",
    "[Marland] swapped [Kelmish prisoners] with [Ostravia].",
]


@pytest.mark.parametrize("sentence", SENT)
def test_whoever_is_sent_recalled_or_swapped_does_not(sentence: str) -> None:
    assert told(sentence)[0][1:] == (["Marland"], ["Ostravia"])
