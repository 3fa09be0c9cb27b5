"""What differs between the two sides of an alignment: runs of changed words with their places on both pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from copydesk.model.reuse import Kind
from copydesk.provenance.columns import Columns, code
from copydesk.provenance.phrases import Phrases, written_in
from copydesk.provenance.words import Words, blocks, runs

_LETTERS = 0x110000
"""Code points that there are: as many different words can be told apart as letters of one string."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """Distinct pairs of phrases that stand in place of each other: their numbers int64[m] on either side; and the
    pair of each change, int64[n]."""

    one: NDArray[np.int64]
    two: NDArray[np.int64]
    place: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of all alignments, in their order: runs of words that the two sides do not share.

    Those of alignment r are the rows [start[r], start[r + 1]) of `spans`, int32[n, 4]: begin and end in a, begin
    and end in b (code points, tight around the words); begin and end are the same where a side is empty of words.
    `phrase` int32[n, 2]: the numbers of the words of either side among `phrases`, 0 where there are none; `written`
    uint8[n, 2]: NAMED and NUMBERED of these.
    """

    start: NDArray[np.int64]
    spans: NDArray[np.int32]
    phrase: NDArray[np.int32]
    written: NDArray[np.uint8]
    phrases: Phrases

    def alignment(self) -> NDArray[np.int64]:
        """The alignment of each change."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def of(self, alignments: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the changes of some alignments, one alignment's after the other's."""
        return runs(self.start[alignments], self.start[alignments + 1])

    def swaps(self, chosen: NDArray[np.int64], side: NDArray[np.int8]) -> Swaps:
        """The distinct swaps of some changes, seen from `side` of each."""
        one, two = self.phrase[chosen, side].astype(np.int64), self.phrase[chosen, 1 - side]
        pairs, place = np.unique((one << 32) + two, return_inverse=True)
        return Swaps(pairs >> 32, pairs & 0xFFFFFFFF, place)


def find_changes(columns: Columns, texts: Sequence[str]) -> Changes:
    """All changes of the alignments, shared quotations left out. `texts` are those of the pages."""
    phrases = Phrases(texts)
    rows, spans = [np.empty(0, np.int64)], [np.empty((0, 4), np.int32)]
    phrase, written = [np.empty((0, 2), np.int32)], [np.empty((0, 2), np.uint8)]
    for chosen, words in blocks(columns, np.flatnonzero(columns.kind != code(Kind.SHARED_QUOTE)), texts):
        sides = zip(columns.page[chosen].T, columns.begin[chosen].T, columns.end[chosen].T, strict=True)
        edges = [words.within(*side) for side in sides]
        changed = _compare(_letters(words), edges)
        row = chosen[changed[:, 0]]
        rows.append(row)
        places, numbers, signs = [], [], []
        for side in (0, 1):
            low, high = (edges[side][0][changed[:, 0]] + changed[:, 1 + 2 * side + end] for end in (0, 1))
            places.append(_places(words, low, high, edges[side][1][changed[:, 0]], columns.end[row, side]))
            numbers.append(phrases.number(words, columns.page[row, side], low, high))
            signs.append(written_in(words, low, high))
        spans.append(np.concatenate(places, axis=1))
        phrase.append(np.stack(numbers, axis=1))
        written.append(np.stack(signs, axis=1))
    row = np.concatenate(rows)
    order = np.argsort(row, kind="stable")
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.bincount(row, minlength=len(columns)))])
    found = np.concatenate(spans)[order], np.concatenate(phrase)[order], np.concatenate(written)[order]
    return Changes(start, *found, phrases)


def _letters(words: Words) -> str | list[int]:
    """The words as letters of one string, which are compared a third faster than numbers; numbers where they are
    more than there are letters."""
    if len(words.hashes) >= _LETTERS:
        numbers: list[int] = words.number.tolist()
        return numbers
    return words.number.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _compare(
    letters: str | list[int], edges: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]]
) -> NDArray[np.int64]:
    """The changes of pairs of word runs, at the least number of changed words (Levenshtein 1966, bit-parallel after
    Hyyrö 2003): int64[n, 5], the pair, and first and last word in a and b, from the beginning of the run.

    Neighbouring changes are one: between two equal words stands at most one.
    """
    found: list[tuple[int | str, ...]] = []  # what is no tag is a number
    bounds = zip(*(edge.tolist() for side in edges for edge in side), strict=True)
    for number, (first, last, other, until) in enumerate(bounds):
        one, two = letters[first:last], letters[other:until]
        if one != two:
            codes = Levenshtein.opcodes(one, two).as_list()
            found += [(number, a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]
    edits: NDArray[np.int64] = np.array(found, dtype=np.int64).reshape(-1, 5)
    joined = (edits[1:, 0] == edits[:-1, 0]) & (edits[1:, 1] == edits[:-1, 2]) & (edits[1:, 3] == edits[:-1, 4])
    opens, closes = np.append(True, ~joined)[: len(edits)], np.append(~joined, True)[: len(edits)]
    changed: NDArray[np.int64] = edits[opens]
    changed[:, 2], changed[:, 4] = edits[closes, 2], edits[closes, 4]
    return changed


def _places(
    words: Words,
    low: NDArray[np.int64],
    high: NDArray[np.int64],
    last: NDArray[np.int64],
    end: NDArray[np.int32],
) -> NDArray[np.int32]:
    """The places of word runs [low, high) in texts of which the words before `last` are compared, and which end at
    `end`: int32[n, 2]. A run without words is where the next word begins."""
    begins, ends = np.append(words.tokens.begin, 0), np.append(words.tokens.end, 0)
    at = np.where(low < last, begins[low], end)
    empty = high == low
    return np.stack([at, np.where(empty, at, ends[high - 1])], axis=1).astype(np.int32)
