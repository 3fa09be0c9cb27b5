"""One page against a few others, with the words of a whole case behind it: for questions between two builds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page, Segment
from copydesk.model.reuse import Alignment
from copydesk.reuse.aligner import align
from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.columns import Columns, read_columns
from copydesk.reuse.rows import alignment_rows, joined_rows, measured_rows
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import no_swaps
from copydesk.reuse.weights import surprisal
from copydesk.reuse.words import Words, read_words

Counts = Callable[[NDArray[np.uint64]], tuple[NDArray[np.int64], int]]
"""How often words, given by their hashes, stand in the pages of a case, and how many words these have."""

LOOSENED: dict[str, Any] = {
    "shingle_weight": 0.0, "spread": 1, "near": 100_000, "chain_weight": 8.0, "sentence_cover": 0.0,
    "sentence_words": 1, "clause_words": 1, "clause_cover": 0.0, "clause_weight": 0.0, "pair_weight": 0.0,
    "pair_score": 0.0, "pair_words": 0, "run_weight": 0.0, "chain_cover": 0.0, "quote_weight": 0.0,
}  # fmt: skip
"""The thresholds that can keep two pages apart, each with a value that cuts nothing."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of words that both pages have: its place in each (code points), its weight in nats, and whether that is
    enough for a candidate."""

    a_begin: int
    a_end: int
    b_begin: int
    b_end: int
    weight: float
    heavy: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A threshold of `ReuseSettings` that alone hides passages: its value, and what shows where it cuts nothing."""

    threshold: str
    value: float
    shows: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the reuse stage sees in two pages before it has learned any swaps."""

    a_words: int
    b_words: int
    runs: tuple[SharedRun, ...]
    candidate: bool
    found: tuple[Alignment, ...]
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class _Pile:
    pages: Sequence[Page]
    words: Words
    columns: Columns
    weights: NDArray[np.float32]


def align_with_others(
    page: Page, others: Sequence[Page], segments: Sequence[Segment], counts: Counts, settings: ReuseSettings
) -> tuple[Alignment, ...]:
    """The passages that `page` (always `a`) shares with each of the others, in their order.

    `segments` are those of the page, then of the others in their order, each in the order of the text. As in a build,
    only pages whose shared runs of words make them worth it are aligned; of a few pages all.
    """
    pages = [page, *others]
    words, weights = _weighed(pages, segments, counts, settings)
    pairs = candidate_pairs(words, weights, settings)
    worth = pairs[(pairs[:, 0] == 0) & (pairs[:, 1] > 0), 1].astype(np.int64)
    return _aligned(_Pile(pages, words, read_columns(pages, words, np.append(0, worth)), weights), settings)


def explain_pair(a: Page, b: Page, segments: Sequence[Segment], counts: Counts, settings: ReuseSettings) -> Pair:
    """What two pages have in common, and which thresholds cut what. `segments` are those of a, then those of b."""
    words, weights = _weighed([a, b], segments, counts, settings)
    pile = _Pile([a, b], words, read_columns([a, b], words, np.arange(2)), weights)
    found = _aligned(pile, settings)
    cuts = []
    for name, loose in LOOSENED.items():
        one = replace(settings, **{name: loose})
        is_candidate = _is_candidate(pile, one)
        shown = tuple(row for row in _aligned(pile, one) if row not in found) if is_candidate else ()
        if shown or (is_candidate and not _is_candidate(pile, settings)):
            cuts.append(Cut(name, float(getattr(settings, name)), shown))
    a_words, b_words = np.diff(pile.words.start).tolist()
    return Pair(a_words, b_words, _runs(pile, settings), _is_candidate(pile, settings), found, tuple(cuts))


def _weighed(
    pages: Sequence[Page], segments: Sequence[Segment], counts: Counts, settings: ReuseSettings
) -> tuple[Words, NDArray[np.float32]]:
    """The words of the pages, and the weight of each by the counts of the case; those of the first page count too."""
    words = read_words(pages, segments)
    hashes = words.numbering.hashes
    own = np.bincount(words.word[: words.start[1]], minlength=len(hashes))
    known, total = counts(hashes)
    return words, surprisal(hashes, np.maximum(known, own), total, settings)


def _aligned(pile: _Pile, settings: ReuseSettings) -> tuple[Alignment, ...]:
    """The passages that the first page of the columns shares with the others there."""
    others = np.arange(1, len(pile.columns.page), dtype=np.int32)
    pairs = np.stack([np.zeros_like(others), others], axis=1)
    swaps = no_swaps(len(pile.words.numbering.hashes))
    parts = align(pairs, pile.columns, pile.weights, swaps, settings)
    rows = joined_rows([measured_rows(part, pile.columns, settings) for part in parts])
    return tuple(alignment_rows(rows, pile.pages))


def _is_candidate(pile: _Pile, settings: ReuseSettings) -> bool:
    """Whether the shared runs of words make the two pages worth aligning, in however large a pile."""
    pairs = candidate_pairs(pile.words, pile.weights, replace(settings, every_pair=0))
    return bool((pairs == (0, 1)).all(axis=1).any())


def _runs(pile: _Pile, settings: ReuseSettings) -> tuple[SharedRun, ...]:
    """Every run of `settings.shingle` words that both pages have, by place in a; of several in b the first."""
    columns, size = pile.columns, settings.shingle
    a_last, b_last = columns.start[1:3].tolist()
    word = columns.word.tolist()
    first_in_b: dict[tuple[int, ...], int] = {}
    for at in range(a_last, b_last - size + 1):
        first_in_b.setdefault(tuple(word[at : at + size]), at)
    found = []
    for at in range(a_last - size + 1):
        run = tuple(word[at : at + size])
        there = first_in_b.get(run)
        if there is not None:
            weight = float(pile.weights[list(run)].sum())
            places = [(int(columns.begin[place]), int(columns.end[place + size - 1])) for place in (at, there)]
            found.append(SharedRun(*places[0], *places[1], round(weight, 2), weight >= settings.shingle_weight))
    return tuple(found)
