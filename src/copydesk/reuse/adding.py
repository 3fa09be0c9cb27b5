"""What pages that come to a pile change in what is known of its reuse, and for which of the others.

Words are weighed and swaps learned anew from the words of all pages, which is cheap. Only pages that changed, and
those that `asked` finds, are looked up for others to be aligned with; of the pairs of before, only those are aligned
again of which a swap that came, went or changed may be part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes, UnsettledError
from copydesk.model.page import Page, Segment
from copydesk.reuse.aligner import Aligner
from copydesk.reuse.asked import Changed, pages_asked, pairs_of
from copydesk.reuse.known import Known, learned_swaps
from copydesk.reuse.notes import noted_words
from copydesk.reuse.rows import Rows
from copydesk.reuse.settings import SETTINGS, ReuseSettings
from copydesk.reuse.swaps import Swaps
from copydesk.reuse.weights import word_weights
from copydesk.reuse.words import Words, read_words
from copydesk.text.numbering import Numbering

Reader = Callable[[NDArray[np.int64]], tuple[Sequence[Page], Sequence[Segment]]]
"""Reads pages of a pile, by their ascending numbers, with the segments of each."""

MOST = 0.5
"""Share of the pages, or of their pairs, from which it is as quick to find everything anew."""


class Before:
    """What a case keeps of the reuse in its pages. `numbering` is that of the words in its notes, and of those that
    come."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.numbering = Numbering()
        self.numbering.number(known.hashes)


@dataclass(frozen=True, slots=True)
class More:
    """A pile that has more pages than before, or other words on some.

    `notes` of all pages now, which are used up; the `newer` ones of those that are new or changed, and the `older`
    ones, which say nothing of the new.
    """

    notes: Notes
    newer: Notes
    older: Notes


@dataclass(frozen=True, slots=True)
class After:
    """What is known now, and the pages, by number, of which some alignments may be others than before."""

    known: Known
    touched: NDArray[np.int64]


def add_reuse(before: Before, more: More, read: Reader, settings: ReuseSettings = SETTINGS) -> After:
    """What is known of a pile that has more pages than before, or other words on some.

    Raises:
        UnsettledError: so much changes that it is as quick to find everything anew.
    """
    old, pages = before.known, more.notes.pages
    if len(old.pages) <= settings.every_pair:
        raise UnsettledError("of so few pages all were aligned")
    place = {page: at for at, page in enumerate(pages)}
    row = np.array([place[page] for page in old.pages], np.int64)
    words = noted_words(more.notes, before.numbering)
    hashes = before.numbering.hashes
    weights = word_weights(words, settings)
    old_weights = np.append(old.weights, weights[len(old.weights) :])
    old_swaps = old.swaps.extended(len(hashes))

    def shown(pairs: NDArray[np.int32], weights: NDArray[np.float32], known: Swaps) -> Swaps:
        numbers = np.unique(pairs).astype(np.int64)
        numbered = np.searchsorted(numbers, pairs).astype(np.int32)
        return _aligner(numbers, words, read, settings).swaps(numbered, weights, known)

    swaps = learned_swaps(pages, words, weights, shown, settings)
    fresh = np.array([place[page] for page in more.newer.pages], np.int64)
    reweighed = _pages_with(words, weights != old_weights)
    steady = np.setdiff1d(reweighed, fresh)
    said = noted_words(more.older, before.numbering).followed_by(words.some(steady))
    was = Changed(np.concatenate([fresh, steady]), said, old_weights)
    asked = pages_asked(words, weights, was, settings)
    _expect_few(int(asked.of_each_other.sum()), len(pages))
    old_pairs = row[old.pairs].astype(np.int32)
    kept = ~asked.has(old_pairs)
    found = pairs_of(asked.doubting(old_pairs), words, weights, settings)
    pairs = _sorted(np.concatenate([old_pairs[kept], found]))
    known = Known(hashes, weights, swaps, pages, pairs)
    doubted = old_pairs[kept]
    doubted = doubted[
        _mask(reweighed, len(pages))[doubted].any(axis=1) | _may_differ(doubted, words, old_swaps, swaps)
    ]
    _expect_few(len(doubted), len(old_pairs))
    once, now = np.concatenate([old_pairs[~kept], doubted]), np.concatenate([found, doubted])
    sides = ((once, old_weights, old_swaps), (now, weights, swaps))
    touched = _touched(_mask(fresh, len(pages)), sides, words, read, settings)
    return After(known, touched)


