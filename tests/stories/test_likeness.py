"""Which units are alike, beside all pairs of them counted out."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from numpy.typing import NDArray

from copydesk.stories.likeness import likenesses
from copydesk.stories.settings import SETTINGS
from copydesk.stories.terms import Terms
from copydesk.stories.vectors import Vectors

KINDS = 300


def units(count: int, seed: int = 3) -> Terms:
    """Units of some 40 terms each, the first kinds in most of them."""
    rng = np.random.default_rng(seed)
    rows = [np.unique((rng.random(60) ** 3 * KINDS).astype(np.uint32)) for _ in range(count)]
    code = np.concatenate(rows)
    start = np.cumsum([0, *map(len, rows)])
    return Terms(start, code, rng.uniform(0.3, 4, len(code)).astype(np.float32))


def dense(told: Terms, weight: NDArray[np.float32]) -> NDArray[np.float64]:
    """The weights as one row a unit."""
    found = np.zeros((len(told.start) - 1, KINDS))
    found[np.repeat(np.arange(len(found)), np.diff(told.start)), told.code] = weight
    return found


def test_vectors_have_length_one_and_rare_terms_weigh_more() -> None:
    told = units(50)
    rows = dense(told, told.weight)
    rarity = np.log(51 / np.maximum((rows > 0).sum(axis=0), 1)) + 1
    wanted = rows * rarity
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    assert dense(told, Vectors.of(told).weight) == pytest.approx(wanted, abs=1e-5)
    assert dense(told, Vectors.of(told, background=None).weight) == pytest.approx(
        rows / np.linalg.norm(rows, axis=1, keepdims=True), abs=1e-5
    )


def test_a_unit_without_terms_has_no_length() -> None:
    told = Terms(np.array([0, 0, 1]), np.array([7], np.uint32), np.ones(1, np.float32))
    assert Vectors.of(told).weight.tolist() == pytest.approx([1])


def test_in_a_small_pile_all_pairs_that_are_alike_are_found() -> None:
    told = units(80)
    vectors = Vectors.of(told)
    rows = dense(told, vectors.weight)
    settings = dataclasses.replace(SETTINGS, least_likeness=0.3)
    pairs, values = likenesses(vectors, settings)
    cosines = np.tril(rows @ rows.T, -1)
    assert [tuple(pair) for pair in pairs.tolist()] == list(zip(*np.nonzero(cosines > 0.3), strict=True))
    assert values == pytest.approx(cosines[tuple(pairs.T)], abs=1e-5)


def test_units_with_more_terms_in_common_than_sums_can_count_are_alike() -> None:
    terms = (1 << 16) + 100
    code = np.concatenate([np.arange(terms), np.arange(terms), [terms]]).astype(np.uint32)
    told = Terms(np.array([0, terms, 2 * terms, 2 * terms + 1]), code, np.ones(len(code), np.float32))
    settings = dataclasses.replace(SETTINGS, frequent=2, looked_up=2.0)
    pairs, values = likenesses(Vectors.of(told), settings)
    assert pairs.tolist() == [[1, 0]]
    assert values == pytest.approx([1], abs=1e-3)


@pytest.mark.parametrize("looked_up", [0.2, 0.6, 0.9])
def test_in_a_large_pile_pairs_are_found_by_the_heaviest_terms_that_few_units_have(looked_up: float) -> None:
    told = units(80)
    vectors = Vectors.of(told)
    settings = dataclasses.replace(SETTINGS, frequent=20, looked_up=looked_up, rare_likeness=0.1, least_likeness=0.2)
    rows = dense(told, vectors.weight)
    heavy = np.zeros_like(rows)
    for row, own in zip(heavy, rows, strict=True):
        order = np.argsort(-own)
        enough = 1 + int((np.cumsum(own[order] ** 2) <= looked_up).sum())
        row[order[:enough]] = own[order[:enough]]
    heavy[:, (rows > 0).sum(axis=0) > 20] = 0
    found = (np.tril(heavy @ rows.T, -1) > 0.1) & (rows @ rows.T > 0.2)
    pairs, _ = likenesses(vectors, settings)
    assert [tuple(pair) for pair in pairs.tolist()] == list(zip(*np.nonzero(found), strict=True))
    assert 0 < len(pairs) < (np.tril(rows @ rows.T, -1) > 0.2).sum()
