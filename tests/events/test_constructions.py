"""Constructions: what a passive, a negation, an operator or a noun makes of an act."""

from __future__ import annotations

import pytest

from copydesk.events import code_sentence, codebook_type
from copydesk.model.event import EventStatus, EventType
from tests.events.coding import code, named, only, told, types

STATUSES = [
    ("The premier visited Ostrand.", EventStatus.HAPPENED),
    ("The premier has visited Ostrand.", EventStatus.HAPPENED),
    ("The premier will visit Ostrand.", EventStatus.PLANNED),
    ("The premier is due to visit Ostrand.", EventStatus.PLANNED),
    ("The premier is to visit Ostrand.", EventStatus.PLANNED),
    ("The premier may visit Ostrand.", EventStatus.HYPOTHETICAL),
    ("The premier hopes to visit Ostrand.", EventStatus.HYPOTHETICAL),
    ("The premier did not visit Ostrand.", EventStatus.DENIED),
    ("The premier denied visiting Ostrand.", EventStatus.DENIED),
]


@pytest.mark.parametrize(("sentence", "status"), STATUSES)
def test_status_of_a_visit(sentence: str, status: EventStatus) -> None:
    coded = only(sentence)
    assert (coded.type, coded.mode, coded.status) == (EventType.CONSULT, "visit", status)


NOUNS = [
    ("The visit of the premier to Ostrand ended.", EventStatus.HAPPENED),
    ("The premier spoke of his planned visit to Ostrand.", EventStatus.PLANNED),
    ("The paper wrote about a possible visit to Ostrand.", EventStatus.HYPOTHETICAL),
    ("The visit to Ostrand will begin in May.", EventStatus.PLANNED),
]


@pytest.mark.parametrize(("sentence", "status"), NOUNS)
def test_status_of_a_visit_told_by_a_noun(sentence: str, status: EventStatus) -> None:
    assert [coded.status for coded in code(sentence) if coded.mode == "visit"] == [status]


OPERATORS = [
    ("Marland lifted the embargo on Ostravia.", EventType.CONCEDE),
    ("Marland agreed to lift the embargo on Ostravia.", EventType.AGREE),
    ("Marland refused to lift the embargo on Ostravia.", EventType.REJECT),
    ("Marland will not lift the embargo on Ostravia.", EventType.REJECT),
    ("Marland urged Ostravia to lift the embargo.", EventType.REQUEST),
    ("Marland called on Ostravia to lift the embargo.", EventType.REQUEST),
    ("Marland threatened to attack Ostravia.", EventType.THREATEN),
    ("Marland vowed to attack Ostravia.", EventType.THREATEN),
    ("The union called off its strike.", EventType.CONCEDE),
    ("Marland suspended aid to Ostravia.", EventType.SANCTION),
    ("Marland began to withdraw its troops.", EventType.RETREAT),
    ("Marland allowed the inspectors to enter the plant.", EventType.CONCEDE),
]


@pytest.mark.parametrize(("sentence", "kind"), OPERATORS)
def test_operators(sentence: str, kind: EventType) -> None:
    assert types(sentence) == [kind]


def test_both_rules_are_named() -> None:
    assert only("Marland agreed to free the crew.").rule == "verbs:agree to+ > verbs:free @prisoners"


def test_nouns_name_their_parties() -> None:
    sentence = "Talks between Marland and Ostravia stalled."
    coded = only(sentence)
    assert coded.type is EventType.CONSULT
    assert sorted(named(sentence, coded.actors + coded.recipients)) == ["Marland", "Ostravia"]


def test_a_noun_with_by_and_on() -> None:
    sentence = "The attack by rebels on the convoy shocked Ostrand."
    (coded,) = [one for one in code(sentence) if one.type is EventType.ASSAULT]
    assert named(sentence, coded.actors) == ["rebels"]
    assert named(sentence, coded.recipients) == ["the convoy"]


def test_bare_nouns_are_no_acts() -> None:
    assert code("The choice is between dialogue and confrontation.") == ()
    assert code("The minister spoke at a news conference.") == ()


def test_who_says_it_is_who_it_means() -> None:
    sentence = "The government said it would free nine prisoners."
    coded = only(sentence)
    assert coded.status is EventStatus.PLANNED
    assert codebook_type(coded) is EventType.AGREE
    assert named(sentence, coded.actors) == ["The government"]


def test_what_must_be_done_is_asked_by_who_says_so() -> None:
    sentence = "Marland said Ostravia must free the crew."
    coded = only(sentence)
    assert coded.type is EventType.REQUEST
    assert named(sentence, coded.actors) == ["Marland"]
    assert named(sentence, coded.recipients) == ["Ostravia"]


def test_what_somebody_is_accused_of_is_not_coded() -> None:
    assert types("Marland accused Ostravia of killing nine fishermen.") == [EventType.ACCUSE]


def test_verbs_joined_share_their_subject() -> None:
    sentence = "Premier Dunmore met the bishop and praised the nurses."
    first, second = code(sentence)
    assert (first.type, second.type) == (EventType.CONSULT, EventType.SUPPORT)
    assert named(sentence, second.actors) == ["Premier Dunmore"]


def test_a_relative_clause_belongs_to_its_noun() -> None:
    sentence = "The rebels who attacked the dam released nine hostages."
    first, second = code(sentence)
    assert (first.type, second.type) == (EventType.ASSAULT, EventType.CONCEDE)
    assert named(sentence, first.actors) == named(sentence, second.actors) == ["The rebels"]


def test_reversed_frames() -> None:
    sentence = "The minister faced criticism from the opposition party."
    coded = only(sentence)
    assert coded.type is EventType.ACCUSE
    assert named(sentence, coded.actors) == ["the opposition party"]
    assert named(sentence, coded.recipients) == ["The minister"]


def test_a_planned_act_is_agreement_or_threat_to_the_codebook() -> None:
    helping, hurting = only("Marland will send doctors to Ostravia."), only("Marland will bomb the port of Ostravia.")
    assert (helping.type, codebook_type(helping)) == (EventType.AID, EventType.AGREE)
    assert (hurting.type, codebook_type(hurting)) == (EventType.ASSAULT, EventType.THREATEN)


def test_imposed_sanctions_are_coercion_to_annotators() -> None:
    coded = only("Marland imposed sanctions on Ostravia.")
    assert (coded.type, coded.mode, codebook_type(coded)) == (EventType.SANCTION, "impose", EventType.COERCE)


def test_statements_are_rows_on_demand() -> None:
    sentence = "The minister said the harvest was good."
    assert code(sentence) == ()
    (coded,) = code_sentence(sentence, 0, len(sentence), statements=True)
    assert (coded.type, coded.rule) == (None, "verbs:say -")


def test_topics() -> None:
    assert set(only("Troops arrested nine refugees at the border.").topics) >= {"migration", "military"}


def test_capitals_of_a_headline_hide_no_verb() -> None:
    assert types("Marland Frees Nine Political Prisoners") == [EventType.CONCEDE]


@pytest.mark.parametrize("mark", ["“", '"'])
def test_an_article_reaches_over_a_quotation_mark(mark: str) -> None:
    sentence = f"[Ivo Tarn] blamed the {mark}[Marlish] side's view of [Kelm] for the quarrel."
    assert [act[1:] for act in told(sentence)] == [(["Ivo Tarn"], ["Marlish"])]
