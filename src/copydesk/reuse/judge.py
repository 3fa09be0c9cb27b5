"""From measured pieces to accepted passages: what covers its sentences, in pages that share enough.

Real reuse is dense and in order, traps are isolated: two agencies that report one fact share names and set phrases,
even eleven words in a row, but never half of a sentence in both directions, sentence after sentence.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.settings import ReuseSettings


@dataclass(frozen=True, slots=True)
class Found:
    """What the kernel measured over the candidate pairs; see `kernel.align_pairs` for the arrays."""

    pairs: NDArray[np.int32]
    pieces: NDArray[np.int64]
    weights: NDArray[np.float32]
    matches: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Match:
    """An accepted pair of passages, as word positions in the pile (half-open).

    `a_words`, `b_words`: positions matched to each other, ascending by a; `cover` is the share of weight matched,
    on the side where it is less; `quoted` the share of the matched words that both sides have in quotation marks.
    """

    a_page: int
    b_page: int
    a_first: int
    a_last: int
    b_first: int
    b_last: int
    cover: float
    quoted: float
    whole: bool
    shared_quote: bool
    a_words: NDArray[np.int64]
    b_words: NDArray[np.int64]


def judge(found: Found, columns: Columns, weights: NDArray[np.float32], settings: ReuseSettings) -> list[Match]:
    """The accepted passages of every pair, in the order of pairs and of their place in a."""
    worth = weights[columns.word].astype(np.float64)
    reach = np.concatenate([[0.0], np.cumsum(worth)])
    bounds = np.searchsorted(found.pieces[:, 0], np.arange(len(found.pairs) + 1))
    match_bounds = np.searchsorted(found.matches[:, 0], np.arange(len(found.pieces) + 1))
    held = np.bincount(found.pieces[:, 0], weights=found.weights[:, 0], minlength=len(found.pairs))
    accepted: list[Match] = []
    for pair in np.flatnonzero(held >= min(settings.pair_weight, settings.quote_weight)).tolist():
        groups = _groups(found.pieces, int(bounds[pair]), int(bounds[pair + 1]))
        rows = [_measure(found, group, match_bounds, reach, settings) for group in groups]
        accepted.extend(_accept([row for row in rows if row is not None], reach, settings))
    return accepted


def _groups(pieces: NDArray[np.int64], first: int, last: int) -> list[list[int]]:
    """Pieces that lie in the same sentences on both sides, together: a clause moved within its sentence."""
    groups: list[list[int]] = []
    extents: list[list[int]] = []
    for at in sorted(range(first, last), key=lambda at: (int(pieces[at, 2]), int(pieces[at, 4]))):
        a0, a1, b0, b1 = pieces[at, 2:6].tolist()
        for group, extent in zip(reversed(groups), reversed(extents), strict=True):
            if a0 < extent[1] and extent[0] < a1 and b0 < extent[3] and extent[2] < b1:
                group.append(at)
                extent[:] = [min(extent[0], a0), max(extent[1], a1), min(extent[2], b0), max(extent[3], b1)]
                break
        else:
            groups.append([at])
            extents.append([a0, a1, b0, b1])
    return groups


def _measure(
    found: Found,
    group: list[int],
    match_bounds: NDArray[np.int64],
    reach: NDArray[np.float64],
    settings: ReuseSettings,
) -> Match | None:
    """One group of pieces as a match: whole sentences where they are covered, else the covered part."""
    words = np.concatenate([found.matches[match_bounds[at] : match_bounds[at + 1]] for at in group])
    if len(group) > 1:
        words = words[np.unique(words[:, 1], return_index=True)[1]]
        words = words[np.sort(np.unique(words[:, 2], return_index=True)[1])]
    a_words, b_words = words[:, 1], words[:, 2]
    pieces = found.pieces[group]
    a0, a1, b0, b1 = (
        int(pieces[:, 2].min()), int(pieces[:, 3].max()), int(pieces[:, 4].min()), int(pieces[:, 5].max()),
    )  # fmt: skip
    a_held = float((reach[a_words + 1] - reach[a_words]).sum())
    b_held = float((reach[b_words + 1] - reach[b_words]).sum())
    ai, bi = int(a_words.min()), int(b_words.min())
    aj, bj = int(a_words.max()) + 1, int(b_words.max()) + 1
    a_cover, b_cover = a_held / (reach[a1] - reach[a0]), b_held / (reach[b1] - reach[b0])
    whole = min(a_cover, b_cover) >= settings.sentence_cover and len(words) >= settings.sentence_words
    a0, a1 = _edges(a0, a1, ai, aj, whole or a_cover >= settings.side_cover, settings)
    b0, b1 = _edges(b0, b1, bi, bj, whole or b_cover >= settings.side_cover, settings)
    if not whole:
        inner = min(a_held / (reach[a1] - reach[a0]), b_held / (reach[b1] - reach[b0]))
        small = len(words) < settings.clause_words or min(a_held, b_held) < settings.clause_weight
        if small or inner < settings.clause_cover:
            return None
    a_page, b_page = found.pairs[int(pieces[0, 0])].tolist()
    if a_page == b_page and not whole:
        return None  # within a page, an echo of half a sentence is style
    cover = min(a_held / (reach[a1] - reach[a0]), b_held / (reach[b1] - reach[b0]))
    quoted = float(pieces[:, 12].sum()) / max(float(pieces[:, 10].sum()), 1.0)
    return Match(a_page, b_page, a0, a1, b0, b1, min(cover, 1.0), quoted, whole, False, a_words, b_words)


def _edges(
    first: int, last: int, match: int, match_end: int, covered: bool, settings: ReuseSettings
) -> tuple[int, int]:
    """The sentence's own bounds where next to nothing is left over at them, else those of the matched words."""
    loose = settings.loose_words if covered else 0
    return (
        first if match - first <= loose else match,
        last if last - match_end <= loose else match_end,
    )


def _accept(rows: list[Match], reach: NDArray[np.float64], settings: ReuseSettings) -> list[Match]:
    """All rows of a pair of pages that shares text; of another pair only what it quotes alike."""
    proof = 0.0
    for row in rows:
        held = float((reach[row.a_words + 1] - reach[row.a_words]).sum())
        if row.quoted < settings.quote_share and (row.whole or held >= settings.run_weight):
            proof += held
    if proof >= settings.pair_weight:
        return rows
    return [dataclasses.replace(row, shared_quote=True) for row in rows if row.quoted >= settings.quote_share]
