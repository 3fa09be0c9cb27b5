"""Counterparts whom a page does not name: the government of their country."""

from __future__ import annotations

import pytest

from copydesk.model.actor import ActorKind
from tests.actors.pages import actors, find, named


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The mayor called his Norwegian counterpart on Monday.", "Norwegian counterpart", "NOR"),
        ("The mayor met her counterpart in Norway on Monday.", "counterpart in Norway", "NOR"),
    ],
)
def test_an_unnamed_counterpart_acts_for_the_country(text: str, words: str, country: str) -> None:
    found = find(text)
    assert [(actor.kind, actor.country) for actor in found.actors] == [(ActorKind.GOVERNMENT, country)]
    assert [mention for mention, _ in named(found)] == [words]


@pytest.mark.parametrize(
    "text", ["The mayor called his counterpart.", "Its counterpart to the pier is a Norwegian wall."]
)
def test_a_counterpart_of_no_country_is_nobody(text: str) -> None:
    assert not find(text).actors


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Maria Roe met her Norwegian counterpart, Jan Poe, on Monday.", "NOR"),
        ("Maria Roe met Norwegian counterpart Jan Poe on Monday.", "NOR"),
        ("Maria Roe met a Norwegian rose grower, Jan Poe, on Monday.", None),
    ],
)
def test_a_named_counterpart_is_of_the_country(text: str, country: str | None) -> None:
    assert actors(find(text))["Jan Poe"].country == country
