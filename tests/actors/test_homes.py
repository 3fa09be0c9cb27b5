"""Officials and bodies of the state that a report is sent from."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.actors import find_actors
from copydesk.actors.homes import country_of_dateline
from copydesk.model.pile import Pile
from tests.actors.pages import actors, pile, related


def sent(*reports: tuple[str | None, str]) -> Pile:
    """The pile of reports, each with its dateline and its text, with its actors."""
    plain = pile(*(text for _, text in reports))
    pages = (dataclasses.replace(one, dateline=line) for one, (line, _) in zip(plain.pages, reports, strict=True))
    return find_actors(dataclasses.replace(plain, pages=tuple(pages)))


@pytest.mark.parametrize(
    ("dateline", "country"),
    [
        ("Lima", "PER"),
        ("Tallow, Peru", "PER"),
        ("Tallow", None),
        ("Tallow, Georgia", None),
        ("Paris, Texas", None),
        ("Brussels", None),
        ("", None),
        (None, None),
    ],
)
def test_the_country_of_a_dateline(dateline: str | None, country: str | None) -> None:
    assert country_of_dateline(dateline) == country


@pytest.mark.parametrize(
    "title",
    [
        "President",
        "Acting President",
        "Interior Minister",
        "Police Commissioner",
        "Army chief",
        "Opposition leader",
        "Foreign Secretary",
    ],
)
def test_an_official_is_of_the_state_of_the_dateline(title: str) -> None:
    assert actors(sent(("Lima", f"{title} Ann Roe said no.")))["Ann Roe"].country == "PER"


@pytest.mark.parametrize(
    "title", ["Union president", "General Secretary", "Coach", "Ambassador", "NATO Secretary General"]
)
def test_others_are_not(title: str) -> None:
    assert actors(sent(("Lima", f"{title} Ann Roe said no.")))["Ann Roe"].country is None


@pytest.mark.parametrize(
    "text",
    [
        "Norway waited. Interior Minister Ann Roe said no.",
        "Norwegian officials waited. Interior Minister Ann Roe said no.",
        "Interior Minister Ann Roe said that Norway had waited.",
    ],
)
def test_behind_another_state_nobody_is_taken_for_one_at_home(text: str) -> None:
    assert actors(sent(("Lima", text)))["Ann Roe"].country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Interior Minister Ann Roe met her Norwegian counterpart, Jan Poe, on Monday.", "PER"),
        ("Interior Minister Ann Roe met her Peruvian counterpart, Jan Poe, on Monday.", None),
        ("Peru asked for help, and Norway sent some. Interior Minister Ann Roe said thanks.", "PER"),
        ("Peru asked for help, and Norway sent some. Foreign Minister Ann Roe said thanks.", None),
        ("Norway waited for Norwegian officials. Interior Minister Ann Roe said thanks.", None),
    ],
)
def test_on_a_page_about_home_others_may_be_named(text: str, country: str | None) -> None:
    assert actors(sent(("Lima", text)))["Ann Roe"].country == country


def test_what_is_only_made_abroad_names_no_state() -> None:
    found = actors(sent(("Lima", "A Norwegian company paid. Interior Minister Ann Roe said no.")))
    assert found["Ann Roe"].country == "PER"


def test_a_country_that_any_page_tells_overrules_the_dateline() -> None:
    found = sent(("Lima", "Interior Minister Ann Roe left."), (None, "Norwegian Interior Minister Ann Roe left."))
    assert actors(found)["Ann Roe"].country == "NOR"


def test_datelines_of_two_states_tell_nothing() -> None:
    found = sent(("Lima", "Interior Minister Ann Roe left."), ("Oslo", "Interior Minister Ann Roe left."))
    assert actors(found)["Ann Roe"].country is None


def test_forces_and_bodies_are_of_the_state_of_the_dateline() -> None:
    found = actors(sent(("Lima", "Police fired at a crowd. The parliament voted. Norway waited. Then police left.")))
    assert {name: actor.country for name, actor in found.items()} == {
        "Peruvian police": "PER",
        "parliament": "PER",
        "Norway": "NOR",
    }


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The government rejected the plan.", True),
        ("Villagers blamed the authorities.", True),
        ("The interior minister said no.", True),
        ("The government of the island rejected the plan.", False),
        ("The government building burned.", False),
        ("Norway waited. The government rejected the plan.", False),
    ],
)
def test_the_government_is_that_of_the_dateline(text: str, acts: bool) -> None:
    assert ("Peru" in actors(sent(("Lima", text)))) is acts


def test_a_page_without_a_dateline_has_that_of_the_text_it_shares() -> None:
    plain = pile("Police fired at a crowd.", "Police fired at a crowd.")
    pages = (dataclasses.replace(plain.pages[0], dateline="Lima"), plain.pages[1])
    found = find_actors(dataclasses.replace(plain, pages=pages, lineage=related("p0", "p1")))
    assert [(actor.name, actor.n_pages) for actor in found.actors] == [("Peruvian police", 2)]
