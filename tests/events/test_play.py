"""Reports of games, in which nobody attacks or surrenders but the police and the crowd beside them."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.events.lexicon import HERE
from copydesk.events.play import is_play, without_play
from copydesk.model.event import EventType
from copydesk.text.vocabulary.tables import read_toml
from tests.events.invented import mention

GAME = """Kelm Rovers beat Port Hale 3-2 on Wednesday night after visitors attacked from the first whistle. The \
home side fired 22 shots, and the midfielder struck twice before the referee ended a match that both teams liked."""
STRIKE = """The union called its members out of the stadium on Wednesday, and police fired at fans who marched to \
the ministry. The referee of the labour court is to hear both sides, the minister of sport told mediators."""


@pytest.mark.parametrize(("text", "answer"), [(GAME, True), (STRIKE, False), ("", False)])
def test_a_report_of_a_game_is_told_by_its_words(text: str, answer: bool) -> None:
    assert is_play(text) is answer


def test_one_paragraph_on_a_game_makes_no_report_of_it() -> None:
    assert not is_play(GAME + " The island waited for its ferry." * 100)


@pytest.mark.parametrize(
    ("text", "kept"), [(GAME, {EventType.COERCE}), (STRIKE, {EventType.COERCE, EventType.ASSAULT})]
)
def test_only_what_is_done_beside_the_game_is_kept(text: str, kept: set[EventType]) -> None:
    acts = [dataclasses.replace(mention("p1"), type=kind) for kind in (EventType.COERCE, EventType.ASSAULT)]
    assert {one.type for one in without_play(acts, text.split(". "))} == kept


def test_words_of_games_stand_in_one_list() -> None:
    lists = read_toml(HERE, "sport.toml")
    assert not set(lists["sure"].split()) & set(lists["other"].split())
