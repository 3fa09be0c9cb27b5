"""Governments, institutions and groups, told from places."""

from __future__ import annotations

import pytest

from copydesk.model.actor import ActorKind, MentionForm
from tests.actors.pages import actors, find, mentions, named


@pytest.mark.parametrize(
    "text",
    [
        "Beijing said it would wait.",
        "Talks between Lima and Beijing broke down.",
        "China has warned its neighbours.",
        "The mayor accused China of delay.",
        "Relations with China cooled.",
        "Chinese officials declined to comment.",
        "China's government declined to comment.",
        "The Chinese have waited.",
        "It spoke of angry words in the Indo-Pacific, China's refusal to talk, and rising prices.",
    ],
)
def test_a_country_acts(text: str) -> None:
    assert actors(find(text))["China"].country == "CHN"


@pytest.mark.parametrize(
    "text",
    [
        "They met in Beijing.",
        "They met in China.",
        "They flew to Beijing on Monday.",
        "Fog lay on the South China Sea.",
        "A boat crossed the Sea of Japan.",
        "Fog covered the Gulf of Mexico.",
        "He bought a Chinese vase.",
        "They live in Dalian, China, and sell fish.",
        "Beijing's streets were empty.",
    ],
)
def test_a_place_does_not(text: str) -> None:
    assert not find(text).actors


def test_the_form_tells_a_metonym() -> None:
    (mention,) = mentions(find("Beijing said it would wait."), "China")
    assert mention.form is MentionForm.METONYM


def test_institutions_have_their_country() -> None:
    found = actors(find("The White House said no. The Kremlin agreed. NATO waited. The Turkish parliament voted."))
    assert {name: (actor.kind, actor.country) for name, actor in found.items()} == {
        "White House": (ActorKind.GOVERNMENT, "USA"),
        "Kremlin": (ActorKind.GOVERNMENT, "RUS"),
        "NATO": (ActorKind.ORGANISATION, None),
        "Turkish parliament": (ActorKind.GOVERNMENT, "TUR"),
    }


def test_one_ministry_by_two_names() -> None:
    found = find("Norway's Ministry of Foreign Affairs wrote. The Norwegian Foreign Ministry added a line.")
    ministries = [actor for actor in found.actors if "Ministry" in actor.name]
    assert [(actor.country, actor.n_pages) for actor in ministries] == [("NOR", 1)]


def test_a_body_without_a_country_is_that_of_the_page() -> None:
    assert len(find("The Turkish parliament met. The parliament voted.").actors) == 1
    assert len(find("The parliament met.", "The parliament voted.").actors) == 2


def test_a_body_is_named_anew() -> None:
    text = "The Norwegian Foreign Ministry wrote. It said little. The ministry added less. A company left."
    found = find(text)
    assert [text for text, _ in named(found)] == ["Norwegian Foreign Ministry", "It", "The ministry"]
    assert len(found.actors) == 1


def test_groups_in_a_country() -> None:
    found = actors(find("Officials said no. The officials in Peru said yes, and so did protesters in Oslo."))
    assert {"Peru", "Norwegian protesters"} == set(found)


def test_a_verb_behind_a_country_is_no_group() -> None:
    assert {actor.kind for actor in find("Peru butted heads with Chile. Peru accused allied leaders.").actors} == {
        ActorKind.GOVERNMENT
    }


def test_two_countries_of_one_group_and_a_seat_of_many() -> None:
    assert {"France", "Germany"} == set(actors(find("French and German leaders agreed.")))
    assert not find("Brussels said no.").actors


