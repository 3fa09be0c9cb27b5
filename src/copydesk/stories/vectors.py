"""Units as vectors of their terms: of length 1, and the less of a term in them the more units have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.stories.terms import Terms
from copydesk.text.numbering import Numbering

_AT_ONCE = 1_000_000
"""Terms that are numbered at once."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of n units.

    `terms`, those of each unit with their weight in its vector; `number` int32, a number for each of them, the same
    for the same word; `spread` int64[kinds], how many units have the word of each number.
    """

    terms: Terms
    number: NDArray[np.int32]
    spread: NDArray[np.int64]


def unit_vectors(units: Terms, background: int = 0) -> Vectors:
    """The terms of every unit weighed by how few units have them, and scaled to length 1.

    A pile of fewer units than `background` is weighed as if it had others besides, which have none of its terms.
    """
    numbering = Numbering()
    number = np.empty(len(units.code), np.int32)
    for first in range(0, len(number), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        number[part] = numbering.number(units.code[part].astype(np.uint64))
    spread = np.bincount(number, minlength=len(numbering.hashes))
    count = max(len(units.start) - 1, background)
    rarity = (np.log((count + 1) / np.maximum(spread, 1)) + 1).astype(np.float32)
    return Vectors(Terms(units.start, units.code, _scaled(units.start, number, units.weight, rarity)), number, spread)


def of_length_one(units: Terms) -> Terms:
    """The terms of every unit, scaled to length 1: as they are in general, whatever other units there are."""
    number = np.zeros(len(units.code), np.int32)
    return Terms(units.start, units.code, _scaled(units.start, number, units.weight, np.ones(1, np.float32)))


@numba.njit("float32[::1](int64[::1], int32[::1], float32[::1], float32[::1])", cache=True, nogil=True)
def _scaled(start: Any, number: Any, weight: Any, rarity: Any) -> Any:
    """Weights times the rarity of their term, of each unit to the length 1."""
    scaled = np.empty(len(weight), np.float32)
    for unit in range(len(start) - 1):
        squares = 0.0
        for at in range(start[unit], start[unit + 1]):
            scaled[at] = weight[at] * rarity[number[at]]
            squares += scaled[at] * scaled[at]
        factor = np.float32(1.0 / np.sqrt(squares)) if squares else np.float32(0.0)
        for at in range(start[unit], start[unit + 1]):
            scaled[at] *= factor
    return scaled


@numba.njit("float32[::1](int32[:, ::1], int64[::1], uint32[::1], float32[::1])", cache=True, nogil=True)
def _cosines(pairs: Any, start: Any, code: Any, weight: Any) -> Any:
    """The cosine of each pair of units over all their terms, which are ascending."""
    values = np.zeros(len(pairs), np.float32)
    for pair in range(len(pairs)):
        a, b = start[pairs[pair, 0]], start[pairs[pair, 1]]
        a_last, b_last = start[pairs[pair, 0] + 1], start[pairs[pair, 1] + 1]
        value = np.float32(0.0)
        while a < a_last and b < b_last:
            if code[a] == code[b]:
                value += weight[a] * weight[b]
            step = code[a] <= code[b]
            if code[b] <= code[a]:
                b += 1
            if step:
                a += 1
        values[pair] = value
    return values


def cosines(pairs: NDArray[np.int32], vectors: Terms) -> NDArray[np.float32]:
    """The cosine of each pair of units, int32[n, 2]; float32[n]."""
    return np.asarray(_cosines(np.ascontiguousarray(pairs), vectors.start, vectors.code, vectors.weight))
