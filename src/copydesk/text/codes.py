"""Codes of texts: what notes hold instead of the texts, and by what they are counted over a whole pile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.text.tokens import code_points


def codes(texts: Iterable[str]) -> NDArray[np.uint64]:
    """A code of 64 bits for each text, the same on every machine: FNV-1a over its code points, its bits then mixed as
    those of words are. A page of news takes 6 us; a hash of Python's library, called for each line, took 14.

    Among the ten million lines of a large pile, two have one code once in 370,000 piles.
    """
    given = list(texts)
    bounds = np.cumsum([0, *map(len, given)], dtype=np.int64)
    found: NDArray[np.uint64] = _codes(code_points("".join(given)), bounds)
    return found


@numba.njit("uint64[::1](uint32[::1], int64[::1])", cache=True, nogil=True)
def _codes(points: Any, bounds: Any) -> Any:
    found = np.empty(len(bounds) - 1, np.uint64)
    for text in range(len(found)):
        code = np.uint64(14695981039346656037)
        for at in range(bounds[text], bounds[text + 1]):
            code = (code ^ np.uint64(points[at])) * np.uint64(1099511628211)
        code ^= code >> np.uint64(32)
        code *= np.uint64(0x9E3779B97F4A7C15)
        found[text] = code ^ (code >> np.uint64(29))
    return found
