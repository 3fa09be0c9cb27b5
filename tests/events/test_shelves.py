"""Shelves: which events a group is compared with."""

from __future__ import annotations

from copydesk.events.shelves import WINDOW, Shelves
from copydesk.model.event import EventType

NORWAY, CROATIA = (EventType.CONSULT, "s1", "norway"), (EventType.CONSULT, "s1", "croatia")


def test_an_event_on_two_shelves_is_met_once() -> None:
    shelves = Shelves()
    shelves.put(0, {NORWAY, CROATIA})
    shelves.put(1, {CROATIA})
    assert sorted(shelves.latest({NORWAY, CROATIA})) == [0, 1]
    assert shelves.latest({NORWAY}) == [0]
    assert shelves.latest({(EventType.AGREE, "s1", "norway")}) == []


def test_the_window_holds_for_all_shelves_together() -> None:
    shelves = Shelves()
    for number in range(2 * WINDOW):
        shelves.put(number, {NORWAY if number % 2 else CROATIA})
    assert sorted(shelves.latest({NORWAY, CROATIA})) == list(range(WINDOW, 2 * WINDOW))
    assert len(shelves.latest({NORWAY})) == WINDOW


def test_what_was_joined_lately_is_not_forgotten() -> None:
    shelves = Shelves()
    for number in range(WINDOW + 1):
        shelves.put(number, {NORWAY})
        shelves.put(0, {NORWAY})
    assert set(shelves.latest({NORWAY})) == {0, *range(2, WINDOW + 1)}
