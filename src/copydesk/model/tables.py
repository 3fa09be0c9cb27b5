"""The tables of a case: name, row class, key. Store, exports, documentation and tests all read this list."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from copydesk.model.actor import Actor, ActorMention
from copydesk.model.date import DateCandidate, Timex
from copydesk.model.event import Event, EventMention
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Passage, Replacement
from copydesk.model.story import Story


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `row` is a dataclass whose fields are the columns, `order` the columns that rows are sorted by."""

    name: str
    row: type[Any]
    order: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names, in the order of the row class."""
        return tuple(field.name for field in dataclasses.fields(self.row))


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("pages", Page, ("page_id",)),
        Table("segments", Segment, ("page_id", "begin")),
        Table("alignments", Alignment, ("a_page", "b_page", "a_begin", "b_begin", "a_end", "b_end")),
        Table("passages", Passage, ("cluster_id", "page_id", "begin", "end")),
        Table("replacements", Replacement, ("spun", "restored")),
        Table("substitutions", Substitution, ("page_id", "begin", "end")),
        Table("lineage", Lineage, ("page_id", "origin_id", "relation", "parent_page")),
        Table("origins", Origin, ("origin_id",)),
        Table("actors", Actor, ("actor_id",)),
        Table("actor_mentions", ActorMention, ("page_id", "begin", "end")),
        Table("date_candidates", DateCandidate, ("page_id", "begin", "end", "kind", "value")),
        Table("dates", Timex, ("page_id", "begin", "end")),
        Table("quotes", Quote, ("quote_id",)),
        Table("quote_mentions", QuoteMention, ("quote_id", "page_id", "begin", "end")),
        Table("events", Event, ("event_id",)),
        Table("event_mentions", EventMention, ("event_id", "page_id", "begin", "end")),
        Table("stories", Story, ("story_id",)),
        Table("rejects", Reject, ("source", "record_id", "code")),
    )
}
"""Every table by name, in the order in which the way of the data fills them."""
