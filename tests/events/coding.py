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


def marked(written: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence with its known names in brackets, as the sentence and their places."""
    text, places = "", []
    for piece in written.split("["):
        inside, closed, after = piece.partition("]")
        if closed:
            places.append((len(text), len(text) + len(inside)))
        text += inside + after
    return text, places


def told(written: str) -> list[tuple[EventType | None, list[str], list[str]]]:
    """Type, actors and recipients of the acts of a sentence whose known names are in brackets."""
    text, places = marked(written)
    found = code_sentence(text, 0, len(text), places)
    return [(one.type, named(text, one.actors), named(text, one.recipients)) for one in found]
