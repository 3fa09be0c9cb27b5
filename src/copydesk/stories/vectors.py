"""Units as vectors of their terms: of length 1, and the less of a term in them the more units have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.stories.terms import Terms
from copydesk.text.numbering import Numbering, times_of

_AT_ONCE = 1_000_000
"""Terms that are numbered at once."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of n units: that of unit u has the terms [start[u], start[u + 1]).

    `start` int64[n + 1]; `number` int32, one for each word; `weight` float32; `spread` int64[kinds], how many units
    have the word of each number.
    """

    start: NDArray[np.int64]
    number: NDArray[np.int32]
    weight: NDArray[np.float32]
    spread: NDArray[np.int64]

    @classmethod
    def of(cls, units: Terms, background: int | None = 0, *, used_up: bool = False) -> Vectors:
        """The terms of every unit weighed by how few units have them, and scaled to length 1.

        A pile of fewer units than `background` is weighed as if it had others besides, which have none of its terms;
        where that is null, a word weighs what it does in general, whatever other units there are. Terms that are
        `used_up` give the vectors their memory: of 200,000 pages 300 MB.
        """
        numbering = Numbering()
        number = units.code.view(np.int32) if used_up else np.empty(len(units.code), np.int32)
        for first in range(0, len(number), _AT_ONCE):
            part = slice(first, first + _AT_ONCE)
            number[part] = numbering.number(units.code[part].astype(np.uint64))
        spread = times_of(number, len(numbering.hashes))
        rarity = np.ones(len(spread), np.float32)
        if background is not None:
            count = max(len(units.start) - 1, background)
            rarity = (np.log((count + 1) / np.maximum(spread, 1)) + 1).astype(np.float32)
        weight = units.weight if used_up else units.weight.copy()
        _scale(units.start, number, weight, rarity)
        return cls(units.start, number, weight, spread)


@numba.njit("(int64[::1], int32[::1], float32[::1], float32[::1])", cache=True, nogil=True)
def _scale(start: Any, number: Any, weight: Any, rarity: Any) -> None:
    """Make weights those times the rarity of their term, of each unit to the length 1."""
    for unit in range(len(start) - 1):
        squares = 0.0
        for at in range(start[unit], start[unit + 1]):
            weight[at] *= rarity[number[at]]
            squares += weight[at] * weight[at]
        factor = np.float32(1.0 / np.sqrt(squares)) if squares else np.float32(0.0)
        for at in range(start[unit], start[unit + 1]):
            weight[at] *= factor


@numba.njit("float32[::1](int32[:, ::1], int64[::1], int32[::1], float32[::1], int64)", cache=True, nogil=True)
def _cosines(pairs: Any, start: Any, number: Any, weight: Any, kinds: int) -> Any:
    """The cosine of each pair of units. The terms of the first are laid out once for all pairs on end that have it:
    to go through two rows in step took more than twice as long."""
    values = np.zeros(len(pairs), np.float32)
    laid = np.zeros(kinds, np.float32)
    unit = -1
    for pair in range(len(pairs)):
        if pairs[pair, 0] != unit:
            if unit >= 0:
                laid[number[start[unit] : start[unit + 1]]] = 0
            unit = pairs[pair, 0]
            for at in range(start[unit], start[unit + 1]):
                laid[number[at]] = weight[at]
        value = np.float32(0.0)
        for at in range(start[pairs[pair, 1]], start[pairs[pair, 1] + 1]):
            value += weight[at] * laid[number[at]]
        values[pair] = value
    return values


def cosines(pairs: NDArray[np.int32], vectors: Vectors) -> NDArray[np.float32]:
    """The cosine of each pair of units, int32[n, 2]; float32[n]. Fastest where pairs of one first stand together."""
    pairs = np.ascontiguousarray(pairs)
    return np.asarray(_cosines(pairs, vectors.start, vectors.number, vectors.weight, len(vectors.spread)))
