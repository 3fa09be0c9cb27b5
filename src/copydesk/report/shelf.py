"""Rows laid out by key on a scratch disk, so that a report of any size is written from little memory."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

_BATCH_BYTES = 4_000_000


class Shelf:
    """Rows by (kind, key), in the order in which they were put.

    It is a private temporary SQLite database: SQLite keeps it in its page cache and spills it to an unnamed file
    that vanishes with the connection, however the process ends.
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA cache_size = -65536")  # KiB
        self._db.execute("CREATE TABLE row (kind TEXT, key TEXT, body BLOB)")
        self._db.execute("BEGIN")

    def put(self, kind: str, rows: Iterable[tuple[str, Any]]) -> int:
        """Put rows, each under its key; return how many."""
        count, held = 0, 0
        batch: list[tuple[str, str, bytes]] = []
        for key, row in rows:
            body = pickle.dumps(row, protocol=5)
            batch.append((kind, _plain(key), body))
            held += len(body)
            if held > _BATCH_BYTES:
                count += self._write(batch)
                batch, held = [], 0
        return count + self._write(batch)

    def _write(self, batch: list[tuple[str, str, bytes]]) -> int:
        self._db.executemany("INSERT INTO row VALUES (?, ?, ?)", batch)
        return len(batch)

    def seal(self) -> None:
        """Make ready for reading: to be called once, after the last row was put."""
        self._db.execute("CREATE INDEX by_key ON row (kind, key)")

    def get(self, kind: str, key: str) -> list[Any]:
        """The rows under one key."""
        return list(self.each(kind, key))

    def each(self, kind: str, key: str) -> Iterator[Any]:
        """Yield the rows under one key."""
        query = "SELECT body FROM row WHERE kind = ? AND key = ? ORDER BY rowid"
        for (body,) in self._db.execute(query, (kind, _plain(key))):
            yield pickle.loads(body)  # noqa: S301 - written above, in a database that no one else can open

    def close(self) -> None:
        """Drop everything."""
        self._db.close()


def _plain(key: str) -> str:
    """SQLite refuses lone surrogates; a key with one is still a key."""
    return key.encode("utf-8", "backslashreplace").decode("utf-8")
