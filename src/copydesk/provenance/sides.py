"""The two sides of a change: what stands on either page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns
from copydesk.text.tokens import fold_words, tokenize


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: its page, its place there (code points)."""

    page: Page
    begin: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.page.text[self.begin : self.end]

    def words(self) -> Iterator[tuple[str, Side]]:
        """Its words one by one, folded, each with its place."""
        tokens = tokenize(self.text)
        for begin, end, word in zip(
            tokens.begin.tolist(), tokens.end.tolist(), fold_words(self.text), strict=True
        ):
            yield word, Side(self.page, self.begin + begin, self.begin + end)


def read_sides(
    changes: Changes,
    columns: Columns,
    chosen: NDArray[np.int64],
    witness: NDArray[np.int8],
    pages: Sequence[Page],
) -> Iterator[tuple[Side, Side]]:
    """The reworded side of each of the chosen changes, then the other, which is the side `witness` of each."""
    alignment, every = changes.alignment()[chosen], np.arange(len(chosen))
    places = changes.spans[chosen].reshape(-1, 2, 2)
    rows = (
        zip(columns.page[alignment, side].tolist(), places[every, side].tolist(), strict=True)
        for side in (1 - witness, witness)
    )
    for (page, span), (other, there) in zip(*rows, strict=True):
        yield Side(pages[page], *span), Side(pages[other], *there)
