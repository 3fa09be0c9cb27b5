"""One compiled pass over candidate pairs of pages: seeds, chains, and the pieces that chains fall into.

A piece is what lies between two places where a sentence ends on both sides: mostly one sentence each, more where
one side merged sentences. Pieces are measured here and judged in `judge`.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from copydesk.reuse.chains import chain_seeds, find_seeds, index_words

MAX_SEEDS = 60_000
"""Seeds looked at in one pair of pages; two pages of 2,000 words that share everything have some 10,000."""

PAIR, CHAIN, A_FIRST, A_LAST, B_FIRST, B_LAST = range(6)
A_MATCH, A_MATCH_END, B_MATCH, B_MATCH_END, MATCHED, EXACT, QUOTED = range(6, 13)
"""Columns of the integer part of a piece: word positions in the pile, counts of words. A_FIRST to A_LAST (end
exclusive) are whole sentences, A_MATCH to A_MATCH_END reaches from the first to the last matched word."""

WEIGHT, A_WEIGHT, B_WEIGHT, A_INNER, B_INNER, CHAIN_WEIGHT, CHAIN_SCORE, CHAIN_WORDS = range(8)
"""Columns of the weights of a piece, in nats: matched; of its whole sentences; between first and last match; of all
matches of its chain."""


@numba.njit(cache=True, nogil=True)
def _more_rows(rows: Any) -> Any:
    """A table with twice the room."""
    table = np.empty((2 * rows.shape[0], rows.shape[1]), rows.dtype)
    for at in range(rows.shape[0]):
        for column in range(rows.shape[1]):
            table[at, column] = rows[at, column]
    return table


@numba.njit(cache=True, nogil=True)
def _sum(weight: Any, word: Any, low: int, high: int) -> Any:
    total = np.float32(0.0)
    for at in range(low, high):
        total += weight[word[at]]
    return total


@numba.njit(cache=True, nogil=True)
def _fill_gap(a: Any, b: Any, i0: Any, i1: Any, j0: Any, j1: Any, table: Any, found_i: Any, found_j: Any) -> int:
    """Longest common subsequence of a[i0:i1] and b[j0:j1]; its places, ascending, in found_*."""
    n, m = i1 - i0, j1 - j0
    if n <= 0 or m <= 0 or n >= table.shape[0] or m >= table.shape[1]:
        return 0
    for x in range(n, -1, -1):
        for y in range(m, -1, -1):
            if x == n or y == m:
                table[x, y] = 0
            elif a[i0 + x] == b[j0 + y]:
                table[x, y] = table[x + 1, y + 1] + 1
            else:
                table[x, y] = max(table[x + 1, y], table[x, y + 1])
    count, x, y = 0, 0, 0
    while x < n and y < m:
        if a[i0 + x] == b[j0 + y]:
            found_i[count], found_j[count] = i0 + x, j0 + y
            count, x, y = count + 1, x + 1, y + 1
        elif table[x + 1, y] >= table[x, y + 1]:
            x += 1
        else:
            y += 1
    return count


@numba.njit(
    "(int32[:, ::1], int64[::1], int32[::1], int32[::1], boolean[::1], float32[::1], int32[::1],"
    " int32[::1], float32[::1], int64, int64, float64, float64, float64, float64, int64)",
    cache=True,
    nogil=True,
)
def align_pairs(
    pairs: Any,
    start: Any,
    word: Any,
    sentence: Any,
    quoted: Any,
    weight: Any,
    other_start: Any,
    other: Any,
    other_share: Any,
    common: int,
    reach: int,
    gap: float,
    echo_gap: float,
    skew: float,
    least: float,
    match_gap: Any,
) -> Any:
    """Align every pair of pages; return (pieces int64[n, 13], weights float32[n, 8], matches int64[m, 3]).

    A row of `matches` is (piece, a word position, b word position). Their columns are the constants above. Pairs
    with the same first page should stand together: its words are indexed once.
    """
    seed_a, seed_b = np.empty(MAX_SEEDS, np.int32), np.empty(MAX_SEEDS, np.int32)
    seed_weight, best = np.empty(MAX_SEEDS, np.float32), np.empty(MAX_SEEDS, np.float32)
    link, taken = np.empty(MAX_SEEDS, np.int32), np.empty(MAX_SEEDS, np.bool_)
    order = np.empty(MAX_SEEDS, np.int32)
    chain_end, chain_length = np.empty(MAX_SEEDS, np.int32), np.empty(MAX_SEEDS, np.int32)
    head = np.full(len(weight), -1, np.int32)
    longest = 1
    for row in range(len(start) - 1):
        longest = max(longest, start[row + 1] - start[row])
    after, latest = np.empty(longest, np.int32), np.full(longest, -1, np.int32)
    room = 1024
    mi, mj, exact = np.empty(room, np.int64), np.empty(room, np.int64), np.empty(room, np.bool_)
    table = np.zeros((64, 64), np.int32)
    found_i, found_j = np.empty(64, np.int64), np.empty(64, np.int64)
    pieces = np.empty((1024, 13), np.int64)
    weights = np.empty((1024, 8), np.float32)
    matches = np.empty((65536, 3), np.int64)
    n_pieces, n_matches, indexed = 0, 0, -1
    for pair in range(len(pairs)):
        page_a, page_b = pairs[pair, 0], pairs[pair, 1]
        a_lo, a_hi, b_lo, b_hi = start[page_a], start[page_a + 1], start[page_b], start[page_b + 1]
        a, b = word[a_lo:a_hi], word[b_lo:b_hi]
        if page_a != indexed:
            if indexed >= 0:
                for at in range(start[indexed], start[indexed + 1]):
                    head[word[at]] = -1
            index_words(a, head, after)
            indexed = page_a
        count = find_seeds(
            a, b, head, after, weight, other_start, other, other_share, common,
            page_a == page_b, seed_a, seed_b, seed_weight,
        )  # fmt: skip
        chains = chain_seeds(
            count, seed_a, seed_b, seed_weight, reach, echo_gap if page_a == page_b else gap, skew, least,
            latest, best, link, taken, order, chain_end, chain_length,
        )  # fmt: skip
        for chain in range(chains):
            # all matches of the chain, ascending: its seeds, and the equal words in the gaps between them
            length = chain_length[chain]
            if length * (reach + 1) > room:
                room = 2 * length * (reach + 1)
                mi, mj, exact = np.empty(room, np.int64), np.empty(room, np.int64), np.empty(room, np.bool_)
            s = chain_end[chain]
            for at in range(length - 1, -1, -1):
                order[at] = s
                s = link[s]
            total, last_i, last_j = 0, np.int64(-1), np.int64(-1)
            for at in range(length):
                s = order[at]
                i, j = np.int64(seed_a[s]), np.int64(seed_b[s])
                if total:
                    for f in range(_fill_gap(a, b, last_i + 1, i, last_j + 1, j, table, found_i, found_j)):
                        mi[total], mj[total], exact[total] = found_i[f], found_j[f], True
                        total += 1
                mi[total], mj[total], exact[total] = i, j, a[i] == b[j]
                total += 1
                last_i, last_j = i, j
            chain_weight, told = np.float32(0.0), np.float32(0.0)
            for k in range(total):
                chain_weight += weight[a[mi[k]]] if exact[k] else np.float32(0.7) * weight[b[mj[k]]]
                told += not (quoted[a_lo + mi[k]] and quoted[b_lo + mj[k]])
            chain_score = best[chain_end[chain]] * told / np.float32(total)
            first = 0
            while first < total:
                last = first + 1
                while last < total and not (
                    (
                        sentence[a_lo + mi[last]] != sentence[a_lo + mi[last - 1]]
                        and sentence[b_lo + mj[last]] != sentence[b_lo + mj[last - 1]]
                    )
                    or mi[last] - mi[last - 1] > match_gap
                    or mj[last] - mj[last - 1] > match_gap
                ):
                    last += 1
                if n_pieces == len(pieces):
                    pieces = _more_rows(pieces)
                    weights = _more_rows(weights)
                while n_matches + last - first > len(matches):
                    matches = _more_rows(matches)
                i0, i1 = a_lo + mi[first], a_lo + mi[last - 1] + 1
                j0, j1 = b_lo + mj[first], b_lo + mj[last - 1] + 1
                sa0, sa1, sb0, sb1 = i0, i1, j0, j1
                while sa0 > a_lo and sentence[sa0 - 1] == sentence[i0]:
                    sa0 -= 1
                while sa1 < a_hi and sentence[sa1] == sentence[i1 - 1]:
                    sa1 += 1
                while sb0 > b_lo and sentence[sb0 - 1] == sentence[j0]:
                    sb0 -= 1
                while sb1 < b_hi and sentence[sb1] == sentence[j1 - 1]:
                    sb1 += 1
                held, n_exact, n_quoted = np.float32(0.0), 0, 0
                for k in range(first, last):
                    held += weight[a[mi[k]]] if exact[k] else np.float32(0.7) * weight[b[mj[k]]]
                    n_exact += exact[k]
                    n_quoted += quoted[a_lo + mi[k]] and quoted[b_lo + mj[k]]
                    matches[n_matches, 0] = n_pieces
                    matches[n_matches, 1] = a_lo + mi[k]
                    matches[n_matches, 2] = b_lo + mj[k]
                    n_matches += 1
                weights[n_pieces, WEIGHT] = held
                weights[n_pieces, A_WEIGHT] = _sum(weight, word, sa0, sa1)
                weights[n_pieces, B_WEIGHT] = _sum(weight, word, sb0, sb1)
                weights[n_pieces, A_INNER] = _sum(weight, word, i0, i1)
                weights[n_pieces, B_INNER] = _sum(weight, word, j0, j1)
                weights[n_pieces, CHAIN_WEIGHT] = chain_weight
                weights[n_pieces, CHAIN_SCORE] = chain_score
                weights[n_pieces, CHAIN_WORDS] = min(mi[total - 1] - mi[0], mj[total - 1] - mj[0]) + 1
                piece = pieces[n_pieces]
                piece[PAIR], piece[CHAIN], piece[A_FIRST], piece[A_LAST], piece[B_FIRST], piece[B_LAST] = (
                    pair,
                    chain,
                    sa0,
                    sa1,
                    sb0,
                    sb1,
                )
                piece[A_MATCH], piece[A_MATCH_END], piece[B_MATCH], piece[B_MATCH_END] = i0, i1, j0, j1
                piece[MATCHED], piece[EXACT], piece[QUOTED] = last - first, n_exact, n_quoted
                n_pieces += 1
                first = last
    return pieces[:n_pieces], weights[:n_pieces], matches[:n_matches]
