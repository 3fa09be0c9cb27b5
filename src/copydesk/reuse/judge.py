"""From measured pieces to accepted passages: what covers its sentences, in pages that share enough.

Real reuse is dense and in order, traps are isolated: two agencies that report one fact share names and set phrases,
even eleven words in a row, but never half of a sentence in both directions, sentence after sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.kernel import (
    A_FIRST,
    A_LAST,
    B_FIRST,
    B_LAST,
    CHAIN,
    CHAIN_SCORE,
    CHAIN_WORDS,
    MATCHED,
    PAIR,
    QUOTED,
    WEIGHT,
)
from copydesk.reuse.settings import ReuseSettings


@dataclass(frozen=True, slots=True)
class Found:
    """What the kernel measured over the candidate pairs; see `kernel.align_pairs` for the arrays."""

    pairs: NDArray[np.int32]
    pieces: NDArray[np.int64]
    weights: NDArray[np.float32]
    matches: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matches:
    """Accepted pairs of passages, n in all, ordered by pair of pages and place in a.

    `pages` int32[n, 2]; `spans` int64[n, 4]: first and last (exclusive) word of a, of b, as positions in the pile;
    `cover` float32[n], share of the weight that is matched, on the side where it is less; `shared_quote` bool[n].
    The words of row r matched to each other are `words`[start[r]:start[r + 1]], int64[m, 2], ascending.
    """

    pages: NDArray[np.int32]
    spans: NDArray[np.int64]
    cover: NDArray[np.float32]
    shared_quote: NDArray[np.bool_]
    start: NDArray[np.int64]
    words: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.pages)


def word_worth(columns: Columns, weights: NDArray[np.float32], settings: ReuseSettings) -> NDArray[np.float64]:
    """Weights of all words, those of stock phrases less, summed up: those of [i, j) are sums[j] - sums[i]."""
    worth = weights[columns.word].astype(np.float64)
    worth[columns.stock] *= settings.stock_weight
    sums = np.zeros(len(worth) + 1)
    np.cumsum(worth, out=sums[1:])
    return sums


def judge(found: Found, columns: Columns, worth: NDArray[np.float64], settings: ReuseSettings) -> Matches:
    """The accepted passages of every pair. `worth` as `word_worth` gives it."""
    rows, shares, quotes, start, words = _judge_pairs(
        found.pairs,
        found.pieces,
        np.searchsorted(found.pieces[:, PAIR], np.arange(len(found.pairs) + 1)),
        found.weights,
        found.matches,
        np.searchsorted(found.matches[:, 0], np.arange(len(found.pieces) + 1)),
        worth,
        columns.start,
        np.array([getattr(settings, name) for name in _THRESHOLDS], dtype=np.float64),
    )
    return Matches(found.pairs[rows[:, 0]], np.ascontiguousarray(rows[:, 1:]), shares, quotes, start, words)


_THRESHOLDS = (
    "sentence_cover", "sentence_words", "side_cover", "loose_words", "clause_words", "clause_weight", "clause_cover",
    "pair_weight", "run_weight", "quote_share", "quote_weight", "chain_cover", "chain_proof",
    "condensed_cover", "condensed_rest", "echo_weight", "pair_score", "pair_words", "long_words", "long_cover",
    "long_least", "long_sentences", "headline_words",
)  # fmt: skip
(
    SENTENCE_COVER,
    SENTENCE_WORDS,
    SIDE_COVER,
    LOOSE_WORDS,
    CLAUSE_WORDS,
    CLAUSE_WEIGHT,
    CLAUSE_COVER,
    PAIR_WEIGHT,
    RUN_WEIGHT,
    QUOTE_SHARE,
    QUOTE_WEIGHT,
    CHAIN_COVER,
    CHAIN_PROOF,
    CONDENSED_COVER,
    CONDENSED_REST,
    ECHO_WEIGHT,
    PAIR_SCORE,
    PAIR_WORDS,
    LONG_WORDS,
    LONG_COVER,
    LONG_LEAST,
    LONG_SENTENCES,
    HEADLINE_WORDS,
) = range(len(_THRESHOLDS))
"""Their places in the array that the kernel is given: numba takes no settings object."""


@numba.njit(cache=True, nogil=True)
def _groups(pieces: Any, first: int, last: int) -> Any:
    """For each piece the first piece in the same sentences on both sides: a clause moved within its sentence."""
    group = np.empty(last - first, np.int64)
    for at in range(first, last):
        group[at - first] = at
        for back in range(first, at):
            if (
                pieces[at, A_FIRST] < pieces[back, A_LAST]
                and pieces[back, A_FIRST] < pieces[at, A_LAST]
                and pieces[at, B_FIRST] < pieces[back, B_LAST]
                and pieces[back, B_FIRST] < pieces[at, B_LAST]
            ):
                group[at - first] = group[back - first]
                break
    return group


@numba.njit(cache=True, nogil=True)
def _gather(
    group: Any, lead: int, first: int, last: int, matches: Any, match_bounds: Any, words: Any, used: int
) -> int:
    """Write the matched words of a group, each word once on either side, in the order of a; return their number."""
    size = 0
    for at in range(lead, last):
        if group[at - first] != lead:
            continue
        for m in range(match_bounds[at], match_bounds[at + 1]):
            a, b = matches[m, 1], matches[m, 2]
            taken = False
            if at != lead:
                for k in range(used, used + size):
                    if words[k, 0] == a or words[k, 1] == b:
                        taken = True
                        break
            if not taken:
                words[used + size, 0], words[used + size, 1] = a, b
                size += 1
    for at in range(used + 1, used + size):  # mostly in order already, and a compiled sort costs seconds to compile
        a, b = words[at, 0], words[at, 1]
        back = at - 1
        while back >= used and words[back, 0] > a:
            words[back + 1, 0], words[back + 1, 1] = words[back, 0], words[back, 1]
            back -= 1
        words[back + 1, 0], words[back + 1, 1] = a, b
    return size


@numba.njit(cache=True, nogil=True)
def _measure(
    group: Any,
    lead: int,
    first: int,
    last: int,
    pieces: Any,
    weights: Any,
    words: Any,
    reach: Any,
    limits: Any,
    within: bool,
    a_start: int,
    b_start: int,
) -> Any:
    """A group's span (-1 where it is not accepted), cover, wholeness, matched weight, share in quotation marks.

    A short first sentence of a page, at `a_start` or `b_start`, is mostly its headline: each paper writes its own.
    """
    sentence_cover, sentence_words, side_cover, loose = (
        limits[SENTENCE_COVER],
        limits[SENTENCE_WORDS],
        limits[SIDE_COVER],
        limits[LOOSE_WORDS],
    )
    span = np.empty(4, np.int64)
    for k in range(4):
        span[k] = pieces[lead, A_FIRST + k]
    matched, quoted, chain, reached = 0, 0, 0.0, 0.0
    for at in range(lead, last):
        if group[at - first] == lead:
            span[0], span[1] = min(span[0], pieces[at, A_FIRST]), max(span[1], pieces[at, A_LAST])
            span[2], span[3] = min(span[2], pieces[at, B_FIRST]), max(span[3], pieces[at, B_LAST])
            matched, quoted = matched + pieces[at, MATCHED], quoted + pieces[at, QUOTED]
            chain = max(chain, np.float64(weights[at, CHAIN_SCORE]))
            reached = max(reached, np.float64(weights[at, CHAIN_WORDS]))
    top = (span[0] == a_start and span[1] - span[0] <= limits[HEADLINE_WORDS]) or (
        span[2] == b_start and span[3] - span[2] <= limits[HEADLINE_WORDS]
    )
    a_held, b_held = 0.0, 0.0
    lows, highs = np.empty(2, np.int64), np.empty(2, np.int64)
    for side in range(2):
        lows[side] = highs[side] = words[0, side]
    for k in range(len(words)):
        a_held += reach[words[k, 0] + 1] - reach[words[k, 0]]
        b_held += reach[words[k, 1] + 1] - reach[words[k, 1]]
        for side in range(2):
            lows[side], highs[side] = min(lows[side], words[k, side]), max(highs[side], words[k, side])
    a_cover = a_held / (reach[span[1]] - reach[span[0]])
    b_cover = b_held / (reach[span[3]] - reach[span[2]])
    supported = chain >= limits[CHAIN_PROOF] and not within
    needed = limits[CHAIN_COVER] if supported else sentence_cover
    sentences = 0
    for at in range(first, last):
        sentences += pieces[at, CHAIN] == pieces[lead, CHAIN]
    if supported and (reached >= limits[LONG_WORDS] or sentences >= limits[LONG_SENTENCES]):
        needed, sentence_words = limits[CHAIN_COVER] if top else limits[LONG_COVER], limits[LONG_LEAST]
    condensed = (
        max(a_cover, b_cover) >= limits[CONDENSED_COVER]
        and min(a_cover, b_cover) >= limits[CONDENSED_REST]
        and not within
    )
    whole = (condensed or min(a_cover, b_cover) >= needed) and len(words) >= sentence_words
    for side in range(2):
        covered = whole or (a_cover if side == 0 else b_cover) >= side_cover
        slack = loose if covered else 0.0
        if lows[side] - span[2 * side] > slack:
            span[2 * side] = lows[side]
        if span[2 * side + 1] - highs[side] - 1 > slack:
            span[2 * side + 1] = highs[side] + 1
    cover = min(a_held / (reach[span[1]] - reach[span[0]]), b_held / (reach[span[3]] - reach[span[2]]))
    weight = min(a_held, b_held)
    in_quotes = quoted / max(matched, 1)
    least = limits[QUOTE_WEIGHT] if in_quotes >= limits[QUOTE_SHARE] else limits[CLAUSE_WEIGHT]
    if not whole and (within or len(words) < limits[CLAUSE_WORDS] or weight < least or cover < limits[CLAUSE_COVER]):
        span[0] = -1  # and within a page, an echo of half a sentence is style
    strong = whole and (min(a_cover, b_cover) >= sentence_cover or (condensed and len(words) >= limits[CLAUSE_WORDS]))
    return span, np.float32(min(cover, 1.0)), strong, weight, in_quotes


@numba.njit(cache=True, nogil=True)
def _quotes_only(
    rows: Any, cover: Any, quotes: Any, start: Any, words: Any, quoted: Any, opened: int, count: int, used: int,
    quote_share: float,
) -> Any:  # fmt: skip
    """Of a pair that does not prove to share text, keep what both quote; return the new counts of rows and words."""
    kept = opened
    for row in range(opened, count):
        if quoted[row - opened] < quote_share:
            continue
        low, size = start[row], start[row + 1] - start[row]
        for k in range(5):
            rows[kept, k] = rows[row, k]
        cover[kept], quotes[kept] = cover[row], True
        for k in range(size):
            words[used + k, 0], words[used + k, 1] = words[low + k, 0], words[low + k, 1]
        used += size
        kept += 1
        start[kept] = used
    return kept, used


@numba.njit(
    "(int32[:, ::1], int64[:, ::1], int64[::1], float32[:, ::1], int64[:, ::1], int64[::1], float64[::1],"
    " int64[::1], float64[::1])",
    cache=True,
    nogil=True,
)
def _judge_pairs(
    pairs: Any, pieces: Any, bounds: Any, weights: Any, matches: Any, match_bounds: Any, reach: Any,
    page_start: Any, limits: Any,
) -> Any:  # fmt: skip
    pair_weight, run_weight, quote_share, quote_weight = (
        limits[PAIR_WEIGHT],
        limits[RUN_WEIGHT],
        limits[QUOTE_SHARE],
        limits[QUOTE_WEIGHT],
    )
    rows = np.empty((len(pieces), 5), np.int64)
    cover = np.empty(len(pieces), np.float32)
    quotes = np.zeros(len(pieces), np.bool_)
    start = np.zeros(len(pieces) + 1, np.int64)
    words = np.empty((len(matches), 2), np.int64)
    count, used = 0, 0
    for pair in range(len(pairs)):
        first, last = bounds[pair], bounds[pair + 1]
        held = 0.0
        proven = False
        for at in range(first, last):
            held += weights[at, WEIGHT]
            if weights[at, CHAIN_SCORE] >= limits[PAIR_SCORE] and weights[at, CHAIN_WORDS] >= limits[PAIR_WORDS]:
                proven = True
        if held < min(pair_weight, quote_weight):
            continue
        group = _groups(pieces, first, last)
        opened, opened_words, proof = count, used, 0.0
        quoted = np.empty(last - first, np.float64)
        for lead in range(first, last):
            if group[lead - first] != lead:
                continue
            size = _gather(group, lead, first, last, matches, match_bounds, words, used)
            row, share, whole, weight, in_quotes = _measure(
                group, lead, first, last, pieces, weights, words[used : used + size], reach, limits,
                pairs[pair, 0] == pairs[pair, 1], page_start[pairs[pair, 0]], page_start[pairs[pair, 1]],
            )  # fmt: skip
            if row[0] < 0:
                continue
            rows[count, 0] = pair
            for k in range(4):
                rows[count, k + 1] = row[k]
            cover[count], quoted[count - opened] = share, in_quotes
            used += size
            start[count + 1] = used
            count += 1
            if in_quotes < quote_share and (whole or weight >= run_weight):
                proof += weight
        within = pairs[pair, 0] == pairs[pair, 1]
        if (within or not proven) and proof < (limits[ECHO_WEIGHT] if within else pair_weight):
            count, used = _quotes_only(
                rows, cover, quotes, start, words, quoted, opened, count, opened_words, quote_share
            )
    return rows[:count], cover[:count], quotes[:count], start[: count + 1], words[:used]
