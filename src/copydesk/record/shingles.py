"""An index of the case's word runs: which pages have a run of words of a new text, without reading the pages.

A quarter of the four-word runs of each page is kept, chosen by their hash, so that two texts keep the same ones: of
a passage of forty words some nine. The index also counts the words of all pages, for telling rare words from common.
Both are rows of a few hundred entries each, found by the first bits of a hash; pages are added to them and never
taken out. Everything is part of the build's one transaction.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.text.numbering import Numbering
from copydesk.text.tokens import tokenize, tokenize_all

WIDTH = 4
"""Words of a run."""
_BUCKETS = 16
"""Bits of a hash that name the row of a run: 65,536 rows, some 400 runs each in a case of 200,000 pages."""
_WORD_BUCKETS = 10
_BATCH = 2_000_000
"""Characters tokenised at once."""
MOST = 100
"""Pages that a run counts for; of a story on thousands of pages these are the same for all its runs."""
_HELD = 1 << 24
"""Runs held in memory, 12 bytes each, before they are written: each time all rows of the index are rewritten, longer
than before."""

Span = tuple[int, int]


class IndexWriter:
    """Gathers the runs and words of new pages, and adds them to the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._texts: list[str] = []
        self._spans: list[Sequence[Span]] = []
        self._numbers: list[int] = []
        self._chars = 0
        self._runs: list[NDArray[np.uint64]] = []
        self._pages: list[NDArray[np.uint32]] = []
        self._held = 0
        self._numbering = Numbering()
        self._times = np.zeros(0, np.int64)

    def add(self, number: int, text: str, spans: Sequence[Span]) -> None:
        """Index the words of `text` that stand in the spans, as those of the page of this number."""
        self._texts.append(text)
        self._spans.append(spans)
        self._numbers.append(number)
        self._chars += len(text)
        if self._chars > _BATCH:
            self._read()

    def write(self) -> None:
        """Put everything into the index."""
        self._read()
        self._write_runs()
        hashes, times = self._numbering.hashes, self._times
        if len(hashes):
            _merge_words(self._connection, hashes, times)
        self._numbering, self._times = Numbering(), np.zeros(0, np.int64)

    def _read(self) -> None:
        if not self._texts:
            return
        words, start = _article_words(self._texts, self._spans)
        runs, page = _sampled(words, start)
        self._runs.append(runs)
        self._pages.append(np.array(self._numbers, dtype=np.uint32)[page])
        self._held += len(runs)
        numbers = self._numbering.number(words)
        times = np.bincount(numbers, minlength=len(self._numbering.hashes))
        times[: len(self._times)] += self._times
        self._times = times
        self._texts, self._spans, self._numbers, self._chars = [], [], [], 0
        if self._held > _HELD:
            self._write_runs()

    def _write_runs(self) -> None:
        if not self._held:
            return
        runs, pages = np.concatenate(self._runs), np.concatenate(self._pages)
        self._runs, self._pages, self._held = [], [], 0
        bucket = (runs >> np.uint64(64 - _BUCKETS)).astype(np.uint16)  # numpy sorts these by counting, in a seventh
        order = np.argsort(bucket, kind="stable")
        edges = np.flatnonzero(np.diff(bucket[order].astype(np.int64), prepend=-1, append=1 << _BUCKETS))
        codes, numbers = _narrow(runs[order]).tobytes(), pages[order].tobytes()
        places = (4 * edges).tolist()  # of the codes as bytes: cutting 65,536 small arrays took most of this
        self._connection.executemany(
            "INSERT INTO index_runs VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
            " SET codes = CAST(codes || excluded.codes AS BLOB), pages = CAST(pages || excluded.pages AS BLOB)",
            (
                (number, codes[begin:end], numbers[begin:end])
                for number, (begin, end) in zip(
                    bucket[order[edges[:-1]]].tolist(), itertools.pairwise(places), strict=True
                )
            ),
        )


def pages_sharing(connection: sqlite3.Connection, text: str, spans: Sequence[Span]) -> dict[int, int]:
    """How many different kept runs of the text each page has, by number; of a run on many the first MOST."""
    words, start = _article_words([text], [spans])
    runs = np.unique(_sampled(words, start)[0])
    found: dict[int, int] = {}
    for pages in _lookups(connection, runs):
        for page in pages[:MOST]:
            found[page] = found.get(page, 0) + 1
    return found


def page_id_of_number(connection: sqlite3.Connection, number: int) -> str:
    """The id of the page that the index knows by this number."""
    return str(connection.execute("SELECT page_id FROM extracted WHERE n = ?", (number,)).fetchone()[0])


