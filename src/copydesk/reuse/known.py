"""What a whole pile says of the reuse in it: what a word tells, what is swapped for it, who is worth aligning."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.aligner import Aligner
from copydesk.reuse.candidates import candidate_pairs, pairs_by_runs
from copydesk.reuse.runs import find_runs
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.swaps import Swaps, no_swaps
from copydesk.reuse.weights import word_weights
from copydesk.reuse.words import Words
from copydesk.text.codes import codes
from copydesk.text.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Known:
    """What the P pages of a pile say, in V words.

    `hashes` uint64[V] by the number of a word, `weights` float32[V], `swaps` by these numbers; `pairs` int32[n, 2],
    sorted: pages worth aligning, by their numbers in the order of ids, the lower first. `pages` are these ids.
    """

    hashes: NDArray[np.uint64]
    weights: NDArray[np.float32]
    swaps: Swaps
    pages: Sequence[str]
    pairs: NDArray[np.int32]

    def within(self, pages: Sequence[str], words: Words) -> Known:
        """The same for some of the pages, ascending, whose words are numbered by themselves."""
        numbering = Numbering()
        numbering.number(self.hashes)
        here = numbering.find(words.numbering.hashes)
        there = np.full(len(self.hashes), -1, np.int32)
        there[here] = np.arange(len(here))
        order = {page: at for at, page in enumerate(self.pages)}
        row = np.full(len(self.pages), -1, np.int32)
        row[[order[page] for page in pages]] = np.arange(len(pages))
        pairs = row[self.pairs]
        return Known(
            words.numbering.hashes,
            self.weights[here],
            self.swaps.among(here, there),
            pages,
            pairs[(pairs >= 0).all(axis=1)],
        )

    def to_bytes(self) -> bytes:
        """All but the pages, which are those of the case."""
        buffer, swaps = io.BytesIO(), self.swaps
        np.savez(
            buffer, hashes=self.hashes, weights=self.weights, pairs=self.pairs,
            start=swaps.start, other=swaps.other, share=swaps.share,
        )  # fmt: skip
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, pages: Sequence[str] = ()) -> Known:
        """What `to_bytes` gave, with the pages of then."""
        found = np.load(io.BytesIO(data), allow_pickle=False)
        swaps = Swaps(*(found[name] for name in ("start", "other", "share")))
        return cls(found["hashes"], found["weights"], swaps, pages, found["pairs"])


def learn(pages: Sequence[str], aligner: Aligner, settings: ReuseSettings) -> Known:
    """What the pages say, all of them read into the aligner: as many rounds as the settings say, each aligned with
    what the one before has learned."""
    words = aligner.words
    weights = word_weights(words, settings)
    swaps = learned_swaps(pages, words, weights, aligner.swaps, settings)
    return Known(words.numbering.hashes, weights, swaps, pages, candidate_pairs(words, weights, settings))


def learned_swaps(
    pages: Sequence[str],
    words: Words,
    weights: NDArray[np.float32],
    shown: Callable[[NDArray[np.int32], NDArray[np.float32], Swaps], Swaps],
    settings: ReuseSettings,
) -> Swaps:
    """The swaps after all rounds but the last; `shown` aligns pairs as `Aligner.swaps` does."""
    swaps = no_swaps(len(weights))
    for _ in range(settings.rounds - 1):
        swaps = shown(_pairs_to_learn_from(pages, words, weights, settings), weights, swaps)
    return swaps


def _pairs_to_learn_from(
    pages: Sequence[str],
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
) -> NDArray[np.int32]:
    """Candidate pairs enough to learn from, if there are so many: in a large pile those that a part of the shingles
    shows, of these one in two, four, ..., chosen by the ids of their pages."""
    one_in = 1 << max(0, (len(words.word) // settings.learning_words).bit_length() - 1)
    pairs = np.empty((0, 2), np.int32)
    if one_in > 1:
        pairs = pairs_by_runs(find_runs(words, weights, settings, one_in), words, settings)
    if len(pairs) < settings.learning_pairs:
        pairs = candidate_pairs(words, weights, settings)
    one_of = 1 << max(0, (len(pairs) // settings.learning_pairs).bit_length() - 1)
    code = codes(pages)
    chosen = (code[pairs[:, 0]] ^ code[pairs[:, 1]]) % np.uint64(one_of) == 0
    return np.asarray(pairs[chosen])
