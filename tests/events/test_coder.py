"""Sentences to acts: types by class, and what a place in the text is held to."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.events import code_sentence
from copydesk.events.vocabulary import vocabulary
from copydesk.model.event import EventStatus, EventType
from tests.events.coding import code, named, only

BY_CLASS = [
    ("The premier of Ostravia agreed to reopen the ferry line.", EventType.AGREE),
    ("Ostravia is willing to send engineers to the valley.", EventType.AGREE),
    ("The envoy held talks with the Marlish delegation.", EventType.CONSULT),
    ("Premier Dunmore visited Port Hale on Tuesday.", EventType.CONSULT),
    ("The bishop praised the mayor for her patience.", EventType.SUPPORT),
    ("Marland and Ostravia signed a fisheries treaty.", EventType.AGREE),
    ("Marland shared intelligence with the coast guard of Ostravia.", EventType.COOPERATE),
    ("Marland sent blankets and tents to the flooded islands.", EventType.AID),
    ("The junta freed forty prisoners.", EventType.CONCEDE),
    ("Marland lifted the embargo on Ostravian timber.", EventType.CONCEDE),
    ("Ostravia withdrew its troops from the valley.", EventType.RETREAT),
    ("The council urged the miners to return to their posts.", EventType.REQUEST),
    ("Marland accused Ostravia of poisoning the river.", EventType.ACCUSE),
    ("A judge convicted the former governor.", EventType.ACCUSE),
    ("Ostravia rejected the proposal of the mediators.", EventType.REJECT),
    ("The union refused to meet the owners.", EventType.REJECT),
    ("Marland threatened to close the canal.", EventType.THREATEN),
    ("Thousands of dockers protested against the new tax.", EventType.PROTEST),
    ("Marland imposed sanctions on three Ostravian banks.", EventType.SANCTION),
    ("Ostravia expelled two Marlish diplomats.", EventType.SANCTION),
    ("Marland massed troops along the frontier.", EventType.MOBILIZE),
    ("Police arrested nine students in Port Hale.", EventType.COERCE),
    ("Gunmen attacked a convoy near the dam.", EventType.ASSAULT),
]


@pytest.mark.parametrize(("sentence", "kind"), BY_CLASS)
def test_each_class_is_known(sentence: str, kind: EventType) -> None:
    coded = only(sentence)
    assert (coded.type, coded.status) == (kind, EventStatus.HAPPENED)


def test_who_does_it_to_whom() -> None:
    sentence = "The mayor of Port Hale, a former pilot, accused the harbour board of neglect."
    coded = only(sentence)
    assert named(sentence, coded.actors) == ["The mayor of Port Hale"]
    assert named(sentence, coded.recipients) == ["the harbour board"]


def test_a_passive_turns_round() -> None:
    sentence = "Nine students were arrested by Marlish police on Friday."
    coded = only(sentence)
    assert named(sentence, coded.actors) == ["Marlish police"]
    assert named(sentence, coded.recipients) == ["Nine students"]


def test_known_names_are_the_parties() -> None:
    sentence = "The foreign minister of Marland met his Ostravian counterpart Ivo Tarn in Port Hale."
    names = [(sentence.index(name), sentence.index(name) + len(name)) for name in ("Marland", "Ivo Tarn")]
    (coded,) = code_sentence(sentence, 0, len(sentence), names)
    assert (coded.actors, coded.recipients) == ((names[0],), (names[1],))


def test_the_rule_that_fired_is_named() -> None:
    coded = only("Marland suspended food aid to Ostravia.")
    assert coded.rule.startswith("verbs:suspend ")


words = st.lists(
    st.one_of(
        st.sampled_from(sorted(vocabulary().triggers)[::7]),
        st.sampled_from(["Marland", "the", "to", "not", "will", ",", "who", "and", "was", "by", "“", "'s", "Monday"]),
        st.text(alphabet=string.printable + "’é中", max_size=8),
    ),
    max_size=40,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words, st.integers(0, 5))
def test_every_place_lies_in_the_sentence(pieces: list[str], before: int) -> None:
    text = "x" * before + " ".join(pieces) + "  tail of the page"
    end = before + len(" ".join(pieces))
    for coded in code_sentence(text, before, end, statements=True):
        assert (coded.begin, coded.end) == (before, end)
        assert before <= coded.clause_begin <= coded.trigger_begin < coded.trigger_end <= coded.clause_end <= end
        for first, last in (*coded.actors, *coded.recipients):
            assert coded.clause_begin <= first < last <= coded.clause_end
            assert text[first:last].strip() == text[first:last]
        assert 0 < coded.confidence <= 1
        assert not set(coded.actors) & set(coded.recipients)


@pytest.mark.parametrize("unit", ["attack ", "a, ", "agreed to ", "'s ", "a-", "1.", "((", "who said ", "U.S."])
def test_a_hostile_line_takes_no_time(unit: str) -> None:
    line = unit * (100_000 // len(unit))
    started = time.process_time()
    code(line)
    assert time.process_time() - started < 1.0
