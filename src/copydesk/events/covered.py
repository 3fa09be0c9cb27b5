"""Nouns of acts that a verb of their sentence has told already."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.events.coded import Coded
from copydesk.model.event import EventType


def is_covered(noun: Coded, rows: Sequence[Coded], over: EventType | None) -> bool:
    """Whether a noun tells no act of its own beside the `rows` of verbs; `over` is the type of the verb above it."""
    return _is_thanked(noun, rows) or _strikes(noun, rows) or _is_demanded(noun, over)


def _is_thanked(noun: Coded, rows: Sequence[Coded]) -> bool:
    """Whether a verb of thanking or praising has the noun in its clause: thanked him for *his support*."""
    return noun.type is EventType.SUPPORT and any(
        over.type is noun.type and over.clause_begin <= noun.trigger_begin < over.clause_end
        for over in rows
        if over.rule.startswith("verbs")
    )


def _strikes(noun: Coded, rows: Sequence[Coded]) -> bool:
    """Whether the noun is what strikes somebody in an assault that a verb tells: *Marland strikes* kill seven."""
    return any(
        over.type is EventType.ASSAULT and any(begin <= noun.trigger_begin < end for begin, end in over.actors)
        for over in rows
    )


def _is_demanded(row: Coded, over: EventType | None) -> bool:
    """Whether the verb over a noun asks for an agreement, which then is none."""
    return row.type is EventType.AGREE and over is EventType.REQUEST
