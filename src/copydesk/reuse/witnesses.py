"""Pairs of pages that a third one brings together: both have the same passage of it.

Two reworded copies of one paragraph may have no run of words in common that draws them together, but each has some
with the page that both were made of.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.rows import QUOTE, Rows
from copydesk.reuse.settings import ReuseSettings


def pairs_by_witness(rows: Rows, known: NDArray[np.int32], settings: ReuseSettings) -> NDArray[np.int32]:
    """Pairs of pages, the lower first, whose places on a third page are one, and which are not `known`.

    int32[n, 2], sorted, as `known`. Where more than `settings.witness_pages` pages share a passage with one, they are
    too many to be compared with each other; they are of one cluster through it. A passage of less than
    `settings.witness_chars` brings nobody together.
    """
    places = rows.places[(rows.kind != QUOTE) & (rows.places[:, 0] != rows.places[:, 1])]
    sides = np.concatenate([places[:, [0, 2, 3, 1]], places[:, [1, 4, 5, 0]]])
    sides = sides[sides[:, 2] - sides[:, 1] >= settings.witness_chars]
    sides = sides[np.lexsort((sides[:, 2] << 32 | sides[:, 3], sides[:, 0] << 32 | sides[:, 1]))]
    met = np.unique(_met(sides, settings.same_place, settings.witness_pages))
    fresh = met[~np.isin(met, known[:, 0].astype(np.int64) << 32 | known[:, 1], assume_unique=True)]
    return np.stack([fresh >> 32, fresh & 0xFFFFFFFF], axis=1).astype(np.int32)


@numba.njit("int64[::1](int64[:, ::1], float64, int64)", cache=True, nogil=True)
def _met(sides: Any, share: float, most: int) -> Any:
    """The pages behind spans (page, begin, end, other page), ascending, that overlap by `share` of the shorter.

    Of each pair the lower page is in the upper 32 bits. A span that more than `most` others begin in is one of a
    crowd, and so are these.
    """
    pairs, count = np.empty(1024, np.int64), 0
    crowd = 0
    for at in range(len(sides)):
        last = at + 1
        while (
            last < len(sides)
            and last - at <= most
            and sides[last, 0] == sides[at, 0]
            and sides[last, 1] < sides[at, 2]
        ):
            last += 1
        if last - at > most:
            crowd = last
        if at < crowd:
            continue
        for other in range(at + 1, last):
            shorter = min(sides[at, 2] - sides[at, 1], sides[other, 2] - sides[other, 1])
            overlap = min(sides[at, 2], sides[other, 2]) - sides[other, 1]
            one, two = min(sides[at, 3], sides[other, 3]), max(sides[at, 3], sides[other, 3])
            if one == two or overlap < share * shorter:
                continue
            if count == len(pairs):
                pairs = np.concatenate((pairs, np.empty_like(pairs)))
            pairs[count] = one << 32 | two
            count += 1
    return pairs[:count].copy()
