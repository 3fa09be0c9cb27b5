"""Which pages tie others together, and which only hold their text: digests, live blogs, long articles."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from copydesk.model.by_page import ByPage
from copydesk.provenance import trace
from copydesk.reuse import find_reuse
from copydesk.stories import group
from copydesk.stories.settings import SETTINGS
from copydesk.stories.terms import read_terms
from copydesk.stories.units import Unit, find_units
from tests.reuse.press import WIRE, pile

CLOCK = (
    "The tower clock of Gransund struck thirteen at noon on Wednesday, and the watchmaker who had serviced it since "
    "1984 climbed down the ladder and handed in his keys.",
    "“It counted right for forty years and it may be tired,” said Edvin Roos, who learned the trade from his aunt.",
    "A firm from the coast will take the wheels apart in spring, at a cost of nine thousand crowns.",
)
GOATS = (
    "Eleven goats that were hired to eat the weeds below the ski jump in Hollmark have eaten the judges' ladder "
    "instead, the sports club reported.",
    "Their owner offered to lend the club a donkey. The chairwoman, Sunniva Brekk, wrote back that she would rather "
    "have a ladder.",
    "The jump is to be used for training again before the first snow falls on the ridge.",
)
FERRY = (
    "Passengers of the night ferry to Lyngvik spent nine hours on a sandbank because its second mate had followed "
    "the lights of a fairground, an inquiry found.",
    "The shipping line paid for breakfast and has since asked the fairground to turn its wheel towards the hills.",
    "Nobody was hurt, and four travellers won cuddly toys while they were waiting for the tide.",
)
LONG = (
    "The parliament of Ostrava Bay voted on Thursday to build a breakwater at Sandling, ending nine years of quarrel "
    "over who should pay for the stone.",
    "Harbour minister Ketil Dorn said the breakwater at Sandling would be finished within three winters, and that "
    "Ostrava Bay would borrow nothing for it.",
    "Fishermen in Sandling lost eleven boats to the storms of last autumn, and their guild had threatened to sail "
    "round to the capital of Ostrava Bay and moor below the parliament.",
    "The guild's chairman, Aslak Venn, called the vote of parliament late but welcome.",
    "Stone for the breakwater will come from the quarry above Sandling, which Ketil Dorn closed as a young mayor and "
    "will now have to open again.",
    "Aslak Venn said that the guild would count the carts that leave the quarry for the harbour.",
)
GREETING = "Good morning. Here is what you may have missed while you slept, with a second cup of coffee in the hand."
WEATHER = "The weather stays dry in the north, while fog is expected along all coasts until the early afternoon."


def stories(**pages: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted(story.page_ids for story in group(trace(find_reuse(pile(**pages)))).stories)


def units(**pages: Sequence[str]) -> list[Unit]:
    found = trace(find_reuse(pile(**pages)))
    terms = read_terms(found.pages, ByPage(found.segments), ByPage(found.substitutions), SETTINGS)
    return find_units(found, terms, SETTINGS)


@pytest.mark.parametrize(
    "digests",
    [
        pytest.param({"x": (GREETING, *CLOCK, *GOATS, *FERRY)}, id="one digest"),
        pytest.param({"x": (*CLOCK, *GOATS, *FERRY), "y": (GREETING, *CLOCK, *GOATS, *FERRY)}, id="and its copy"),
        pytest.param(
            {"x": (*CLOCK, *GOATS, *FERRY), "y": (GREETING, *CLOCK, *GOATS, *FERRY, WEATHER, *WIRE[:4])},
            id="and a longer edition",
        ),
        pytest.param({"x": (*CLOCK, *GOATS[:2], FERRY[0])}, id="most of it is one brief"),
    ],
)
def test_a_digest_is_in_the_story_that_it_has_most_of(digests: dict[str, Sequence[str]]) -> None:
    found = stories(a=CLOCK, b=GOATS[:2], c=FERRY[:1], **digests)
    assert found == [("a", *digests), ("b",), ("c",)]


def test_a_page_of_two_stories_ties_nothing_with_copies_of_both() -> None:
    assert stories(a=CLOCK, b=CLOCK, c=GOATS[:2], d=GOATS[:2], x=(*CLOCK, *GOATS[:2])) == [
        ("a", "b", "x"),
        ("c", "d"),
    ]


@pytest.mark.parametrize(
    "excerpts",
    [
        pytest.param({"b": LONG[:3]}, id="one"),
        pytest.param({"b": LONG[:3], "c": LONG[3:]}, id="without a word in common"),
        pytest.param({"b": LONG[:4], "c": LONG[2:]}, id="that overlap"),
        pytest.param({"b": LONG[:2], "c": LONG[2:4], "d": LONG[4:]}, id="three"),
    ],
)
def test_excerpts_of_a_long_article_stay_with_it(excerpts: dict[str, Sequence[str]]) -> None:
    assert stories(a=LONG, z=CLOCK, **excerpts) == [("a", *excerpts), ("z",)]


def test_how_often_a_word_stands_elsewhere_makes_no_bridge() -> None:
    first, last = (" ".join(part).replace(",", "").replace(".", "").split() for part in (LONG[:3], LONG[3:]))
    common = sorted(set(first) & set(last))
    elsewhere = {f"m{number}": (_shuffled([*common, *GREETING.split()], number),) for number in range(200)}
    assert units(a=LONG, b=LONG[:3], c=LONG[3:], **elsewhere)[0].pages == (0, 1, 2)


def _shuffled(words: Sequence[str], seed: int) -> str:
    return " ".join(random.Random(seed).sample(words, len(words))) + "."


def test_a_digest_of_parts_does_not_say_what_those_are_about_of_whom_it_has_one() -> None:
    x = (GREETING, LONG[0], LONG[4], *CLOCK[:2], WEATHER)
    found = units(a=LONG, c=LONG, d=LONG, e=LONG, b=CLOCK[:2], x=x)
    assert [(unit.pages, unit.telling) for unit in found] == [((0, 2, 3, 4), (0, 2, 3, 4)), ((1, 5), (1,))]
