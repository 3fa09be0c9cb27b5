"""What the pages of this pile were reworded by: the swaps that witnesses show, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Replacement
from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns
from copydesk.provenance.witnessed import DOUBTED
from copydesk.provenance.words import blocks
from copydesk.text.phrases import PhraseIndex, members, phrase_index
from copydesk.text.tokens import fold_words, tokenize_all

LEARNED_TIMES, LEARNED_SHARE = 2, 0.7
"""How often, and in what part of its places, a learned rewording must be seen to restore by itself."""


def learn_replacements(
    witnessed: Sequence[Substitution], changes: Changes, columns: Columns, texts: Sequence[str]
) -> tuple[Replacement, ...]:
    """Each swap that the substitutions of `changes` show, doubted ones left out, with its counts."""
    witnessed = [row for row in witnessed if row.confidence > DOUBTED]
    pieces = dict.fromkeys(piece for row in witnessed for piece in (row.text, row.restored))
    folded = {piece: tuple(fold_words(piece)) for piece in pieces}
    times: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    on_pages: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    swapped: Counter[tuple[str, ...]] = Counter()
    for row in witnessed:
        key = folded[row.text], folded[row.restored]
        times[key] += 1
        swapped[key[0]] += 1
        on_pages[key].add(row.page_id)
    kept = _kept({folded[row.text]: row.text for row in witnessed}, changes, columns, texts)
    rows = []
    for (spun, good), count in times.items():
        share = round(count / (swapped[spun] + kept.get(spun, 0)), 4)
        rows.append(Replacement(" ".join(spun), " ".join(good), count, len(on_pages[spun, good]), share))
    return tuple(sorted(rows, key=lambda row: (row.spun, row.restored)))


def _kept(
    pieces: dict[tuple[str, ...], str], changes: Changes, columns: Columns, texts: Sequence[str]
) -> dict[tuple[str, ...], int]:
    """How often those of the pieces that are one word stand unchanged beside their witness."""
    tokens, start = tokenize_all(list(pieces.values()))
    single = np.flatnonzero(np.diff(start) == 1)
    hashes, place = np.unique(tokens.word[start[single]], return_inverse=True)
    times = np.zeros(len(hashes), np.int64)
    alignment = changes.alignment()
    for chosen, words in blocks(columns, columns.worded(), texts):
        whole = words.within(columns.page[chosen, 0], columns.begin[chosen, 0], columns.end[chosen, 0])
        of = changes.of(chosen)
        spans = changes.spans[of]
        changed = words.within(columns.page[alignment[of], 0], spans[:, 0], spans[:, 1])
        standing = _cover(len(words.number), *whole) - _cover(len(words.number), *changed)
        counts = np.bincount(words.number, standing, minlength=len(words.hashes)).astype(np.int64)
        asked = np.flatnonzero(members(words.hashes, hashes))
        times[np.searchsorted(hashes, words.hashes[asked])] += counts[asked]
    names = list(pieces)
    return dict(zip([names[at] for at in single.tolist()], times[place].tolist(), strict=True))


def _cover(size: int, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of `size` words, in how many of the runs [first, last) it is."""
    edges = np.bincount(first, minlength=size + 1) - np.bincount(last, minlength=size + 1)
    return np.cumsum(edges)[:size]


@dataclass(frozen=True, slots=True)
class Learned:
    """Learned replacements that restore without a witness, and the index of what they were reworded to."""

    rows: tuple[Replacement, ...]
    index: PhraseIndex


def dependable(replacements: Sequence[Replacement]) -> Learned:
    """Those of the learned replacements that are seen often enough and mean one thing."""
    rows = tuple(row for row in replacements if row.times >= LEARNED_TIMES and row.share >= LEARNED_SHARE)
    return Learned(rows, phrase_index(tuple(row.spun.split(" ")) for row in rows))
