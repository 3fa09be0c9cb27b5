"""Words that machines swapped on pages of one text of which no faithful copy is in the pile.

Two machines swap other words, or the same word for others: where a page has `officers` and its sibling `officials`,
the sibling has kept what the first has lost, and where they have `neighborhood` and `network`, both stand for
`community`, the only word that either is used for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Kind
from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns, code
from copydesk.provenance.phrases import OPENS
from copydesk.provenance.sides import Side, read_sides
from copydesk.provenance.spin import side_votes
from copydesk.provenance.unwitnessed import Unwitnessed, cased_like
from copydesk.provenance.vocabulary import spun_words

KEPT, SHARED = 0.9, 0.8
"""Confidence of what a reworded sibling has kept, and of what two words for one both stand for."""

_MEANINGS_HELD = 1 << 16
"""Pairs of phrases whose meaning is kept at hand."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words [first, last) of a phrase stand for, folded; how surely (a weight of the lexicon), and whether
    it is the sibling that has it, in the same words of its phrase."""

    first: int
    last: int
    restored: str
    weight: float
    kept: bool


def from_siblings(
    changes: Changes, columns: Columns, pages: Sequence[Page], reworded: Sequence[Unwitnessed], odds: NDArray[np.float64]
) -> list[Substitution]:
    """What reworded pages restore of each other in places that no better wording covers. Of what several siblings
    say of a place, that for which most speaks."""
    free = {one.page.page_id: one.free for one in reworded}
    said: defaultdict[tuple[str, int, int], list[tuple[Meaning, Side, Side]]] = defaultdict(list)
    for meaning, one, two in _beside_siblings(changes, columns, pages, odds):
        if any(begin <= one.begin and one.end <= end for begin, end in free[one.page.page_id]):
            said[one.page.page_id, one.begin, one.end].append((meaning, one, two))
    return [_substitution(*_likeliest(found)) for found in said.values()]


def _beside_siblings(
    changes: Changes, columns: Columns, pages: Sequence[Page], odds: NDArray[np.float64]
) -> Iterator[tuple[Meaning, Side, Side]]:
    """What words of the changes between two reworded pages mean, each with its place and that of its sibling."""
    chosen = changes.of(_between_reworded(columns, odds))
    chosen = chosen[((changes.phrases.bits[changes.phrase[chosen]] & OPENS) != 0).any(axis=1)]
    chosen = chosen[(changes.phrase[chosen] > 0).all(axis=1)]
    for side in (0, 1):
        swaps = changes.swaps(chosen, np.full(len(chosen), side, np.int8))
        words = zip(changes.phrases.words(swaps.one), changes.phrases.words(swaps.two), strict=True)
        meanings = [meanings_beside(one, two) for one, two in words]
        told = np.flatnonzero(np.array([bool(found) for found in meanings], np.bool_)[swaps.place])
        witness = np.full(len(told), 1 - side, np.int8)
        sides = read_sides(changes, columns, chosen[told], witness, pages)
        for place, (one, two) in zip(swaps.place[told].tolist(), sides, strict=True):
            yield from _placed(meanings[place], one, two)


def _between_reworded(columns: Columns, odds: NDArray[np.float64]) -> NDArray[np.int64]:
    """The alignments of two reworded pages, shared quotations left out."""
    apart = (columns.page[:, 0] != columns.page[:, 1]) & (columns.kind != code(Kind.SHARED_QUOTE))
    return np.flatnonzero(apart & (odds[columns.page] > 0).all(axis=1))


def _placed(meanings: Iterable[Meaning], one: Side, two: Side) -> Iterator[tuple[Meaning, Side, Side]]:
    """The meanings of words of `one` with their places, and those of the words of `two` beside them."""
    ours, theirs = ([place for _, place in side.words()] for side in (one, two))
    for meaning in meanings:
        whole = meaning.last - meaning.first == len(ours)
        other = two if whole else theirs[meaning.first]
        yield meaning, Side(one.page, ours[meaning.first].begin, ours[meaning.last - 1].end), other


@lru_cache(maxsize=_MEANINGS_HELD)
def meanings_beside(one: Words, two: Words) -> tuple[Meaning, ...]:
    """What a phrase of a reworded page stands for, as a whole or word by word, where a reworded sibling has another."""
    whole = _meaning(one, two, 0)
    if whole:
        return (whole,)
    if len(one) != len(two) or len(one) == 1:
        return ()
    parts = (_meaning(one[at : at + 1], two[at : at + 1], at) for at in range(len(one)))
    return tuple(part for part in parts if part)


def _meaning(one: Words, two: Words, first: int) -> Meaning | None:
    """What the words `one` stand for beside `two`: these, or the likeliest that both may stand for; None where
    nothing is known, or two are as likely."""
    last, sibling = first + len(one), " ".join(two)
    mine = {candidate.restored: candidate.weight for candidate in spun_words().get(one, ())}
    if one == two or not mine:
        return None
    if sibling in mine and side_votes(one, two) > 0:
        return Meaning(first, last, sibling, mine[sibling], kept=True)
    theirs = spun_words().get(two, ())
    both = sorted((-mine[c.restored] * c.weight, c.restored) for c in theirs if c.restored in mine)
    if not both or (len(both) > 1 and both[0][0] == both[1][0]):
        return None
    return Meaning(first, last, both[0][1], mine[both[0][1]], kept=False)


def _likeliest(found: Sequence[tuple[Meaning, Side, Side]]) -> tuple[Meaning, Side, Side]:
    """Of what siblings say of one place, what has most weight together; the first sibling that has it."""
    weights: defaultdict[str, float] = defaultdict(float)
    for meaning, _, _ in found:
        weights[meaning.restored] += meaning.weight
    return min(found, key=lambda row: (-weights[row[0].restored], row[0].restored, not row[0].kept, row[2].page.page_id))


def _substitution(meaning: Meaning, one: Side, two: Side) -> Substitution:
    place = one.page.page_id, one.begin, one.end, one.text
    if meaning.kept:
        return Substitution(*place, two.text, "witness", two.page.page_id, two.begin, two.end, KEPT)
    return Substitution(*place, cased_like(one.text, meaning.restored), "lexicon", None, None, None, SHARED)
