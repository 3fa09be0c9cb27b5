"""Runs of words of a pile, as codes with their places."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import Words

SWEEP = 1 << 22
"""Words of the pile whose shingles are hashed at once, before they are spilled."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of words by their places: `code` uint64[n], `place` uint32[n], ascending, `page` int32[n]."""

    code: NDArray[np.uint64]
    place: NDArray[np.uint32]
    page: NDArray[np.int32]

    def taken(self, chosen: NDArray[np.bool_]) -> Runs:
        """Some of them."""
        return Runs(self.code[chosen], self.place[chosen], self.page[chosen])


def find_runs(
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
    one_in: int = 1,
) -> Runs:
    """All runs of `settings.shingle` words, heavy enough; with `one_in`, a power of two, only one in so many, chosen
    by its words."""
    return joined((part[:2] for part in swept(words, weights, settings, 1, one_in)), words)


def joined(parts: Iterable[tuple[NDArray[np.uint64], NDArray[np.uint32]]], words: Words) -> Runs:
    """Runs by their codes and places, some pages' after the others'."""
    found = list(parts)
    code = np.concatenate([np.empty(0, np.uint64), *(code for code, _ in found)])
    place = np.concatenate([np.empty(0, np.uint32), *(place for _, place in found)])
    return Runs(code, place, pages_of(place, words.start))


def sweeps(start: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Where the words of pages begin, `SWEEP` of them at a time, and where the last of these end."""
    edges = np.searchsorted(start, np.arange(0, start[-1] + SWEEP, SWEEP), side="left")
    edges = np.unique(np.minimum(edges, len(start) - 1))
    for first, last in itertools.pairwise(edges.tolist()):
        yield start[first : last + 1]


def longer_runs(words: Words, runs: Runs, settings: ReuseSettings) -> Runs:
    """The runs of `settings.crowd_shingle` words that begin where these do."""
    code, place = longer(runs.place, words.start, words.word, words.numbering.hashes, settings.crowd_shingle)
    return Runs(code, place, pages_of(place, words.start))


FACTOR = np.uint64(0xD1342543DE82EF95)
"""What a code is multiplied by for each word more."""


@numba.njit("uint64(uint64)", cache=True, nogil=True)
def mixed(code: Any) -> Any:
    """A code of which each bit hangs on all words of the run."""
    return (code ^ (code >> np.uint64(32))) * np.uint64(0x9E3779B97F4A7C15)


@numba.njit(cache=True, nogil=True)
def _code(word: Any, at: Any, size: int, hashes: Any) -> Any:
    code = np.uint64(0)
    for offset in range(size):
        code = code * FACTOR + hashes[word[np.int64(at) + offset]]
    return mixed(code)


def swept(
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
    turns: int,
    one_in: int = 1,
) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.int64]]]:
    """Codes and places of all shingles, some pages at a time, by the turn in which they are grouped."""
    hashes, size, least = words.numbering.hashes, settings.shingle, settings.shingle_weight
    for start in sweeps(words.start):
        yield _codes(start, words.word, hashes, weights, size, least, turns, one_in)


@numba.njit(
    "(int64[::1], int32[::1], uint64[::1], float32[::1], int64, float64, int64, int64)",
    cache=True,
    nogil=True,
)
def _codes(start: Any, word: Any, hashes: Any, weights: Any, size: int, least: float, turns: int, one_in: int) -> Any:
    """Codes and places of the shingles of pages, turn after turn, ascending by place in each; and where each turn
    begins."""
    room = start[-1] - start[0]
    passed_over = np.uint64(one_in - 1)
    code, place, turn = np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(room, np.uint16)
    bounds = np.zeros(turns + 1, np.int64)
    count = 0
    last_factor = np.uint64(1)
    for _ in range(size):
        last_factor *= FACTOR
    for page in range(len(start) - 1):
        weight, rolled = 0.0, np.uint64(0)  # `_code` without its last step, rolled on (Karp and Rabin 1987)
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
                if found >> np.uint64(16) & passed_over == np.uint64(0):
                    code[count], place[count] = found, first
                    if turns > 1:
                        turn[count] = (found & np.uint64(0xFFFF)) % np.uint64(turns)
                        bounds[turn[count] + 1] += 1
                    count += 1
            weight -= weights[word[first]]
    if turns == 1:
        return code[:count], place[:count], bounds
    for one in range(1, len(bounds)):
        bounds[one] += bounds[one - 1]
    free = bounds.copy()
    codes, places = np.empty(count, np.uint64), np.empty(count, np.uint32)
    for at in range(count):
        to = free[turn[at]]
        codes[to], places[to] = code[at], place[at]
        free[turn[at]] += 1
    return codes, places, bounds


@numba.njit("(uint32[::1], int64[::1], int32[::1], uint64[::1], int64)", cache=True, nogil=True)
def longer(places: Any, start: Any, word: Any, hashes: Any, size: int) -> Any:
    """Codes and places of longer shingles at some places, ascending, where the page goes on for long enough."""
    code, place = np.empty(len(places), np.uint64), np.empty(len(places), np.uint32)
    page, count = 0, 0
    for at in range(len(places)):
        while start[page + 1] <= places[at]:
            page += 1
        if places[at] + size <= start[page + 1]:
            code[count], place[count] = _code(word, places[at], size, hashes) | np.uint64(1), places[at]
            count += 1
    return code[:count], place[:count]


@numba.njit("int32[::1](uint32[::1], int64[::1])", cache=True, nogil=True)
def pages_of(place: Any, start: Any) -> Any:
    """The page of each place, by a table of the pages that every 256th word stands on."""
    block = np.empty((start[-1] >> 8) + 1, np.int32)
    page = 0
    for at in range(len(block)):
        while page + 2 < len(start) and start[page + 1] <= at << 8:
            page += 1
        block[at] = page
    pages = np.empty(len(place), np.int32)
    for at in range(len(place)):
        page = block[place[at] >> 8]
        while start[page + 1] <= place[at]:
            page += 1
        pages[at] = page
    return pages
