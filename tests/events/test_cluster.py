"""Clusters: what mentions say together, whatever the order in which they come."""

from __future__ import annotations

import random

import pytest

from copydesk.events.cluster import Cluster, best_when, often
from copydesk.events.when import UNKNOWN, When
from copydesk.model.event import EventStatus
from tests.events.invented import TUESDAY, WEDNESDAY, mention

STORY = {"p1": "s1", "p2": "s2"}
FACTS = (
    "type", "said", "mutual", "actors", "recipients", "parties", "when", "days", "statuses", "denied", "modes",
    "manners", "words", "stories", "triggers", "pages", "headed",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_joined_clusters_say_what_all_their_mentions_say(seed: int) -> None:
    chance = random.Random(seed)
    people = ("dovic", "hollund", "croatia", "norway")
    days = (UNKNOWN, TUESDAY, WEDNESDAY, When("2031-03", "2031-03", True), When("2031-03-06", None))
    told = [
        mention(
            chance.choice(("p1", "p2", "p3")),
            60 * chance.randrange(5),
            actors=tuple(chance.sample(people, chance.randrange(3))),
            recipients=tuple(chance.sample(people, chance.randrange(3))),
            when=chance.choice(days),
            status=chance.choice(tuple(EventStatus)),
            mode=chance.choice((None, "meet", "phone", "visit")),
            words=frozenset(chance.sample(("sailors", "detained", "harbour", "border"), 2)),
        )
        for _ in range(chance.randrange(2, 30))
    ]
    whole = Cluster(range(len(told)), told, STORY)
    at, grown = 1, Cluster([0], told, STORY)
    while at < len(told):
        last = min(len(told), at + chance.randrange(1, 4))
        grown.join(Cluster(range(at, last), told, STORY))
        at = last
    assert grown.numbers == whole.numbers
    for fact in FACTS:
        assert getattr(grown, fact) == getattr(whole, fact), fact
    assert whole.when == best_when(told)
    assert whole.actors == set(often(one.actors for one in told))


def test_who_is_named_once_among_many_is_no_party() -> None:
    assert often([("a", "b"), ("a",), ("a", "c"), ("a",)]) == ["a"]
    assert often([]) == []


def test_a_stated_precise_date_wins() -> None:
    supposed = When("2031-03-06", "2031-03-06")
    month = When("2031-03", "2031-03", True, True)
    told = [mention("p1", when=supposed), mention("p2", when=month), mention("p3", when=TUESDAY)]
    assert best_when(told) == TUESDAY
    assert best_when([mention("p1")]) == UNKNOWN
