"""The words of the pages of many alignments at once, block by block of pages that hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import rustworkx
from numpy.typing import NDArray

from copydesk.provenance.columns import Columns
from copydesk.text.numbering import Numbering
from copydesk.text.tokens import Tokens, tokenize_all

_TEXT_HELD = 6_000_000
"""Code points of the pages that are held as words at once, some 17 bytes a word: 2,000 pages, 20 MB."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some pages in one row.

    `tokens` are all of them, with places in their own pages; `place` int64[n] is ascending over all pages (32 bits of
    page number, then where the word begins); `number` int32[n] numbers the words from 0 on, equal words alike, and
    `hashes` uint64[V] are those of the numbers.
    """

    tokens: Tokens
    place: NDArray[np.int64]
    number: NDArray[np.int32]
    hashes: NDArray[np.uint64]

    def within(
        self, page: NDArray[np.int32], begin: NDArray[np.int32], end: NDArray[np.int32]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each text[begin:end] of a page: the words [first, last) that stand whole in it. int64[len(page)]."""
        base = page.astype(np.int64) << 32
        first, last = np.searchsorted(self.place, base + begin), np.searchsorted(self.place, base + end)
        ends = np.append(self.tokens.end, 0)
        return first, last - ((last > first) & (ends[last - 1] > end))


def runs(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all [first, last), one after the other."""
    sizes = last - first
    return np.asarray(np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes))


def read_words(pages: NDArray[np.int64], texts: Sequence[str]) -> Words:
    """The words of the whole texts of some pages, given by ascending numbers."""
    tokens, start = tokenize_all([texts[page] for page in pages.tolist()])
    numbering = Numbering()
    number = numbering.number(tokens.word)
    place = (np.repeat(pages, np.diff(start)) << 32) + tokens.begin
    return Words(tokens, place, number, numbering.hashes)


def blocks(
    columns: Columns, chosen: NDArray[np.int64], texts: Sequence[str]
) -> Iterator[tuple[NDArray[np.int64], Words]]:
    """The chosen alignments, some at a time in ascending order, with the words of their pages.

    Pages that hang together come one after the other, so that hardly one is read twice: ids, being hashes, do not
    bring that about.
    """
    if not len(chosen):
        return
    pairs, pair_of = np.unique(columns.pairs(chosen), return_inverse=True)
    ends = np.stack([pairs >> 32, pairs & 0xFFFFFFFF], axis=1)
    block_of = _blocks_of_pairs(ends, texts)[pair_of]
    order = np.argsort(block_of, kind="stable")
    for rows in np.split(chosen[order], np.flatnonzero(np.diff(block_of[order])) + 1):
        yield rows, read_words(np.unique(columns.page[rows]).astype(np.int64), texts)


def _blocks_of_pairs(pairs: NDArray[np.int64], texts: Sequence[str]) -> NDArray[np.int64]:
    """The number of the block of each pair of pages: those of one component in one, or in as few as they fit in."""
    block_of = np.empty(len(pairs), np.int64)
    block, held, size = 0, set[int](), 0
    ends = pairs.tolist()
    for at in np.argsort(_components(pairs)[pairs[:, 0]], kind="stable").tolist():
        new = set(ends[at]) - held
        more = sum(len(texts[page]) for page in new)
        if held and size + more > _TEXT_HELD:
            block, held, size = block + 1, set(), 0
            new = set(ends[at])
            more = sum(len(texts[page]) for page in new)
        held |= new
        size += more
        block_of[at] = block
    return block_of


def _components(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each page, up to the last in a pair, the least page that it hangs together with."""
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    size = int(pairs.max()) + 1
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data([(one, two) for one, two in pairs.tolist()])
    least = np.empty(size, np.int64)
    for component in rustworkx.connected_components(graph):
        least[list(component)] = min(component)
    return least
