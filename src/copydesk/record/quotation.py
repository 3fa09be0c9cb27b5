"""Finding an utterance by its words: who said it, and all places that quote it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from copydesk.model.quote import Quote, QuoteMention
from copydesk.text.phrases import members
from copydesk.text.tokens import hash_words, tokenize
from copydesk.text.vocabulary import function_words

_CHARS = 5_000
"""Code points of a text that are looked for; the longest quotation that is read has 3,000."""
_CLOSE = 40
"""Places that share most words with the text, which are then laid beside it word by word."""
FOUND = 0.75
"""Share of the words asked for that must stand in a quotation, in order, for it to be the one meant: a reworded copy
keeps two thirds and more, two utterances on one subject share half."""


FUNCTION_WEIGHT = 0.25
"""Weight of a function word: "we have become" is little of "we have become enemies"."""


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """An utterance that may be the one asked for.

    `share` is the part of the words asked for that one of its mentions has, in order; `exact` is true where a
    mention has them all, with nothing in between. `mentions` are all of them, in the order of their table.
    """

    quote: Quote
    mentions: tuple[QuoteMention, ...]
    share: float
    exact: bool


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """What a case knows of some words. Where `found` is false, `matches` are the nearest utterances, or none."""

    text: str
    found: bool
    matches: tuple[QuoteMatch, ...]


def nearest_mentions(text: str, mentions: Sequence[QuoteMention]) -> list[tuple[str, float, bool]]:
    """The utterances with the most of the words of `text`: id, share and whether all stand together, best first.

    Words are counted in all mentions at once; the closest are aligned by their longest common subsequence.
    """
    asked = tokenize(text[:_CHARS]).word
    if not len(asked) or not mentions:
        return []
    tokens = tokenize("\n".join(mention.text for mention in mentions))
    sizes = np.fromiter((len(mention.text) + 1 for mention in mentions), dtype=np.int64, count=len(mentions))
    start = np.concatenate(([0], np.searchsorted(tokens.begin, np.cumsum(sizes))))
    best: dict[str, tuple[float, bool]] = {}
    for number in _closest(asked, tokens.word, start):
        words = tokens.word[start[number] : start[number + 1]]
        result = _share(asked.tolist(), words.tolist())
        quote_id = mentions[number].quote_id
        if quote_id not in best or result > best[quote_id]:
            best[quote_id] = result
    ranked = sorted(best.items(), key=lambda item: (not item[1][1], -item[1][0], item[0]))
    return [(quote_id, share, exact) for quote_id, (share, exact) in ranked if share > 0]


def _closest(asked: NDArray[np.uint64], words: NDArray[np.uint64], start: NDArray[np.int64]) -> list[int]:
    """The mentions with the most of the rarer words asked for."""
    known, places = np.unique(asked, return_inverse=True)
    at = np.minimum(np.searchsorted(known, words), len(known) - 1)
    held = np.flatnonzero(known[at] == words)
    owner = np.searchsorted(start, held, side="right") - 1
    pairs = np.unique(np.stack([owner, at[held]], axis=1), axis=0)
    times = np.bincount(pairs[:, 1], minlength=len(known))
    worth = np.log(len(start) / np.maximum(times, 1)) * np.bincount(places, minlength=len(known)).clip(max=1) + 0.01
    score = np.bincount(pairs[:, 0], weights=worth[pairs[:, 1]], minlength=len(start) - 1)
    order = np.lexsort((np.arange(len(score)), -score))
    return [int(number) for number in order[:_CLOSE] if score[number] > 0]


def _share(asked: list[int], words: list[int]) -> tuple[float, bool]:
    """The share of the words asked for, by weight, that stand among `words` in order; whether all stand together.

    A longer text that holds the whole quotation is judged by the quotation's words.
    """
    weights = np.where(members(np.array(asked, dtype=np.uint64), _function_hashes()), FUNCTION_WEIGHT, 1.0)
    runs = [code for code in LCSseq.opcodes(asked, words) if code.tag == "equal"]
    share = sum(weights[run.src_start : run.src_end].sum() for run in runs) / weights.sum()
    together = any(words[at : at + len(asked)] == asked for at in range(len(words) - len(asked) + 1))
    whole = len(words) > 3 and any(asked[at : at + len(words)] == words for at in range(len(asked) - len(words) + 1))
    return (1.0 if whole else float(share)), together


@cache
def _function_hashes() -> NDArray[np.uint64]:
    return np.sort(hash_words(sorted(function_words())))


def answered(text: str, near: Iterable[QuoteMatch]) -> QuoteAnswer:
    """The answer from the nearest utterances, best first: those that are meant, else all of them as the nearest."""
    matches = tuple(near)
    meant = tuple(match for match in matches if match.exact or match.share >= FOUND)
    return QuoteAnswer(text, bool(meant), meant or matches)
