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
from copydesk.reuse.judge import Match
from copydesk.reuse.settings import ReuseSettings


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
    return Swaps(
        np.zeros(words + 1, np.int32),
        np.empty(0, np.int32),
        np.empty(0, np.float32),
        np.arange(words, dtype=np.int32),
    )


def learn_swaps(matches: Sequence[Match], columns: Columns, settings: ReuseSettings) -> Swaps:
    """Count single words that stand in each other's place between matched words."""
    words = len(columns.hashes)
    pairs, counts, met = _counted(matches, columns)
    if not len(pairs):
        return no_swaps(words)
    share = counts / np.maximum(np.minimum(met[pairs[:, 0]], met[pairs[:, 1]]), 1)
    kept = (counts >= settings.swap_contexts) & (share >= settings.swap_share)
    pairs, counts, share = pairs[kept], counts[kept], share[kept]
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.lexsort((both[:, 1], both[:, 0]))
    start = np.searchsorted(both[order, 0], np.arange(words + 1)).astype(np.int32)
    return Swaps(
        start=start,
        other=both[order, 1].astype(np.int32),
        share=np.concatenate([share, share])[order].astype(np.float32),
        classes=_classes(pairs, share, words, settings),
    )


def _counted(
    matches: Sequence[Match], columns: Columns
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Distinct swapped pairs (lower word id first), their contexts, and for each word the contexts it was met in."""
    words = len(columns.hashes)
    none = np.empty((0, 2), np.int64)
    if not matches:
        return none, np.empty(0, np.int64), np.zeros(words, np.int64)
    a = np.concatenate([_framed(match.a_words, match.a_first, match.a_last) for match in matches])
    b = np.concatenate([_framed(match.b_words, match.b_first, match.b_last) for match in matches])
    joined = np.concatenate([np.arange(len(match.a_words) + 2) > 0 for match in matches])[1:]
    inner = np.concatenate([_inner(match) for match in matches])
    width = a[1:] - a[:-1] - 1
    parallel = joined & (width == b[1:] - b[:-1] - 1)
    found = []
    for size in (1, 2):  # two changed words beside each other are taken one by one
        for place in range(1, size + 1):
            at = np.flatnonzero(parallel & (width == size))
            found.append(np.stack([a[at] + place, b[at] + place, a[at], a[at] + size + 1], axis=1))
    padded = np.concatenate([columns.word, [-1, -1]])
    known = np.flatnonzero(inner & (padded[a] != padded[b]))  # matched in this round by what the last one learned
    found.append(np.stack([a[known], b[known], a[known] - 1, a[known] + 1], axis=1))
    places = np.concatenate(found)
    places = places[(places[:, :2] < len(columns.word)).all(axis=1)]
    mid_a, mid_b = columns.word[places[:, 0]], columns.word[places[:, 1]]
    left, right = padded[places[:, 2]], padded[places[:, 3]]
    pair = np.stack([np.minimum(mid_a, mid_b), np.maximum(mid_a, mid_b)], axis=1).astype(np.int64)
    contexts = np.unique(np.column_stack([pair, left, right]), axis=0)[:, :2]
    pairs, counts = np.unique(contexts, axis=0, return_counts=True)
    swapped = np.bincount(contexts.reshape(-1), minlength=words)
    matched = a[inner & (padded[a] == padded[b])]
    same = np.unique(np.stack([columns.word[matched], padded[matched + 1]], axis=1), axis=0)
    met = swapped + np.bincount(same[:, 0], minlength=words)
    differ = pairs[:, 0] != pairs[:, 1]
    return pairs[differ], counts[differ].astype(np.int64), met.astype(np.int64)


def _framed(words: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    """Matched positions between the bounds of their passage, which part words as matches do."""
    return np.concatenate([[first - 1], words, [last]])


def _inner(match: Match) -> NDArray[np.bool_]:
    """Which of the framed positions of a match are matched words."""
    inner = np.ones(len(match.a_words) + 2, dtype=np.bool_)
    inner[[0, -1]] = False
    return inner


def _classes(
    pairs: NDArray[np.int64], share: NDArray[np.float64], words: int, settings: ReuseSettings
) -> NDArray[np.int32]:
    """Join each word with its surest swap where that is mutual: classes stay small, chains of meaning don't drift."""
    surest: dict[int, tuple[float, int]] = {}
    for (low, high), value in zip(pairs.tolist(), share.tolist(), strict=True):
        for word, partner in ((low, high), (high, low)):
            if value >= settings.class_share and (value, -partner) > surest.get(word, (0.0, 0)):
                surest[word] = (value, -partner)
    classes = np.arange(words, dtype=np.int32)
    for word, (_, partner) in surest.items():
        if surest.get(-partner, (0.0, 0))[1] == -word and word < -partner:
            classes[-partner] = word
    return classes
