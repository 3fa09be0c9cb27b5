"""Candidate pairs in blocks whose pages fit in memory together, pages that share text in one where they can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.reuse.columns import Columns, extended, read_columns
from copydesk.reuse.components import root_of, unite
from copydesk.reuse.words import Words


class Blocks:
    """Reads the columns of the pages of pairs, no more at once than there is room for.

    What was read last stays at hand: a pile that fits into one block is read once for all rounds.
    """

    def __init__(self, pages: Sequence[Page], words: Words, room: int) -> None:
        """`room`: words of the pages of one block. A pair of longer pages is a block by itself."""
        self._pages, self._words, self._room = pages, words, room
        self._row = np.full(len(pages), -1, np.int32)
        self._columns = read_columns(pages, words, np.empty(0, np.int64))

    def of(self, pairs: NDArray[np.int32]) -> Iterator[tuple[Columns, NDArray[np.int32]]]:
        """Columns, and pairs of their rows: all `pairs` of page numbers, int32[n, 2], block after block."""
        root = _components(pairs, len(self._pages))
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0], root[pairs[:, 0]]))]
        edges = _cut(pairs, np.diff(self._words.start), self._room)
        for first, last in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            self._read(np.unique(pairs[first:last]).astype(np.int64))
            yield self._columns, self._row[pairs[first:last]]

    def _read(self, chosen: NDArray[np.int64]) -> None:
        """Have the chosen pages among the columns; those of before are kept while there is room."""
        missing = chosen[self._row[chosen] < 0]
        if not len(missing):
            return
        sizes = np.diff(self._words.start)
        if len(self._columns.page) and sizes[self._columns.page].sum() + sizes[missing].sum() <= self._room:
            self._columns = extended(self._columns, read_columns(self._pages, self._words, missing))
        else:
            self._row[self._columns.page] = -1
            self._columns = read_columns(self._pages, self._words, chosen)
        self._row[self._columns.page] = np.arange(len(self._columns.page))


@numba.njit("int32[::1](int32[:, :], int64)", cache=True, nogil=True)
def _components(pairs: Any, pages: int) -> Any:
    """The lowest page that each page is connected with."""
    parent = np.arange(pages).astype(np.int32)
    for at in range(len(pairs)):
        unite(parent, pairs[at, 0], pairs[at, 1])
    for page in range(pages):
        parent[page] = root_of(parent, page)
    return parent


@numba.njit("int64[::1](int32[:, ::1], int64[::1], int64)", cache=True, nogil=True)
def _cut(pairs: Any, sizes: Any, room: int) -> Any:
    """Where blocks begin, and the end: a block ends before the pair whose pages would no longer fit."""
    block = np.full(len(sizes), -1, np.int64)
    edges, count, filled = np.zeros(len(pairs) + 1, np.int64), 0, 0
    for at in range(len(pairs)):
        more = 0
        for side in range(2):
            if block[pairs[at, side]] != count:
                more += sizes[pairs[at, side]]
        if filled and filled + more > room:
            count += 1
            edges[count] = at
            filled, more = 0, sizes[pairs[at, 0]] + sizes[pairs[at, 1]]
        filled += more
        block[pairs[at, 0]] = block[pairs[at, 1]] = count
    edges[count + 1 if len(pairs) else 0] = len(pairs)
    return edges[: count + 2 if len(pairs) else 1].copy()
