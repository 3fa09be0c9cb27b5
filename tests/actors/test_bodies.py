"""Institutions that several states have under one name."""

from __future__ import annotations

import pytest

from tests.actors.pages import find


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
