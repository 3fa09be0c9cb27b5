"""Learn from aligned passages which words are swapped for which, and use it to align again.

Between two matched words often stands one word on each side: "meeting" here, "gathering" there. What recurs in
several contexts is a swap, be it a rewording machine's or an editor's. A count of contexts, not of copies: a
sentence copied a hundred times is one piece of evidence. (The simplest relative of IBM model 1, Brown et al. 1993,
with the alignment given.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.judge import Matches
from copydesk.reuse.settings import ReuseSettings

WIDEST = 2
"""Changed words beside each other that are still taken one by one."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """Words that may stand for one another, both ways, over V word ids.

    `start` int32[V + 1], `other` int32[n], `share` float32[n]: the words that word w may be swapped with are
    other[start[w]:start[w + 1]].
    """

    start: NDArray[np.int32]
    other: NDArray[np.int32]
    share: NDArray[np.float32]

    def extended(self, words: int) -> Swaps:
        """The same over so many words, of which the later ones are new."""
        more = np.full(words + 1 - len(self.start), self.start[-1], np.int32)
        return Swaps(np.concatenate([self.start, more]), self.other, self.share)

    def differing(self, other: Swaps) -> NDArray[np.int64]:
        """The swaps, int64[n, 2], that only one of the two has, or that have another share there."""
        mine, theirs = self._rows(), other._rows()
        kinds, counts = np.unique(np.concatenate([mine, theirs]), axis=0, return_counts=True)
        return np.unique(kinds[counts == 1][:, :2].astype(np.int64), axis=0)

    def _rows(self) -> NDArray[np.float64]:
        word = np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))
        return np.column_stack([word, self.other, self.share])

    def among(self, here: NDArray[np.int32], there: NDArray[np.int32]) -> Swaps:
        """Those of some words, numbered anew: `here` int32[W] are the numbers of these words up to now, `there`
        int32[V] the new number of each word, -1 where it is none of them."""
        sizes = np.diff(self.start)[here]
        places = np.arange(sizes.sum()) + np.repeat(self.start[here] - (np.cumsum(sizes) - sizes), sizes)
        other, word = there[self.other[places]], np.repeat(np.arange(len(here)), sizes)
        kept = other >= 0
        other, word, share = other[kept], word[kept], self.share[places][kept]
        order = np.lexsort((other, word))
        start = np.searchsorted(word[order], np.arange(len(here) + 1)).astype(np.int32)
        return Swaps(start, other[order], share[order])


def no_swaps(words: int) -> Swaps:
    """What is known before anything is aligned."""
    return Swaps(np.zeros(words + 1, np.int32), np.empty(0, np.int32), np.empty(0, np.float32))


class Evidence:
    """What was seen in aligned passages: swaps, by the different words that they were seen between.

    `met` int64[V]: in how many contexts each word was met, swapped or not. A context is counted once, however many
    copies of the sentence there are; a table of 64-bit codes knows those that were seen.
    """

    def __init__(self, words: int) -> None:
        self.met = np.zeros(words, np.int64)
        self._swaps: list[NDArray[np.int64]] = []
        self._seen = np.zeros(1 << 12, np.uint64)
        self._known = 0

    def add(self, matches: Matches, columns: Columns) -> None:
        """Note the single words that stand in each other's place between matched words."""
        self._make_room(2 * len(matches.words) + WIDEST * (len(matches.words) + len(matches)))
        fresh, self._known = _observe(
            matches.start, matches.words, matches.spans, columns.word, self._seen, self._known, self.met
        )
        self._swaps.append(fresh)

    def swaps(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pairs of words, int64[n, 2], the lower id first, in ascending order; and the contexts of each."""
        size = np.int64(len(self.met) + 1)
        keys, counts = np.unique(np.concatenate([np.empty(0, np.int64), *self._swaps]), return_counts=True)
        return np.stack([keys // size, keys % size], axis=1), counts

    def _make_room(self, more: int) -> None:
        wanted = 2 * (self._known + more)
        if wanted > len(self._seen):
            seen = np.zeros(1 << int(wanted).bit_length(), np.uint64)
            _rehash(self._seen, seen)
            self._seen = seen


@numba.njit(cache=True, nogil=True)
def _is_new(code: Any, seen: Any) -> bool:
    """Whether a code was not in the table; it is from now on. 0 stands for an empty slot."""
    code = (code ^ (code >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)
    code ^= code >> np.uint64(29)
    code |= np.uint64(1)
    mask = np.uint64(len(seen) - 1)
    slot = (code >> np.uint64(1)) & mask
    while seen[slot] != np.uint64(0):
        if seen[slot] == code:
            return False
        slot = (slot + np.uint64(1)) & mask
    seen[slot] = code
    return True


@numba.njit("(uint64[::1], uint64[::1])", cache=True, nogil=True)
def _rehash(old: Any, new: Any) -> None:
    mask = np.uint64(len(new) - 1)
    for code in old:
        if code:
            slot = (code >> np.uint64(1)) & mask
            while new[slot] != np.uint64(0):
                slot = (slot + np.uint64(1)) & mask
            new[slot] = code


@numba.njit(
    "(int64[::1], int64[:, ::1], int64[:, ::1], int32[::1], uint64[::1], int64, int64[::1])", cache=True, nogil=True
)
def _observe(start: Any, matched: Any, spans: Any, word: Any, seen: Any, known: int, met: Any) -> Any:
    """The swaps (two word ids as one number) in contexts not seen before; and how many contexts are known then."""
    size = np.int64(len(met) + 1)
    fresh = np.empty(2 * len(matched) + WIDEST * (len(matched) + len(start)), np.int64)
    count = 0
    for row in range(len(start) - 1):
        a0, b0 = spans[row, 0] - 1, spans[row, 2] - 1
        for at in range(start[row], start[row + 1] + 1):
            inside = at < start[row + 1]
            a1 = matched[at, 0] if inside else spans[row, 1]
            b1 = matched[at, 1] if inside else spans[row, 3]
            width = a1 - a0 - 1
            places = width if width == b1 - b0 - 1 and 1 <= width <= WIDEST else 0
            reworded = inside and word[a1] != word[b1]
            for step in range(1, places + 1 + reworded):
                one, two = word[a0 + step], word[b0 + step]
                low, high = a0, a1
                if step > places:  # matched by what the last round learned
                    one, two, low, high = word[a1], word[b1], a1 - 1, a1 + 1
                before = word[low] if low >= 0 else -1
                after = word[high] if high < len(word) else -1
                pair = min(one, two) * size + max(one, two)
                context = np.uint64((before + 1) * size + after + 1)
                if _is_new(np.uint64(pair) * np.uint64(0xD1342543DE82EF95) + context, seen):
                    fresh[count] = pair
                    count += 1
                    met[one] += 1
                    met[two] += 1
            if inside and not reworded:
                after = word[a1 + 1] if a1 + 1 < len(word) else -1
                code = np.uint64(word[a1]) * np.uint64(size) + np.uint64(after + 1)
                if _is_new(code ^ np.uint64(0xA5A5A5A500000000), seen):
                    met[word[a1]] += 1
                    known += 1
            a0, b0 = a1, b1
    return fresh[:count].copy(), known + count


def learn_swaps(evidence: Evidence, settings: ReuseSettings) -> Swaps:
    """Which words may stand for one another, by all that was seen."""
    words, met = len(evidence.met), evidence.met
    pairs, counts = evidence.swaps()
    share = counts / np.maximum(np.minimum(met[pairs[:, 0]], met[pairs[:, 1]]), 1)
    kept = (counts >= settings.swap_contexts) & (share >= settings.swap_share)
    pairs, share = pairs[kept], np.floor(share[kept] / settings.share_step + 1e-9) * settings.share_step
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.lexsort((both[:, 1], both[:, 0]))
    return Swaps(
        start=np.searchsorted(both[order, 0], np.arange(words + 1)).astype(np.int32),
        other=both[order, 1].astype(np.int32),
        share=np.concatenate([share, share])[order].astype(np.float32),
    )
