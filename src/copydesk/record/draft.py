"""One build in the making: what it writes is one transaction, which readers see only once it is published."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from copydesk.model.lesson import UnsettledError
from copydesk.model.page import Extraction, Label, Page
from copydesk.model.pile import Pile
from copydesk.model.raw import Reject
from copydesk.model.tables import TABLES
from copydesk.record.columns import cells_of, encoder
from copydesk.record.database import FILE_NAME, named_errors, open_for_writing, share
from copydesk.record.extracted import COLUMNS, extracted_cells, extracted_pile
from copydesk.record.islands import Islands
from copydesk.record.notes import NoteBook
from copydesk.record.ordering import in_order
from copydesk.record.parts import Parts
from copydesk.record.shingles import IndexWriter
from copydesk.record.statements import emptying, insertion, reading

PILE_TABLES = tuple(name for name in TABLES if name not in {"pages", "rejects"})
"""The tables that a build empties and fills anew from all pages."""

_PAGE_COLUMNS = TABLES["pages"].columns
_TEXT = _PAGE_COLUMNS.index("text")
_INDEX_BYTES = 64 << 20
"""Words of new pages that the full-text index holds in memory before it writes them out: with SQLite's 1 MB it merges
so often that indexing takes .17 ms a page, with 16 MB .07, with this a fifth less."""
_FIRST = 5
"""Rejects of this build that are kept at hand for messages."""

_INDEXED = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
"""Labels whose words are looked up by `copydesk check`: those in which text reuse is looked for."""

_INSERT = insertion("extracted", COLUMNS, "OR IGNORE")
_reject_cells = encoder(Reject)


class Draft:
    """The write side of a case, for the length of one build.

    Used as a context manager: leaving it without `publish` leaves the case as it was, and no case where there
    was none. A process that dies does the same, but for an empty case where there was none.
    """

    def __init__(self, folder: Path, *, rejects_kept: int) -> None:
        """Take the write lock of the case in `folder`, and make the case where there is none.

        Raises:
            NotACaseError: the folder holds something else.
            CaseBusyError: another build is writing.
            OutputError: the folder can't be written.
        """
        self._made_folder = not folder.exists()
        was_there = (folder / FILE_NAME).exists()
        self._file = folder / FILE_NAME
        self._rejects_kept = rejects_kept
        self._published = False
        self._source: str | None = None
        self._given: list[tuple[str, str]] = []
        """Ids and texts of the pages that `pile` gave out: the very objects, so that comparing them costs nothing."""
        self.new_pages = 0
        self.rejected = 0
        self.first_rejects: list[Reject] = []
        self._connection = open_for_writing(folder)
        self._made_file = not was_there and self.built_by() is None  # else another build made it before the lock
        self._index = IndexWriter(self._connection)
        self._connection.execute("CREATE TEMP TABLE seen (source TEXT PRIMARY KEY)")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()  # an open transaction is rolled back
        if self._made_file and not self._published:
            self._leave_no_trace()

    def has(self, source: str, record_id: str | None, sha256: str) -> bool:
        """Whether the case holds the page of these raw bytes of this record."""
        found = self._connection.execute(
            "SELECT 1 FROM extracted WHERE source = ? AND record_id IS ? AND sha256 = ?",
            (source, record_id, sha256),
        )
        return found.fetchone() is not None

    def met(self, source: str) -> None:
        """Note that this build reads `source`: what earlier builds rejected of it no longer counts."""
        if source == self._source:
            return
        self._source = source
        with named_errors(self._file):
            if self._connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (source,)).rowcount:
                self._connection.execute("DELETE FROM rejects WHERE source = ?", (source,))
                self._connection.execute("DELETE FROM unlisted_rejects WHERE source = ?", (source,))

    def asked(self, source: str) -> None:
        """Note that this build is given `source`, a file or folder: what earlier builds rejected of it and of all
        that lies in it no longer counts, met or not. To be called before anything is rejected."""
        inside = source.rstrip("/") + "/"
        within = "substr(source, 1, ?) = ?"
        if source == ".":  # what lies in it is named without a folder before it
            inside, within = "../", "substr(source, 1, 1) <> '/' AND source <> '..' AND substr(source, 1, ?) <> ?"
        with named_errors(self._file):
            for table in ("rejects", "unlisted_rejects"):
                self._connection.execute(
                    f"DELETE FROM {table} WHERE source = ? OR ({within})",  # noqa: S608 (our names)
                    (source, len(inside), inside),
                )

    def add(self, extraction: Extraction) -> None:
        """Keep a page as extraction gave it. A page that the case has already changes nothing."""
        page = extraction.page
        if not self.new_pages:
            self._connection.execute(
                "INSERT INTO pages_fts (pages_fts, rank) VALUES ('hashsize', ?)", (_INDEX_BYTES,)
            )
        with named_errors(self._file):
            added = self._connection.execute(_INSERT, extracted_cells(extraction))
            if not added.rowcount:
                return
            self._connection.execute(
                "INSERT INTO pages_fts (rowid, title, text) VALUES (?, ?, ?)",
                (added.lastrowid, page.title, page.text),
            )
            article = [(segment.begin, segment.end) for segment in extraction.segments if segment.label in _INDEXED]
            self._index.add(added.lastrowid or 0, page.text, article)
        self.new_pages += 1

    def reject(self, reject: Reject) -> None:
        """Keep the reason why an input gave no page; beyond the cap it is only counted."""
        self.rejected += 1
        if len(self.first_rejects) < _FIRST:
            self.first_rejects.append(reject)
        with named_errors(self._file):
            if self.rejected <= self._rejects_kept:
                self._connection.execute("INSERT OR IGNORE INTO rejects VALUES (?, ?, ?, ?)", _reject_cells(reject))
                return
            self._connection.execute(
                "INSERT INTO unlisted_rejects VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
                (reject.source, reject.code),
            )

    def n_pages(self) -> int:
        """The pages of the case, those of this build with them."""
        return int(self._connection.execute("SELECT count(*) FROM extracted").fetchone()[0])

    def built_by(self) -> str | None:
        """The version of copydesk that made the last build, null where there was none."""
        row = self._connection.execute("SELECT version FROM builds ORDER BY n DESC LIMIT 1").fetchone()
        return None if row is None else str(row[0])

    def remembered(self, key: str) -> str | None:
        """What an earlier build gave to `remember` under a key, null where it gave nothing."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def remember(self, **values: str | None) -> None:
        """Keep values for later builds and for the figures; null forgets."""
        with named_errors(self._file):
            for key, value in values.items():
                self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))
                if value is not None:
                    self._connection.execute("INSERT INTO meta VALUES (?, ?)", (key, value))

    def notes(self) -> NoteBook:
        """The notes of lessons that the case keeps, of the pages that it has now."""
        return NoteBook(self._connection, self.parts.numbers())

    @property
    def parts(self) -> Parts:
        """Parts of the case, as it was and as this build makes it."""
        return Parts(self._connection)

    def named_errors(self) -> AbstractContextManager[None]:
        """What SQLite says of the file while notes and parts are read or written becomes an error of this package."""
        return named_errors(self._file)

    def islands(self) -> Islands:
        """The islands of the last build."""
        return Islands(self._connection)

    def learned(self, name: str) -> bytes:
        """What the last build gave to `learn` under a name.

        Raises:
            UnsettledError: it gave nothing.
        """
        row = self._connection.execute("SELECT data FROM learned WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise UnsettledError(f"the case keeps nothing of what was learned of {name}")
        return bytes(row[0])

    def learn(self, name: str, data: bytes) -> None:
        """Keep what a stage has learned for the next build."""
        with named_errors(self._file):
            self._connection.execute("INSERT OR REPLACE INTO learned VALUES (?, ?)", (name, data))

    def index_new_pages(self) -> None:
        """Write what the indexes of the new pages hold in memory: some 300 MB that the stages need."""
        with named_errors(self._file):
            self._index.write()
            self._connection.execute("SAVEPOINT indexed")  # FTS5 writes its words at one
            self._connection.execute("RELEASE indexed")
            self._connection.execute("PRAGMA shrink_memory")

    def pile(self) -> Pile:
        """All pages of the case, of this build and earlier ones, as extraction gave them, ordered by id."""
        pile = extracted_pile(self._connection.execute(reading("extracted", COLUMNS, "page_id")))
        self._given = [(page.page_id, page.text) for page in pile.pages]
        return pile

    def fill(self, pile: Pile) -> None:
        """Set every table to what the stages made of `pile()`, its texts unchanged.

        Raises:
            ValueError: a stage added, lost or changed the text of a page.
        """
        with named_errors(self._file):
            self._expect_given(pile.pages)
            self._connection.execute("DELETE FROM page_facts")
            facts = (cells[:_TEXT] + cells[_TEXT + 1 :] for cells in cells_of(Page, pile.pages))
            columns = [name for name in _PAGE_COLUMNS if name != "text"]
            self._connection.executemany(insertion("page_facts", columns), facts)
            with _without_indexes(self._connection):
                for name in PILE_TABLES:
                    table = TABLES[name]
                    self._connection.execute(emptying(table))
                    self._connection.executemany(insertion(name, table.columns), in_order(table, getattr(pile, name)))

    def publish(self, *, version: str, seconds: float) -> None:
        """Commit: from here on readers see this build."""
        with named_errors(self._file):
            self._index.write()
            self._connection.execute(
                "INSERT INTO builds (version, new_pages, rejected, seconds) VALUES (?, ?, ?, ?)",
                (version, self.new_pages, self.rejected, seconds),
            )
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (version,))
            self._connection.execute("COMMIT")
            self._published = True
            share(self._connection)

    def _expect_given(self, pages: Sequence[Page]) -> None:
        if len(pages) != self.n_pages():
            raise ValueError(f"the stages were given {self.n_pages()} pages and gave back {len(pages)}")
        for page, (page_id, text) in zip(pages, self._given or self._stored(), strict=True):
            if page.page_id != page_id or page.text != text:
                raise ValueError(f"a stage changed the text of page {page.page_id}, made it up or moved it")

    def _stored(self) -> Iterable[tuple[str, str]]:
        return self._connection.execute("SELECT page_id, text FROM extracted ORDER BY page_id")

    def _leave_no_trace(self) -> None:
        for ending in ("", "-journal", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        if self._made_folder:
            self._file.parent.rmdir()


@contextmanager
def _without_indexes(connection: sqlite3.Connection) -> Iterator[None]:
    """Take the indexes of the tables away and make them anew: entry by entry, they took as long as the rows."""
    made = connection.execute(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    )
    indexes = [(name, statement) for name, table, statement in made if table in PILE_TABLES]
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    yield
    for _, statement in indexes:
        connection.execute(statement)
