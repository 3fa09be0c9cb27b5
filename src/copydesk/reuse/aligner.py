"""Pages at hand for being aligned with each other, round after round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.reuse.blocks import Blocks
from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Found, Matches, judge, word_worth
from copydesk.reuse.kernel import align_pairs
from copydesk.reuse.repeated import with_two_places
from copydesk.reuse.rows import Rows, joined_rows, measured_rows
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import Evidence, Swaps, learn_swaps
from copydesk.reuse.words import Words

CHUNK = 4_096
"""Pairs of pages aligned at once: their matched words, 24 bytes each, are kept for as long."""


class Aligner:
    """Aligns pairs of the pages, given by their numbers, the lower first: int32[n, 2]."""

    def __init__(self, pages: Sequence[Page], words: Words, settings: ReuseSettings) -> None:
        self.words = words
        self._settings = settings
        self._blocks = Blocks(pages, words, settings.block_words)

    def rows(self, pairs: NDArray[np.int32], weights: NDArray[np.float32], swaps: Swaps) -> Rows:
        """The alignments of the pairs."""
        parts = [
            measured_rows(part, columns, self._settings)
            for columns, rows in self._blocks.of(pairs)
            for part in align(rows, columns, weights, swaps, self._settings)
        ]
        return joined_rows(parts)

    def swaps(self, pairs: NDArray[np.int32], weights: NDArray[np.float32], swaps: Swaps) -> Swaps:
        """The swaps that the pairs show where they are aligned with those known before."""
        evidence = Evidence(len(weights))
        for columns, rows in self._blocks.of(pairs):
            for part in align(rows, columns, weights, swaps, self._settings):
                evidence.add(part, columns)
        return learn_swaps(evidence, self._settings)


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
