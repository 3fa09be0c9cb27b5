"""Choosing events: what is asked for is found, and what no event could answer is refused."""

from __future__ import annotations

import pytest

from copydesk.model.event import Event, EventStatus, EventType, Party
from copydesk.record.events import EventQuery


def event(date_from: str | None, date_to: str | None = None) -> Event:
    return Event(
        "e1", EventType.AGREE, None, "Marland and Norrvik agree", EventStatus.HAPPENED,
        (Party("Marland", None, "MRL"),), (), None, date_from, date_to, None, (), 1, 1, ("o1",), 0.9, None, None, (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "date_from", "wanted"),
    [
        ({"until": "2031"}, "2031-05-14", True),
        ({"until": "2031-05"}, "2031-05-14", True),
        ({"until": "2031-05-13"}, "2031-05-14", False),
        ({"until": "2030"}, "2031-05-14", False),
        ({"until": "2031-05-14"}, "2031-05", True),
        ({"since": "2031"}, "2031-05-14", True),
        ({"since": "2031-06"}, "2031-05-14", False),
        ({"since": "2031-05-15"}, "2031-05", True),
        ({"since": "2031"}, None, False),
        ({"type": "agree"}, None, True),
        ({"type": "Yield/Concede"}, None, False),
        ({"actor": "MRL"}, None, True),
        ({"actor": "\U0001d7d9"}, None, False),  # a digit that no word of ours has
    ],
)
def test_what_is_asked_for_is_found(asked: dict[str, str], date_from: str | None, wanted: bool) -> None:
    assert EventQuery(**asked).wants(event(date_from)) is wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ({"until": "14.05.2031"}, "write YYYY-MM-DD"),
        ({"since": "foo"}, "write YYYY-MM-DD"),
        ({"since": ""}, "write YYYY-MM-DD"),
        ({"until": "2031-5-14"}, "write YYYY-MM-DD"),
        ({"until": "2031-02-30"}, "write YYYY-MM-DD"),
        ({"until": "2031-13"}, "write YYYY-MM-DD"),
        ({"until": "2031-"}, "write YYYY-MM-DD"),
        ({"until": "0000"}, "write YYYY-MM-DD"),
        ({"type": "AGREES"}, "AGREE, CONSULT"),
        ({"type": ""}, "AGREE, CONSULT"),
        ({"actor": ""}, "has no words"),
        ({"actor": " - "}, "has no words"),
    ],
)
def test_what_no_event_could_answer_is_refused(asked: dict[str, str], advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        EventQuery(**asked)  # type: ignore[arg-type]
