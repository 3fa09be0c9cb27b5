"""The pile as it travels through the stages: each stage takes one and returns one with its tables filled."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from copydesk.model.actor import Actor, ActorMention
from copydesk.model.date import DateCandidate, Timex
from copydesk.model.event import Event, EventMention
from copydesk.model.packed import FEW, packed
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.reuse import Alignment, Passage, Replacement
from copydesk.model.story import Story
from copydesk.model.tables import TABLES


@dataclass(frozen=True, slots=True)
class Pile:
    """All tables of a case but the rejects.

    `pages` are in the order of their ids; `segments` in the order of (page_id, begin). Every other table is in
    the stable order that its stage documents, so that the same pages give the same bytes. Tables are tuples, or
    packed where they have many rows.
    """

    pages: Sequence[Page] = ()
    segments: Sequence[Segment] = ()
    alignments: Sequence[Alignment] = ()
    passages: Sequence[Passage] = ()
    replacements: Sequence[Replacement] = ()
    substitutions: Sequence[Substitution] = ()
    lineage: Sequence[Lineage] = ()
    origins: Sequence[Origin] = ()
    actors: Sequence[Actor] = ()
    actor_mentions: Sequence[ActorMention] = ()
    date_candidates: Sequence[DateCandidate] = ()
    dates: Sequence[Timex] = ()
    quotes: Sequence[Quote] = ()
    quote_mentions: Sequence[QuoteMention] = ()
    events: Sequence[Event] = ()
    event_mentions: Sequence[EventMention] = ()
    stories: Sequence[Story] = ()

    def packed(self, *, few: int = FEW) -> Pile:
        """The same with every table but `pages` packed that has more than `few` rows."""
        large = [name for name in TABLES if name not in {"pages", "rejects"} and len(getattr(self, name)) > few]
        tables = {name: packed(TABLES[name].row, getattr(self, name), few=few) for name in large}
        return dataclasses.replace(self, **tables) if tables else self


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