def test_deputies_and_courts_of_a_country() -> None:
    assert "Peru" in actors(find("The Peruvian deputy foreign minister left."))
    assert "Peru" in actors(find("A Peruvian court sat."))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Peruvian air strikes killed seven people in the village.", True),
        ("A Peruvian missile hit the port.", True),
        ("Peruvian shelling overnight cut the power.", True),
        ("A Peruvian drone strike wounded two.", True),
        ("A Peruvian strike killed two.", True),
        ("Peru strikes kill seven in the south.", True),
        ("Peru strikes a deal.", False),
        ("Peruvian strikes disrupt trains.", False),
        ("Peruvian missile programmes worry them.", False),
        ("Peruvian police raids went on.", False),
    ],
)
def test_what_a_military_fires_is_its_act(text: str, acts: bool) -> None:
    assert ("Peruvian military" in actors(find(text))) is acts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thousands of people protested in Lima on Sunday.", "Peruvian protesters"),
        ("About 200 people marched to the court.", "protesters"),
        ("Residents blocked the road.", "protesters"),
        ("Hundreds took to the streets.", "protesters"),
        ("The teachers have walked out.", "protesters"),
        ("Thousands of dockworkers went on strike.", "protesters"),
    ],
)
def test_a_crowd_that_protests_is_one_of_protesters(text: str, name: str) -> None:
    assert set(actors(find(text))) == {name}


@pytest.mark.parametrize("text", ["Thousands of people voted.", "Residents held keys.", "Shares rallied in Lima."])
def test_a_crowd_that_does_not_protest_is_nobody(text: str) -> None:
    assert "protesters" not in actors(find(text))


def test_a_country_before_a_group_opens_a_headline() -> None:
    assert "Peruvian miners" in actors(find("Peru miners end strike as talks resume."))
    assert "Peruvian miners" not in actors(find("In Peru miners ended their strike."))


def test_forces_and_groups_of_a_country() -> None:
    found = actors(find("Peruvian troops fired. Peruvian student protesters fled. Peruvian police watched."))
    assert {name: actor.kind for name, actor in found.items()} == {
        "Peruvian military": ActorKind.GOVERNMENT,
        "Peruvian protesters": ActorKind.GROUP,
        "Peruvian police": ActorKind.GOVERNMENT,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Crews loaded military aid for the islands.",
        "Gunmen stormed a police station.",
        "They fled the army-held town.",
        "He fled a Peruvian military base.",
    ],
)
def test_a_force_before_what_it_has_is_none(text: str) -> None:
    assert not {actor.name for actor in find(text).actors} & {"military", "police", "army", "Peruvian military"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The military raided a town.", "military"),
        ("On Monday police surrounded the house.", "police"),
        ("He accused the army.", "military"),
        ("The Peruvian military fired.", "Peruvian military"),
    ],
)
def test_a_force_that_acts_or_undergoes_is_one(text: str, name: str) -> None:
    assert name in actors(find(text))


def test_groups_without_a_country_stay_within_their_story() -> None:
    found = find("The rebels attacked.", "The rebels withdrew.")
    assert len({mention.actor_id for mention in found.actor_mentions}) == 2


def test_organisations_by_their_shape() -> None:
    found = actors(find("The Tallow Harbour Commission met. Kelm Industries Ltd paid. The University of Tallow sat."))
    assert {"Tallow Harbour Commission", "Kelm Industries Ltd", "University of Tallow"} <= found.keys()


def test_an_unnamed_official_speaks_for_the_institution() -> None:
    found = named(find("A senior State Department official told reporters."))
    assert found == [("A senior State Department official", "State Department")]


def test_a_pronoun_in_small_letters_is_no_country() -> None:
    assert not find("They told us who it was for.").actors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police fired tear gas at the crowd.", "police"),
        ("Fog came down. Protesters burned tyres on the bridge.", "protesters"),
        ("Rebels, he said, held the pass.", "rebels"),
    ],
)
def test_a_group_opens_a_sentence(text: str, name: str) -> None:
    assert name in actors(find(text))


def test_a_name_that_begins_with_a_group_is_no_group() -> None:
    assert "police" not in actors(find("Police Harbour said it would close its gates on Monday."))


def test_a_group_abroad_is_not_its_hosts() -> None:
    found = actors(find("On Monday NATO troops in Norway fired at a boat, and police in Norway arrested a man."))
    assert {"NATO", "Norwegian police"} <= found.keys()
    assert "Norwegian military" not in found


def test_an_adjective_tied_by_a_hyphen_is_no_force() -> None:
    assert named(find("Military-to-military talks resumed, and military-to-military calls were planned.")) == []
