"""The article words of all pages of a pile as two long columns: enough to see which pages may share text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed import column, runs
from copydesk.model.page import Label, Page, Segment
from copydesk.text.numbering import Numbering
from copydesk.text.quotation import quoted_words
from copydesk.text.tokens import Tokens, tokenize_all

REUSABLE = (Label.BODY, Label.HEADLINE, Label.SUBHEAD)
"""Labels whose words take part. Furniture on many pages is not reuse, bylines and datelines prove none."""

BATCH = 2_000_000
"""Characters that are tokenised at once: the code points of a batch and its words stay within the cache's reach."""


@dataclass(frozen=True, slots=True)
class Words:
    """The article words of a pile of P pages, W words in all, of V kinds.

    `start` int64[P + 1]: the words of page p are [start[p], start[p + 1]). `word` int32[W], the number of each;
    `quoted` bool[W], inside quotation marks. `numbering` has the hashes by number.
    `spans` int32[S, 2], `span_start` int64[P + 1]: the code points of the article's segments, page after page.
    """

    start: NDArray[np.int64]
    word: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    numbering: Numbering
    spans: NDArray[np.int32]
    span_start: NDArray[np.int64]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.start) - 1

    def some(self, pages: NDArray[np.int64]) -> Words:
        """The words of some pages, without their places on these."""
        sizes = np.diff(self.start)[pages]
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        places = np.arange(start[-1]) + np.repeat(self.start[pages] - start[:-1], sizes)
        nowhere = np.zeros(len(start), np.int64)
        return Words(start, self.word[places], self.quoted[places], self.numbering, self.spans[:0], nowhere)

    def followed_by(self, other: Words) -> Words:
        """These pages and then others whose words have the same numbering, without their places on the pages."""
        start = np.concatenate([self.start, self.start[-1] + other.start[1:]])
        word, quoted = np.concatenate([self.word, other.word]), np.concatenate([self.quoted, other.quoted])
        return Words(start, word, quoted, self.numbering, self.spans[:0], np.zeros(len(start), np.int64))


def read_words(pages: Sequence[Page], segments: Sequence[Segment], numbering: Numbering | None = None) -> Words:
    """The words of the article text of `pages`. `segments` are in the order of (page, begin).

    New words are added to the numbering, where one is given.
    """
    spans, span_start = _article_spans(pages, segments)
    numbering = numbering or Numbering()
    words: list[NDArray[np.int32]] = []
    quotes: list[NDArray[np.bool_]] = []
    sizes: list[NDArray[np.int64]] = []
    for numbers, tokens, start in batches(pages, np.arange(len(pages)), spans, span_start):
        words.append(numbering.number(tokens.word))
        sizes.append(np.diff(start))
        quotes.append(_quoted([pages[n].text for n in numbers.tolist()], tokens, start))
    start = np.zeros(len(pages) + 1, np.int64)
    np.cumsum(np.concatenate([np.empty(0, np.int64), *sizes]), out=start[1:])
    word = np.concatenate([np.empty(0, np.int32), *words])
    return Words(start, word, np.concatenate([np.empty(0, np.bool_), *quotes]), numbering, spans, span_start)


def batches(
    pages: Sequence[Page], numbers: NDArray[np.int64], spans: NDArray[np.int32], span_start: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.int64], Tokens, NDArray[np.int64]]]:
    """Tokenise the article text of the pages with these numbers, some at a time: numbers, words, where each
    begins."""
    sizes = np.array([len(pages[n].text) for n in numbers.tolist()], dtype=np.int64)
    batch = np.cumsum(sizes) // BATCH
    for chosen in np.split(numbers, np.flatnonzero(np.diff(batch)) + 1):
        if len(chosen):
            tokens, start = tokenize_all([pages[n].text for n in chosen.tolist()])
            kept, start = _within(tokens.begin, tokens.end, start, chosen, spans, span_start)
            yield chosen, Tokens(tokens.begin[kept], tokens.end[kept], tokens.word[kept], tokens.flags[kept]), start


def _article_spans(pages: Sequence[Page], segments: Sequence[Segment]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The code points of the segments that take part, and where those of each page begin."""
    number = {page.page_id: at for at, page in enumerate(pages)}
    body, headline, subhead = REUSABLE
    wanted = np.fromiter(
        (label is body or label is headline or label is subhead for label in column(segments, "label")),
        np.bool_,
        len(segments),
    )
    edges = [np.fromiter(column(segments, name), np.int32, len(segments))[wanted] for name in ("begin", "end")]
    found = [(number[page_id], size) for page_id, size in runs(segments, "page_id")]
    of_page, sizes = np.array(found, dtype=np.int64).reshape(-1, 2).T
    counts = np.bincount(np.repeat(of_page, sizes)[wanted], minlength=len(pages))
    return np.stack(edges, axis=1), np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])


@numba.njit(
    "Tuple((int64[::1], int64[::1]))(int32[::1], int32[::1], int64[::1], int64[::1], int32[:, ::1], int64[::1])",
    cache=True,
    nogil=True,
)
def _within(begin: Any, end: Any, start: Any, numbers: Any, spans: Any, span_start: Any) -> Any:
    """Which words lie within a span of their page, and where those of each page begin among them."""
    kept = np.empty(len(begin), np.int64)
    kept_start = np.zeros(len(start), np.int64)
    count = 0
    for row in range(len(numbers)):
        span, last = span_start[numbers[row]], span_start[numbers[row] + 1]
        for at in range(start[row], start[row + 1]):
            while span < last and spans[span, 1] < end[at]:
                span += 1
            if span == last:
                break
            if begin[at] >= spans[span, 0]:
                kept[count] = at
                count += 1
        kept_start[row + 1] = count
    return kept[:count], kept_start


def _quoted(texts: Sequence[str], tokens: Tokens, start: NDArray[np.int64]) -> NDArray[np.bool_]:
    quoted = np.zeros(len(tokens), np.bool_)
    for text, first, last in zip(texts, start[:-1].tolist(), start[1:].tolist(), strict=True):
        quoted[first:last] = quoted_words(text, tokens.begin[first:last])
    return quoted
