"""Which pairs of pages are worth aligning: those that share shingles which are rare enough to tell something."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.settings import ReuseSettings


def word_weights(columns: Columns, settings: ReuseSettings) -> NDArray[np.float32]:
    """Surprisal of each word id in the pile, in nats, capped. float32[V].

    The pile is its own background: what it keeps talking of weighs little, as it proves little (Shannon 1948).
    """
    counts = np.bincount(columns.word, minlength=len(columns.hashes)).astype(np.float64)
    surprisal = np.log(max(len(columns.word), 1) / np.maximum(counts, 1.0))
    return np.clip(surprisal, 0.5, settings.word_weight).astype(np.float32)


def candidate_pairs(
    columns: Columns, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> NDArray[np.int32]:
    """Pairs of pages, the lower first, that share at least `settings.shared` shingles. int32[n, 2], sorted.

    `classes` int32[V] maps each word id to the class of words it may be reworded to (itself, at first).
    A page that repeats a shingle is a candidate with itself.
    """
    page, code = _shingles(columns, classes, weights, settings)
    order = np.argsort(code, kind="stable")
    page, code = page[order], code[order]
    begins = np.flatnonzero(np.concatenate([[True], code[1:] != code[:-1]])) if len(code) else np.empty(0, np.int64)
    sizes = np.diff(np.concatenate([begins, [len(code)]]))
    keys = [_links(page, begins, sizes, step, settings.shingle_pages) for step in range(1, settings.shingle_pages)]
    pairs, counts = np.unique(np.concatenate([np.empty(0, np.int64), *keys]), return_counts=True)
    pairs = pairs[counts >= settings.shared]
    return np.stack([pairs >> 32, pairs & 0xFFFFFFFF], axis=1).astype(np.int32)


def _shingles(
    columns: Columns, classes: NDArray[np.int32], weights: NDArray[np.float32], settings: ReuseSettings
) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
    """Page and hash of every shingle that is heavy enough and stands within one page, in text order."""
    size, total = settings.shingle, len(columns.word)
    if total < size:
        return np.empty(0, np.int32), np.empty(0, np.uint64)
    mapped = classes[columns.word]
    codes = columns.hashes[mapped]
    page = np.repeat(np.arange(columns.pages, dtype=np.int32), np.diff(columns.start))
    count = total - size + 1
    code = np.zeros(count, np.uint64)
    weight = np.zeros(count, np.float32)
    for offset in range(size):
        code = (code * np.uint64(0x9E3779B97F4A7C15)) ^ codes[offset : offset + count]
        code ^= code >> np.uint64(31)
        weight += weights[mapped[offset : offset + count]]
    kept = (page[:count] == page[size - 1 :]) & (weight >= settings.shingle_weight)
    return page[:count][kept], code[kept]


def _links(
    page: NDArray[np.int32], begins: NDArray[np.int64], sizes: NDArray[np.int64], step: int, cap: int
) -> NDArray[np.int64]:
    """Keys (lower page << 32 | upper page) of the places `step` apart in each shingle's list.

    In a list longer than `cap`, only neighbours one apart are linked: a chain of witnesses, linear in pages.
    """
    wide = begins[(sizes > step) & ((sizes <= cap) | (step == 1))]
    lengths = sizes[(sizes > step) & ((sizes <= cap) | (step == 1))] - step
    if not len(wide):
        return np.empty(0, np.int64)
    left = np.repeat(wide - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())
    keys: NDArray[np.int64] = (page[left].astype(np.int64) << 32) | page[left + step]
    return keys
