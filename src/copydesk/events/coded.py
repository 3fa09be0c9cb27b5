"""What one sentence says was done: an act, by whom, to whom, and the words that bear it."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.event import EventStatus, EventType

Span = tuple[int, int]
"""Code points into the text that was coded, half-open."""

HOSTILE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.THREATEN,
    }
)
"""Acts against somebody: to plan one is a threat."""

VERBAL = frozenset({EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
"""Acts that are done by saying so."""


_ANNOTATED: dict[tuple[EventType | None, str | None], EventType] = {
    (EventType.AGREE, "agreement"): EventType.SUPPORT,
    (EventType.SANCTION, "impose"): EventType.COERCE,
}
"""Where the codebook's annotators put what we name otherwise. To sign a treaty is diplomatic cooperation to them
(CAMEO 057), to us an agreement; imposed sanctions are restrictions to them (both cases of PLV's developed half)."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One act that a sentence tells of.

    Attributes:
        begin, end: the sentence.
        clause_begin, clause_end: the clause inside it that tells of the act, with its actor and recipient.
        trigger_begin, trigger_end: the words that fired.
        rule: the entry of the vocabulary that fired, as `file:entry`; outer entries first, parted by ` > `.
        type: the PLOVER type of the act, null for a plain statement.
        mode: the manner, where the codebook has one for the type.
        status: whether it happened.
        topics: contexts of the codebook that the sentence touches, sorted.
        actors, recipients: where they are named, in the order of the text; empty where the sentence names none.
        confidence: the chance that type and status are right, 0 to 1.
    """

    begin: int
    end: int
    clause_begin: int
    clause_end: int
    trigger_begin: int
    trigger_end: int
    rule: str
    type: EventType | None
    mode: str | None
    status: EventStatus
    topics: tuple[str, ...]
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    confidence: float


def codebook_type(coded: Coded) -> EventType | None:
    """The root code of the act as the PLOVER codebook has it, which knows no status.

    Saying that one will do something is AGREE where it helps and THREATEN where it hurts; not doing what was hoped
    for is REJECT. Agreements signed, and sanctions imposed, are as annotators have them.
    """
    happened = coded.status is EventStatus.HAPPENED
    if happened and (coded.type, coded.mode) in _ANNOTATED:
        return _ANNOTATED[coded.type, coded.mode]
    if coded.type is None or coded.type in VERBAL:
        return coded.type
    if coded.status is EventStatus.PLANNED or coded.status is EventStatus.HYPOTHETICAL:
        return EventType.THREATEN if coded.type in HOSTILE else EventType.AGREE
    if coded.status is EventStatus.DENIED and coded.type not in HOSTILE:
        return EventType.REJECT
    return coded.type
