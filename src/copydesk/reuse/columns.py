"""The words of the pages that are aligned, with all that alignment needs to know of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.reuse.words import Words, batches
from copydesk.text.numbering import Numbering
from copydesk.text.sentences import sentences
from copydesk.text.tokens import hash_words
from copydesk.text.vocabulary import stock_phrases

_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Columns:
    """The article words of R pages of a pile, W words in all.

    `page` int64[R]: the number in the pile of each row. `start` int64[R + 1]: the words of row r are
    [start[r], start[r + 1]). The others are of length W: `word` int32, as numbered in `Words`; `begin`, `end`
    int32, code points into the page's text; `sentence` int32, number of the sentence within its page; `quoted`
    bool, inside quotation marks; `stock` bool, in a stock phrase of news prose.
    `sentence_begin`, `sentence_end` int32: code points of every sentence, page after page, `sentence_start`
    int64[R + 1] as `start`.
    """

    page: NDArray[np.int64]
    start: NDArray[np.int64]
    word: NDArray[np.int32]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    sentence: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    stock: NDArray[np.bool_]
    sentence_start: NDArray[np.int64]
    sentence_begin: NDArray[np.int32]
    sentence_end: NDArray[np.int32]


def read_columns(pages: Sequence[Page], words: Words, numbers: NDArray[np.int64]) -> Columns:
    """Read the pages with these numbers again, with offsets and sentences; in the order given."""
    parts: dict[str, list[NDArray[Any]]] = {
        field.name: [np.empty(0, _DTYPES.get(field.name, np.int32))] for field in fields(Columns)
    }
    starts, sentence_starts = [np.zeros(1, np.int64)], [np.zeros(1, np.int64)]
    for chosen, tokens, start in batches(pages, numbers, words.spans, words.span_start):
        limits, limit_start = _sentences(pages, chosen, words)
        parts["begin"].append(tokens.begin)
        parts["end"].append(tokens.end)
        parts["sentence"].append(_numbered(tokens.begin, start, limits[:, 0].copy(), limit_start))
        parts["sentence_begin"].append(limits[:, 0])
        parts["sentence_end"].append(limits[:, 1])
        starts.append(starts[-1][-1] + start[1:])
        sentence_starts.append(sentence_starts[-1][-1] + limit_start[1:])
        for name, column in (("word", words.word), ("quoted", words.quoted)):
            parts[name].append(_gathered(column, words.start, chosen))
    word = _joined(parts["word"])
    start = _joined(starts)
    return Columns(
        page=numbers,
        start=start,
        word=word,
        begin=_joined(parts["begin"]),
        end=_joined(parts["end"]),
        sentence=_joined(parts["sentence"]),
        quoted=_joined(parts["quoted"]),
        stock=_stock_words(word, start, *_stock_index(words.numbering)),
        sentence_start=_joined(sentence_starts),
        sentence_begin=_joined(parts["sentence_begin"]),
        sentence_end=_joined(parts["sentence_end"]),
    )


_DTYPES: dict[str, Any] = {"quoted": np.bool_}


def extended(columns: Columns, more: Columns) -> Columns:
    """The rows of both, those of `columns` first, so that places in them stay what they were."""
    joined = {
        field.name: np.concatenate([getattr(columns, field.name), getattr(more, field.name)])
        for field in fields(Columns)
        if not field.name.endswith("start")
    }
    for name in ("start", "sentence_start"):
        one, two = getattr(columns, name), getattr(more, name)
        joined[name] = np.concatenate([one, one[-1] + two[1:]])
    return Columns(**joined)


def _sentences(
    pages: Sequence[Page], numbers: NDArray[np.int64], words: Words
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The code points of the sentences of pages, and where those of each page begin."""
    found: list[tuple[int, int]] = []
    start = [0]
    for number in numbers.tolist():
        page = pages[number]
        for begin, end in words.spans[words.span_start[number] : words.span_start[number + 1]].tolist():
            found += sentences(page.text, begin, end, page.language or "en")
        start.append(len(found))
    return np.array(found, dtype=np.int32).reshape(-1, 2), np.array(start, dtype=np.int64)


@numba.njit("int32[::1](int32[::1], int64[::1], int32[::1], int64[::1])", cache=True, nogil=True)
def _numbered(begin: Any, start: Any, opens: Any, opens_start: Any) -> Any:
    """For each word the number of the sentence of its page that it stands in."""
    number = np.zeros(len(begin), np.int32)
    for row in range(len(start) - 1):
        at, last = opens_start[row], opens_start[row + 1]
        for word in range(start[row], start[row + 1]):
            while at + 1 < last and opens[at + 1] <= begin[word]:
                at += 1
            number[word] = at - opens_start[row]
    return number


def _gathered(column: NDArray[_T], start: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[_T]:
    return np.concatenate([column[start[n] : start[n + 1]] for n in numbers.tolist()])


@cache
def _stock_words_of_phrases() -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    phrases = sorted(stock_phrases(), key=lambda phrase: (-len(phrase), phrase))
    return hash_words([word for phrase in phrases for word in phrase]), np.cumsum([0, *map(len, phrases)])


def _stock_index(
    numbering: Numbering,
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
    """Stock phrases whose words the pile has: their words in a row, where each begins, those that a word opens.

    The last two: int32[V + 1], and the phrases ordered by their first word, the longer ones first.
    """
    hashes, start = _stock_words_of_phrases()
    word = numbering.find(hashes)
    heads = word[start[:-1]].copy()
    heads[np.minimum.reduceat(word, start[:-1]) < 0] = -1
    order = np.argsort(heads, kind="stable")
    head_start = np.searchsorted(heads[order], np.arange(len(numbering.hashes) + 1)).astype(np.int32)
    return word, start, head_start, order.astype(np.int32)


@numba.njit(
    "boolean[::1](int32[::1], int64[::1], int32[::1], int64[::1], int32[::1], int32[::1])", cache=True, nogil=True
)
def _stock_words(word: Any, start: Any, phrase: Any, phrase_start: Any, head_start: Any, order: Any) -> Any:
    """Which words stand in a stock phrase; of phrases that overlap the earlier, the longest at each place."""
    stock = np.zeros(len(word), np.bool_)
    for row in range(len(start) - 1):
        at, last = start[row], start[row + 1]
        while at < last:
            size = 0
            for k in range(head_start[word[at]], head_start[word[at] + 1]):
                low, high = phrase_start[order[k]], phrase_start[order[k] + 1]
                size = high - low
                if at + size > last:
                    size = 0
                for offset in range(size):
                    if word[at + offset] != phrase[low + offset]:
                        size = 0
                        break
                if size:
                    break
            stock[at : at + size] = True
            at += max(size, 1)
    return stock


def _joined(parts: Iterable[NDArray[_T]]) -> NDArray[_T]:
    return np.concatenate(list(parts))
