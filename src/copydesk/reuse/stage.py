"""The reuse stage: candidates, alignment, learning, alignment again."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from copydesk.model.pile import Pile
from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.clusters import passage_rows
from copydesk.reuse.columns import Columns, read_columns
from copydesk.reuse.judge import Found, Matches, judge
from copydesk.reuse.kernel import align_pairs
from copydesk.reuse.rows import alignment_rows
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import Swaps, learn_swaps, no_swaps
from copydesk.reuse.weights import word_weights


def find_reuse(pile: Pile, settings: ReuseSettings | None = None) -> Pile:
    """Fill `alignments` and `passages`: every passage that stands in more than one place of the pile.

    Alignments carry no `better_wording` yet; that is for provenance to say.
    """
    settings = settings or ReuseSettings()
    columns = read_columns(pile.pages, pile.segments)
    weights = word_weights(columns, settings)
    by_word = _positions_by_word(columns)
    swaps = no_swaps(len(columns.hashes))
    matches = _align(columns, weights, by_word, swaps, settings)
    for _ in range(settings.rounds - 1):
        swaps = learn_swaps(matches, columns, settings)
        matches = _align(columns, weights, by_word, swaps, settings)
    alignments = alignment_rows(matches, pile.pages, columns, settings)
    return dataclasses.replace(pile, alignments=alignments, passages=passage_rows(alignments, settings))


def _align(
    columns: Columns,
    weights: NDArray[np.float32],
    by_word: NDArray[np.int32],
    swaps: Swaps,
    settings: ReuseSettings,
) -> Matches:
    pairs = candidate_pairs(columns, swaps.classes, weights, settings)
    found = align_pairs(
        pairs, columns.start, columns.word, columns.sentence, columns.quoted, by_word, weights,
        swaps.start, swaps.other, swaps.share, settings.common, settings.reach, settings.gap, settings.skew,
        settings.lookback, settings.chain_weight, settings.match_gap,
    )  # fmt: skip
    return judge(Found(pairs, *found), columns, weights, settings)


def _positions_by_word(columns: Columns) -> NDArray[np.int32]:
    """For each page, its word positions (from the page's first word) in ascending order of word id. int32[W]."""
    page = np.repeat(np.arange(columns.pages), np.diff(columns.start))
    order = np.lexsort((np.arange(len(columns.word)), columns.word, page))
    return np.asarray(order - columns.start[page], dtype=np.int32)
