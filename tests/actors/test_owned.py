"""Bodies and forces behind `its`."""

from __future__ import annotations

import pytest

from tests.actors.pages import actors, find


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norwegian jets bombed the port. Its army also shelled a bridge.", "NOR"),
        ("Norway waited, its military said.", "NOR"),
        ("Norway accused Peru, its military said.", None),
        ("Norway accused Peru. Its army shelled a bridge.", None),
        ("The firm paid. Its army of clerks left.", None),
    ],
)
def test_its_army_is_that_of_the_one_state_told_of(text: str, country: str | None) -> None:
    found = actors(find(text))
    assert {actor.country for name, actor in found.items() if name.endswith("military")} == {country}


def test_its_ministry_is_too() -> None:
    found = actors(find("Norway recalled its envoy. Its foreign ministry gave no reason."))
    assert found["foreign ministry"].country == "NOR"


def test_two_states_may_each_have_their_own() -> None:
    found = actors(find("Norway said that its troops had fired. Then Peru denied that its troops had."))
    assert {"Norwegian military", "Peruvian military"} <= found.keys()
