"""Find many known phrases in a text at once, by the hashes of their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.text.tokens import Tokens, tokenize

_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """Words [first, last) of a text are phrase number `phrase` of the index."""

    first: int
    last: int
    phrase: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases by length: for each number of words the ascending codes of the phrases and their numbers.

    `heads` are the ascending hashes of all first words: most words of a text open no phrase.
    """

    heads: NDArray[np.uint64]
    codes: tuple[NDArray[np.uint64], ...]
    numbers: tuple[NDArray[np.int64], ...]

    def find(self, tokens: Tokens) -> list[PhraseHit]:
        """The phrases in a text, in order and without overlaps, the longest at each place."""
        words = tokens.word
        at = np.flatnonzero(members(words, self.heads))
        if not len(at):
            return []
        longest: dict[int, tuple[int, int]] = {}
        code = words[at]
        for size, (codes, numbers) in enumerate(zip(self.codes, self.numbers, strict=True), start=1):
            if size > 1:
                kept = at + size <= len(words)
                at, code = at[kept], code[kept]
                code = _extended(code, words[at + size - 1])
            place = np.minimum(np.searchsorted(codes, code), max(len(codes) - 1, 0))
            found = codes[place] == code if len(codes) else np.zeros(len(code), dtype=np.bool_)
            for first, number in zip(at[found].tolist(), numbers[place[found]].tolist(), strict=True):
                longest[first] = (size, number)
        return _without_overlaps(longest)


def _without_overlaps(longest: dict[int, tuple[int, int]]) -> list[PhraseHit]:
    hits: list[PhraseHit] = []
    for first in sorted(longest):
        if not hits or first >= hits[-1].last:
            size, number = longest[first]
            hits.append(PhraseHit(first, first + size, number))
    return hits


def phrase_index(phrases: Iterable[tuple[str, ...]]) -> PhraseIndex:
    """Index phrases, each as its folded words; a hit's `phrase` is its number in the order given.

    Raises ValueError where a word is not exactly one word to `tokenize`.
    """
    given = list(phrases)
    tokens = tokenize("\n".join(word for phrase in given for word in phrase))
    sizes = np.array([len(phrase) for phrase in given], dtype=np.int64)
    if len(tokens) != sizes.sum():
        raise ValueError("a phrase has a word that is not exactly one word")
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    codes, numbers = [], []
    for size in range(1, int(sizes.max(initial=0)) + 1):
        number = np.flatnonzero(sizes == size)
        code = tokens.word[starts[number]]
        for offset in range(1, size):
            code = _extended(code, tokens.word[starts[number] + offset])
        order = np.argsort(code, kind="stable")
        codes.append(code[order])
        numbers.append(number[order])
    return PhraseIndex(np.unique(tokens.word[starts[sizes > 0]]), tuple(codes), tuple(numbers))


def _extended(code: NDArray[np.uint64], word: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The code of a phrase with one word more."""
    return np.asarray((code * _PRIME) ^ word ^ (code >> np.uint64(29)), dtype=np.uint64)


def pair_codes(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A code for each word with the word behind it; one less than there are words."""
    return _extended(words[:-1], words[1:])


def members(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of `values` are in the ascending `known`."""
    if not len(known):
        return np.zeros(len(values), dtype=np.bool_)
    place = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.asarray(known[place] == values)
