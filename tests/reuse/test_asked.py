"""Which pages have other candidates when pages come: none is passed over, whatever crowds come to be."""

from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from numpy.typing import NDArray

from copydesk.reuse import ReuseSettings
from copydesk.reuse.asked import Changed, pages_asked, pairs_of
from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.words import Words
from copydesk.text.numbering import Numbering

CROWDED = dataclasses.replace(
    ReuseSettings(), every_pair=16, shingle_weight=0.0, shingle_crowd=9, crowd_shingle=6, shingle_pages=11, spread=3
)
"""Crowds of ten, and stars of twelve: each passage stands on some ten pages."""
STARRY = dataclasses.replace(CROWDED, shingle_crowd=4, shingle_pages=5)
"""Crowds of five, and stars of six."""
KINDS = 40


def some_words(chance: random.Random, pages: int) -> list[list[int]]:
    """Pages of some of ten stock passages in any order, with words of their own between them."""
    stock = [[chance.randrange(KINDS) for _ in range(chance.randint(4, 12))] for _ in range(10)]
    return [
        [word for _ in range(chance.randint(1, 6)) for word in (*chance.choice(stock), chance.randrange(KINDS))]
        for _ in range(pages)
    ]


def words_of(pages: list[list[int]], numbering: Numbering) -> Words:
    """The words of pages, none of them quoted."""
    start = np.cumsum([0, *map(len, pages)], dtype=np.int64)
    word = np.array([one for page in pages for one in page], np.int32)
    nowhere = np.zeros(len(start), np.int64)
    return Words(start, word, np.zeros(len(word), np.bool_), numbering, np.empty((0, 2), np.int32), nowhere)


def pairs(found: NDArray[np.int32]) -> set[tuple[int, int]]:
    """Pairs of pages as a set."""
    return {(one, other) for one, other in found.tolist()}


@pytest.mark.parametrize("settings", [CROWDED, STARRY], ids=["crowds", "stars"])
@pytest.mark.parametrize("seed", range(80))
def test_pairs_of_pages_that_are_not_asked_stay_and_those_of_the_others_are_found(
    seed: int, settings: ReuseSettings
) -> None:
    chance = random.Random(seed)
    numbering = Numbering()
    numbering.number(np.arange(1, KINDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    pages = some_words(chance, 30)
    weights = np.ones(KINDS, np.float32)
    changed = sorted(chance.sample(range(30), chance.randint(1, 5)))
    before = list(pages)
    for page in changed:  # new pages, pages that say nothing any more, and pages that lost or won some words
        kind = chance.random()
        if kind < 0.4:
            before[page] = []
        elif kind < 0.7:
            pages[page] = []
        else:
            before[page] = [*before[page][chance.randint(0, 5) :], chance.randrange(KINDS)]
    now, then = words_of(pages, numbering), words_of(before, numbering)
    was = Changed(np.array(changed), words_of([before[page] for page in changed], numbering), weights)
    asked = pages_asked(now, weights, was, settings)
    stayed = candidate_pairs(then, weights, settings)
    found = pairs_of(asked.doubting(stayed), now, weights, settings)
    stayed = stayed[~asked.has(stayed)]
    wanted = candidate_pairs(now, weights, settings)
    assert pairs(stayed) | pairs(found) == pairs(wanted)
    assert all(asked.of_all[page] for page in changed if not before[page])
