"""Which pages of a large pile have others to be aligned with than before some of its pages came or changed.

A pair of pages is a candidate by what both say, but for runs of words in crowds: what more than `shingle_crowd`
places have is looked for by longer runs, and what more than `shingle_pages` have by a star around the longest page.
So pages that did not change are asked anew where a crowd that they stand in came to be, fell apart, or has another
longest page. All of it is found in one pass over the words of the pile.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.candidates import candidate_pairs
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.shingles import Runs, code_table, find_runs, longer_runs
from copydesk.reuse.words import Words

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Changed:
    """Some pages of a pile, by number in it, and what they said before: `words` of as many pages, none where a page
    is new, in the `classes` and with the `weights` of then."""

    pages: NDArray[np.int64]
    words: Words
    classes: NDArray[np.int32]
    weights: NDArray[np.float32]


def pages_asked(
    words: Words, classes: NDArray[np.int32], weights: NDArray[np.float32], changed: Changed, settings: ReuseSettings
) -> NDArray[np.int64]:
    """The changed pages, and those that have other candidates because of them; ascending."""
    is_changed = np.zeros(words.pages, np.bool_)
    is_changed[changed.pages] = True
    gone = find_runs(changed.words, changed.classes, changed.weights, settings)
    come = find_runs(words.some(changed.pages), classes, weights, settings)
    codes = np.unique(np.concatenate([gone.code, come.code]))
    there = find_runs(words, classes, weights, settings, code_table(codes))
    left = there.taken(~is_changed[there.page])
    come = there.taken(is_changed[there.page])
    before, now = (_counts(codes, left.code, more.code) > settings.shingle_crowd for more in (gone, come))
    asked = is_changed.copy()
    asked[left.page[_of(codes, before != now, left)]] = True
    crowds = [longer_runs(words, classes, one.taken(_of(codes, before & now, one)), settings) for one in (left, come)]
    old = longer_runs(changed.words, changed.classes, gone.taken(_of(codes, before & now, gone)), settings)
    old_sizes = np.zeros(words.pages, np.int64)
    old_sizes[changed.pages] = np.diff(changed.words.start)
    stars_before = _Stars(crowds[0], Runs(old.code, old.place, changed.pages[old.page].astype(np.int32)), settings)
    stars_now = _Stars(crowds[0], crowds[1], settings)
    sizes = np.diff(words.start)
    moved = stars_before.moved(np.where(is_changed, old_sizes, sizes), stars_now, sizes)
    asked[crowds[0].page[np.isin(crowds[0].code, moved)]] = True
    return np.flatnonzero(asked)


def pairs_of(
    pages: NDArray[np.int64],
    words: Words,
    classes: NDArray[np.int32],
    weights: NDArray[np.float32],
    settings: ReuseSettings,
) -> NDArray[np.int32]:
    """The candidate pairs of some pages of a pile: int32[n, 2], sorted, as `candidate_pairs` gives them of all."""
    own = find_runs(words.some(pages), classes, weights, settings)
    pairs = candidate_pairs(words, classes, weights, settings, wanted=code_table(np.unique(own.code)))
    asked = np.zeros(words.pages, np.bool_)
    asked[pages] = True
    return np.asarray(pairs[asked[pairs].any(axis=1)])


def _counts(codes: NDArray[np.uint64], *runs: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How often each of the ascending codes stands among some runs."""
    at = np.searchsorted(codes, np.concatenate(runs))
    return np.bincount(at, minlength=len(codes))


def _of(codes: NDArray[np.uint64], chosen: Mask, runs: Runs) -> Mask:
    """Which runs have a code that is chosen."""
    return np.asarray(chosen[np.searchsorted(codes, runs.code)])


class _Stars:
    """The runs of a crowd that are so many that they are compared with one of their pages alone."""

    def __init__(self, left: Runs, others: Runs, settings: ReuseSettings) -> None:
        code, page = np.concatenate([left.code, others.code]), np.concatenate([left.page, others.page])
        kinds, of = np.unique(code, return_inverse=True)
        wide = np.bincount(of, minlength=len(kinds)) > settings.shingle_pages
        self._code, self._page = code[wide[of]], page[wide[of]]

    def _longest(self, sizes: NDArray[np.int64]) -> dict[int, int]:
        """The page with most words of each star, of equals the first. `sizes` are those of all pages."""
        order = np.lexsort((-self._page, sizes[self._page], self._code))
        return dict(zip(self._code[order].tolist(), self._page[order].tolist(), strict=True))

    def moved(self, sizes: NDArray[np.int64], other: _Stars, other_sizes: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The codes of stars that only one of the two has, or that have another longest page there."""
        mine, theirs = self._longest(sizes), other._longest(other_sizes)
        return np.array(
            sorted(code for code in mine.keys() | theirs.keys() if mine.get(code) != theirs.get(code)), np.uint64
        )
