"""People: names, offices, countries."""

from __future__ import annotations

import pytest

from copydesk.model.actor import ActorKind
from tests.actors.pages import actors, find, named


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Norwegian Foreign Minister Mirela Dovic met reporters.", "Mirela Dovic", "Foreign Minister", "NOR"),
        ("Mirela Dovic, the mayor of Tallow, spoke first.", "Mirela Dovic", "mayor", None),
        ("Chile's top diplomat, Orsolo Bant, left early.", "Orsolo Bant", "top diplomat", "CHL"),
        ("The Peruvian defence minister, Orsolo Bant, left early.", "Orsolo Bant", "defence minister", "PER"),
        ("U.S. Secretary of State Orsolo Bant arrived.", "Orsolo Bant", "Secretary of State", "USA"),
        ("Secretary of State Orsolo Bant arrived.", "Orsolo Bant", "Secretary of State", "USA"),
        ("Prime Minister Orsolo Bant of Latvia arrived.", "Orsolo Bant", "Prime Minister", "LVA"),
        ("State Department spokesman Orsolo Bant declined.", "Orsolo Bant", "State Department spokesman", "USA"),
        ("Assistant Foreign Minister Xu Lanying waited.", "Xu Lanying", "Assistant Foreign Minister", None),
        ("MSP Mirela Dovic spoke first.", "Mirela Dovic", "MSP", None),
        ("Cllr Mirela Dovic spoke first.", "Mirela Dovic", "Councillor", None),
        ("Engr. Mirela Dovic spoke first.", "Mirela Dovic", "Engineer", None),
        ("The president of Kenya, Orsolo Bant, waited.", "Orsolo Bant", "president", "KEN"),
    ],
)
def test_a_person_has_office_and_country(text: str, name: str, role: str, country: str | None) -> None:
    actor = actors(find(text))[name]
    assert (actor.kind, actor.role, actor.country) == (ActorKind.PERSON, role, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Theresa May waved. May left.", "Theresa May"),
        ("Sen. Orsolo Bant (D-N.Y.) left.", "Orsolo Bant"),
        ("“It is over.” — Orsolo Bant", "Orsolo Bant"),
        ("The clerk thanked Orsolo Bant. Ms. Bant smiled.", "Orsolo Bant"),
        ("South Korean President Park Orsol-ba left.", "Park Orsol-ba"),
    ],
)
def test_what_makes_a_person(text: str, name: str) -> None:
    assert name in actors(find(text))


@pytest.mark.parametrize("text", ["Kelm Lantern Is Lit", "That He was late is known.", "The Queen City slept."])
def test_what_makes_none(text: str) -> None:
    assert not find(text).actors


def test_forms_of_one_name_are_one_person() -> None:
    found = find("Vice President Joe Tarn left.", "Joseph R. Tarn Jr. and Joseph Ivo Tarn, the envoy, stayed.")
    assert len(found.actors) == 1


def test_a_rank_in_short_is_an_office() -> None:
    assert actors(find("Gen. Orsolo Bant left."))["Orsolo Bant"].role == "General"


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Orsolo Bant, the Chilean president's chief aide, left.", "Orsolo Bant", "chief aide", "CHL"),
        ("A spokesman for the Peruvian Foreign Ministry, Orsolo Bant, left.", "Orsolo Bant", "spokesman", "PER"),
        ("Peruvian President Ivo Tarn left. Tarn's adviser Orsolo Bant stayed.", "Orsolo Bant", "adviser", "PER"),
        (
            "The fisheries ministers, Ivo Tarn of Chile and Orsolo Bant of Peru, met.",
            "Orsolo Bant",
            "fisheries minister",
            "PER",
        ),
    ],
)
def test_for_whom_an_office_is_held(text: str, name: str, role: str, country: str) -> None:
    actor = actors(find(text))[name]
    assert (actor.role, actor.country) == (role, country)


def test_two_ministers_in_one_office() -> None:
    found = actors(find("Foreign Ministers Tomas Reker and Noor Halloway met on Tuesday."))
    assert {found[name].role for name in ("Tomas Reker", "Noor Halloway")} == {"Foreign Minister"}


def test_a_run_of_capitals_that_nothing_speaks_for_is_nobody() -> None:
    assert not find("They met at the Great Hall near the Tallow Lighthouse. It rained.").actors


def test_a_given_name_makes_a_person_and_a_region_behind_it_none() -> None:
    assert "Martha Oxbow" in actors(find("The letter came from Martha Oxbow on Monday."))
    assert not find("The road to Elm Tallow, Norway, was shut.").actors


def test_a_place_name_can_be_part_of_a_persons() -> None:
    assert "Lloyd Austin" in actors(find("The clerk thanked Lloyd Austin for the chart."))
    assert "Jordan Oxbow" in actors(find("The clerk said Jordan Oxbow had left."))


def test_the_word_that_opens_a_sentence_is_no_name() -> None:
    found = find("However Martha Oxbow refused. Standing Martha Oxbow laughed.")
    assert {text for text, _ in named(found)} == {"Martha Oxbow"}


def test_the_fullest_form_is_the_name_and_the_commonest_office_the_role() -> None:
    found = find("President Orsolo Bant came.", "President Orsolo Bant left.", "Orsolo Bant, a dentist, sang.")
    assert (actors(found)["Orsolo Bant"].role, actors(found)["Orsolo Bant"].n_pages) == ("President", 3)


def test_a_headline_in_capitals_names_only_who_is_known_from_the_text() -> None:
    text = "Dovic Meets With Harbour Crews In Tallow\n\nThe mayor, Mirela Dovic, met the crews on Monday."
    assert [pair for pair in named(find(text)) if pair[1] == "Mirela Dovic"] == [
        ("Dovic", "Mirela Dovic"),
        ("Mirela Dovic", "Mirela Dovic"),
    ]
    assert len(actors(find(text))) == 1
