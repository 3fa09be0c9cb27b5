"""The words of the whole pile as columns: one long array a property, and where each page begins in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Label, Page, Segment
from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.quotation import quoted_words
from copydesk.text.sentences import sentences
from copydesk.text.tokens import Tokens, tokenize
from copydesk.text.vocabulary import stock_phrases

_T = TypeVar("_T", bound=np.generic)

REUSABLE = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
"""Labels whose words take part. Furniture on many pages is not reuse, bylines and datelines prove none."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The article words of a pile of P pages, W words in all.

    `start` int64[P + 1]: the words of page p are [start[p], start[p + 1]). The others are of length W:
    `word` int32, dense ids in order of first hash; `begin`, `end` int32, code points into the page's text;
    `sentence` int32, number of the sentence within its page; `quoted` bool, inside quotation marks; `stock` bool,
    in a stock phrase of news prose.
    `hashes` uint64[V]: the hash of each word id. `sentence_begin`, `sentence_end` int32: code points of every
    sentence, page after page, `sentence_start` int64[P + 1] as `start`.
    """

    start: NDArray[np.int64]
    word: NDArray[np.int32]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    sentence: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    stock: NDArray[np.bool_]
    hashes: NDArray[np.uint64]
    sentence_start: NDArray[np.int64]
    sentence_begin: NDArray[np.int32]
    sentence_end: NDArray[np.int32]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.start) - 1


def read_columns(pages: Sequence[Page], segments: Sequence[Segment]) -> Columns:
    """Tokenise the article text of `pages`. `segments` are in the order of (page, begin)."""
    begins, ends, hashes, numbers, quotes, stocks = [], [], [], [], [], []
    sentence_begin: list[NDArray[np.int32]] = []
    sentence_end: list[NDArray[np.int32]] = []
    start, sentence_start = [0], [0]
    at = 0
    for page in pages:
        spans = []
        while at < len(segments) and segments[at].page_id == page.page_id:
            segment = segments[at]
            if segment.label in REUSABLE:
                spans.extend(sentences(page.text, segment.begin, segment.end, page.language or "en"))
            at += 1
        tokens = tokenize(page.text)
        limits = np.array(spans, dtype=np.int32).reshape(-1, 2)
        number = np.searchsorted(limits[:, 0], tokens.begin, side="right").astype(np.int32) - 1
        kept = number >= 0
        kept[kept] = tokens.end[kept] <= limits[number[kept], 1]
        begins.append(tokens.begin[kept])
        ends.append(tokens.end[kept])
        hashes.append(tokens.word[kept])
        numbers.append(number[kept])
        quotes.append(quoted_words(page.text, tokens.begin[kept]))
        stocks.append(_stock_words(tokens)[kept])
        sentence_begin.append(limits[:, 0])
        sentence_end.append(limits[:, 1])
        start.append(start[-1] + int(kept.sum()))
        sentence_start.append(sentence_start[-1] + len(limits))
    unique, word = np.unique(_joined(hashes, np.uint64), return_inverse=True)
    return Columns(
        start=np.array(start, dtype=np.int64),
        word=word.astype(np.int32),
        begin=_joined(begins, np.int32),
        end=_joined(ends, np.int32),
        sentence=_joined(numbers, np.int32),
        quoted=_joined(quotes, np.bool_),
        stock=_joined(stocks, np.bool_),
        hashes=unique,
        sentence_start=np.array(sentence_start, dtype=np.int64),
        sentence_begin=_joined(sentence_begin, np.int32),
        sentence_end=_joined(sentence_end, np.int32),
    )


@cache
def _stock_phrases() -> PhraseIndex:
    return phrase_index(stock_phrases())


def _stock_words(tokens: Tokens) -> NDArray[np.bool_]:
    """Which words stand in a stock phrase."""
    stock = np.zeros(len(tokens), dtype=np.bool_)
    for hit in _stock_phrases().find(tokens):
        stock[hit.first : hit.last] = True
    return stock


def _joined(parts: Sequence[NDArray[_T]], dtype: type[_T]) -> NDArray[_T]:
    return np.concatenate([np.empty(0, dtype), *parts])
