"""The alignments of a pile as columns: a large pile has millions, and most questions go to all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed import column, from_columns
from copydesk.model.packed_columns import Pool
from copydesk.model.reuse import Alignment, Kind

KINDS = tuple(Kind)
_SIDES = (None, "a", "b")
"""What `better_wording` says for -1, 0 and 1."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of n alignments; where there are two for each, the first is of side a, the second of side b.

    `page` int32[n, 2]: the numbers of the pages, in the order of the pile, which is that of their ids. `begin`,
    `end` int32[n, 2]: code points. `kind` int8[n]: places in `KINDS`. `similarity` float64[n]. `better` int8[n]: the
    side of the better wording, -1 where none is.
    """

    page: NDArray[np.int32]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    kind: NDArray[np.int8]
    similarity: NDArray[np.float64]
    better: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.kind)

    def only(self, wanted: NDArray[np.bool_]) -> Columns:
        """The alignments of which `wanted`, bool[n], is true."""
        return Columns(*(getattr(self, field.name)[wanted] for field in fields(self)))

    def pairs(self, chosen: NDArray[np.int64]) -> NDArray[np.int64]:
        """One number for the two pages of each chosen alignment: 32 bits of the first, then the second."""
        return np.asarray((self.page[chosen, 0].astype(np.int64) << 32) + self.page[chosen, 1])

    def tying(self) -> NDArray[np.int64]:
        """The numbers of the alignments of two pages that share more than a quotation."""
        return np.flatnonzero((self.page[:, 0] != self.page[:, 1]) & (self.kind != code(Kind.SHARED_QUOTE)))

    def worded(self) -> NDArray[np.int64]:
        """The numbers of the alignments of which one side has the better wording, shared quotations left out."""
        return np.flatnonzero((self.better >= 0) & (self.kind != code(Kind.SHARED_QUOTE)))


def code(kind: Kind) -> int:
    """What `Columns.kind` has for a kind."""
    return KINDS.index(kind)


def read_columns(rows: Sequence[Alignment], number: Mapping[str, int]) -> Columns:
    """The columns of a table. `number`: the place of each page in the pile, by its id."""
    kinds = {kind: code(kind) for kind in KINDS}
    sides = {side: at - 1 for at, side in enumerate(_SIDES)}

    def pair(name: str, of: Mapping[str, int] | None = None) -> NDArray[np.int32]:
        found = np.empty((len(rows), 2), np.int32)
        for side, letter in enumerate("ab"):
            values = column(rows, f"{letter}_{name}")
            found[:, side] = np.fromiter(map(of.__getitem__, values) if of else values, np.int32, len(rows))
        return found

    return Columns(
        pair("page", number),
        pair("begin"),
        pair("end"),
        np.fromiter(map(kinds.__getitem__, column(rows, "kind")), np.int8, len(rows)),
        np.fromiter(column(rows, "similarity"), np.float64, len(rows)),
        np.fromiter(map(sides.__getitem__, column(rows, "better_wording")), np.int8, len(rows)),
    )


def judged(columns: Columns, names: Sequence[str]) -> Sequence[Alignment]:
    """The alignments of `columns`, between pages of these ids."""
    return from_columns(
        Alignment,
        {
            **{f"{letter}_page": Pool(names, columns.page[:, side]) for side, letter in enumerate("ab")},
            **{f"{letter}_begin": columns.begin[:, side] for side, letter in enumerate("ab")},
            **{f"{letter}_end": columns.end[:, side] for side, letter in enumerate("ab")},
            "kind": Pool(KINDS, columns.kind),
            "similarity": columns.similarity,
            "better_wording": Pool(_SIDES, columns.better + 1),
        },
    )
