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
from copydesk.reuse.runs import Runs, code_table, find_runs, longer_runs
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import Words
from copydesk.text.numbering import Numbering

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Changed:
    """Some pages of a pile, by number in it, and what they said before: `words` of as many pages, none where a page
    is new, and with the `weights` of then."""

    pages: NDArray[np.int64]
    words: Words
    weights: NDArray[np.float32]


def pages_asked(
    words: Words, weights: NDArray[np.float32], changed: Changed, settings: ReuseSettings
) -> NDArray[np.int64]:
    """The pages that may have other candidates than before, new ones with them; ascending."""
    gone = find_runs(changed.words, changed.weights, settings)
    gone = Runs(gone.code, gone.place, changed.pages[gone.page].astype(np.int32))
    codes = _moved_codes(gone, find_runs(words.some(changed.pages), weights, settings), changed.pages)
    there = find_runs(words, weights, settings, code_table(codes))
    is_changed = np.zeros(words.pages, np.bool_)
    is_changed[changed.pages] = True
    left, come = there.taken(~is_changed[there.page]), there.taken(is_changed[there.page])
    gone = gone.taken(np.isin(gone.code, codes))
    sizes = [_counts(codes, left.code, more.code) for more in (gone, come)]
    shared = np.maximum(*sizes) > 1
    crowded = [size > settings.shingle_crowd for size in sizes]
    asked = np.zeros(words.pages, np.bool_)
    asked[changed.pages[np.diff(changed.words.start) == 0]] = True
    for runs in (gone, come):
        asked[runs.page[_of(codes, shared, runs)]] = True
    asked[left.page[_of(codes, crowded[0] != crowded[1], left)]] = True
    crowd = crowded[0] & crowded[1]
    left, come = (longer_runs(words, one.taken(_of(codes, crowd, one)), settings) for one in (left, come))
    old = longer_runs(changed.words, gone.taken(_of(codes, crowd, gone)), settings)
    old = Runs(old.code, old.place, changed.pages[old.page].astype(np.int32))
    before = np.diff(words.start)
    before[changed.pages] = np.diff(changed.words.start)
    moved = _Stars(left, old, before, settings).moved(_Stars(left, come, np.diff(words.start), settings))
    asked[left.page[np.isin(left.code, moved)]] = True
    return np.flatnonzero(asked)


def _moved_codes(gone: Runs, come: Runs, pages: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The codes, ascending, that do not stand on the same pages as before. `pages` are those of `come`."""
    numbering = Numbering()
    keys = [
        numbering.number(runs.code).astype(np.int64) << 32 | page
        for runs, page in ((gone, gone.page), (come, pages[come.page]))
    ]
    kinds, at = np.unique(np.concatenate(keys), return_inverse=True)
    signs = np.repeat([-1.0, 1.0], [len(part) for part in keys])
    moved = kinds[np.bincount(at, signs, minlength=len(kinds)) != 0] >> 32
    return np.sort(numbering.hashes[np.unique(moved)])


def pairs_of(
    pages: NDArray[np.int64],
    words: Words,
    weights: NDArray[np.float32],
    settings: ReuseSettings,
) -> NDArray[np.int32]:
    """The candidate pairs of some pages of a pile: int32[n, 2], sorted, as `candidate_pairs` gives them of all."""
    own = find_runs(words.some(pages), weights, settings)
    pairs = candidate_pairs(words, weights, settings, wanted=code_table(np.unique(own.code)))
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
    """The runs of crowds that are so many that they are compared with one of their pages alone: the longest."""

    def __init__(self, left: Runs, others: Runs, sizes: NDArray[np.int64], settings: ReuseSettings) -> None:
        """`sizes`: words of each page of the pile."""
        code, page = np.concatenate([left.code, others.code]), np.concatenate([left.page, others.page])
        kinds, of = np.unique(code, return_inverse=True)
        wide = np.bincount(of, minlength=len(kinds)) > settings.shingle_pages
        code, page = code[wide[of]], page[wide[of]]
        order = np.lexsort((-page, sizes[page], code))
        self._longest = dict(zip(code[order].tolist(), page[order].tolist(), strict=True))  # of equals the first

    def moved(self, other: _Stars) -> NDArray[np.uint64]:
        """The codes of stars that only one of the two has, or that have another longest page there."""
        mine, theirs = self._longest, other._longest
        return np.array(
            sorted(one for one in mine.keys() | theirs.keys() if mine.get(one) != theirs.get(one)), np.uint64
        )
