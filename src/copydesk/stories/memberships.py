"""Which pages are of one story: what the notes of all pages teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes
from copydesk.stories.account import Account, noted_pages, page_numbers
from copydesk.stories.apart import days_apart
from copydesk.stories.clustering import NEVER, average_link
from copydesk.stories.likeness import likenesses
from copydesk.stories.settings import StorySettings
from copydesk.stories.terms import Terms
from copydesk.stories.vectors import Vectors, cosines


@dataclass(frozen=True, slots=True)
class Memberships:
    """The story of each of P pages.

    Attributes:
        page: numbers of the pages (`page_numbers`), ascending. uint64[P].
        story: the sum of the numbers of all pages of its story, modulo 2 ** 64: a story of other pages has another.
    """

    page: NDArray[np.uint64]
    story: NDArray[np.uint64]

    @classmethod
    def of(cls, page: NDArray[np.uint64], group: NDArray[np.int64]) -> Memberships:
        """Those of pages that are in groups, by number."""
        sums = np.zeros(int(group.max(initial=-1)) + 1, np.uint64)
        np.add.at(sums, group, page)
        order = np.argsort(page)
        return cls(page[order], sums[group][order])

    def stories(self, page: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The stories of some pages, 0 for those that are not known."""
        if not len(self.page):
            return np.zeros(len(page), np.uint64)
        at = np.minimum(np.searchsorted(self.page, page), len(self.page) - 1)
        return np.where(self.page[at] == page, self.story[at], np.uint64(0))

    def to_bytes(self) -> bytes:
        """For the next build."""
        return np.stack([self.page, self.story]).tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Memberships:
        """What `to_bytes` gave."""
        return cls(*np.frombuffer(data, np.uint64).reshape(2, -1))

    def parted(self, page_ids: Sequence[str]) -> list[tuple[str, ...]]:
        """Some pages by their story, in their order."""
        found: dict[int, list[str]] = {}
        for page_id, story in zip(page_ids, self.stories(page_numbers(page_ids)).tolist(), strict=True):
            found.setdefault(story, []).append(page_id)
        return [tuple(pages) for pages in found.values()]


def learn(notes: Notes, settings: StorySettings) -> Memberships:
    """Group the units that talk of the same, of all pages."""
    told = Account.read(notes)
    pairs, values = _likened(told, settings)
    alike = np.unique(pairs)
    group = np.arange(len(told.days))
    for found in average_link(len(alike), np.searchsorted(alike, pairs).astype(np.int32), values, settings.likeness):
        group[alike[found]] = alike[found[0]]
    return Memberships.of(told.page, group[told.unit])


def other_company(before: Memberships, after: Memberships, notes: Notes) -> NDArray[np.int64]:
    """The pages, by number among the notes, whose story has other pages than before."""
    page = noted_pages(notes)
    return np.flatnonzero(before.stories(page) != after.stories(page))


def _likened(told: Account, settings: StorySettings) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Pairs of units that have anything in common, the later first, and how alike they are."""
    units = len(told.days)
    is_small = units < settings.background
    pairs, values = likenesses(Vectors.of(told.terms, used_up=not is_small), settings)
    apart = days_apart(pairs, told.days)
    near = apart <= settings.days_near
    if is_small:
        values[near] = cosines(pairs[near], Vectors.of(told.terms, settings.background))
    values += settings.quote_likeness * _among(pairs, told.quoted, units)
    values[_is_short(told.terms, settings)[pairs].any(axis=1)] = 0.0
    values[near] += settings.near_likeness
    values[(apart > settings.days_apart) | _among(pairs, told.filled, units)] = NEVER
    return pairs, values


def _among(pairs: NDArray[np.int32], wanted: NDArray[np.int64], units: int) -> NDArray[np.bool_]:
    """Which pairs of units are among some others. bool[n]."""
    return np.isin(pairs.astype(np.int64) @ [units, 1], wanted @ [units, 1])


def _is_short(terms: Terms, settings: StorySettings) -> NDArray[np.bool_]:
    """Which units say too little to be likened to others. bool[U]."""
    return np.asarray(np.diff(terms.start) < settings.fewest_terms)
