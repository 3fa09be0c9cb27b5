"""A mention: one place that tells of an act, with everything known about it before mentions become events."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.when import When
from copydesk.model.event import EventStatus, EventType


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long an act lasted, in the words of one page."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that tells of an act.

    Attributes:
        page_id, begin, end: the words that tell of it, code points into the page's text.
        sentence, sentence_end: its sentence on the page.
        trigger_begin, trigger_end: what fired.
        rule: the entry of the vocabulary that fired.
        type, mode, status, topics, confidence: as coded.
        actors, recipients: ids of actors, in the order of the text.
        when: the days that this place gives.
        place: where, as the page says it, null where it does not.
        lasting: how long, null where the place does not say.
        origin_id: the origin that the place counts for, null for none.
        words: folded content words of the sentence, those of the parties left out.
        picture: whether it is a caption.
        headline: whether it is a headline, which names a country where the article names its minister.
    """

    page_id: str
    begin: int
    end: int
    sentence: int
    sentence_end: int
    trigger_begin: int
    trigger_end: int
    rule: str
    type: EventType | None
    mode: str | None
    status: EventStatus
    topics: tuple[str, ...]
    confidence: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When
    place: str | None
    lasting: Lasting | None
    origin_id: str | None
    words: frozenset[str]
    picture: bool
    headline: bool

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return frozenset((*self.actors, *self.recipients))
