"""Whom `both sides`, `the two leaders` and `they` stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

import copydesk
from copydesk.events.sides import Sides, pairs, read_states
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.event import EventType
from tests.events.coding import marked

ACTORS = (
    Actor("roe", "Pia Roe", ActorKind.PERSON, "president", "NOR", 1),
    Actor("poe", "Oluf Poe", ActorKind.PERSON, "prime minister", "DNK", 1),
    Actor("tarn", "Ivo Tarn", ActorKind.PERSON, None, None, 1),
    Actor("norway", "Norway", ActorKind.GOVERNMENT, "government", "NOR", 1),
    Actor("denmark", "Denmark", ActorKind.GOVERNMENT, "government", "DNK", 1),
    Actor("sweden", "Sweden", ActorKind.GOVERNMENT, "government", "SWE", 1),
    Actor("marland", "Marland", ActorKind.GOVERNMENT, "government", None, 1),
    Actor("police", "police", ActorKind.GOVERNMENT, None, None, 1),
)
IDS = {"Roe": "roe", "Poe": "poe", "Tarn": "tarn", "Police": "police"} | {
    name: name.lower() for name in ("Norway", "Denmark", "Sweden", "Marland")
}


def meant(*sentences: str) -> list[tuple[str, tuple[str, ...]]]:
    """The places of the last sentence that name two, with these; known names are in brackets."""
    sides = Sides(read_states(ACTORS), [actor.actor_id for actor in ACTORS])
    for written in sentences:
        text, places = marked(written)
        found = sides.read(text, (0, len(text)), [(begin, IDS[text[begin:end]]) for begin, end in places])
    return [(text[one.begin : one.end], one.actor_ids) for one in found]


@pytest.mark.parametrize(
    ("sentences", "place", "two"),
    [
        (("[Roe] met [Poe], after which both countries agreed to talk.",), "both countries", ("norway", "denmark")),
        (("[Roe] met [Poe].", "The two sides agreed to talk."), "The two sides", ("norway", "denmark")),
        (("[Roe] met [Poe].", "Both leaders spoke of cod."), "Both leaders", ("roe", "poe")),
        (("[Roe] met [Poe].", "The two discussed cod."), "The two", ("roe", "poe")),
        (("[Roe] met [Poe].", "They discussed cod."), "They", ("roe", "poe")),
        (("[Norway] sued [Marland].", "Fog lay on the sea.", "Both agreed to talk."), "Both", ("norway", "marland")),
        (
            ("[Norway] sued [Denmark].", "[Roe] urged both governments to talk."),
            "both governments",
            ("denmark", "norway"),
        ),
    ],
)
def test_the_two_that_were_told_of_last(sentences: tuple[str, ...], place: str, two: tuple[str, str]) -> None:
    assert meant(*sentences) == [(place, two)]


@pytest.mark.parametrize(
    "sentences",
    [
        ("[Norway], [Denmark] and [Sweden] met.", "Both sides agreed to talk."),
        ("[Norway] waited.", "Both sides agreed to talk."),
        ("[Norway] met [Denmark].", "Trade between the two countries fell."),
        ("[Norway] met [Denmark].", "Fog came down when they agreed to talk."),
        ("[Roe] met [Tarn] and [Poe].", "The two leaders spoke of cod."),
        ("[Norway] met [Denmark].", "Fog lay on the sea.", "Rain fell.", "They discussed cod."),
        ("[Norway] met [Denmark].", "The two detained men were freed."),
    ],
)
def test_what_is_not_clear_is_nobody(sentences: tuple[str, ...]) -> None:
    assert not meant(*sentences)


def test_the_two_who_were_meant_before_are_meant_where_others_are_named_between() -> None:
    before = ("[Roe] met [Poe].", "The two sides agreed to talk of [Sweden], [Marland] and fog.")
    assert meant(*before, "[Poe] said that both sides had signed a deal.") == [("both sides", ("norway", "denmark"))]


def test_the_words_for_two_are_found_in_linear_time() -> None:
    assert not list(pairs().finditer("both the two they the " * 20000 + "both " + "a" * 100000))


PAGE = """Talks in Bergen end

BERGEN, March 4, 2031 (dpa) - Norwegian President Pia Roe met Danish Prime Minister Oluf Poe in Bergen on Tuesday.

The two countries agreed to open the border on the coast again before the summer, officials said in the evening.
"""


def test_an_agreement_of_both_countries_is_an_event(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    with copydesk.build([tmp_path / "a.txt"], tmp_path / "case") as built:
        (agreed,) = (event for event in built.table("events") if event.type is EventType.AGREE)
        assert {party.country for party in agreed.actors} == {"NOR", "DNK"}
        assert not built.check()


def test_a_government_that_the_page_does_not_name_is_not_meant() -> None:
    """Others may name it: what a page says does not hang on them."""
    text, places = marked("[Roe] met [Poe], after which both countries agreed to talk.")
    named = [(begin, IDS[text[begin:end]]) for begin, end in places]
    found = Sides(read_states(ACTORS), ["roe", "poe", "norway"]).read(text, (0, len(text)), named)
    assert [one.actor_ids for one in found] == [("norway", "poe")]
