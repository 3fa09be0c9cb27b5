"""Places: the run of capitals behind a preposition, and what looks like one."""

from __future__ import annotations

import pytest

from copydesk.events.where import REACH, place_named


def place(text: str) -> str | None:
    return place_named(text, 0, len(text), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met in Ellerby.", "Ellerby"),
        ("met at the Harbour Hall in Ellerby", "the Harbour Hall"),
        ("met in Ellerby, Norland, on Tuesday", "Ellerby, Norland"),
        ("met in Ellerby Tuesday to talk", "Ellerby"),
        ("met in Ellerby, May 5, to talk", "Ellerby"),
        ("met in Ellerby May 5 to talk", "Ellerby"),
        ("met in Cape May to talk", "Cape May"),
        ("met in St. John's on Tuesday", "St. John's"),
        ("met in Ellerby's Harbour Hall", "Ellerby's Harbour Hall"),
        ("met in May in Ellerby.", "Ellerby"),
        ("fought in the Ellerby region on Tuesday", "the Ellerby region"),
        ("killed in the southern Norland village of Kelm on Monday", "Kelm"),
        ("met in the port city of Ellerby, Norland", "Ellerby, Norland"),
        ("met in the town of Kelm", "Kelm"),
        ("met in the City of London", "the City of London"),
        ("fought in the Marches on Tuesday", "the Marches"),
        ("fined for bribes in the Ellerby ferry affair in Kelm", "Kelm"),
        ("hit stores in south Norland; envoy in Ellerby", None),
        ("met, and troops left for the talks in Ellerby", None),
        ("signed a bill that has parts about ships in Ellerby", None),
        ("met near the old mill in Ellerby, and left", "Ellerby"),
        ("held talks on the small island of Brume", "Brume"),
        ("held talks on the eve of Easter", None),
    ],
)
def test_what_follows_a_preposition_is_the_place(text: str, expected: str | None) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "will meet in May.",
        "will meet in June, officials said.",
        "spoke at Monday's Harbour Board session.",
        "spoke in English.",
        "spoke in Norwegian to the crowd.",
        "spoke in Arabic.",
        "fished in Norwegian waters.",
        "met in Ellerby's old harbour.",
        "will meet at Easter.",
        "fined for bribes in the Ellerby ferry affair.",
        "meddled in Norway's inside affairs.",
    ],
)
def test_months_languages_and_owners_are_no_places(text: str) -> None:
    assert place(text) is None


def test_a_place_that_begins_within_reach_is_read_to_its_end() -> None:
    text = "x" * (REACH - 13) + " ships in the East Norland Sea."
    assert place(text) == "the East Norland Sea"
    assert place("x" * (REACH + 1) + " in Ellerby.") is None