def _aligner(numbers: NDArray[np.int64], words: Words, read: Reader, settings: ReuseSettings) -> Aligner:
    """Some pages ready to be aligned, numbered by their place in `numbers`."""
    some, segments = read(numbers)
    return Aligner(some, read_words(some, segments, words.numbering), settings)


@numba.njit("boolean[::1](int64[::1], int32[::1], boolean[::1])", cache=True, nogil=True)
def _have(start: Any, word: Any, wanted: Any) -> Any:
    have = np.zeros(len(start) - 1, np.bool_)
    for page in range(len(have)):
        for at in range(start[page], start[page + 1]):
            if wanted[word[at]]:
                have[page] = True
                break
    return have


def _pages_with(words: Words, wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The pages that have one of the wanted words. `wanted` bool[V]."""
    return np.flatnonzero(_have(words.start, words.word, wanted))


def _may_differ(pairs: NDArray[np.int32], words: Words, old: Swaps, new: Swaps) -> NDArray[np.bool_]:
    """Which pairs of pages have on one side one word, and on the other the other, of a swap that is not the same."""
    swaps = old.differing(new)
    kinds, at = np.unique(swaps, return_inverse=True)
    _expect_few(len(kinds), MOST_WORDS)
    number = np.full(len(words.numbering.hashes), -1, np.int32)
    number[kinds] = np.arange(len(kinds))
    has = _having(words.start, words.word, number, len(kinds))
    return np.asarray(_facing(np.ascontiguousarray(pairs), has, at.reshape(-1, 2)))


MOST_WORDS = 4_000
"""Words whose swaps may change; a table says of every page which of them it has."""


@numba.njit("boolean[:, ::1](int64[::1], int32[::1], int32[::1], int64)", cache=True, nogil=True)
def _having(start: Any, word: Any, number: Any, kinds: int) -> Any:
    has = np.zeros((len(start) - 1, kinds), np.bool_)
    for page in range(len(has)):
        for at in range(start[page], start[page + 1]):
            if number[word[at]] >= 0:
                has[page, number[word[at]]] = True
    return has


@numba.njit("boolean[::1](int32[:, ::1], boolean[:, ::1], int64[:, :])", cache=True, nogil=True)
def _facing(pairs: Any, has: Any, swaps: Any) -> Any:
    facing = np.zeros(len(pairs), np.bool_)
    for pair in range(len(pairs)):
        one, two = has[pairs[pair, 0]], has[pairs[pair, 1]]
        for swap in range(len(swaps)):
            a, b = swaps[swap, 0], swaps[swap, 1]
            if (one[a] and two[b]) or (one[b] and two[a]):
                facing[pair] = True
                break
    return facing


_Side = tuple[NDArray[np.int32], NDArray[np.float32], Swaps]
"""Pairs of pages, and the weights and swaps that they are aligned with."""


def _touched(
    fresh: NDArray[np.bool_], sides: tuple[_Side, _Side], words: Words, read: Reader, settings: ReuseSettings
) -> NDArray[np.int64]:
    """The pages that are `fresh`, share something with these now, or have other alignments than before: the second
    side instead of the first."""
    (once, old_weights, old), (now, weights, new) = sides
    once = once[~fresh[once].any(axis=1)]
    numbers = np.unique(np.concatenate([once.ravel(), now.ravel()])).astype(np.int64)
    aligner = _aligner(numbers, words, read, settings)
    before = aligner.rows(np.searchsorted(numbers, once).astype(np.int32), old_weights, old)
    after = aligner.rows(np.searchsorted(numbers, now).astype(np.int32), weights, new)
    return np.union1d(np.flatnonzero(fresh), numbers[_of_one_alone(before, after)])


def _of_one_alone(one: Rows, two: Rows) -> NDArray[np.int64]:
    """The pages of rows that only one of both has."""
    rows = np.concatenate(
        [np.column_stack([part.places, part.kind, (part.similarity * 10_000).round()]) for part in (one, two)]
    )
    kinds, counts = np.unique(rows, axis=0, return_counts=True)
    return np.unique(kinds[counts == 1][:, :2]).astype(np.int64)


def _sorted(pairs: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))])


def _mask(numbers: NDArray[np.int64], size: int) -> NDArray[np.bool_]:
    mask = np.zeros(size, np.bool_)
    mask[numbers] = True
    return mask


def _expect_few(count: int, of: int) -> None:
    if count > MOST * of:
        raise UnsettledError(f"{count} of {of} are concerned")
