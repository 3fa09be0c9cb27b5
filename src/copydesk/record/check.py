"""The promises of a case, checked row by row: offsets, repeated text, ids that are there, the file itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from itertools import groupby, product
from typing import Any

from copydesk.model.tables import TABLES, Table
from copydesk.record.columns import SpanColumns, columns_of, decoder, spans_of
from copydesk.record.statements import selection


@dataclass(frozen=True, slots=True)
class Fault:
    """A promise that a row breaks. `row` counts the rows of the table in stable order, from 0."""

    table: str
    row: int
    what: str


def faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield every broken promise of the case, in the order of the tables.

    - the file is whole, as SQLite sees it;
    - every place (begin, end) lies inside its page, and a `text` beside it is that page's text[begin:end];
    - the segments of a page cover its text without gaps or overlaps;
    - what a page has in common with itself stands in two places, of which a is the first;
    - every passage stands in more than one place;
    - the origin that a mention of an event counts for is one of the event's;
    - every page, origin, story, actor, quotation and event that a row names is in the case.
    """
    yield from _damage(connection)
    ids = _Ids.of(connection)
    texts = _Texts(connection)
    for table in TABLES.values():
        yield from _misplaced(connection, table, texts)
        yield from _unknown(connection, table, ids)
    yield from _uncovered(connection, texts)
    yield from _in_one_place(connection)
    yield from _uncounted(connection)


def _damage(connection: sqlite3.Connection) -> Iterator[Fault]:
    for row, (message,) in enumerate(connection.execute("PRAGMA integrity_check")):
        if message != "ok":
            yield Fault("(file)", row, str(message))


class _Texts:
    """The texts of pages by id; the last few are kept, for rows come sorted by page."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[str, str | None] = {}

    def of(self, page_id: str) -> str | None:
        if page_id not in self._kept:
            if len(self._kept) >= 64:
                self._kept.pop(next(iter(self._kept)))
            row = self._connection.execute("SELECT text FROM pages WHERE page_id = ?", (page_id,)).fetchone()
            self._kept[page_id] = None if row is None else row[0]
        return self._kept[page_id]


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of a case, by the column that holds a reference to them."""

    known: dict[str, frozenset[str]]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> _Ids:
        known = {
            key: frozenset(i for (i,) in connection.execute(f"SELECT {key} FROM {table}"))  # noqa: S608 (our names)
            for key, table in _KEYS.items()
        }
        return cls(known | {column: known[key] for column, key in _REFERENCES.items()})


_KEYS = {
    "page_id": "pages",
    "origin_id": "origins",
    "story_id": "stories",
    "actor_id": "actors",
    "quote_id": "quotes",
    "event_id": "events",
}
"""The id columns, and the tables whose rows they name."""

_REFERENCES = {
    **dict.fromkeys(("parent_page", "page_ids", "a_page", "b_page", "witness_page", "best_page"), "page_id"),
    "origin_ids": "origin_id",
    "parent_story": "story_id",
    "speaker_id": "actor_id",
    "part_of": "event_id",
}
"""Other columns that name rows, and whose ids they hold."""


def _misplaced(connection: sqlite3.Connection, table: Table, texts: _Texts) -> Iterator[Fault]:
    spans = spans_of(table.row)
    lists = [(column.name, spans_of(column.item)) for column in columns_of(table.row) if is_dataclass(column.item)]
    if not spans and not any(inner for _, inner in lists):
        return
    decode = decoder(table.row)
    for number, cells in enumerate(connection.execute(selection(table))):
        row = decode(cells)
        for span in spans:
            yield from _misplaced_span(table.name, number, row, span, texts)
        for name, inner in lists:
            for item, span in product(getattr(row, name), inner):
                yield from _misplaced_span(table.name, number, item, span, texts)


def _misplaced_span(table: str, number: int, row: Any, span: SpanColumns, texts: _Texts) -> Iterator[Fault]:
    page_id, begin, end = (getattr(row, name) for name in (span.page, span.begin, span.end))
    if begin is None and end is None and (page_id is None or span.nullable):
        return
    place = f"{span.begin}, {span.end} = {begin}, {end}"
    text = None if page_id is None else texts.of(page_id)
    if text is None:
        yield Fault(table, number, f"{span.page} {page_id} is not in the case")
    elif begin is None or end is None or not 0 <= begin <= end <= len(text):
        yield Fault(table, number, f"{place} is outside page {page_id}, which has {len(text)} characters")
    elif span.text and getattr(row, span.text) != text[begin:end]:
        yield Fault(table, number, f"{span.text} is not what stands in page {page_id} at {place}")


def _unknown(connection: sqlite3.Connection, table: Table, ids: _Ids) -> Iterator[Fault]:
    own_id = table.order[0] if len(table.order) == 1 else None
    spans = {span.page for span in spans_of(table.row)}  # these are looked at with their offsets
    columns = [name for name in table.columns if name in ids.known and name != own_id and name not in spans]
    if not columns:
        return
    decode = decoder(table.row)
    for number, cells in enumerate(connection.execute(selection(table))):
        row = decode(cells)
        for column in columns:
            value = getattr(row, column)
            named = value if isinstance(value, tuple) else (value,)
            for missing in sorted({name for name in named if name is not None} - ids.known[column]):
                yield Fault(table.name, number, f"{column} {missing} is not in the case")


def _uncovered(connection: sqlite3.Connection, texts: _Texts) -> Iterator[Fault]:
    """Look whether the segments of each page join up from its first character to its last."""
    ends: dict[str, int] = {}
    for number, cells in enumerate(connection.execute(selection(TABLES["segments"]))):
        page_id, begin, end = cells[:3]
        if begin != ends.get(page_id, 0):
            yield Fault("segments", number, f"begins at {begin}, and the text before ends at {ends.get(page_id, 0)}")
        ends[page_id] = end
    for number, (page_id,) in enumerate(connection.execute("SELECT page_id FROM pages ORDER BY page_id")):
        text = texts.of(page_id) or ""
        if ends.get(page_id, 0) != len(text):
            yield Fault("pages", number, f"its segments end at {ends.get(page_id, 0)}, its text at {len(text)}")


def _in_one_place(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Look for text that is said to stand in two places, and stands in one."""
    rows = connection.execute(selection(TABLES["alignments"]))
    for number, (a_page, _, a_end, b_page, b_begin, *_) in enumerate(rows):
        if a_page == b_page and b_begin < a_end:
            yield Fault("alignments", number, f"b_begin {b_begin} comes before a_end {a_end} on page {a_page}")
    passages = enumerate(connection.execute(selection(TABLES["passages"])))
    for cluster_id, group in groupby(passages, lambda row: row[1][0]):
        (number, _), *others = group
        if not others:
            yield Fault("passages", number, f"cluster_id {cluster_id} has one place alone")


def _uncounted(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Look whether the origin of each mention of an event is counted there."""
    counted = {event.event_id: event.origin_ids for event in _rows(connection, TABLES["events"])}
    for number, mention in enumerate(_rows(connection, TABLES["event_mentions"])):
        origin = mention.origin_id
        if origin is not None and origin not in counted.get(mention.event_id, (origin,)):
            what = f"origin_id {origin} is none of the origin_ids of event {mention.event_id}"
            yield Fault("event_mentions", number, what)


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[Any]:
    return map(decoder(table.row), connection.execute(selection(table)))
