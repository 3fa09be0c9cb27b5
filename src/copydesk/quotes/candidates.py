"""Quotations that may be of one utterance, found by shingles: near-linear, never all pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.words import QuotedWords

_PRIME = np.uint64(0x9E3779B97F4A7C15)


def candidate_pairs(words: QuotedWords, story: NDArray[np.uint64], settings: QuoteSettings) -> NDArray[np.int64]:
    """Pairs of texts of one story that share a shingle which is one of the rarest of either, in this story.

    Of the texts that share a shingle each is linked to the longest and to the next longer one, so that there are
    at most two pairs for each shingle of a text. `story` uint64[n] hashes the story of each. Returns int64[k, 2],
    ascending, the first of each the smaller.
    """
    text, code = shingles(words, settings.shingle, 1.0)  # three function words are everywhere
    text, code = _looked_up(*_shared(text, code * _PRIME ^ story[text]), settings.rarest)
    size = np.diff(words.start)[text]
    order = np.lexsort((text, -size, code))
    text, code = text[order], code[order]
    if len(text) < 2:
        return np.empty((0, 2), dtype=np.int64)
    new = np.concatenate(([True], code[1:] != code[:-1]))
    head = text[np.maximum.accumulate(np.where(new, np.arange(len(text)), 0))]
    linked = np.flatnonzero(~new)
    pairs = np.concatenate(
        [np.stack([text[linked - 1], text[linked]], axis=1), np.stack([head[linked], text[linked]], axis=1)]
    )
    pairs.sort(axis=1)
    return np.unique(pairs, axis=0)


def shingles(words: QuotedWords, n: int, least: float) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The shingles of n words that weigh `least` or more, wherever they stand: text and code, by text."""
    owner = np.repeat(np.arange(len(words), dtype=np.int64), np.diff(words.start))
    at = np.flatnonzero(owner[: max(len(owner) - n + 1, 0)] == owner[n - 1 :])
    code, weight = words.word[at], words.weight[at]
    for step in range(1, n):
        code = (code * _PRIME) ^ words.word[at + step] ^ (code >> np.uint64(29))
        weight = weight + words.weight[at + step]
    kept = weight >= least
    return owner[at][kept], code[kept]


def _shared(text: NDArray[np.int64], code: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The shingles that several texts have, once for each of them: text and code, by code."""
    order = np.lexsort((text, code))
    text, code = text[order], code[order]
    once = np.ones(len(code), dtype=np.bool_)
    once[1:] = (code[1:] != code[:-1]) | (text[1:] != text[:-1])
    text, code = text[once], code[once]
    several = np.zeros(len(code), dtype=np.bool_)
    several[1:] = code[1:] == code[:-1]
    several[:-1] |= several[1:]
    return text[several], code[several]


def _looked_up(
    text: NDArray[np.int64], code: NDArray[np.uint64], rarest: int
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Of the shared shingles (by code) those that are among the `rarest` rarest of some text."""
    if not len(text):
        return text, code
    _, inverse, counts = np.unique(code, return_inverse=True, return_counts=True)
    order = np.lexsort((inverse, counts[inverse], text))
    ordered = text[order]
    begins = np.ones(len(text), dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    rank = np.arange(len(text)) - np.maximum.accumulate(np.where(begins, np.arange(len(text)), 0))
    wanted = np.zeros(len(counts), dtype=np.bool_)
    wanted[inverse[order[rank < rarest]]] = True
    kept = wanted[inverse]
    return text[kept], code[kept]
