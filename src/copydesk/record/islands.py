"""Islands of a case: pages that share text, a story, a quotation or an event, and what they are so connected with."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection

_NEAR = (
    "SELECT b_page FROM alignments WHERE a_page IN (SELECT page_id FROM shore)",
    "SELECT a_page FROM alignments WHERE b_page IN (SELECT page_id FROM shore)",
    "SELECT parent_page FROM lineage WHERE page_id IN (SELECT page_id FROM shore) AND parent_page IS NOT NULL",
    "SELECT page_id FROM lineage WHERE parent_page IN (SELECT page_id FROM shore)",
    "SELECT page_id FROM quote_mentions WHERE quote_id IN"
    " (SELECT quote_id FROM quote_mentions WHERE page_id IN (SELECT page_id FROM shore))",
    "SELECT page_id FROM event_mentions WHERE event_id IN"
    " (SELECT event_id FROM event_mentions WHERE page_id IN (SELECT page_id FROM shore))",
)
"""The pages that have something in common with those on the shore: the pages that were reached last."""


class Islands:
    """Finds the islands of pages, by the tables of the last build."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS shore (page_id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._story: defaultdict[str, set[str]] = defaultdict(set)
        several = "SELECT page_ids FROM stories WHERE json_array_length(page_ids) > 1"
        for (page_ids,) in connection.execute(several):
            members = json.loads(page_ids)
            for page_id in members:
                self._story[page_id].update(members)

    def of(self, page_ids: Collection[str]) -> set[str]:
        """Some pages and all that they are connected with."""
        found, shore = set(page_ids), set(page_ids)
        while shore:
            self._connection.execute("DELETE FROM shore")
            self._connection.executemany("INSERT INTO shore VALUES (?)", ((page,) for page in sorted(shore)))
            reached = {row[0] for query in _NEAR for row in self._connection.execute(query)}
            for page in shore:
                reached |= self._story.get(page, set())
            shore = reached - found
            found |= shore
        return found
