"""States that no list has: told from their offices and adjectives."""

from __future__ import annotations

import pytest

from copydesk.actors.polities import Clues, find_polities
from copydesk.model.actor import ActorKind
from tests.actors.pages import actors, find, named

NEWS = "The president of Ostrania met the Ostranian foreign minister. "


def test_a_state_and_its_adjective_make_a_government() -> None:
    actor = actors(find(NEWS + "Ostrania has warned Peru."))["Ostrania"]
    assert (actor.kind, actor.role, actor.country) == (ActorKind.GOVERNMENT, "government", None)


def test_what_one_page_tells_holds_on_another() -> None:
    assert ("Ostrania", "Ostrania") in named(find(NEWS, "Peru accused Ostrania of delay."))


def test_a_state_is_a_place_too() -> None:
    for text in ("They fish in Ostrania.", "They live in Port Kelm, Ostrania, and fish."):
        assert [mention for mention in find(NEWS, text).actor_mentions if mention.page_id == "p1"] == []


def test_its_unnamed_officials_act_for_it() -> None:
    assert ("An Ostranian official", "Ostrania") in named(find(NEWS + "An Ostranian official declined."))


@pytest.mark.parametrize(
    ("states", "adjectives", "found"),
    [
        ({"ostrania"}, {"ostranian"}, {"ostrania": "ostrania", "ostranian": "ostrania"}),
        ({"kelmere"}, {"kelmeri"}, {"kelmere": "kelmere", "kelmeri": "kelmere"}),
        ({"ostrania"}, set(), {}),
        ({"ostrania"}, {"ostler"}, {}),
        ({"harvard"}, {"harvard"}, {}),
    ],
)
def test_both_are_needed(states: set[str], adjectives: set[str], found: dict[str, str]) -> None:
    assert find_polities([Clues(states, adjectives)]) == found
