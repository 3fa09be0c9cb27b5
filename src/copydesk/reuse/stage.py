"""The reuse stage: candidates, alignment, learning, alignment again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.pile import Pile, without_collection
from copydesk.reuse.blocks import Blocks
from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.clusters import passage_rows
from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Found, Matches, judge, word_worth
from copydesk.reuse.kernel import align_pairs
from copydesk.reuse.repeated import with_two_places
from copydesk.reuse.rows import Rows, alignment_rows, joined_rows, measured_rows
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import Evidence, Swaps, learn_swaps, no_swaps
from copydesk.reuse.weights import word_weights
from copydesk.reuse.witnesses import pairs_by_witness
from copydesk.reuse.words import Words, read_words

CHUNK = 4_096
"""Pairs of pages aligned at once: their matched words, 24 bytes each, are kept for as long."""


def find_reuse(pile: Pile, settings: ReuseSettings | None = None) -> Pile:
    """Fill `alignments` and `passages`: every passage that stands in more than one place of the pile.

    Alignments carry no `better_wording` yet; that is for provenance to say.
    """
    settings = settings or ReuseSettings()
    with without_collection():
        rows = aligned_rows(pile.pages, read_words(pile.pages, pile.segments), settings)
        passages = passage_rows(rows, pile.pages, settings)
        return dataclasses.replace(pile, alignments=alignment_rows(rows, pile.pages), passages=passages)


def aligned_rows(pages: Sequence[Page], words: Words, settings: ReuseSettings) -> Rows:
    """Align as many rounds as the settings say, each with what the one before has learned; then the pages that others
    bring together."""
    kinds = len(words.numbering.hashes)
    weights = word_weights(words, settings)
    swaps = no_swaps(kinds)
    blocks = Blocks(pages, words, settings.block_words)
    for _ in range(settings.rounds - 1):
        evidence = Evidence(kinds)
        for columns, rows in blocks.of(_pairs_to_learn_from(words, swaps.classes, weights, settings)):
            for part in align(rows, columns, weights, swaps, settings):
                evidence.add(part, columns)
        swaps = learn_swaps(evidence, settings)

    def measured(pairs: NDArray[np.int32]) -> list[Rows]:
        return [
            measured_rows(part, columns, settings)
            for columns, rows in blocks.of(pairs)
            for part in align(rows, columns, weights, swaps, settings)
        ]

    pairs = candidate_pairs(words, swaps.classes, weights, settings)
    found = joined_rows(measured(pairs))
    more = measured(pairs_by_witness(found, pairs, settings))
    return joined_rows([found, *more]) if more else found


def _pairs_to_learn_from(
    words: Words, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> NDArray[np.int32]:
    """Candidate pairs enough to learn from, if there are so many: in a large pile those that a part of the shingles
    shows."""
    one_in = 1 << max(0, (len(words.word) // settings.learning_words).bit_length() - 1)
    pairs = candidate_pairs(words, classes, weights, settings, one_in)
    if one_in > 1 and len(pairs) < settings.learning_pairs:
        pairs = candidate_pairs(words, classes, weights, settings)
    return pairs[:: max(1, len(pairs) // settings.learning_pairs)]


def align(
    pairs: NDArray[np.int32], columns: Columns, weights: NDArray[np.float32], swaps: Swaps, settings: ReuseSettings
) -> Iterator[Matches]:
    """The accepted passages of pairs of rows of the columns, some thousand pairs at a time."""
    worth = word_worth(columns, weights, settings)
    for first in range(0, len(pairs), CHUNK):
        chunk = np.ascontiguousarray(pairs[first : first + CHUNK])
        found = align_pairs(
            chunk, columns.start, columns.word, columns.sentence, columns.quoted, weights,
            swaps.start, swaps.other, swaps.share, settings.common, settings.reach, settings.gap, settings.echo_gap,
            settings.skew, settings.chain_weight, settings.match_gap,
        )  # fmt: skip
        yield with_two_places(judge(Found(chunk, *found), columns, worth, settings))
