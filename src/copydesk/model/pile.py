"""The pile as it travels through the stages: each stage takes one and returns one with its tables filled."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from copydesk.model.actor import Actor, ActorMention
from copydesk.model.date import DateCandidate, Timex
from copydesk.model.event import Event, EventMention
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.reuse import Alignment, Passage, Replacement
from copydesk.model.story import Story


@dataclass(frozen=True, slots=True)
class Pile:
    """All tables of a case but the rejects.

    `pages` are in the order of their ids; `segments` in the order of (page_id, begin). Every other table is in
    the stable order that its stage documents, so that the same pages give the same bytes.
    """

    pages: tuple[Page, ...] = ()
    segments: tuple[Segment, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    passages: tuple[Passage, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[ActorMention, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = ()
    dates: tuple[Timex, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quote_mentions: tuple[QuoteMention, ...] = ()
    events: tuple[Event, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    stories: tuple[Story, ...] = ()


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold the search for cyclic garbage while rows are made: rows have no cycles, and a pile has millions of them.

    On 60,000 pages it took the rows of alignments four times as long to be made as on 20,000.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
