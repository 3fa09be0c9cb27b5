"""Templates: pages that share all words but the names and numbers, as the weather of two days does. None has its text
from the other.

A copy keeps names and numbers; an editor mends one or two of them, an update some figures, a machine none. Density
tells: pages filled into one form (weather, markets, quakes, matches, court briefs) had a name or number in place of
another on 8 to 12 of 100 shared words, one for each one or two that stayed; copies, updates and reworded pages on 3
of 100 words at most, one for each four. Two reports of one event, each by itself, differ in longer places too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns
from copydesk.provenance.phrases import NAMED, NUMBERED, written
from copydesk.text.tokens import tokenize_all

FILLED = 5
"""Places of a form, at least, that two pages fill with other names or numbers."""
FILLED_NAMES = 2
"""Such places with names: a report of a market is updated in all its numbers."""
EACH = 110
"""Code points of shared text, at most, for each such place: some eighteen words."""
KEPT = 3
"""Names and numbers that stay, at most, for each such place."""
SLOT = 5
"""Words that fill such a place, at most."""
REST = 0.2
"""Share of the shared text, at most, that differs elsewhere."""


def of_templates(
    columns: Columns, changes: Changes, spun: NDArray[np.bool_], texts: Sequence[str]
) -> NDArray[np.bool_]:
    """Which alignments are between pages that one template was filled for. bool[n].

    What a machine reworded is no template: `spun`, bool[pages]; it puts other words also where a sentence opens.
    """
    tying = columns.tying()
    of = changes.alignment()
    pairs, pair_of = np.unique(columns.pairs(tying), return_inverse=True)

    def summed(values: NDArray[np.generic]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(pair_of, values, len(pairs)), np.float64)

    def counted(values: NDArray[np.generic]) -> NDArray[np.float64]:
        return summed(np.bincount(of, values, len(columns))[tying])

    filled, named = _filled(changes)
    count, size = counted(filled), summed((columns.end - columns.begin)[tying].mean(axis=1))
    rest = counted((changes.spans[:, 1] - changes.spans[:, 0]) * ~filled)
    form = (count >= FILLED) & (count * EACH >= size) & (counted(named) >= FILLED_NAMES) & (rest <= REST * size)
    form &= ~(spun[pairs >> 32] | spun[pairs & 0xFFFFFFFF])
    kept = _kept(tying[form[pair_of]], columns, changes, texts)
    form &= summed(kept[tying]) <= KEPT * count
    found = np.zeros(len(columns), np.bool_)
    found[tying] = form[pair_of]
    return found


def _filled(changes: Changes) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The short changes that have names or numbers on both sides, and those of them that have names on both."""
    bits = changes.written
    short = (changes.phrases.sizes[changes.phrase] <= SLOT).all(axis=1)
    filled = short & ((bits & (NAMED | NUMBERED)) > 0).all(axis=1)
    return np.asarray(filled), np.asarray(short & ((bits & NAMED) > 0).all(axis=1))


def _kept(rows: NDArray[np.int64], columns: Columns, changes: Changes, texts: Sequence[str]) -> NDArray[np.float64]:
    """How many names and numbers both sides of the alignments `rows` have; 0 for others. float64[n]."""
    spans = changes.of(rows)
    of = changes.alignment()[spans]
    whole = _names(texts, columns.page[rows, 0], columns.begin[rows, 0], columns.end[rows, 0])
    changed = _names(texts, columns.page[of, 0], changes.spans[spans, 0], changes.spans[spans, 1])
    kept = np.bincount(rows, whole, len(columns)) - np.bincount(of, changed, len(columns))
    return np.asarray(kept, np.float64)


def _names(
    texts: Sequence[str], page: NDArray[np.int32], begin: NDArray[np.int32], end: NDArray[np.int32]
) -> NDArray[np.int64]:
    """How many names and numbers stand in each place of a page."""
    places = zip(page.tolist(), begin.tolist(), end.tolist(), strict=True)
    tokens, start = tokenize_all([texts[number][first:last] for number, first, last in places])
    sums = np.append(0, np.cumsum(written(tokens.flags, tokens.word) > 0))
    return np.asarray(np.diff(sums[start]))
