"""The lesson of swaps: which of them recur in the pile. What several pages or places show is a machine's habit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Lesson, Notes
from copydesk.model.page import Page
from copydesk.provenance.words import runs
from copydesk.text.codes import codes
from copydesk.text.phrases import members

Words = tuple[str, ...]
Part = tuple[Words, Words]
"""A reworded phrase and what a better wording has for it, folded."""

_SEVERAL = np.uint64(1)
"""The last bit of a code in the notes: the swap stands more than once on the page, or has several witnesses."""

Recurring = NDArray[np.uint64]
"""Codes of swaps, their last bit cleared, ascending."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The distinct parts of some swaps, and the code of each, uint64[m]; those of swap s are the numbers
    `part[start[s]:start[s + 1]]`, int64."""

    parts: Sequence[Part]
    code: NDArray[np.uint64]
    start: NDArray[np.int64]
    part: NDArray[np.int64]

    @classmethod
    def of(cls, swaps: Sequence[Sequence[Part]]) -> Parts:
        """Number the parts of swaps."""
        number: dict[Part, int] = {}
        part = np.array([number.setdefault(one, len(number)) for swap in swaps for one in swap], np.int64)
        start = np.cumsum([0, *map(len, swaps)], dtype=np.int64)
        found = codes(f"{' '.join(spun)}\x1f{' '.join(good)}" for spun, good in number)
        return cls(list(number), found & ~_SEVERAL, start, part)

    def recurring(self, known: Recurring) -> dict[Part, bool]:
        """Whether each part recurs in the pile."""
        return dict(zip(self.parts, members(self.code, known).tolist(), strict=True))


def swaps_lesson(pages: Sequence[Page], page: NDArray[np.int32], swap: NDArray[np.int64], parts: Parts) -> Lesson:
    """Which swaps recur. `page`, `swap`: the numbers of the reworded page and of the swap of each change that has
    words on both sides. Notes of 8 bytes for each swap on a page; pages that are not reworded have none."""
    pairs, times = np.unique((page.astype(np.int64) << 32) | swap, return_counts=True)
    first, last = (parts.start[(pairs & 0xFFFFFFFF) + end] for end in (0, 1))
    of_page = np.repeat(pairs >> 32, last - first)
    keys, place = np.unique((of_page << 32) | parts.part[runs(first, last)], return_inverse=True)
    several = np.bincount(place, np.repeat(times, last - first), len(keys)) > 1
    records = parts.code[keys & 0xFFFFFFFF] | several.astype(np.uint64) * _SEVERAL
    notes = Notes.of_records(
        [one.page_id for one in pages], np.bincount(keys >> 32, minlength=len(pages)), records.astype("<u8")
    )
    return Lesson("swaps", notes, _learn, _asking)


def _learn(notes: Notes) -> Recurring:
    """The swaps that stand in two places at least."""
    found = np.sort(notes.records("<u8"))
    bare = found & ~_SEVERAL
    often = found & _SEVERAL != 0
    often[:-1] |= bare[1:] == bare[:-1]
    return np.unique(bare[often])


def _asking(before: Recurring, after: Recurring, notes: Notes) -> NDArray[np.int64]:
    """The pages with a swap that came to recur, or does no more."""
    asked = members(notes.records("<u8") & ~_SEVERAL, np.setxor1d(before, after))
    return np.unique(notes.page_of_records("<u8")[asked])
