"""Phrases that look like acts and are none, and the acts beside them that are."""

from __future__ import annotations

import pytest

from copydesk.model.event import EventStatus, EventType
from tests.events.coding import code, marked, told, types

NONE = [
    "[Marland] took measures in what it called a response to [Ostravia].",
    "[Ada Roe] called the harvest a gift.",
    "[Marland] showed what [it] called a [Hollund] arms depot in [Kelm].",
    "The [Harbour Board] declined to comment.",
    "The [Harbour Board] declined to say whether the pier stays.",
    "[Downing House] said that [Ada Roe] was ill.",
    "Minister [Ada Roe] warned of heavy rain.",
    "[Ada Roe] had a heart attack on Monday.",
    "[Ada Roe] suffered a panic attack in [Kelm].",
    "After heading into a meeting room, [Ada Roe] sat down.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_act_at_all(sentence: str) -> None:
    assert told(sentence) == []


ONE = [
    ("[Ada Roe] called her [Marlish] counterpart on Monday.", EventType.CONSULT, ["Ada Roe"], ["Marlish"]),
    ("[Ada Roe] called [Ivo Tarn] on Monday.", EventType.CONSULT, ["Ada Roe"], ["Ivo Tarn"]),
    ("The [Harbour Board] declined to meet [Ada Roe].", EventType.REJECT, ["Harbour Board"], ["Ada Roe"]),
    ("[Ada Roe] warned of retaliation against [Marland].", EventType.THREATEN, ["Ada Roe"], ["Marland"]),
    ("[Ada Roe] warned of the king of [Marland].", EventType.THREATEN, ["Ada Roe"], ["Marland"]),
    ("[Ostravia] demanded a deal with [Marland].", EventType.REQUEST, ["Ostravia"], ["Marland"]),
    ("[Ostravia] signed a deal with [Marland].", EventType.AGREE, ["Ostravia"], ["Marland"]),
    ("[Ostravia] is set to sign a deal with [Marland].", EventType.AGREE, ["Ostravia"], ["Marland"]),
    ("[Ostravia] held talks on a ceasefire with [Marland].", EventType.CONSULT, ["Ostravia"], ["Marland"]),
]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), ONE)
def test_one_act_and_no_other(sentence: str, kind: EventType, actors: list[str], recipients: list[str]) -> None:
    assert told(sentence) == [(kind, actors, recipients)]


def test_a_missile_into_the_sea_is_no_attack() -> None:
    assert types("Marland fired a ballistic missile into the Sea of Kelm.") == [EventType.MOBILIZE]
    assert types("Marland fired a ballistic missile into the port of Kelm.") == [EventType.ASSAULT]


HELPED = [
    ("[Marland] helped rebuild the port of [Kelm].", EventStatus.HAPPENED),
    ("[Marland] will help rebuild the port of [Kelm].", EventStatus.PLANNED),
    ("[Marland] can help rebuild the port of [Kelm].", EventStatus.HYPOTHETICAL),
]


@pytest.mark.parametrize(("sentence", "status"), HELPED)
def test_to_help_do_something_is_to_do_it(sentence: str, status: EventStatus) -> None:
    assert told(sentence) == [(EventType.AID, ["Marland"], ["Kelm"])]
    assert [(one.rule, one.status) for one in code(marked(sentence)[0])] == [("verbs:rebuild ~", status)]


def test_a_deal_that_others_made_stays_an_act() -> None:
    sentence = "[Ada Roe] praised the deal between [Marland] and [Kelm]."
    assert (EventType.AGREE, ["Marland"], ["Kelm"]) in told(sentence)


ACCIDENTS = [
    "Two [Marlish] soldiers were killed in a helicopter crash.",
    "[Marlish soldiers] killed in Kelm helicopter crash.",
    "A landslide killed four [villagers].",
    "An earthquake struck [Marland] on Monday.",
    "[Villagers] were killed by a landslide.",
    "[Villagers] were killed when a bus collided with a lorry.",
    "[Villagers] were injured when their boat capsized.",
    "[Tarn Devices] released the keyboard.",
    "The keyboard that [Tarn Devices] released nearly five years ago sells well.",
    "The game was released by [Tarn Devices].",
    "[Ada Roe] received an award on Monday.",
    "The letter was received by [Ada Roe] on Monday.",
]


@pytest.mark.parametrize("sentence", ACCIDENTS)
def test_accidents_weather_and_wares_are_none(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Soldiers of [Marland] were killed in an attack on a base.", EventType.ASSAULT),
        ("[Villagers] were killed when a shell hit a market.", EventType.ASSAULT),
        ("[Marland] struck [Ostravia] during a storm.", EventType.ASSAULT),
        ("[Rebels] killed a driver in a train.", EventType.ASSAULT),
        ("[Ada Roe] was released on Sunday.", EventType.CONCEDE),
        ("[Ada Roe] received [Ivo Tarn] at the palace.", EventType.CONSULT),
        ("The [Marlish] minister was received by [Ada Roe] on Monday.", EventType.CONSULT),
        ("[Ada Roe] attacked her critics in [Kelm].", EventType.ACCUSE),
        ("[Marland] sent 200 tonnes of flour to [Ostravia].", EventType.AID),
    ],
)
def test_the_acts_beside_them_are(sentence: str, kind: EventType) -> None:
    assert told(sentence)[0][0] is kind
