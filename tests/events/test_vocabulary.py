"""The vocabulary: every file is well formed and large, and forms are made as English makes them."""

from __future__ import annotations

import pytest

from copydesk.events.frame import Operator, read_code, read_pattern, weight
from copydesk.events.inflection import gerunds, past_forms, spellings, third_person
from copydesk.events.lexicon import HERE, irregular_verbs, noun_forms, verb_forms
from copydesk.events.vocabulary import act_nouns, frames, noun_classes, topic_words, vocabulary
from copydesk.model.event import EventType
from copydesk.text.vocabulary.tables import read_rows


def test_the_vocabulary_is_large() -> None:
    assert sum(len(listed) for listed in frames().values()) > 3_000
    assert len(act_nouns()) > 1_000


def test_every_type_has_frames_and_nouns() -> None:
    by_verbs = {frame.code.type for listed in frames().values() for frame in listed}
    assert by_verbs >= set(EventType)
    assert {noun.code.type for noun in act_nouns().values()} == set(EventType)


def test_every_operator_is_used() -> None:
    assert {frame.code.operator for listed in frames().values() for frame in listed} >= set(Operator)


def test_no_row_is_there_twice() -> None:
    rows = [(verb, pattern) for verbs, pattern, _ in read_rows(HERE, "verbs.tsv") for verb in verbs.split(", ")]
    codes: dict[tuple[str, str], int] = {}
    for row in rows:
        codes[row] = codes.get(row, 0) + 1
    assert sum(count > 1 for count in codes.values()) < 0.05 * len(codes)


def test_frames_that_ask_for_most_come_first() -> None:
    for listed in frames().values():
        weights = [frame.weight for frame in listed]
        assert weights == sorted(weights, reverse=True)


def test_words_are_lower_case() -> None:
    assert all(form == form.lower() for form in (*vocabulary().triggers, *topic_words(), *noun_classes()["act"]))


def test_patterns_are_read() -> None:
    classes = {"boat": frozenset({"ferry", "ferries"})}
    elements = read_pattern("~ @boat|[raft] on|upon to+", classes)
    assert [element.kind for element in elements] == ["~", "@", "w", "i"]
    assert elements[1].words == {"ferry", "ferries", "raft", "rafts"}
    assert weight(elements) == 10
    with pytest.raises(ValueError, match="ship"):
        read_pattern("@ship", classes)
    with pytest.raises(ValueError, match="neither"):
        read_code("visit")


@pytest.mark.parametrize(
    ("base", "third", "past", "gerund"),
    [
        ("attack", "attacks", "attacked", "attacking"),
        ("carry", "carries", "carried", "carrying"),
        ("praise", "praises", "praised", "praising"),
        ("ban", "bans", "banned", "banning"),
        ("expel", "expels", "expelled", "expelling"),
        ("push", "pushes", "pushed", "pushing"),
        ("delay", "delays", "delayed", "delaying"),
        ("die", "dies", "died", "dying"),
        ("agree", "agrees", "agreed", "agreeing"),
    ],
)
def test_regular_forms(base: str, third: str, past: str, gerund: str) -> None:
    assert third_person(base) == third
    assert past in past_forms(base)
    assert gerund in gerunds(base)


def test_irregular_and_british_forms() -> None:
    assert irregular_verbs()["withdraw"] == (("withdrew",), ("withdrawn",))
    assert noun_forms("gunman") == ("gunman", "gunmen")
    assert noun_forms("phone call") == ("phone call", "phone calls")
    assert spellings("criticize") == ("criticize", "criticise")
    assert "honoured" in verb_forms(["honor"])


def test_verbs_without_an_act_are_verbs_too() -> None:
    assert {"evade", "evades", "evaded", "evading", "subvert", "circumvented"} <= set(vocabulary().lexicon.verbs)
