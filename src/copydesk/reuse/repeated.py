"""A page against itself: what it repeats has two places, and never one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.judge import Matches


def with_two_places(matches: Matches) -> Matches:
    """The matches, those of a page with itself only where the place in b comes behind the one in a.

    A sentence that says a thing twice is widened to the whole sentence on both sides: such spans are cut to the
    words that are matched. Where even these meet (one clause three times in a row), there are no two places.
    """
    within = np.flatnonzero(matches.pages[:, 0] == matches.pages[:, 1])
    meeting = within[_meet(matches.spans[within])]
    if not len(meeting):
        return matches
    spans = matches.spans.copy()
    spans[meeting] = _matched(matches, meeting)
    kept = np.ones(len(matches), np.bool_)
    kept[meeting] = ~_meet(spans[meeting])
    sizes = np.diff(matches.start)
    return Matches(
        matches.pages[kept],
        spans[kept],
        matches.cover[kept],
        matches.shared_quote[kept],
        np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64),
        matches.words[np.repeat(kept, sizes)],
    )


def _meet(spans: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether b begins before a has ended."""
    return np.asarray(spans[:, 2] < spans[:, 1])


def _matched(matches: Matches, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """From the first to the last matched word of some rows, on both sides."""
    low = np.minimum.reduceat(matches.words, matches.start[:-1])[rows]
    high = np.maximum.reduceat(matches.words, matches.start[:-1])[rows] + 1
    return np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)
