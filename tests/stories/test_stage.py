"""Which pages become one story."""

from __future__ import annotations

import dataclasses

import numpy as np

from copydesk.model.pile import Pile
from copydesk.provenance import trace
from copydesk.reuse import find_reuse
from copydesk.stories import group
from copydesk.stories.clustering import NEVER, average_link
from tests.reuse.press import OTHER, WIRE, pile, spin

INDEPENDENT = (
    "After a night and half a day at the table, Kelm and Ostrava Bay put their names to a harbour treaty on Tuesday, "
    "ending a quarrel over the northern shoals that had kept cutters of both fleets in port since spring.",
    "Marta Elvestad, who led Kelm's delegation, came out to the quay in Sandling with ink on her cuff and said the "
    "anchorage fees had been the last thing to fall into place.",
    "Ratification is another matter: both parliaments want to see the annexes before they vote.",
)


def stories(source: Pile) -> list[tuple[str, ...]]:
    found = group(trace(find_reuse(source)))
    assert sorted(page for story in found.stories for page in story.page_ids) == [p.page_id for p in found.pages]
    return sorted(story.page_ids for story in found.stories)


def dated(source: Pile, **days: str) -> Pile:
    pages = tuple(dataclasses.replace(page, published=days.get(page.page_id)) for page in source.pages)
    return dataclasses.replace(source, pages=pages)


def test_copies_and_an_independent_report_are_one_story() -> None:
    spun = [spin(text) for text in WIRE]
    assert stories(pile(a=WIRE, b=spun, c=INDEPENDENT, d=OTHER[:1], e=OTHER[1:2])) == [
        ("a", "b", "c"),
        ("d",),
        ("e",),
    ]


def test_the_same_people_a_year_later_are_another_story() -> None:
    both = pile(a=WIRE, b=INDEPENDENT, c=OTHER)
    assert stories(dated(both, a="2025-05-13", b="2025-05-14")) == [("a", "b"), ("c",)]
    assert stories(dated(both, a="2025-05-13", b="2026-05-14")) == [("a",), ("b",), ("c",)]


def test_what_all_pages_of_a_small_pile_name_tells_where_their_days_are_near() -> None:
    quay = (
        "The cooks of Sandling had kept soup on the stove for the delegates since Monday night, and threw "
        "most of it away. One of them had made dumplings, nine dozen of them, which went to the gulls.",
        "When Marta Elvestad came down the steps, a boy with a broken oar asked whether his father could sail for "
        "the shoals in the morning.",
        "She told him to wait. His father, asleep in a net with a dog on his feet, had not been told of anything.",
    )
    both = pile(a=WIRE, b=quay)
    assert stories(dated(both, a="2025-05-13", b="2025-05-14")) == [("a", "b")]
    assert stories(dated(both, a="2025-05-13", b="2025-05-28")) == [("a",), ("b",)]
    assert stories(dated(both, a="2025-05-13")) == [("a",), ("b",)]
    assert stories(dated(pile(a=WIRE, b=OTHER), a="2025-05-13", b="2025-05-13")) == [("a",), ("b",)]


def test_the_days_of_a_story_are_those_of_its_faithful_pages() -> None:
    source = dated(
        pile(a=[spin(t) for t in WIRE], b=WIRE, c=WIRE[:4]), a="2025-12-01", b="2025-05-13", c="2025-05-15"
    )
    (story,) = group(trace(find_reuse(source))).stories
    assert (story.first_date, story.last_date, story.parent_story) == ("2025-05-13", "2025-05-15", None)


def test_a_few_common_words_make_no_story() -> None:
    pages = pile(
        a=["The mayor said on Friday that the bridge would open."],
        b=["The mayor said the bridge was shut on Friday."],
    )
    assert stories(pages) == [("a",), ("b",)]


def test_no_pages_no_stories() -> None:
    assert group(Pile()).stories == ()


def test_average_link_looks_at_means() -> None:
    pairs = np.array([[1, 0], [2, 1]], dtype=np.int32)
    assert average_link(3, pairs, np.array([0.9, 0.5], dtype=np.float32), 0.4) == [[0, 1], [2]]
    assert average_link(3, pairs, np.array([0.9, 0.9], dtype=np.float32), 0.4) == [[0, 1, 2]]


def test_what_cannot_be_one_story_never_is() -> None:
    pairs = np.array([[1, 0], [2, 0], [2, 1]], dtype=np.int32)
    values = np.array([NEVER, 0.9, 0.9], dtype=np.float32)
    assert average_link(3, pairs, values, 0.1) == [[0, 2], [1]]
