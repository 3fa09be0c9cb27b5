"""What differs between the two sides of an alignment: runs of changed words with their places on both pages."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import rustworkx
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.text.tokens import fold_words, tokenize

_PAGES_HELD = 2_048
"""Pages whose words are kept at hand: those of one family are asked for again and again."""
_PIECES_HELD = 1 << 16
"""Changed pieces whose folded words are kept at hand: a machine makes the same swaps on page after page."""
_WORDS_HELD = 1 << 22
"""Words that are counted at once."""


Place = tuple[int, int, tuple[str, ...]]
"""A place in a changed piece of text, and its folded words."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: its place on the page (code points, tight around the words) and its folded words."""

    page_id: str
    begin: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that the two sides of an alignment do not share; either side may be empty of words."""

    alignment: int
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of the alignments, in their order: a million in a large pile, so they are columns.

    Those of alignment r are the rows [start[r], start[r + 1]) of `spans`, int32[n, 4]: begin and end in a, begin
    and end in b (code points, tight around the words); begin and end are the same where a side is empty of words.
    """

    alignments: Sequence[Alignment]
    pages: Mapping[str, Page]
    start: NDArray[np.int64]
    spans: NDArray[np.int32]

    def spans_of(self, alignment: int) -> list[list[int]]:
        """The places of the changes of one alignment."""
        spans: list[list[int]] = self.spans[self.start[alignment] : self.start[alignment + 1]].tolist()
        return spans

    def of(self, alignment: int) -> Iterator[Change]:
        """The changes of one alignment."""
        row = self.alignments[alignment]
        a_text, b_text = self.pages[row.a_page].text, self.pages[row.b_page].text
        for a_begin, a_end, b_begin, b_end in self.spans_of(alignment):
            yield Change(
                alignment,
                Side(row.a_page, a_begin, a_end, folded(a_text[a_begin:a_end])),
                Side(row.b_page, b_begin, b_end, folded(b_text[b_begin:b_end])),
            )


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page: hashes uint64[n] (the same as a list), and where each begins (the same as an array) and
    ends."""

    word: NDArray[np.uint64]
    words: list[int]
    starts: NDArray[np.int32]
    begin: list[int]
    end: list[int]

    def within(self, begin: int, end: int) -> tuple[int, int]:
        """The words [first, last) that stand whole in text[begin:end]."""
        first = bisect.bisect_left(self.begin, begin)
        last = bisect.bisect_left(self.begin, end, first)
        return first, last - (last > first and self.end[last - 1] > end)


def read_words(page: Page) -> PageWords:
    """The words of a page's whole text."""
    tokens = tokenize(page.text)
    return PageWords(tokens.word, tokens.word.tolist(), tokens.begin, tokens.begin.tolist(), tokens.end.tolist())


@lru_cache(maxsize=_PIECES_HELD)
def folded(piece: str) -> tuple[str, ...]:
    """The folded words of a changed piece of text."""
    return tuple(fold_words(piece)) if piece else ()


def find_changes(alignments: Sequence[Alignment], pages: Mapping[str, Page]) -> Changes:
    """All changes of the alignments, shared quotations left out."""

    @lru_cache(maxsize=_PAGES_HELD)
    def words_of(page_id: str) -> PageWords:
        return read_words(pages[page_id])

    spans, edges = array("i"), array("q", [0])
    order = _by_kin(alignments)
    for number in order:
        row = alignments[number]
        if row.kind is not Kind.SHARED_QUOTE:
            a, b = words_of(row.a_page), words_of(row.b_page)
            _compare(row, a, a.within(row.a_begin, row.a_end), b, b.within(row.b_begin, row.b_end), spans)
        edges.append(len(spans) // 4)
    return Changes(alignments, pages, *_in_order(np.array(order, dtype=np.int64), edges, spans))


def _by_kin(alignments: Sequence[Alignment]) -> list[int]:
    """The numbers of the alignments, those of pages that hang together one after the other: so that a page's words
    are at hand when they are asked for again, which ids, being hashes, do not bring about."""
    number: dict[str, int] = {}
    pairs = [(number.setdefault(r.a_page, len(number)), number.setdefault(r.b_page, len(number))) for r in alignments]
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(number)))
    graph.add_edges_from_no_data(pairs)
    group_of = {page: group for group, pages in enumerate(rustworkx.connected_components(graph)) for page in pages}
    return sorted(range(len(alignments)), key=lambda at: group_of[pairs[at][0]])


