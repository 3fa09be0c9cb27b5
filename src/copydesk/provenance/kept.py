"""Words of reworded pages that a machine left as they are, and those of which no witness says whether it did."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns
from copydesk.provenance.phrases import function_hashes
from copydesk.provenance.sections import Section
from copydesk.provenance.spin import opening_words
from copydesk.provenance.unwitnessed import Unwitnessed
from copydesk.provenance.words import blocks
from copydesk.text.phrases import members
from copydesk.text.tokens import tokenize_all

_CODE, _COUNT = np.uint64(40), np.uint64(24)
"""Bits of the code of a word that is kept, and of how often it is, which goes before it in 64 bits."""
_PAGES_HELD = 1_000
"""Pages whose words are read at once."""


def may_be_swapped(words: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which words, by their hashes, may be reworded ones, or those that a reworded phrase is looked up by: those that
    are no function words, and those that open a phrase of the lexicon. Each reworded phrase has one of them."""
    return np.asarray(~members(words, function_hashes()) | members(words, opening_words()))


def kept_words(changes: Changes, columns: Columns, texts: Sequence[str]) -> Section:
    """For each reworded page the words that stand unchanged beside witnesses, with how often they do: two words of 32
    bits each."""
    alignment = changes.alignment()
    side = 1 - columns.better
    rows, counts = [np.empty((0, 2), np.uint64)], [np.empty(0, np.int64)]
    for chosen, words in blocks(columns, columns.worded(), texts):
        spun = side[chosen]
        whole = words.within(columns.page[chosen, spun], columns.begin[chosen, spun], columns.end[chosen, spun])
        of = changes.of(chosen)
        there = side[alignment[of]]
        spans = changes.spans[of].reshape(-1, 2, 2)[np.arange(len(of)), there]
        changed = words.within(columns.page[alignment[of], there], *spans.T)
        standing = _cover(len(words.number), *whole) - _cover(len(words.number), *changed)
        at = np.flatnonzero((standing > 0) & may_be_swapped(words.hashes)[words.number])
        page = words.place[at].astype(np.uint64) >> np.uint64(32)
        rows.append(np.stack([page, words.tokens.word[at] >> _COUNT], axis=1))
        counts.append(standing[at])
    page, code = np.concatenate(rows).T
    keys, place = np.unique((page << _CODE) | code, return_inverse=True)
    times = np.bincount(place, np.concatenate(counts), len(keys)).astype(np.uint64)
    kept = ((keys & np.uint64((1 << 40) - 1)) << _COUNT) | times
    sizes = np.bincount((keys >> _CODE).astype(np.int64), minlength=len(texts)) * 2
    return sizes, kept.astype("<u8").view("<u4")


def times_kept(part: Section, words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How often words, given by their hashes, ascending, are kept in a section of `kept_words`."""
    kept = part[1].astype("<u4").view("<u8")
    codes = words >> _COUNT
    asked = kept[members(kept >> _COUNT, codes)]
    times = np.bincount(
        np.searchsorted(codes, asked >> _COUNT), asked & np.uint64((1 << 24) - 1), minlength=len(words)
    )
    return times.astype(np.int64)


def free_words(pages: Sequence[Page], unwitnessed: Iterable[Unwitnessed]) -> Section:
    """For each page that is reworded, short codes of the words of its article which no better wording covers."""
    number = {page.page_id: at for at, page in enumerate(pages)}
    keys = np.concatenate([np.empty(0, np.uint64), *_free(number, unwitnessed)])
    sizes = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(pages))
    return sizes, keys.astype(np.uint32)


def short(words: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The short codes of words, given by their hashes."""
    return (words >> np.uint64(32)).astype(np.uint32)


def _free(number: dict[str, int], unwitnessed: Iterable[Unwitnessed]) -> Iterator[NDArray[np.uint64]]:
    """The number of a page, then the code of a word, in 64 bits: ascending."""
    waiting = iter(unwitnessed)
    while block := list(itertools.islice(waiting, _PAGES_HELD)):
        tokens, start = tokenize_all(
            ["\n".join(one.page.text[begin:end] for begin, end in one.free) for one in block]
        )
        page = np.repeat(np.array([number[one.page.page_id] for one in block], np.uint64), np.diff(start))
        yield np.unique(((page << np.uint64(32)) | short(tokens.word))[may_be_swapped(tokens.word)])


def _cover(size: int, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of `size` words, in how many of the runs [first, last) it is."""
    edges = np.bincount(first, minlength=size + 1) - np.bincount(last, minlength=size + 1)
    return np.cumsum(edges)[:size]
