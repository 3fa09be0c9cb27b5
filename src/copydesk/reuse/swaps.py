"""Learn from aligned passages which words are swapped for which, and use it to align again.

Between two matched words often stands one word on each side: "meeting" here, "gathering" there. What recurs in
several contexts is a swap, be it a rewording machine's or an editor's. A count of contexts, not of copies: a
sentence copied a hundred times is one piece of evidence. (The simplest relative of IBM model 1, Brown et al. 1993,
with the alignment given.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    other[start[w]:start[w + 1]]. `classes` int32[V]: words swapped for one another so surely that shingles may
    take them as one; each class is named by its lowest word id.
    """

    start: NDArray[np.int32]
    other: NDArray[np.int32]
    share: NDArray[np.float32]
    classes: NDArray[np.int32]


def no_swaps(words: int) -> Swaps:
    """What is known before anything is aligned."""
    classes = np.arange(words, dtype=np.int32)
    return Swaps(np.zeros(words + 1, np.int32), np.empty(0, np.int32), np.empty(0, np.float32), classes)


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen in aligned passages, without repeats. `swapped` int64[n, 2]: a swap and the words around it;
    `same` int64[m]: a word that stands unchanged and the word after it. Two words are packed into one number.
    """

    swapped: NDArray[np.int64]
    same: NDArray[np.int64]


def observe(matches: Matches, columns: Columns, words: int) -> Observed:
    """Single words that stand in each other's place between matched words, of V = `words` kinds of word."""
    word = np.concatenate([columns.word, [-1, -1]]).astype(np.int64)
    places = _swapped_places(matches, word)
    one, two = word[places[:, 0]], word[places[:, 1]]
    size = np.int64(words + 1)
    pair = np.minimum(one, two) * size + np.maximum(one, two)
    context = (word[places[:, 2]] + 1) * size + word[places[:, 3]] + 1
    equal = matches.words[word[matches.words[:, 0]] == word[matches.words[:, 1]], 0]
    return Observed(_distinct(np.stack([pair, context], axis=1)), np.unique(word[equal] * size + word[equal + 1] + 1))


def merged(parts: Sequence[Observed]) -> Observed:
    """What was seen in all parts."""
    return Observed(
        _distinct(np.concatenate([np.empty((0, 2), np.int64), *(part.swapped for part in parts)])),
        np.unique(np.concatenate([np.empty(0, np.int64), *(part.same for part in parts)])),
    )


def _distinct(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    fresh = np.ones(len(rows), dtype=np.bool_)
    fresh[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return rows[fresh]


def learn_swaps(observed: Observed, words: int, settings: ReuseSettings) -> Swaps:
    """Which words may stand for one another, from all that was observed, over V = `words` kinds of word."""
    if not len(observed.swapped):
        return no_swaps(words)
    size = np.int64(words + 1)
    keys, counts = np.unique(observed.swapped[:, 0], return_counts=True)
    pairs = np.stack([keys // size, keys % size], axis=1)
    met = np.bincount(observed.same // size, minlength=words)
    for side in (0, 1):
        met += np.bincount(pairs[:, side], weights=counts, minlength=words).astype(np.int64)
    share = counts / np.maximum(np.minimum(met[pairs[:, 0]], met[pairs[:, 1]]), 1)
    kept = (counts >= settings.swap_contexts) & (share >= settings.swap_share)
    pairs, share = pairs[kept], share[kept]
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.lexsort((both[:, 1], both[:, 0]))
    return Swaps(
        start=np.searchsorted(both[order, 0], np.arange(words + 1)).astype(np.int32),
        other=both[order, 1].astype(np.int32),
        share=np.concatenate([share, share])[order].astype(np.float32),
        classes=_classes(pairs, share, words, settings),
    )


def _swapped_places(matches: Matches, words: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where one word stands for another: its place in a, in b, and in a the word before and the word after."""
    framed, inner = _framed(matches)
    a, b = framed[:, 0], framed[:, 1]
    width = a[1:] - a[:-1] - 1
    parallel = (inner[1:] | inner[:-1]) & (width == b[1:] - b[:-1] - 1)
    found = []
    for size in range(1, WIDEST + 1):
        at = np.flatnonzero(parallel & (width == size))
        found += [
            np.stack([a[at] + place, b[at] + place, a[at], a[at] + size + 1], axis=1) for place in range(1, size + 1)
        ]
    known = np.flatnonzero(inner & (words[a] != words[b]))  # matched by what the last round learned
    found.append(np.stack([a[known], b[known], a[known] - 1, a[known] + 1], axis=1))
    return np.concatenate(found)


def _framed(matches: Matches) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Matched places, each passage between the places before its first and after its last word, which part words
    as matches do; and which of them are matches."""
    rows, lengths = len(matches), np.diff(matches.start)
    heads = matches.start[:-1] + 2 * np.arange(rows)
    framed = np.empty((len(matches.words) + 2 * rows, 2), np.int64)
    inner = np.ones(len(framed), dtype=np.bool_)
    framed[heads] = matches.spans[:, [0, 2]] - 1
    framed[heads + lengths + 1] = matches.spans[:, [1, 3]]
    inner[heads] = inner[heads + lengths + 1] = False
    framed[inner] = matches.words
    return framed, inner


def _classes(
    pairs: NDArray[np.int64], share: NDArray[np.float64], words: int, settings: ReuseSettings
) -> NDArray[np.int32]:
    """Join each word with its surest swap where that is mutual: classes stay small, chains of meaning don't drift."""
    surest: dict[int, tuple[float, int]] = {}
    for (low, high), value in zip(pairs.tolist(), share.tolist(), strict=True):
        for word, partner in ((low, high), (high, low)):
            if value >= settings.class_share and (value, -partner) > surest.get(word, (0.0, -words)):
                surest[word] = (value, -partner)
    classes = np.arange(words, dtype=np.int32)
    for word, (_, negative) in surest.items():
        partner = -negative
        if surest[partner][1] == -word and word < partner:
            classes[partner] = word
    return classes
