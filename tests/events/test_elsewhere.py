"""Events of several stories: what meets, and what is one."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from copydesk.events import elsewhere
from copydesk.events.cluster import Cluster
from copydesk.events.elsewhere import Dated, join_elsewhere
from copydesk.events.mention import Mention
from copydesk.events.merging import merge
from copydesk.events.settings import SETTINGS
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.event import EventType
from tests.events.invented import ACTORS, TUESDAY, mention

QUAY = frozenset({"signed", "quay", "treaty"})
PEOPLE = ACTORS | {"tarn": Actor("tarn", "Ivo Tarn", ActorKind.PERSON, None, None, 1)}
STORIES = {f"p{number}": f"s{number}" for number in range(10)}


def merged(mentions: Sequence[Mention]) -> list[Cluster]:
    return merge(mentions, [[number] for number in range(len(mentions))], PEOPLE, STORIES, SETTINGS)


def joined(*mentions: Mention) -> list[list[int]]:
    """The mentions of each event; every page is a story."""
    clusters = merged(mentions)
    dated = Dated.of(clusters, mentions, PEOPLE)
    lesson = dated.lesson(clusters, sorted({one.page_id for one in mentions}))
    found = join_elsewhere(clusters, dated, lesson.learn(lesson.notes), PEOPLE, SETTINGS)
    return sorted(cluster.numbers for cluster in found)


def held(one: Mention) -> set[int]:
    return set(Dated.of(merged([one]), [one], PEOPLE).record.tolist())


def test_what_a_story_tells_apart_stays_apart() -> None:
    one = mention("p1", when=TUESDAY, words=QUAY)
    again = mention("p1", 60, when=TUESDAY, words=QUAY)
    apart = dataclasses.replace(one, trigger_begin=30)
    assert joined(one, apart) == [[0], [1]]
    assert joined(one, again, apart, mention("p2", when=TUESDAY, words=QUAY)) == [[0, 1, 3], [2]]


def test_three_stories_tell_of_one_event() -> None:
    assert joined(*(mention(page, when=TUESDAY, words=QUAY) for page in ("p1", "p2", "p3"))) == [[0, 1, 2]]


def test_one_party_is_not_enough() -> None:
    lone: dict[str, object] = {"type": EventType.ASSAULT, "recipients": (), "when": TUESDAY, "words": QUAY}
    assert joined(mention("p1", 0, **lone), mention("p2", 0, **lone)) == [[0], [1]]


def test_a_government_meets_its_minister() -> None:
    """Norway is the second of two parties on either side: by its minister here, by itself there."""
    asked: dict[str, object] = {"type": EventType.REQUEST, "when": TUESDAY, "words": QUAY}
    assert joined(mention("p1", 0, **asked), mention("p2", 0, **asked | {"recipients": ("norway",)})) == [[0, 1]]


def test_two_envoys_of_one_government_are_not_two_parties_of_its_own() -> None:
    told: dict[str, object] = {"type": EventType.AGREE, "mode": None, "when": TUESDAY, "words": QUAY}
    envoys = mention("p1", 0, **told | {"actors": ("hollund",), "recipients": ("norway",)})
    assert joined(envoys, mention("p2", 0, **told | {"actors": ("norway",), "recipients": ("tarn",)})) == [[0], [1]]


def test_of_a_crowd_nobody_meets(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [mention(f"p{number}", when=TUESDAY, words=QUAY) for number in range(4)]
    monkeypatch.setattr(elsewhere, "CROWD", 4)
    assert joined(*told) == [[0, 1, 2, 3]]
    monkeypatch.setattr(elsewhere, "CROWD", 3)
    assert joined(*told) == [[0], [1], [2], [3]]


@pytest.mark.parametrize(
    "change",
    [
        {"words": frozenset({"quay", "treaty"})},
        {"actors": ("dovic", "tarn")},
        {"begin": 60, "end": 100, "sentence": 60, "sentence_end": 100},
    ],
)
def test_others_hear_of_what_they_are_compared_by(change: dict[str, object]) -> None:
    one = mention("p1", when=TUESDAY, words=QUAY)
    assert held(one) == held(dataclasses.replace(one, confidence=0.5, place="Bergen"))
    assert held(one).isdisjoint(held(dataclasses.replace(one, **change)))  # type: ignore[arg-type]
