"""Surnames, titles and pronouns led to people."""

from __future__ import annotations

import dataclasses

from copydesk.actors import find_actors
from copydesk.model.actor import MentionForm
from tests.actors.pages import find, mentions, named, pile, related

LEAD = "Norwegian Foreign Minister Mirela Dovic met Chilean President Orsolo Bant on Monday. "


def who(text: str) -> list[tuple[str, str]]:
    return named(find(text))


def test_a_surname_is_the_person_of_the_page() -> None:
    assert ("Dovic", "Mirela Dovic") in who(LEAD + "Dovic said little.")


def test_a_surname_first_name_is_called_by_its_first_word() -> None:
    found = who("Chinese Vice Premier Xu Lanying arrived. Xu smiled.")
    assert ("Xu", "Xu Lanying") in found


def test_the_minister_and_the_leader_by_country() -> None:
    found = who(LEAD + "The minister said little. The Chilean leader said less. The mayor waited.")
    assert ("The minister", "Mirela Dovic") in found
    assert ("The Chilean leader", "Orsolo Bant") in found
    assert not any(text.startswith("The mayor") for text, _ in found)


def test_a_pronoun_that_opens_a_sentence_and_one_near_an_unknown_name() -> None:
    assert ("He", "Orsolo Bant") in who("President Orsolo Bant spoke. He smiled.")
    assert not [one for one in who("Orsolo Bant, the mayor, left. Quorvel said he would stay.") if one[0] == "he"]


def test_who_was_asked_answers() -> None:
    assert ("he", "Ivo Tarn") in who("President Orsolo Bant invited Mayor Ivo Tarn to Lima, and he accepted.")


def test_the_government_that_a_person_heads() -> None:
    found = who("Chilean President Orsolo Bant left. The Bant administration has warned Peru.")
    assert ("Bant administration", "Chile") in found


def test_a_president_without_a_full_name_is_one_in_all_stories() -> None:
    assert len(find("President Bant sang.", "President Bant swam.").actors) == 1
    assert len(find("Mayor Bant sang.", "Mayor Bant swam.").actors) == 2


def test_another_portfolio_is_another_person() -> None:
    found = who(LEAD + "Norway's trade minister travelled to Lima.")
    assert ("Norway's trade minister", "Norway") in found


def test_pronouns_go_by_gender_and_subject() -> None:
    assert ("she", "Mirela Dovic") in who("Mayor Mirela Dovic met Kevin Oxbow. Later she left.")
    assert ("he", "Orsolo Bant") in who("President Orsolo Bant said he would stay.")


def test_a_pronoun_that_leads_in_is_the_subject_that_follows() -> None:
    found = who("President Orsolo Bant spoke. In his reply on Sunday, Minister Ivo Tarn also pressed for a treaty.")
    assert ("his", "Ivo Tarn") in found


def test_a_pronoun_that_is_not_clear_is_left_out() -> None:
    texts = (
        "It was he who left.",
        "Martha Oxbow left. Rain fell. Rain fell again. Rain fell once more. He stayed in.",
        "Each delegate took his or her seat beside President Orsolo Bant.",
    )
    for text in texts:
        assert not [text for text, _ in who(text) if text in {"he", "He", "his", "her"}]


def test_a_title_and_a_surname_alone_are_a_person_of_the_page() -> None:
    found = find("Mr. Tarn waved. Chilean President Bant arrived. Bant said nothing.")
    assert [(row.text, row.form) for row in mentions(found, "Bant")] == [
        ("Bant", MentionForm.SURNAME),
        ("Bant", MentionForm.SURNAME),
    ]


def test_the_full_name_comes_from_a_sibling_and_from_no_stranger() -> None:
    texts = ("Chilean President Orsolo Bant arrived.", "Bant said nothing.")
    strangers = pile(*texts)
    family = dataclasses.replace(strangers, lineage=related("p0", "p1"))
    assert ("Bant", "Orsolo Bant") in named(find_actors(family))
    assert ("Bant", "Orsolo Bant") not in named(find_actors(strangers))


def test_one_surname_in_two_stories_is_two_people() -> None:
    found = named(find("Mayor Mirela Dovic sang. Dovic left.", "Coach Andrej Dovic swore. Dovic stayed."))
    assert found.count(("Dovic", "Mirela Dovic")) == 1
    assert found.count(("Dovic", "Andrej Dovic")) == 1


def test_surname_office_and_country_together_join_across_stories() -> None:
    found = find("Chilean President Orsolo Bant arrived.", "Chilean President Bant sang all night.")
    assert {name for _, name in named(found)} == {"Orsolo Bant"}


def test_who_was_she_is_not_he() -> None:
    found = who("Transport Minister Tavi Quorvel left. She smiled. He knew why.")
    assert ("She", "Tavi Quorvel") in found
    assert not [one for one in found if one[0] == "He"]


def test_commas_bring_the_name_of_somebody_who_speaks() -> None:
    found = who(
        "Transport Minister Tavi Quorvel left. A witness, Oda Tarnel, said he had heard a bang. He slept badly."
    )
    assert ("Oda Tarnel", "Oda Tarnel") in found
    assert ("He", "Oda Tarnel") in found
    assert not [one for one in who("The ferry, Oda Tarnel, said its horn was broken.") if one[1] == "Oda Tarnel"]
