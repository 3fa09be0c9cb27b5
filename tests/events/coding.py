"""Sentences of the tests: about invented places and people, one act each unless the test says otherwise."""

from __future__ import annotations

from copydesk.events import Coded, code_sentence
from copydesk.model.event import EventType


def code(text: str) -> tuple[Coded, ...]:
    """The acts of a sentence, without known names."""
    return code_sentence(text, 0, len(text))


def types(text: str) -> list[EventType | None]:
    """Their types."""
    return [coded.type for coded in code(text)]


def only(text: str) -> Coded:
    """The one act of a sentence."""
    found = code(text)
    assert len(found) == 1, [(one.type, one.rule) for one in found]
    return found[0]


def named(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The words of spans."""
    return [text[begin:end] for begin, end in spans]
