"""Which pages of a large pile have others to be aligned with than before some of its pages came or changed.

A pair of pages is a candidate by what both say, but for runs of words in crowds: what more than `shingle_crowd`
places have is looked for by longer runs, and what more than `shingle_pages` have by a star around the longest page.
So pages that did not change are asked anew where a crowd that they stand in came to be, fell apart, or has another
longest page. All of it is found in one pass over the words of the pile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.candidates import pairs_by_runs
from copydesk.reuse.runs import Runs, find_runs, longer_runs
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.sought import runs_of
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

    def reworded(self, now: Words) -> NDArray[np.int64]:
        """Those of the pages that do not say what they said. `now` are their words, in the same order."""
        before = self.words
        pages = np.repeat(np.arange(now.pages), np.diff(now.start))
        other = np.diff(before.start) != np.diff(now.start)
        same = ~other[pages]
        place = np.arange(len(pages)) - now.start[pages] + before.start[pages]
        there = place[same]
        unlike = (now.word[same] != before.word[there]) | (now.quoted[same] != before.quoted[there])
        other[pages[same][unlike]] = True
        return np.asarray(self.pages[other])


@dataclass(frozen=True, slots=True)
class Asked:
    """Pages whose candidates may be others than before. bool[P] each.

    Those `of_all` may gain and lose any page as one, those `of_each_other` one of their own number; of these, only
    those `gaining` may gain one.
    """

    of_all: Mask
    of_each_other: Mask
    gaining: Mask

    def doubting(self, pairs: NDArray[np.int32]) -> Asked:
        """The same without pages that have nothing to gain, nor to lose of the `pairs` of before."""
        doubted = self.of_all | self.gaining
        doubted[pairs[self.has(pairs)]] = True
        return replace(self, of_each_other=self.of_each_other & doubted)

    def has(self, pairs: NDArray[np.int32]) -> Mask:
        """Which pairs of pages are in question. bool[n]."""
        return np.asarray(self.of_all[pairs].any(axis=1) | self.of_each_other[pairs].all(axis=1))


def pages_asked(words: Words, weights: NDArray[np.float32], changed: Changed, settings: ReuseSettings) -> Asked:
    """The pages that may have other candidates than before, new ones with them."""
    then = _on(changed.pages, find_runs(changed.words, changed.weights, settings))
    said = words.some(changed.pages)
    now = _on(changed.pages, find_runs(said, weights, settings))
    codes = _moved_codes(then, now, changed.reworded(said))
    there = runs_of(codes, words, weights, settings)
    is_changed = np.zeros(words.pages, np.bool_)
    is_changed[changed.pages] = True
    gone = _Coded.of(then.taken(np.isin(then.code, codes)), codes)
    come = _Coded.of(there.taken(is_changed[there.page]), codes)
    left = _Coded.of(there.taken(~is_changed[there.page]), codes)
    sizes = [left.counts(codes) + other.counts(codes) for other in (gone, come)]
    shared = np.maximum(*sizes) > 1
    crowded = [size > settings.shingle_crowd for size in sizes]
    of_all = np.zeros(words.pages, np.bool_)
    of_all[changed.pages[np.diff(changed.words.start) == 0]] = True
    for runs in (gone, come):
        of_all[runs.having(shared).page] = True
    of_each_other, gaining = of_all.copy(), np.zeros(words.pages, np.bool_)
    of_each_other[left.having(crowded[0] != crowded[1]).page] = True
    gaining[left.having(crowded[0] & ~crowded[1]).page] = True
    gone_on, come_on, left_on = (runs.having(crowded[0] & crowded[1]) for runs in (gone, come, left))
    gone_on = _on(changed.pages, longer_runs(changed.words, gone_on, settings))
    come_on, left_on = longer_runs(words, come_on, settings), longer_runs(words, left_on, settings)
    moved, opened = _pages_of_moved_stars(gone_on, come_on, left_on, changed, words, settings)
    of_each_other[moved] = gaining[opened] = True
    return Asked(of_all, of_each_other, gaining)


def _on(pages: NDArray[np.int64], runs: Runs) -> Runs:
    """The runs of some pages by the numbers of these in the pile."""
    return Runs(runs.code, runs.place, pages[runs.page].astype(np.int32))


@dataclass(frozen=True, slots=True)
class _Coded:
    """Runs, and for each which of some codes it has: `number` int64[n]."""

    runs: Runs
    number: NDArray[np.int64]

    @classmethod
    def of(cls, runs: Runs, codes: NDArray[np.uint64]) -> _Coded:
        """Runs that all have one of the ascending codes."""
        return cls(runs, np.searchsorted(codes, runs.code))

    def counts(self, codes: NDArray[np.uint64]) -> NDArray[np.int64]:
        """How many have each of the codes."""
        return np.bincount(self.number, minlength=len(codes))

    def having(self, chosen: Mask) -> Runs:
        """Those whose code is chosen."""
        return self.runs.taken(chosen[self.number])


def _moved_codes(then: Runs, now: Runs, reworded: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The codes, ascending, that do not stand on the same pages as before, and all of reworded pages: of these the
    longer runs may be others, and whether they are the longest pages of a crowd."""
    numbering = Numbering()
    keys = [numbering.number(runs.code).astype(np.int64) << 32 | runs.page for runs in (then, now)]
    kinds, at = np.unique(np.concatenate(keys), return_inverse=True)
    signs = np.repeat([-1.0, 1.0], [len(part) for part in keys])
    moved = (np.bincount(at, signs, minlength=len(kinds)) != 0) | np.isin(kinds & 0xFFFFFFFF, reworded)
    return np.sort(numbering.hashes[np.unique(kinds[moved] >> 32)])


