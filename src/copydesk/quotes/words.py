"""The words of many quotations as arrays: folded, one spelling, weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.quotes.settings import QuoteSettings
from copydesk.text.patterns.quotations import CONTRACTED
from copydesk.text.phrases import members
from copydesk.text.tokens import hash_words, tokenize
from copydesk.text.vocabulary import function_words, spelling


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words of n texts, one after the other.

    `start` int64[n + 1]: text i has the words [start[i], start[i + 1]). `word` uint64[W]: hashes of the folded
    words in one spelling. `weight` float32[W]: 1 for a content word.
    """

    start: NDArray[np.int64]
    word: NDArray[np.uint64]
    weight: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.start) - 1

    def of(self, text: int) -> NDArray[np.uint64]:
        """The words of one text."""
        return self.word[self.start[text] : self.start[text + 1]]

    def weights(self, text: int) -> NDArray[np.float32]:
        """The weights of one text's words."""
        return self.weight[self.start[text] : self.start[text + 1]]

    def pick(self, texts: NDArray[np.int64]) -> QuotedWords:
        """Some of the texts, in the order given."""
        sizes = np.diff(self.start)[texts]
        start = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
        places = np.arange(start[-1]) + np.repeat(self.start[texts] - start[:-1], sizes)
        return QuotedWords(start, self.word[places], self.weight[places])


def in_full(text: str) -> str:
    """A text with its contractions written out, as machines do: `we've`, `we have`; `can't`, `can not`."""
    if "'" not in text and "’" not in text:
        return text
    return CONTRACTED.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    word, end = match.group(1), match.group(2).lower()
    return f"{_IRREGULAR.get(word.lower(), word)} {_ENDINGS[end]}"


_ENDINGS = {"ve": "have", "re": "are", "ll": "will", "m": "am", "t": "not"}
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}


def read_words(texts: Sequence[str], settings: QuoteSettings) -> QuotedWords:
    """The words of the texts, found in one pass over all of them."""
    tokens = tokenize("\n".join(texts))
    ends = np.cumsum(np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts)))
    start = np.concatenate(([0], np.searchsorted(tokens.begin, ends))).astype(np.int64)
    weight = np.where(members(tokens.word, _function_hashes()), settings.function_weight, 1.0)
    return QuotedWords(start, one_spelling(tokens.word), weight.astype(np.float32))


def one_spelling(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The hashes with those of variant spellings put into their one form."""
    variants, forms = _spelling_hashes()
    at = np.minimum(np.searchsorted(variants, words), len(variants) - 1)
    return np.where(variants[at] == words, forms[at], words)


@cache
def _function_hashes() -> NDArray[np.uint64]:
    return np.sort(hash_words(sorted(function_words())))


@cache
def _spelling_hashes() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Variant spellings, ascending, and the form of each."""
    rows = list(spelling().items())
    variants, forms = hash_words([row[0] for row in rows]), hash_words([row[1] for row in rows])
    order = np.argsort(variants)
    return variants[order], forms[order]
