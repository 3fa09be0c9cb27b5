"""Quotations that stand at one place of passages that are one text."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment
from copydesk.quotes.utterance import Quotation
from copydesk.text.compare import word_runs
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
    for row in alignments:
        ours = _within(parts.get(row.a_page, []), row.a_begin, row.a_end)
        theirs = _within(parts.get(row.b_page, []), row.b_begin, row.b_end)
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
    image = _images(a_tokens, b_tokens)
    for a in ours:
        first, last = _words_of(a_tokens, a, row.a_begin)
        if first == last:
            continue
        begin, end = image[first], max(image[last], image[first] + 1)
        for b in theirs:
            low, high = _words_of(b_tokens, b, row.b_begin)
            if min(end, high) - max(begin, low) >= _HALF * min(end - begin, high - low) > 0:
                yield a.quotation, b.quotation


def _words_of(tokens: Tokens, part: Part, offset: int) -> tuple[int, int]:
    """The words of a part, as indices into the tokens of a passage that begins at `offset`."""
    first, last = (int(at) for at in tokens.begin.searchsorted((part.begin - offset, part.end - offset)))
    return first, last


def _images(a: Tokens, b: Tokens) -> list[int]:
    """For each word of a, and for the end, the place in b that the alignment leads it to."""
    image: list[int] = []
    for run in word_runs(a, b):
        size = run.a_end - run.a_begin
        for step in range(size):
            image.append(run.b_begin + step * (run.b_end - run.b_begin) // size)
    return [*image, len(b)]
