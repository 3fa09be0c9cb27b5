"""Finding one page, story or passage by what a person has at hand: an id, its beginning, or a file's name."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator

from copydesk.errors import AmbiguousError, NotFoundError
from copydesk.model.tables import TABLES, Table
from copydesk.record.statements import ids_beginning

_SHOWN = 5

_PAGES_BY = (
    "SELECT page_id, source, record_id FROM pages WHERE page_id = :key",
    "SELECT page_id, source, record_id FROM extracted WHERE source = :key ORDER BY page_id LIMIT 6",
    "SELECT page_id, source, record_id FROM pages WHERE substr(page_id, 1, length(:key)) = :key"
    " ORDER BY page_id LIMIT 6",
    "SELECT page_id, source, record_id FROM pages WHERE substr(source, -1 - length(:key)) = '/' || :key"
    " ORDER BY page_id LIMIT 6",
)
"""Ways to name a page: id, source, beginning of the id, end of the source (a file's name, say)."""

_RECORDS_BY = (
    "SELECT page_id, source, record_id FROM pages WHERE source || '#' || record_id = :key ORDER BY page_id LIMIT 6",
    "SELECT page_id, source, record_id FROM pages WHERE substr(source || '#' || record_id, -1 - length(:key))"
    " = '/' || :key ORDER BY page_id LIMIT 6",
)
"""Ways to name a page with a `#`, as we print it: source and record id, or the end of that."""

_Named = tuple[str, str, str | None]
"""Id, source and record id of a page."""


def find_table(name: str) -> Table:
    """The table of this name.

    Raises:
        NotFoundError: there is none; the message lists the tables.
    """
    if name not in TABLES:
        raise NotFoundError(f"There is no table {name!r}. The tables are: {', '.join(TABLES)}.")
    return TABLES[name]


def page_id_of(connection: sqlite3.Connection, key: str) -> str:
    """The id of the page that `key` names.

    A key is an id, a source, the beginning of an id, the end of a source behind a `/`, a source or its end with `#`
    and the record id behind it, or the beginning of a file's name. The first of these that names any page decides.

    Raises:
        NotFoundError: `key` names no page.
        AmbiguousError: it names several.
    """
    for rows in _candidates(connection, key) if key else ():
        if len(rows) == 1:
            return str(rows[0][0])
        if rows:
            named = [f"{page} ({source}{'#' + record if record else ''})" for page, source, record in rows]
            raise AmbiguousError(f"{key!r} names several pages. Give the id of one: {_listed(named)}.")
    raise NotFoundError(f"There is no page {key!r}: it is not an id, the beginning of one, or a source.")


def _candidates(connection: sqlite3.Connection, key: str) -> Iterator[list[_Named]]:
    """The pages that `key` names, one way of naming after the other; the last way reads every source."""
    for statement in _PAGES_BY + (_RECORDS_BY if "#" in key else ()):
        yield connection.execute(statement, {"key": key}).fetchall()
    pages = connection.execute("SELECT page_id, source, record_id FROM pages ORDER BY page_id")
    yield list(itertools.islice((row for row in pages if _file_name(row[1]).startswith(key)), _SHOWN + 1))


def _file_name(source: str) -> str:
    return source.rpartition("/")[2]


def id_of(connection: sqlite3.Connection, table: Table, column: str, key: str) -> str:
    """The one value of an id column that is `key` or begins with it.

    Raises:
        NotFoundError: there is none.
        AmbiguousError: there are several.
    """
    rows = connection.execute(ids_beginning(table, column), {"key": key, "limit": _SHOWN + 1})
    values = [str(value) for (value,) in rows] if key else []
    if len(values) == 1 or key in values:
        return key if key in values else values[0]
    if values:
        raise AmbiguousError(f"{key!r} is the beginning of several: {_listed(values)}. Give more of the id.")
    raise NotFoundError(f"Nothing in {table.name} has the {column} {key!r}.")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
