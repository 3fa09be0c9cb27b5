"""The lesson of repeated lines: which lines and paragraphs stand on so many pages that they may be furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.extract.places import (
    LINE,
    OPENED,
    PARAGRAPH,
    SITE,
    Places,
    is_flagged,
    key_of,
    kind_of,
    opening_of,
    site_records,
)
from copydesk.extract.standing import PAGES
from copydesk.model.lesson import Lesson, Memory, Notes

SITE_PAGES = 3
"""Pages of one site on which a line must stand, and at least one in SITE_SHARE of the site's pages: `What happens
next` stands on some of them, a prompt of the theme on most."""

SITE_SHARE = 3

PILE_PAGES = 6
"""Pages of any sites on which a line must stand, most times beside furniture or at an edge of the text: a subhead
that many writers use stands between running text."""

OPENINGS = 2
"""Different phrases of furniture before the same words, from which these are furniture behind all of them: a page
of a video may say `Watch: …` above its text, but not `Share this: …` too."""

_LEAST = min(SITE_PAGES, PAGES)
_ROOM = 4
"""Counters for each record: what shares one with enough others is looked at closely."""

Keys = NDArray[np.uint64]
"""Keys of lines, ascending (`places.key_of`)."""


def repeated_lesson(places: Places) -> Lesson:
    """Which lines repeat. Notes of 8 bytes for each place, and the site: some 50 bytes a page of news."""
    pages, sites = site_records(places.pages)
    page = np.concatenate([pages, places.page])
    order = np.argsort(page, kind="stable")
    sizes = np.bincount(page, minlength=len(places.pages))
    records = np.concatenate([sites, places.record])[order].astype("<u8")
    return Lesson(
        "repeated lines",
        Notes.of_records([one.page_id for one in places.pages], sizes, records),
        _learn,
        _asking,
        Memory(np.ndarray.tobytes, lambda data: np.frombuffer(data, np.uint64)),
    )


def _asking(before: Keys, after: Keys, notes: Notes) -> NDArray[np.int64]:
    """The pages with a line that came to repeat, or does no more."""
    asked = np.isin(key_of(notes.records("<u8")), np.setxor1d(before, after))
    return np.unique(notes.page_of_records("<u8")[asked])


@dataclass(frozen=True, slots=True)
class _Repeated:
    """The places of K texts that stand at several: uint64[n] records, the number of the key of each and of the page,
    int64[n], in this order; and the site of the page, -1 where it is not known."""

    keys: Keys
    record: NDArray[np.uint64]
    key: NDArray[np.int64]
    page: NDArray[np.int64]
    site: NDArray[np.int64]

    def counted(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the chosen places each key has."""
        return np.bincount(self.key[chosen], minlength=len(self.keys))

    def different(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many different values, from 0 on, the places of each key have."""
        pairs = np.unique(self.key * (values.max(initial=0) + 1) + values)
        return np.bincount(pairs // (values.max(initial=0) + 1), minlength=len(self.keys))

    def on_one_site(self, sizes: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which keys stand on SITE_PAGES pages of one site, and of these also on enough of all its pages, `sizes`."""
        first = np.append(True, (np.diff(self.key) != 0) | (np.diff(self.page) != 0))[: len(self.key)]
        first &= self.site >= 0
        room = max(len(sizes), 1)
        pairs, counts = np.unique(self.key[first] * room + self.site[first], return_counts=True)
        pairs, counts = pairs[counts >= SITE_PAGES], counts[counts >= SITE_PAGES]
        much = counts * SITE_SHARE >= sizes[pairs % room]
        found = np.zeros((2, len(self.keys)), np.bool_)
        found[0, pairs // room] = found[1, pairs[much] // room] = True
        return found[0], found[1]


def _learn(notes: Notes) -> Keys:
    """The keys of the lines that repeat, in numpy: some 2 us a page."""
    records = notes.records("<u8")
    page, is_site = notes.page_of_records("<u8"), kind_of(records) == SITE
    _, of, sizes = np.unique(records[is_site], return_inverse=True, return_counts=True)
    site = np.full(len(notes.pages), -1, np.int64)
    site[page[is_site]] = of
    at = np.flatnonzero(~is_site)
    at = at[_several(key_of(records[at]))]
    keys, key = np.unique(key_of(records[at]), return_inverse=True)
    order = np.argsort(key, kind="stable")
    at = at[order]
    found = _Repeated(keys, records[at], key[order], page[at], site[page[at]])
    return keys[_repeat(found, sizes)]


def _several(keys: Keys) -> NDArray[np.bool_]:
    """Which keys may be there often enough: nearly all lines of a large pile stand on one page."""
    counts = np.zeros(1 << (_ROOM * len(keys) + 1).bit_length(), np.uint8)
    return np.asarray(_counted(keys, counts, _LEAST))


@numba.njit("boolean[::1](uint64[::1], uint8[::1], int64)", cache=True, nogil=True)
def _counted(keys: Any, counts: Any, least: int) -> Any:
    """Which keys share their counter with `least` keys in all. A table of bytes takes an eighth of one of numpy's."""
    mask = np.uint64(len(counts) - 1)
    for key in keys:
        if counts[key & mask] < least:
            counts[key & mask] += 1
    several = np.empty(len(keys), np.bool_)
    for at in range(len(keys)):
        several[at] = counts[keys[at] & mask] >= least
    return several


def _repeat(found: _Repeated, sizes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which keys stand on enough pages. `sizes`: the pages of each site."""
    flagged, times = is_flagged(found.record), found.counted(np.ones(len(found.key), np.bool_))
    pages = found.different(found.page)
    on_site, on_much = found.on_one_site(sizes)
    line = (times >= SITE_PAGES) & (on_much | ((pages >= PILE_PAGES) & (2 * found.counted(flagged) > times)))
    opened = (times >= SITE_PAGES) & (on_site | (pages >= PILE_PAGES))
    opened &= (found.different(opening_of(found.record)) >= OPENINGS) & (2 * found.counted(flagged) <= times)
    kind = kind_of(found.keys)
    return np.asarray(
        ((kind == LINE) & line) | ((kind == OPENED) & opened) | ((kind == PARAGRAPH) & (pages >= PAGES))
    )