def pages_of_run(connection: sqlite3.Connection, run: str) -> int | None:
    """On how many pages a run of WIDTH words stands, null where it is not among those that the index keeps."""
    words = tokenize(run).word
    runs = _sampled(words, np.array([0, len(words)]))[0]
    return None if len(words) != WIDTH or not len(runs) else len(next(_lookups(connection, runs)))


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each word stands in the pages of a case: ascending hashes uint64[V], `times` int64[V]."""

    hashes: NDArray[np.uint64]
    times: NDArray[np.int64]

    def of(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], int]:
        """How often each of these words stands there, and how many words there are."""
        if not len(self.hashes):
            return np.zeros(len(hashes), np.int64), 0
        at = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, self.times[at], 0), int(self.times.sum())


def read_word_counts(connection: sqlite3.Connection) -> WordCounts:
    """The counts of all words of the case, 16 bytes each."""
    rows = connection.execute("SELECT hashes, times FROM index_words ORDER BY bucket").fetchall()
    return WordCounts(
        np.concatenate([np.empty(0, np.uint64), *(np.frombuffer(row[0], np.uint64) for row in rows)]),
        np.concatenate([np.empty(0, np.int64), *(np.frombuffer(row[1], np.int64) for row in rows)]),
    )


def _lookups(connection: sqlite3.Connection, runs: NDArray[np.uint64]) -> Iterator[list[int]]:
    """The pages of each run, each page once."""
    for bucket, place in _by_bucket(runs, _BUCKETS):
        row = connection.execute("SELECT codes, pages FROM index_runs WHERE bucket = ?", (bucket,)).fetchone()
        codes, pages = (np.frombuffer(cells, np.uint32) for cells in row or (b"", b""))
        for code in _narrow(runs[place]):
            yield np.unique(pages[codes == code]).tolist()


def _merge_words(connection: sqlite3.Connection, hashes: NDArray[np.uint64], times: NDArray[np.int64]) -> None:
    for bucket, place in _by_bucket(hashes, _WORD_BUCKETS):
        row = connection.execute("SELECT hashes, times FROM index_words WHERE bucket = ?", (bucket,)).fetchone()
        known, counts = (
            np.frombuffer(row[0] if row else b"", np.uint64),
            np.frombuffer(row[1] if row else b"", np.int64),
        )
        merged, inverse = np.unique(np.concatenate([known, hashes[place]]), return_inverse=True)
        total = np.zeros(len(merged), np.int64)
        np.add.at(total, inverse, np.concatenate([counts, times[place]]))
        connection.execute(
            "INSERT OR REPLACE INTO index_words VALUES (?, ?, ?)",
            (bucket, merged.tobytes(), total.tobytes()),
        )


def _by_bucket(hashes: NDArray[np.uint64], bits: int) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """The rows that hashes belong to, ascending, and the places of those of each."""
    bucket = (hashes >> np.uint64(64 - bits)).astype(np.int64)
    order = np.argsort(bucket, kind="stable")
    edges = np.flatnonzero(np.diff(bucket[order])) + 1
    if len(order):
        for place in np.split(order, edges):
            yield int(bucket[place[0]]), place


def _narrow(runs: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The part of a hash that tells runs of one row apart."""
    return ((runs >> np.uint64(64 - _BUCKETS - 32)) & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def _article_words(
    texts: Sequence[str], spans: Sequence[Sequence[Span]]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The words of each text that stand whole in its spans, which are ascending."""
    tokens, start = tokenize_all(texts)
    edges = np.array([place for own in spans for span in own for place in span], dtype=np.int32)
    edge_start = np.cumsum([0, *(2 * len(own) for own in spans)], dtype=np.int64)
    kept, kept_start = _within(tokens.begin, tokens.end, start, edges, edge_start)
    return tokens.word[kept], kept_start


@numba.njit("(int32[::1], int32[::1], int64[::1], int32[::1], int64[::1])", cache=True, nogil=True)
def _within(begin: Any, end: Any, start: Any, edges: Any, edge_start: Any) -> Any:
    kept, count = np.empty(len(begin), np.int64), 0
    kept_start = np.zeros(len(start), np.int64)
    for text in range(len(start) - 1):
        edge = edge_start[text]
        for at in range(start[text], start[text + 1]):
            while edge < edge_start[text + 1] and edges[edge + 1] < end[at]:
                edge += 2
            if edge < edge_start[text + 1] and edges[edge] <= begin[at]:
                kept[count] = at
                count += 1
        kept_start[text + 1] = count
    return kept[:count], kept_start


@numba.njit("(uint64[::1], int64[::1])", cache=True, nogil=True)
def _sampled(words: Any, start: Any) -> Any:
    """Hashes of the runs that the index keeps, and the number of the text that each stands in."""
    runs, page, count = np.empty(len(words), np.uint64), np.empty(len(words), np.int32), 0
    for text in range(len(start) - 1):
        for at in range(start[text], start[text + 1] - WIDTH + 1):
            code = np.uint64(0)
            for offset in range(WIDTH):
                code = (code ^ words[at + offset]) * np.uint64(0x9E3779B97F4A7C15)
                code ^= code >> np.uint64(29)
            if code & np.uint64(3) == 0:
                runs[count], page[count] = code, text
                count += 1
    return runs[:count].copy(), page[:count].copy()
