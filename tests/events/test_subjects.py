"""Whose act it is: subjects that stand far from their verb, in a contraction, or in a quotation."""

from __future__ import annotations

import pytest

from copydesk.events import code_sentence
from copydesk.model.event import EventStatus, EventType
from tests.events.coding import marked, told


@pytest.mark.parametrize(
    ("written", "act"),
    [
        # a gerund behind `with` has the name between for its subject
        (
            "The visit coincides with the [Roe] cabinet signing an agreement with [Tarn].",
            (EventType.AGREE, ["Roe"], ["Tarn"]),
        ),
        # phrases part `had` from its participle
        ("[Mamani] had in a phone call with [Roe] urged [Tarn] to leave.", (EventType.REQUEST, ["Mamani"], ["Tarn"])),
        # `and` opens a clause behind the phrases of the verb before it
        (
            "[Roe] met with [Vargas] in [Kelm] and [Tarn] condemned the talks.",
            (EventType.ACCUSE, ["Tarn"], []),
        ),
        # whose war it is
        (
            "[Marland] criticised [Ostravia] for its war on [Tarn].",
            (EventType.ASSAULT, ["Ostravia"], ["Tarn"]),
        ),
        ("The war against [Tarn] goes on.", (EventType.ASSAULT, [], ["Tarn"])),
        ("A war between [Tarn] and [Ostravia] broke out.", (EventType.ASSAULT, ["Tarn"], ["Ostravia"])),
        ("[Marland]'s refusal to condemn [Ostravia] angered many.", (EventType.REJECT, ["Marland"], ["Ostravia"])),
        # who speaks in the first person
        (
            "“I'm hoping that, over the next months, I’ll be meeting with [Vargas] again,” [Roe] said.",
            (EventType.CONSULT, ["Roe"], ["Vargas"]),
        ),
        ("[U.S.]-[China] talks would go on.", (EventType.CONSULT, ["U.S.", "China"], [])),
        ("[Roe]'s plans to travel to [Tarn] were postponed.", (EventType.SANCTION, ["Roe"], ["Tarn"])),
        # who meets somebody while he does something else
        ("[Roe] spoke after a meeting with [Mamani].", (EventType.CONSULT, ["Roe"], ["Mamani"])),
        ("After talks with [Mamani], [Roe] left.", (EventType.CONSULT, ["Roe"], ["Mamani"])),
        ("[Roe] criticised the plan in a call with [Mamani].", (EventType.ACCUSE, ["Roe"], [])),
        # of whom accusations are
        ("[Marland] allegations that [Tarn] spied on it", (EventType.ACCUSE, ["Marland"], ["Tarn"])),
        ("[Marland] repeated accusations that [Kelm] had lied.", (EventType.ACCUSE, ["Marland"], ["Kelm"])),
        ("A [Marland] spokesman repeated accusations against [Kelm].", (EventType.ACCUSE, ["Marland"], ["Kelm"])),
    ],
)
def test_who_does_what_to_whom(written: str, act: tuple[EventType, list[str], list[str]]) -> None:
    assert act in told(written)


def only_status(written: str) -> EventStatus:
    text, places = marked(written)
    (one,) = code_sentence(text, 0, len(text), places)
    return one.status


def test_a_short_will_is_a_will() -> None:
    assert only_status("They'll visit [Tarn], [Roe] said.") is EventStatus.PLANNED


def test_what_is_has_or_a_possessive() -> None:
    assert (EventType.COERCE, [], ["He"]) in told("[He]'s been arrested.")
    assert (EventType.ASSAULT, ["He"], ["Tarn"]) in told("[He]'s attacked the army of [Tarn].")


def test_nobody_supports_himself() -> None:
    assert told("[Roe] will defend himself.") == []
    aid = told("The bill allots $61 million for [Tarn] to defend itself from the invasion of [Ostravia].")
    assert (EventType.AGREE, [], ["Tarn"]) in aid
    assert all(one[0] is not EventType.SUPPORT for one in aid)


def test_an_act_noun_reaches_no_further_than_the_next_verb() -> None:
    found = told("Aid has allowed [Kelm] to evade sanctions and step up attacks on [Tarn].")
    assert (EventType.ASSAULT, [], ["Tarn"]) in found
    assert all(kind is not EventType.SANCTION for kind, _, _ in found)


def test_trade_is_an_act_below_a_verb_only() -> None:
    assert told("[Marland] and [Tarn] resumed trade.") == [(EventType.COOPERATE, ["Marland", "Tarn"], [])]
    assert told("[Marland]'s semiconductor trade and its record were the topics.") == []


@pytest.mark.parametrize("word", ["without", "instead of", "and ceased"])
def test_what_was_not_done_is_no_act(word: str) -> None:
    assert all(kind is not EventType.ASSAULT for kind, _, _ in told(f"[Roe] left {word} attacking [Mamani]."))
