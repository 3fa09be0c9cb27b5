"""Runs that are sought by their codes, beside all runs of the same words."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from copydesk.reuse import ReuseSettings
from copydesk.reuse.runs import find_runs
from copydesk.reuse.sought import runs_of
from copydesk.reuse.words import Words
from copydesk.text.numbering import Numbering

SETTINGS = dataclasses.replace(ReuseSettings(), shingle_weight=3.0)
KINDS = 20


def some_words(seed: int) -> tuple[Words, np.ndarray]:
    """Forty pages of few kinds of words, which repeat runs a lot, and what each kind weighs."""
    rng = np.random.default_rng(seed)
    numbering = Numbering()
    numbering.number(rng.integers(1, 1 << 63, KINDS).astype(np.uint64))
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(rng.integers(0, 60, 40))])
    word = (rng.random(start[-1]) ** 2 * KINDS).astype(np.int32)
    nowhere = np.zeros(len(start), np.int64)
    words = Words(start, word, np.zeros(len(word), np.bool_), numbering, np.empty((0, 2), np.int32), nowhere)
    return words, rng.uniform(0.5, 2, KINDS).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("share", [0.0, 0.1, 1.0])
def test_runs_that_are_sought_are_those_of_all_that_have_these_codes(seed: int, share: float) -> None:
    words, weights = some_words(seed)
    every = find_runs(words, weights, SETTINGS)
    codes = np.unique(every.code)
    asked = np.random.default_rng(seed).random(len(codes)) < share
    wanted = every.taken(np.isin(every.code, codes[asked]))
    others = codes[~asked] ^ np.uint64(1 << 40)  # codes that no run has
    found = runs_of(np.concatenate([codes[asked], others]), words, weights, SETTINGS)
    assert (len(wanted.code) > 0) == (share > 0)
    for name in ("code", "place", "page"):
        assert getattr(found, name).tolist() == getattr(wanted, name).tolist()