def _in_order(
    order: NDArray[np.int64], edges: array[int], spans: array[int]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Where the spans of each alignment begin, and the spans, in the order of the alignments again."""
    bounds: NDArray[np.int64] = np.array(edges, dtype=np.int64)
    first, sizes = bounds[:-1], bounds[1:] - bounds[:-1]
    back = np.argsort(order)
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes[back])])
    rows = np.arange(start[-1]) - np.repeat(start[:-1], sizes[back]) + np.repeat(first[back], sizes[back])
    return start, np.array(spans, dtype=np.int32).reshape(-1, 4)[rows]


@dataclass(frozen=True, slots=True)
class KeptWords:
    """How often words stand unchanged beside a witness: ascending hashes, and the times of each."""

    hashes: NDArray[np.uint64]
    times: NDArray[np.int64]

    def count(self, piece: str) -> int:
        """The times of the one word that `piece` is; 0 where it is several."""
        word = tokenize(piece).word
        if len(word) != 1 or not len(self.hashes):
            return 0
        at = min(int(np.searchsorted(self.hashes, word[0])), len(self.hashes) - 1)
        return int(self.times[at]) if self.hashes[at] == word[0] else 0


def kept_words(changes: Changes, alignments: Sequence[Alignment]) -> KeptWords:
    """How often the words of reworded sides stand unchanged beside their witness.

    `alignments` are those of `changes`, with the side of the better wording.
    """
    found = [np.empty(0, np.uint64)]
    kept, page_id, words = (
        KeptWords(found[0], np.empty(0, np.int64)),
        "",
        PageWords(found[0], [], np.empty(0, np.int32), [], []),
    )
    held = 0
    for number, row in enumerate(alignments):
        if row.better_wording is None or row.kind is Kind.SHARED_QUOTE:
            continue
        if row.a_page != page_id:
            page_id, words = row.a_page, read_words(changes.pages[row.a_page])
        first, last = words.within(row.a_begin, row.a_end)
        low, high = changes.start[number], changes.start[number + 1]
        places = words.starts[first:last]
        opened = changes.spans[low:high, 0].searchsorted(places, side="right")
        closed = changes.spans[low:high, 1].searchsorted(places, side="right")
        found.append(words.word[first:last][opened == closed])  # as many changes begin before the word as end
        held += last - first
        if held > _WORDS_HELD:
            kept, found, held = _added(kept, found), [], 0
    return _added(kept, found)


def _added(kept: KeptWords, found: Sequence[NDArray[np.uint64]]) -> KeptWords:
    hashes, place = np.unique(np.concatenate([kept.hashes, *found]), return_inverse=True)
    times = np.bincount(place[len(kept.hashes) :], minlength=len(hashes))
    times[place[: len(kept.hashes)]] += kept.times
    return KeptWords(hashes, times)


def _compare(
    row: Alignment, a: PageWords, a_words: tuple[int, int], b: PageWords, b_words: tuple[int, int], spans: array[int]
) -> None:
    """Append the places of the changes of one alignment, at the least number of changed words (Levenshtein 1966,
    bit-parallel after Hyyrö 2003). Neighbouring changes are one: between two equal words stands at most one."""
    one, two = a.words[slice(*a_words)], b.words[slice(*b_words)]
    opened: tuple[int, int] | None = None
    for code in Levenshtein.opcodes(one, two) if one != two else ():
        if code.tag != "equal":
            opened = opened or (code.src_start, code.dest_start)
        elif opened is not None:
            spans.extend(_place(a, a_words, opened[0], code.src_start, row.a_end))
            spans.extend(_place(b, b_words, opened[1], code.dest_start, row.b_end))
            opened = None
    if opened is not None:
        spans.extend(_place(a, a_words, opened[0], len(one), row.a_end))
        spans.extend(_place(b, b_words, opened[1], len(two), row.b_end))


def _place(words: PageWords, within: tuple[int, int], first: int, last: int, end: int) -> tuple[int, int]:
    """The place of words [first, last) of those `within` an alignment that ends at `end`."""
    low, high = within[0] + first, within[0] + last
    if high > low:
        return words.begin[low], words.end[high - 1]
    at = words.begin[low] if low < within[1] else end
    return at, at


def words_of_piece(piece: str) -> list[Place]:
    """The words of a changed piece one by one: begin, end, the word folded."""
    tokens = tokenize(piece)
    words = zip(tokens.begin.tolist(), tokens.end.tolist(), folded(piece), strict=True)
    return [(begin, end, (word,)) for begin, end, word in words]
