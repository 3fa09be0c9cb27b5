"""Quotations that stand at one place of passages that are one text."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.model.aligned import between
from copydesk.model.page import Page
from copydesk.model.reuse import Alignment
from copydesk.quotes.utterance import Quotation
from copydesk.text.compare import WordRun, word_runs
from copydesk.text.tokens import Tokens, tokenize

_HALF = 0.5
"""Share of the shorter of two spans that makes them one place."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of quotation number `quotation`, at [begin, end) of its page."""

    begin: int
    end: int
    quotation: int


def parts_by_page(quotations: Sequence[Quotation]) -> dict[str, list[Part]]:
    """The parts of all quotations, by page and in the order of their places."""
    found: dict[str, list[Part]] = {}
    for number, quotation in enumerate(quotations):
        parts = found.setdefault(quotation.page_id, [])
        parts.extend(Part(begin, end, number) for begin, end in quotation.spans)
    for parts in found.values():
        parts.sort(key=lambda part: (part.begin, part.end))
    return found


def aligned_pairs(
    quotations: Sequence[Quotation], pages: Mapping[str, Page], alignments: Sequence[Alignment]
) -> Iterator[tuple[int, int]]:
    """Pairs of quotations that the aligned passages lead to each other.

    Each passage is aligned word by word, and a quotation goes to the one that stands where its words lead.
    """
    parts = parts_by_page(quotations)
    for row in between(alignments, parts):
        ours = _within(parts[row.a_page], row.a_begin, row.a_end)
        theirs = _within(parts[row.b_page], row.b_begin, row.b_end)
        if ours and theirs:
            for a, b in _paired(row, ours, theirs, pages, quotations):
                if a != b:
                    yield a, b


def _within(parts: Sequence[Part], begin: int, end: int) -> list[Part]:
    """The parts that have at least half of their characters in [begin, end)."""
    found = []
    for at in range(bisect.bisect_left(parts, begin, key=_end_of), len(parts)):
        part = parts[at]
        if part.begin >= end:
            break
        if min(part.end, end) - max(part.begin, begin) >= _HALF * (part.end - part.begin):
            found.append(part)
    return found


def _end_of(part: Part) -> int:
    return part.end


def _paired(
    row: Alignment,
    ours: Sequence[Part],
    theirs: Sequence[Part],
    pages: Mapping[str, Page],
    quotations: Sequence[Quotation],
) -> Iterator[tuple[int, int]]:
    same = [quotations[part.quotation].text for part in ours] == [quotations[p.quotation].text for p in theirs]
    if same:  # the usual case, for which no words need to be aligned
        yield from ((a.quotation, b.quotation) for a, b in zip(ours, theirs, strict=True))
        return
    a_text, b_text = pages[row.a_page].text[row.a_begin : row.a_end], pages[row.b_page].text[row.b_begin : row.b_end]
    a_tokens, b_tokens = tokenize(a_text), tokenize(b_text)
    places = _words_of(b_tokens, theirs, row.b_begin)
    begins, ends = [begin for begin, _ in places], [end for _, end in places]
    runs = word_runs(a_tokens, b_tokens)
    for a, (first, last) in zip(ours, _words_of(a_tokens, ours, row.a_begin), strict=True):
        if first == last:
            continue
        begin = _image(runs, first)
        end = max(_image(runs, last), begin + 1)
        for at in range(bisect.bisect_right(ends, begin), bisect.bisect_left(begins, end)):
            low, high = places[at]
            if min(end, high) - max(begin, low) >= _HALF * min(end - begin, high - low):
                yield a.quotation, theirs[at].quotation


def _words_of(tokens: Tokens, parts: Sequence[Part], offset: int) -> list[tuple[int, int]]:
    """The words of each part, as indices into the tokens of a passage that begins at `offset`."""
    edges = np.array([(part.begin - offset, part.end - offset) for part in parts], dtype=np.int64)
    return [(first, last) for first, last in np.searchsorted(tokens.begin, edges).tolist()]


def _image(runs: Sequence[WordRun], word: int) -> int:
    """The word of b that the alignment leads word `word` of a to; behind the last one, the end of b."""
    at = bisect.bisect_right(runs, word, key=_run_begin) - 1
    run = runs[max(at, 0)]
    size, into = run.a_end - run.a_begin, word - run.a_begin
    return run.b_begin + into * (run.b_end - run.b_begin) // size if size else run.b_end


def _run_begin(run: WordRun) -> int:
    return run.a_begin
