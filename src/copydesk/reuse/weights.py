"""How much a word tells: its surprisal."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import Words
from copydesk.text.numbering import times_of
from copydesk.text.tokens import hash_words
from copydesk.text.vocabulary import word_bands

BAND_SHARE = {1: 4.5e-3, 2: 4e-4, 3: 1e-4, 4: 3e-5, 5: 1e-5}
"""Share of running words that one word of a band has in general news English, by and large."""
RARE_SHARE = 1e-6
"""The same for a word of no band."""


def word_weights(words: Words, settings: ReuseSettings) -> NDArray[np.float32]:
    """Surprisal of each word id in the pile, in nats, capped (Shannon 1948). float32[V].

    What the pile keeps talking of weighs little, as it proves little. A small pile cannot tell which words are
    rare, so general news English counts as `settings.background` words more of it.
    """
    hashes = words.numbering.hashes
    return surprisal(hashes, times_of(words.word, len(hashes)), len(words.word), settings)


def surprisal(
    hashes: NDArray[np.uint64], counts: NDArray[np.int64], total: int, settings: ReuseSettings
) -> NDArray[np.float32]:
    """The weights of words that stand `counts` times among `total` words of a pile, in steps: a hundred pages more do
    not change the weight of every word of a large pile."""
    known, shares = _background()
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    usual = np.where(known[at] == hashes, shares[at], RARE_SHARE)
    share = (counts + settings.background * usual) / (total + settings.background)
    nats = np.round(-np.log(share) / settings.weight_step) * settings.weight_step
    return np.clip(nats, 0.5, settings.word_weight).astype(np.float32)


@cache
def _background() -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Hashes of the common words, ascending, and the share of each."""
    bands = word_bands()
    hashes = hash_words(list(bands))
    shares = np.array([BAND_SHARE[band] for band in bands.values()])
    order = np.argsort(hashes)
    return hashes[order], shares[order]
