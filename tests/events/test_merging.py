"""Merging: what is one event, and what is not."""

from __future__ import annotations

import dataclasses
import random
import sys
from collections.abc import Sequence
from types import FrameType

import pytest

from copydesk.events.elsewhere import Dated, join_elsewhere
from copydesk.events.mention import Mention
from copydesk.events.merging import merge, same_text
from copydesk.events.settings import SETTINGS
from copydesk.events.when import UNKNOWN, When
from copydesk.model.event import EventStatus, EventType
from copydesk.model.reuse import Alignment, Kind
from tests.events.invented import ACTORS, TUESDAY, WEDNESDAY, mention

STORY = dict.fromkeys(("p1", "p2", "p3"), "s1") | {"p9": "s2"}


def events(mentions: Sequence[Mention], alignments: Sequence[Alignment] = ()) -> list[list[int]]:
    clusters = merge(mentions, same_text(mentions, alignments), ACTORS, STORY, SETTINGS)
    dated = Dated.of(clusters, mentions, ACTORS)
    lesson = dated.lesson(clusters, sorted({one.page_id for one in mentions}))
    clusters = join_elsewhere(clusters, dated, lesson.learn(lesson.notes), ACTORS, SETTINGS)
    return sorted(list(cluster.numbers) for cluster in clusters)


def aligned(a: str, b: str, kind: Kind = Kind.SPUN) -> Alignment:
    return Alignment(a, 0, 50, b, 0, 50, kind, 0.8, None)


def test_the_same_place_of_one_text_is_one_event() -> None:
    told = [mention("p1"), mention("p2", actors=("hollund",), recipients=(), when=WEDNESDAY)]
    assert events(told) == [[0], [1]]
    assert events(told, [aligned("p1", "p2")]) == [[0, 1]]


def test_another_type_at_the_same_place_is_another_event() -> None:
    told = [mention("p1"), mention("p2", type=EventType.ACCUSE)]
    assert events(told, [aligned("p1", "p2")]) == [[0], [1]]


def test_a_shared_quotation_is_no_shared_event() -> None:
    told = [mention("p1"), mention("p2", actors=("croatia",), recipients=(), when=TUESDAY)]
    assert events(told, [aligned("p1", "p2", Kind.SHARED_QUOTE)]) == [[0], [1]]


def test_independent_reports_of_one_meeting_are_one_event() -> None:
    told = [mention("p1", when=TUESDAY), mention("p2", when=TUESDAY, actors=("hollund",), recipients=("dovic",))]
    assert events(told) == [[0, 1]]


def test_two_days_are_two_meetings() -> None:
    assert events([mention("p1", when=TUESDAY), mention("p2", when=WEDNESDAY)]) == [[0], [1]]


def test_a_meeting_of_ministers_is_not_one_of_governments() -> None:
    governments = mention("p2", when=TUESDAY, actors=("croatia",), recipients=("norway",))
    assert events([mention("p1", when=TUESDAY), governments]) == [[0], [1]]


def test_one_speech_holds_several_requests() -> None:
    one = mention("p1", type=EventType.REQUEST, when=TUESDAY, words=frozenset({"release", "detained", "sailors"}))
    same = mention("p2", type=EventType.REQUEST, when=TUESDAY, words=frozenset({"free", "detained", "sailors"}))
    other = mention("p3", type=EventType.REQUEST, when=TUESDAY, words=frozenset({"reopen", "border", "crossing"}))
    assert events([one, same, other]) == [[0, 1], [2]]


def test_who_asks_is_not_who_is_asked() -> None:
    words = frozenset({"release", "detained", "sailors"})
    one = mention("p1", type=EventType.REQUEST, when=TUESDAY, words=words)
    back = mention(
        "p2", type=EventType.REQUEST, when=TUESDAY, words=words, actors=("hollund",), recipients=("dovic",)
    )
    assert events([one, back]) == [[0], [1]]


def test_a_government_stands_for_its_minister_where_things_are_said() -> None:
    words = frozenset({"release", "detained", "sailors"})
    one = mention("p1", type=EventType.REQUEST, when=TUESDAY, words=words)
    two = mention("p2", type=EventType.REQUEST, when=TUESDAY, words=words, recipients=("norway",))
    assert events([one, two]) == [[0, 1]]


def test_one_sentence_tells_of_two_acts() -> None:
    one = mention("p1", when=TUESDAY, words=frozenset({"talks"}))
    two = mention("p1", when=TUESDAY, words=frozenset({"talks"}), rule="nouns:talk")
    apart = [one, Mention(**{name: getattr(two, name) for name in two.__slots__} | {"trigger_begin": 30})]
    assert events(apart) == [[0], [1]]


def test_a_visit_is_no_phone_call() -> None:
    assert events([mention("p1", when=TUESDAY, mode="visit"), mention("p2", when=TUESDAY, mode="phone")]) == [
        [0],
        [1],
    ]


def test_what_was_denied_is_told_apart() -> None:
    denied = mention("p2", when=TUESDAY, status=EventStatus.DENIED)
    assert events([mention("p1", when=TUESDAY), denied]) == [[0], [1]]


