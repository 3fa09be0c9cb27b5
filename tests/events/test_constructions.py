"""Constructions: what a passive, a negation, an operator or a noun makes of an act."""

from __future__ import annotations

import pytest

from copydesk.events import code_sentence, codebook_type
from copydesk.model.event import EventStatus, EventType
from tests.events.coding import code, marked, named, only, told, types

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


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("[Marland] has no intention of attacking [Ostravia].", EventType.ASSAULT, EventStatus.DENIED),
        ("[Marland] has no plans to attack [Ostravia].", EventType.ASSAULT, EventStatus.DENIED),
        ("Nobody threatened [Ostravia].", EventType.THREATEN, EventStatus.DENIED),
        ("None of the parties condemned [Roe].", EventType.ACCUSE, EventStatus.DENIED),
        ("No fewer than 20 men attacked [Roe].", EventType.ASSAULT, EventStatus.HAPPENED),
        ("[Marland] denied that his men attacked [Roe].", EventType.ASSAULT, EventStatus.DENIED),
        ("[Marland] denied his men had attacked [Roe].", EventType.ASSAULT, EventStatus.DENIED),
        ("[Marland] has no room to concede.", EventType.REJECT, EventStatus.HAPPENED),
        ("[Marland] has no intention of visiting [Ostravia].", EventType.REJECT, EventStatus.HAPPENED),
        ("[Marland] denied losing the fort.", EventType.REJECT, EventStatus.HAPPENED),
        ("[Marland] has so far refused to do so.", EventType.REJECT, EventStatus.HAPPENED),
        ("[Roe]'s plans to visit [Ostravia] were postponed.", EventType.SANCTION, EventStatus.HAPPENED),
        ("[Roe]'s plans to attack [Ostravia] were scrapped.", EventType.CONCEDE, EventStatus.HAPPENED),
        ("[Roe]'s plans to visit [Ostravia] were welcomed.", EventType.CONSULT, EventStatus.PLANNED),
        ("[Roe] ended a visit to [Ostravia].", EventType.CONSULT, EventStatus.HAPPENED),
        ("[Marland] ended talks with [Ostravia].", EventType.SANCTION, EventStatus.HAPPENED),
        ("[Marland] dropped its opposition.", EventType.CONCEDE, EventStatus.HAPPENED),
    ],
)
def test_what_is_disowned_called_off_or_ended(sentence: str, kind: EventType, status: EventStatus) -> None:
    text, places = marked(sentence)
    found = code_sentence(text, 0, len(text), places)
    assert (kind, status) in [(one.type, one.status) for one in found]
    assert kind is EventType.CONSULT or EventType.CONSULT not in [one.type for one in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "actor", "recipient"),
    [
        ("[Roe] said [Ostravia] had a duty to free them.", EventType.REQUEST, "Roe", "Ostravia"),
        ("[Roe] hopes that [Ostravia] will free the men.", EventType.REQUEST, "Roe", "Ostravia"),
        ("“We hope [Ostravia] will free the men,” [Roe] said.", EventType.REQUEST, "Roe", "Ostravia"),
        ("[Roe] said [Ostravia] had lied and must leave.", EventType.REQUEST, "Roe", "Ostravia"),
        ("[Roe] said [Ostravia] was to blame for the fire.", EventType.ACCUSE, "Roe", "Ostravia"),
        ("[Roe] said [Ostravia] was behind the raid.", EventType.ACCUSE, "Roe", "Ostravia"),
        ("[Roe] said the law would “harm trade” and warned [Ostravia].", EventType.THREATEN, "Roe", "Ostravia"),
        ("[Roe] hailed the “tireless work” of the crew and thanked [Tarn].", EventType.SUPPORT, "Roe", "Tarn"),
    ],
)
def test_what_a_speaker_does_to_whom_he_speaks_of(sentence: str, kind: EventType, actor: str, recipient: str) -> None:
    assert (kind, [actor], [recipient]) in told(sentence)


@pytest.mark.parametrize("sentence", ["[Marland] said it had a duty to act.", "[Roe] hopes he will win."])
def test_what_somebody_owes_himself_is_asked_of_nobody(sentence: str) -> None:
    assert EventType.REQUEST not in [kind for kind, _, _ in told(sentence)]


def test_what_somebody_is_accused_of_plotting_to_do_is_no_act() -> None:
    accused = "[Roe] met [Tarn], whom [he] accused of plotting to overthrow [his] government."
    assert [kind for kind, _, _ in told(accused)] == [EventType.CONSULT, EventType.ACCUSE]


@pytest.mark.parametrize("sentence", ["[Thousands] marched in Kelm.", "[Thousands of people] rallied in Kelm."])
def test_a_number_may_stand_for_people(sentence: str) -> None:
    assert [kind for kind, actors, _ in told(sentence) if actors] == [EventType.PROTEST]


def test_strikes_of_a_headline_kill() -> None:
    headline = "[Marland strikes] kill seven in southern [Ostravia]"
    assert told(headline) == [(EventType.ASSAULT, ["Marland strikes"], ["Ostravia"])]
    assert EventType.ASSAULT not in types("Marland strikes deal with Ostravia")


def test_an_age_between_commas_is_nobody() -> None:
    assert (EventType.COERCE, [], ["Roe"]) in told("[Roe], 61, who was arrested in Kelm in May, shook his head.")
    assert (EventType.COERCE, [], ["Roe"]) in told("[Roe], 61, was arrested in Kelm.")


def test_a_relative_clause_may_have_its_noun_for_an_object() -> None:
    assert (EventType.COERCE, ["Marland"], ["Tarn"]) in told("He thanked [Tarn], whom [Marland] arrested.")
    shelled = told("The fort that [Marland] captured was shelled by [Ostravia].")
    assert shelled == [(EventType.ASSAULT, ["Marland"], []), (EventType.ASSAULT, ["Ostravia"], [])]
    assert (EventType.COERCE, ["Marland"], []) in told("They spoke of two ships that [Marland] seized in May.")


def test_a_claim_with_that_has_no_object_before_it() -> None:
    assert all(
        "Marland" not in recipients for _, _, recipients in told("He denied claims that [Marland] paid clerks.")
    )


def test_the_owner_of_a_summoned_envoy_undergoes_it() -> None:
    assert (EventType.ACCUSE, [], ["Ostravia"]) in told("[Ostravia]'s ambassador in [Marland] was summoned.")


def test_a_sum_in_aid_is_aid() -> None:
    assert (EventType.AID, ["Marland"], ["Ostravia"]) in told(
        "[Marland] announced $40 million in aid for [Ostravia]."
    )


def test_a_trip_that_is_cancelled_is_that_of_its_guest() -> None:
    assert told("They wrote of the cancellation of [Roe]'s trip to [Ostravia].") == [
        (EventType.SANCTION, ["Roe"], ["Ostravia"])
    ]


def test_support_that_somebody_is_thanked_for_is_no_second_praise() -> None:
    assert told("[Roe] thanked [Tarn] for his support.") == [(EventType.SUPPORT, ["Roe"], ["Tarn"])]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("[Marland] responded with airstrikes.", EventType.ASSAULT),
        ("A court handed a death sentence to [Tarn].", EventType.ACCUSE),
        ("A court handed [Tarn] a prison term.", EventType.ACCUSE),
    ],
)
def test_answers_in_kind_and_sentences_handed_down(sentence: str, kind: EventType) -> None:
    assert kind in [one for one, _, _ in told(sentence)]
