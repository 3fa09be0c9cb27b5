"""The reuse stage: candidates, alignment, learning, alignment again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.reuse import Alignment
from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.clusters import passage_rows
from copydesk.reuse.columns import Columns, extended, read_columns
from copydesk.reuse.judge import Found, Matches, judge
from copydesk.reuse.kernel import align_pairs
from copydesk.reuse.rows import alignment_rows
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import Swaps, learn_swaps, merged, no_swaps, observe
from copydesk.reuse.weights import word_weights
from copydesk.reuse.words import Words, read_words

CHUNK = 4_096
"""Pairs of pages aligned at once: their matched words, 24 bytes each, are kept for as long."""


def find_reuse(pile: Pile, settings: ReuseSettings | None = None) -> Pile:
    """Fill `alignments` and `passages`: every passage that stands in more than one place of the pile.

    Alignments carry no `better_wording` yet; that is for provenance to say.
    """
    settings = settings or ReuseSettings()
    words = read_words(pile.pages, pile.segments)
    rows = _rows(pile.pages, words, settings)
    return dataclasses.replace(pile, alignments=rows, passages=passage_rows(rows, settings))


def _rows(pages: Sequence[Page], words: Words, settings: ReuseSettings) -> tuple[Alignment, ...]:
    """Align as many rounds as the settings say, each with what the one before has learned."""
    kinds = len(words.numbering.hashes)
    weights = word_weights(words, settings)
    swaps = no_swaps(kinds)
    columns = read_columns(pages, words, np.empty(0, np.int64))
    for turn in range(settings.rounds):
        pairs = candidate_pairs(words, swaps.classes, weights, settings)
        row_of = np.full(len(pages), -1, np.int32)
        row_of[columns.page] = np.arange(len(columns.page))
        wanted = np.unique(pairs)
        missing = wanted[row_of[wanted] < 0].astype(np.int64)
        if len(missing):
            columns = extended(columns, read_columns(pages, words, missing))
            row_of[columns.page] = np.arange(len(columns.page))
        aligned = _align(row_of[pairs], columns, weights, swaps, settings)
        if turn + 1 < settings.rounds:
            swaps = learn_swaps(merged([observe(part, columns, kinds) for part in aligned]), kinds, settings)
    found = [alignment_rows(part, pages, columns, settings) for part in aligned]
    return tuple(sorted({row for part in found for row in part}, key=_order))


def _order(row: Alignment) -> tuple[str, str, int, int, int, int]:
    return row.a_page, row.b_page, row.a_begin, row.b_begin, row.a_end, row.b_end


def _align(
    pairs: NDArray[np.int32], columns: Columns, weights: NDArray[np.float32], swaps: Swaps, settings: ReuseSettings
) -> Iterator[Matches]:
    """Some thousand pairs at a time."""
    for first in range(0, len(pairs), CHUNK):
        chunk = np.ascontiguousarray(pairs[first : first + CHUNK])
        found = align_pairs(
            chunk, columns.start, columns.word, columns.sentence, columns.quoted, weights,
            swaps.start, swaps.other, swaps.share, settings.common, settings.reach, settings.gap,
            settings.echo_gap, settings.skew, settings.chain_weight, settings.match_gap,
        )  # fmt: skip
        yield judge(Found(chunk, *found), columns, weights, settings)
