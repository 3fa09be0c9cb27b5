"""Which side of each change is the reworded one, by the lexicon; asked once for each distinct pair of phrases."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.changes import Changes
from copydesk.provenance.phrases import OPENS, RESTORES, Phrases
from copydesk.provenance.spin import one_meaning, side_votes, word_swaps
from copydesk.text.phrases import members, pair_code

FIRST = np.zeros(1, np.int8)
"""Seen from side a, each change."""


def may_vote(phrases: Phrases, spun: NDArray[Any], good: NDArray[Any]) -> NDArray[np.bool_]:
    """Which pairs of phrases the lexicon may know as a rewording and what it is for; of single words, those it does.
    bool[len(spun)]."""
    may: NDArray[np.bool_] = ((phrases.bits[spun] & OPENS) != 0) & ((phrases.bits[good] & RESTORES) != 0)
    words = np.flatnonzero(may & (phrases.sizes[spun] == 1) & (phrases.sizes[good] == 1))
    may[words] = members(pair_code(phrases.codes[spun[words]], phrases.codes[good[words]]), word_swaps())
    return may


def change_votes(changes: Changes) -> NDArray[np.float64]:
    """The vote of each change: above 0 where a is the reworded side, below 0 where b is. float64[n].

    Most need not be asked for: the lexicon has nothing of their words.
    """
    votes = np.zeros(len(changes.phrase), np.float64)
    a, b = changes.phrase.T
    some = np.flatnonzero(may_vote(changes.phrases, a, b) | may_vote(changes.phrases, b, a))
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
