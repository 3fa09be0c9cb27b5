"""Alignments by the pages that they lie on; of a packed table no others are made."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed import among, where
from copydesk.model.reuse import Alignment


def touching(alignments: Sequence[Alignment], pages: Container[str]) -> Iterator[Alignment]:
    """The alignments of which either side is on one of some pages, in their order."""
    return where(alignments, on_either_side(alignments, pages))


def between(alignments: Sequence[Alignment], pages: Container[str]) -> Iterator[Alignment]:
    """The alignments of which both sides are on some pages, in their order."""
    return where(alignments, among(alignments, "a_page", pages) & among(alignments, "b_page", pages))


def on_either_side(alignments: Sequence[Alignment], pages: Container[str]) -> NDArray[np.bool_]:
    """Which alignments have a side on one of some pages. bool[n]."""
    return among(alignments, "a_page", pages) | among(alignments, "b_page", pages)
