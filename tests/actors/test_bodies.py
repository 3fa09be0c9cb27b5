"""Institutions that several states have under one name."""

from __future__ import annotations

import pytest

from tests.actors.pages import find, named


def countries(text: str, word: str) -> set[str | None]:
    """The countries of the actors that are named where `word` stands."""
    found = find(text)
    own = {row.actor_id for row in found.actor_mentions if word in row.text}
    return {actor.country for actor in found.actors if actor.actor_id in own}


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Peru's Congress voted on Monday.", "Congress", "PER"),
        ("The Peruvian Congress voted on Monday.", "Congress", "PER"),
        ("Peru's Congress voted on Monday. Congress then rose.", "Congress", "PER"),
        ("South Korea's Joint Chiefs of Staff said so.", "Joint", "KOR"),
        ("Japan's House of Representatives voted on Monday.", "Representatives", "JPN"),
        ("The German Foreign Office said so.", "Foreign Office", "DEU"),
        ("Congress voted on Monday.", "Congress", "USA"),
        ("The U.S. Congress voted on Monday.", "Congress", "USA"),
        ("China said no. China has warned Norway. Congress voted.", "Congress", "USA"),
        ("India said no. India has warned Norway. The opposition Congress said so.", "Congress", "IND"),
        ("Mexico said no. Mexico has warned Norway. Congress voted.", "Congress", "MEX"),
        ("Mexico said no. Mexico has warned the United States. Congress voted.", "Congress", "USA"),
        ("The Pentagon said so. Japan's Pentagon contact left.", "Pentagon", "USA"),
    ],
)
def test_a_shared_name_is_the_body_of_the_state_before_it(text: str, word: str, country: str) -> None:
    assert countries(text, word) == {country}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air France said so.", "Air France"),
        ("The crew of Air India said so.", "Air India"),
        ("Radio France said so.", "Radio France"),
        ("Bank of China said so.", "Bank of China"),
        ("Japan Airlines said so.", "Japan Airlines"),
        ("US Steel said so.", "US Steel"),
        ("Norway Harbour Bank said so.", "Norway Harbour Bank"),
    ],
)
def test_a_company_is_not_the_country_in_its_name(text: str, name: str) -> None:
    assert named(find(text)) == [(name, name)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Israel Police said so.", "ISR"),
        ("The US Navy said so.", "USA"),
        ("Government of China said so.", "CHN"),
        ("China said so.", "CHN"),
    ],
)
def test_a_state_and_its_forces_stay_its_own(text: str, country: str) -> None:
    assert {actor.country for actor in find(text).actors} == {country}
