"""What a case holds, in figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from copydesk.model.page import Wording
from copydesk.model.reuse import Kind
from copydesk.model.tables import TABLES
from copydesk.record.statements import counting, counting_values


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a case.

    Attributes:
        pages: pages in the case.
        new_pages: pages that the last build added.
        words: words of all pages.
        stories: stories; the episodes of a story are parts of it and not counted.
        origins: independent sources that the pages' texts go back to. An origin that a page only mentions or
            quotes from, whose text is not on it, is a row of `origins` but is not counted.
        alignments: pairs of aligned passages, by kind.
        passages: texts that stand in more than one place.
        substitutions: reworded places with the wording they had.
        wordings: pages by how their wording stands to the text they carry; pages without a verdict are not in it.
        rejects: inputs that gave no page, by code, listed or not.
        unlisted_rejects: those of them that are only counted, because a build had too many to list.
        seconds: time that the last build took.
        version: version of copydesk that made the last build, null where there was none.
        names: the model that found names beside the rules: its name, version and a hash of its files; null for none.
    """

    pages: int
    new_pages: int
    words: int
    stories: int
    origins: int
    alignments: Mapping[str, int]
    passages: int
    substitutions: int
    wordings: Mapping[str, int]
    rejects: Mapping[str, int]
    unlisted_rejects: int
    seconds: float
    version: str | None
    names: str | None = None


def summarise(connection: sqlite3.Connection) -> Summary:
    """Count what the case holds."""

    def number(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    def by_value(table: str, column: str, kinds: type[StrEnum]) -> dict[str, int]:
        values = sorted(kinds)
        counts = connection.execute(counting_values(TABLES[table], column, len(values)), values).fetchone()
        return {value.value: n for value, n in zip(values, counts, strict=True) if n}

    last = connection.execute("SELECT new_pages, seconds, version FROM builds ORDER BY n DESC LIMIT 1").fetchone()
    new_pages, seconds, version = last or (0, 0.0, None)
    return Summary(
        pages=number(counting(TABLES["pages"])),
        new_pages=new_pages,
        words=number("SELECT ifnull(sum(n_words), 0) FROM pages"),
        stories=number("SELECT count(*) FROM stories WHERE parent_story IS NULL"),
        origins=number("SELECT count(DISTINCT value) FROM pages, json_each(pages.origin_ids)"),
        alignments=by_value("alignments", "kind", Kind),
        passages=number("SELECT count(DISTINCT cluster_id) FROM passages"),
        substitutions=number(counting(TABLES["substitutions"])),
        wordings=by_value("pages", "wording", Wording),
        rejects=_rejects(connection),
        unlisted_rejects=number("SELECT ifnull(sum(n), 0) FROM unlisted_rejects"),
        seconds=seconds,
        version=version,
        names=next((value for (value,) in connection.execute("SELECT value FROM meta WHERE key = 'model'")), None),
    )


def _rejects(connection: sqlite3.Connection) -> dict[str, int]:
    rows = connection.execute(
        "SELECT code, sum(n) FROM (SELECT code, 1 AS n FROM rejects UNION ALL SELECT code, n FROM unlisted_rejects)"
        " GROUP BY code ORDER BY code"
    )
    return dict(rows.fetchall())
