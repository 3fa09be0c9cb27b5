"""Those of the runs of a pile that have one of some codes, found in one pass over its words."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.runs import FACTOR, Runs, joined, mixed, sweeps
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import Words

_FILTER = 4
"""Bits of a filter for each slot of a table of codes."""


def runs_of(codes: NDArray[np.uint64], words: Words, weights: NDArray[np.float32], settings: ReuseSettings) -> Runs:
    """Those of the runs of a pile that have one of some codes."""
    wanted = _code_table(codes)
    hashes, size, least = words.numbering.hashes, settings.shingle, settings.shingle_weight
    parts = (_codes_among(start, words.word, hashes, weights, size, least, *wanted) for start in sweeps(words.start))
    return joined(parts, words)


def _code_table(codes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """A table in which a code is looked up at once, 0 where there is none, and bits that most of those which it does
    not have fail to pass."""
    room = 1 << max(10, (3 * len(codes)).bit_length())
    table, bits = np.zeros(room, np.uint64), np.zeros(room * _FILTER // 64, np.uint64)
    _enter(codes, table, bits)
    return table, bits


@numba.njit(nogil=True)
def _bit(code: Any, bits: Any) -> Any:
    """The number of the bit of a code."""
    return (code >> np.uint64(32)) & np.uint64(64 * len(bits) - 1)


@numba.njit("(uint64[::1], uint64[::1], uint64[::1])", cache=True, nogil=True)
def _enter(codes: Any, table: Any, bits: Any) -> None:
    mask = np.uint64(len(table) - 1)
    for code in codes:
        slot = code & mask
        while table[slot] != np.uint64(0) and table[slot] != code:
            slot = (slot + np.uint64(1)) & mask
        table[slot] = code
        bit = _bit(code, bits)
        bits[bit >> np.uint64(6)] |= np.uint64(1) << (bit & np.uint64(63))


@numba.njit(
    "(int64[::1], int32[::1], uint64[::1], float32[::1], int64, float64, uint64[::1], uint64[::1])",
    cache=True,
    nogil=True,
)
def _codes_among(
    start: Any, word: Any, hashes: Any, weights: Any, size: int, least: float, table: Any, bits: Any
) -> Any:
    """Codes and places of the shingles of pages that a table has. As a part of `_codes` it took twice as long."""
    room = start[-1] - start[0]
    code, place, count = np.empty(room, np.uint64), np.empty(room, np.uint32), 0
    mask, last_factor = np.uint64(len(table) - 1), np.uint64(1)
    for _ in range(size):
        last_factor *= FACTOR
    for page in range(len(start) - 1):
        weight, rolled = 0.0, np.uint64(0)
        for at in range(start[page], start[page + 1]):
            weight += weights[word[at]]
            rolled = rolled * FACTOR + hashes[word[at]]
            first = at - size + 1
            if first < start[page]:
                continue
            if first > start[page]:
                rolled -= hashes[word[first - 1]] * last_factor
            if weight >= least:
                found = mixed(rolled)
                bit = _bit(found, bits)
                if bits[bit >> np.uint64(6)] >> (bit & np.uint64(63)) & np.uint64(1):
                    slot = found & mask
                    while table[slot] != np.uint64(0) and table[slot] != found:
                        slot = (slot + np.uint64(1)) & mask
                    if table[slot] == found:
                        code[count], place[count] = found, first
                        count += 1
            weight -= weights[word[first]]
    return code[:count].copy(), place[:count].copy()