def test_what_was_planned_and_happened_is_one() -> None:
    planned = mention(
        "p2", when=When("2031-03-04", None, True), status=EventStatus.PLANNED, words=frozenset({"quay"})
    )
    happened = mention("p1", when=TUESDAY, words=frozenset({"quay"}))
    assert events([happened, planned]) == [[0, 1]]


def test_other_stories_need_the_same_day_and_words() -> None:
    words = frozenset({"signed", "fishing", "treaty"})
    one, far = mention("p1", when=TUESDAY, words=words), mention("p9", when=TUESDAY, words=words)
    assert events([one, far]) == [[0, 1]]
    assert events([one, mention("p9", when=TUESDAY, words=frozenset({"opened", "bridge", "toll"}))]) == [[0], [1]]
    assert events([one, mention("p9", words=words)]) == [[0], [1]]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_mentions_does_not_matter(seed: int) -> None:
    told = [
        mention(page, begin, when=when, words=frozenset(words.split()), type=kind)
        for page in ("p1", "p2", "p3")
        for begin, when in ((0, TUESDAY), (60, WEDNESDAY), (120, UNKNOWN))
        for kind in (EventType.CONSULT, EventType.REQUEST)
        for words in ("sailors detained harbour", "border crossing reopen")
    ]
    known = {(one.page_id, one.begin, one.type, one.words) for one in told}
    assert len(known) == len(told)

    def named(order: list[Mention]) -> set[frozenset[tuple[object, ...]]]:
        ordered = sorted(order, key=lambda one: (one.page_id, one.begin, str(one.type), sorted(one.words)))
        return {
            frozenset((ordered[n].page_id, ordered[n].begin, ordered[n].type, ordered[n].words) for n in numbers)
            for numbers in events(ordered)
        }

    shuffled = told[:]
    random.Random(seed).shuffle(shuffled)
    assert named(shuffled) == named(told)


def test_the_work_grows_with_the_mentions() -> None:
    """Counted in calls of functions: to join 400 reports of one act takes twice as many as 200."""

    def work(number: int) -> int:
        mentions, calls = [mention("p1", 60 * n, when=TUESDAY) for n in range(number)], 0

        def count(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal calls
            calls += event == "call"

        groups = same_text(mentions, ())
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            merge(mentions, groups, ACTORS, STORY, SETTINGS)
        finally:
            sys.setprofile(before)
        return calls

    assert work(400) < 2.5 * work(200)


@pytest.mark.parametrize("first", [10, 30])
def test_an_act_of_which_the_sentence_tells_already_is_no_other(first: int) -> None:
    told = [
        dataclasses.replace(mention("p1", when=TUESDAY), trigger_begin=10),
        dataclasses.replace(mention("p1", when=TUESDAY), trigger_begin=30),
        dataclasses.replace(mention("p1", when=TUESDAY), trigger_begin=first),
    ]
    clusters = merge(told, [[0, 1], [2]], ACTORS, STORY, SETTINGS)
    assert [cluster.numbers for cluster in clusters] == [[0, 1, 2]]


def visit(page_id: str, begin: int = 0, **changes: object) -> Mention:
    """A mention of a visit of one guest."""
    return mention(page_id, begin, **{"mode": "visit", "actors": ("hollund",), "recipients": ("croatia",)} | changes)


def test_one_stay_is_one_visit_though_pages_tell_of_its_first_and_of_its_last_day() -> None:
    told = [visit("p1", when=TUESDAY), visit("p2", when=WEDNESDAY)]
    assert events(told) == [[0, 1]]
    trip = visit("p1", 200, recipients=(), when=WEDNESDAY, words=frozenset({"trip"}))
    assert events([told[0], trip]) == [[0, 1]]


def test_visits_of_other_guests_or_other_days_are_others() -> None:
    later = When("2031-03-09", "2031-03-09", True, True)
    one = visit("p1", when=TUESDAY)
    assert events([one, visit("p2", when=later)]) == [[0], [1]]
    assert events([one, visit("p2", when=WEDNESDAY, actors=("dovic",))]) == [[0], [1]]


def test_a_page_that_says_where_the_guest_goes_next_tells_of_two_visits() -> None:
    onward = visit("p1", 200, recipients=(), when=WEDNESDAY, status=EventStatus.PLANNED)
    assert events([visit("p1", when=TUESDAY), onward]) == [[0], [1]]


def test_a_headline_names_the_countries_of_the_ministers_who_meet() -> None:
    headline = mention("p1", actors=("norway",), recipients=("croatia",), headline=True)
    meeting = mention("p1", 200, when=TUESDAY)
    assert events([headline, meeting]) == [[0, 1]]
    assert events([headline, dataclasses.replace(meeting, page_id="p2")]) == [[0], [1]]


def test_a_headline_tells_of_yesterday() -> None:
    words, attack = frozenset({"fort", "hill"}), EventType.ASSAULT
    tuesday = mention("p1", 200, type=attack, mode=None, words=words, when=TUESDAY)
    headline = dataclasses.replace(tuesday, begin=0, sentence=0, headline=True, when=When("2031-03-05", "2031-03-05"))
    assert events([headline, tuesday]) == [[0, 1]]
    assert events([dataclasses.replace(headline, headline=False), tuesday]) == [[0], [1]]