def pairs_of(asked: Asked, words: Words, weights: NDArray[np.float32], settings: ReuseSettings) -> NDArray[np.int32]:
    """The candidate pairs that are in question: int32[n, 2], sorted, as `candidate_pairs` has them.

    What two pages have in common stands in two places of them; what stands in one is looked for on all others only
    for pages that all are asked for.
    """
    pages = np.flatnonzero(asked.of_each_other)
    own = find_runs(words.some(pages), weights, settings)
    code, counts = np.unique(own.code, return_counts=True)
    several = code[counts > 1]
    wanted = np.union1d(several, own.code[asked.of_all[pages][own.page]])
    pairs = pairs_by_runs(runs_of(wanted, words, weights, settings), words, settings)
    return np.asarray(pairs[asked.has(pairs)])


def _pages_of_moved_stars(
    gone: Runs, come: Runs, left: Runs, changed: Changed, words: Words, settings: ReuseSettings
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pages that did not change with a run of so large a crowd, before or now, that they are compared with the
    longest of its pages alone, where this is another one than before; and those that gain pages by that."""
    left = left.taken(np.isin(left.code, np.concatenate([gone.code, come.code])))
    now = np.diff(words.start)
    then = now.copy()
    then[changed.pages] = np.diff(changed.words.start)
    is_changed = np.zeros(words.pages, np.bool_)
    is_changed[changed.pages] = True
    before, after = _Stars.of(gone, left, then, settings), _Stars.of(come, left, now, settings)
    moved, opened = before.unlike(after), before.opened(after, is_changed)
    return left.page[np.isin(left.code, moved)], left.page[np.isin(left.code, opened)]


@dataclass(frozen=True, slots=True)
class _Stars:
    """The codes of large crowds, ascending, and the longest page of each, of equals the first."""

    code: NDArray[np.uint64]
    longest: NDArray[np.int32]

    @classmethod
    def of(cls, some: Runs, others: Runs, sizes: NDArray[np.int64], settings: ReuseSettings) -> _Stars:
        """Those of some runs and of others. `sizes`: words of each page of the pile."""
        code, page = np.concatenate([some.code, others.code]), np.concatenate([some.page, others.page])
        kinds, counts = np.unique(code, return_counts=True)
        order = np.lexsort((-page, sizes[page], code))
        longest = page[order[np.cumsum(counts) - 1]]
        wide = counts > settings.shingle_pages
        return cls(kinds[wide], longest[wide])

    def unlike(self, other: _Stars) -> NDArray[np.uint64]:
        """The codes of crowds that only one of the two has, or that have another longest page there."""
        common, mine, theirs = np.intersect1d(self.code, other.code, return_indices=True)
        same = common[self.longest[mine] == other.longest[theirs]]
        return np.setdiff1d(np.union1d(self.code, other.code), same)

    def opened(self, now: _Stars, is_changed: Mask) -> NDArray[np.uint64]:
        """The codes of which pages that did not change are compared with more of their number now: the crowd is no
        large one any more, or another of these pages is the longest."""
        same, mine, theirs = np.intersect1d(self.code, now.code, return_indices=True)
        longest = now.longest[theirs]
        moved = same[(self.longest[mine] != longest) & ~is_changed[longest]]
        return np.union1d(np.setdiff1d(self.code, now.code), moved)
