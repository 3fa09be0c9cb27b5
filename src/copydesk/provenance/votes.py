"""Which side of each change is the reworded one, by the lexicon; asked once for each distinct pair of phrases."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.changes import Changes
from copydesk.provenance.phrases import OPENS, RESTORES
from copydesk.provenance.spin import one_meaning, side_votes

FIRST = np.zeros(1, np.int8)
"""Seen from side a, each change."""


def change_votes(changes: Changes) -> NDArray[np.float64]:
    """The vote of each change: above 0 where a is the reworded side, below 0 where b is. float64[n].

    A phrase of the lexicon on one side and the opening of what one is for on the other are what a vote needs; few
    changes have them.
    """
    votes = np.zeros(len(changes.phrase), np.float64)
    bits = changes.phrases.bits[changes.phrase]
    opens, restores = (bits & OPENS) != 0, (bits & RESTORES) != 0
    some = np.flatnonzero((opens & restores[:, ::-1]).any(axis=1))
    swaps = changes.swaps(some, FIRST)
    words = zip(changes.phrases.words(swaps.one), changes.phrases.words(swaps.two), strict=True)
    votes[some] = np.array([side_votes(one, two) for one, two in words], np.float64)[swaps.place]
    return votes


def with_one_meaning(changes: Changes, chosen: NDArray[np.int64], votes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the chosen changes have words on both sides that one word may have become. bool[len(chosen)]."""
    found: NDArray[np.bool_] = votes[chosen] != 0
    open_ = ~found & ((changes.phrases.bits[changes.phrase[chosen]] & OPENS) != 0).all(axis=1)
    swaps = changes.swaps(chosen[open_], FIRST)
    words = zip(changes.phrases.words(swaps.one), changes.phrases.words(swaps.two), strict=True)
    found[open_] = np.array([one_meaning(one, two) for one, two in words], np.bool_)[swaps.place]
    return found
