"""The rows of some pages of a case: read for the stages, and put in the place of those of before."""
# ruff: noqa: S608 (no name here comes from outside: all are in copydesk.model.tables)

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from copydesk.model.page import Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.tables import TABLES
from copydesk.record.columns import cells_of, decoder
from copydesk.record.extracted import COLUMNS, extracted_pile
from copydesk.record.ordering import in_order
from copydesk.record.statements import emptying, insertion, selection

_BY_PAGE = tuple(name for name, table in TABLES.items() if "page_id" in table.columns and name != "pages")
"""Tables of rows about one page."""
_NAMED = (("quotes", "quote_mentions", "quote_id"), ("events", "event_mentions", "event_id"))
"""Tables of what pages mention, the tables of their mentions, and the column that both have."""
_FACTS = tuple(name for name in TABLES["pages"].columns if name != "text")
_PART = "(SELECT page_id FROM part)"


class Parts:
    """Reads and writes parts of a case inside the transaction of a build."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS part (page_id TEXT PRIMARY KEY) WITHOUT ROWID")

    def numbers(self) -> dict[str, int]:
        """The number of each page, by its id in ascending order."""
        return dict(self._connection.execute("SELECT page_id, n FROM extracted ORDER BY page_id"))

    def new(self) -> set[str]:
        """The pages that no earlier build has worked out."""
        worked_out = "SELECT 1 FROM page_facts WHERE page_facts.page_id = extracted.page_id"
        return {
            row[0]
            for row in self._connection.execute(f"SELECT page_id FROM extracted WHERE NOT EXISTS ({worked_out})")
        }

    def extracted(self, page_ids: Collection[str]) -> Pile:
        """The pages as extraction gave them, ordered by id."""
        self._choose(page_ids)
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        return extracted_pile(
            self._connection.execute(f"SELECT {names} FROM extracted WHERE page_id IN {_PART} ORDER BY page_id")
        )

    def labelled(self, page_ids: Collection[str]) -> tuple[Sequence[Page], Sequence[Segment]]:
        """The pages, ordered by id, with their segments as the last build labelled them."""
        pages = self.extracted(page_ids).pages
        rows = self._connection.execute(selection(TABLES["segments"], f"page_id IN {_PART}"))
        return pages, tuple(map(decoder(Segment), rows))

    def replace(self, pile: Pile, page_ids: Collection[str]) -> None:
        """Put the rows of a part in the place of those of these pages: whole islands, of before and of now."""
        self._choose(page_ids)
        origins = self._origins()
        self._delete()
        facts = insertion("page_facts", _FACTS, "OR REPLACE")
        text = TABLES["pages"].columns.index("text")
        cells = (row[:text] + row[text + 1 :] for row in cells_of(Page, pile.pages))
        self._connection.executemany(facts, cells)
        for name in (*_BY_PAGE, "alignments", "stories", "quotes", "events"):
            self._insert(name, getattr(pile, name))
        self._insert("origins", pile.origins, "OR REPLACE")
        self._connection.executemany(
            "DELETE FROM origins WHERE origin_id = ?1 AND NOT EXISTS (SELECT 1 FROM lineage WHERE origin_id = ?1)",
            ((origin,) for origin in sorted(origins)),
        )

    def fill(self, name: str, rows: Sequence[Any]) -> None:
        """Set a table to rows that the whole pile has."""
        self._connection.execute(emptying(TABLES[name]))
        self._insert(name, rows)

    def _choose(self, page_ids: Iterable[str]) -> None:
        self._connection.execute("DELETE FROM part")
        self._connection.executemany("INSERT INTO part VALUES (?)", ((page,) for page in sorted(page_ids)))

    def _origins(self) -> set[str]:
        return {row[0] for row in self._connection.execute(f"SELECT origin_id FROM lineage WHERE page_id IN {_PART}")}

    def _delete(self) -> None:
        for name, mentions, key in _NAMED:
            self._connection.execute(
                f"DELETE FROM {name} WHERE {key} IN (SELECT {key} FROM {mentions} WHERE page_id IN {_PART})"
            )
        for name in _BY_PAGE:
            self._connection.execute(f"DELETE FROM {name} WHERE page_id IN {_PART}")
        self._connection.execute(f"DELETE FROM alignments WHERE a_page IN {_PART} OR b_page IN {_PART}")
        self._connection.execute(
            f"DELETE FROM stories WHERE EXISTS (SELECT 1 FROM json_each(page_ids) WHERE value IN {_PART})"
        )

    def _insert(self, name: str, rows: Sequence[Any], conflict: str = "") -> None:
        table = TABLES[name]
        self._connection.executemany(insertion(name, table.columns, conflict), in_order(table, rows))
