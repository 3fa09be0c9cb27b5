"""How much of two quotations is the same words in the same order, close together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class Likeness:
    """The densest chain of words that two texts have in common.

    `weight` is that of its words, `a_share`, `b_share` the share of it in the weight of each text; `words` counts
    all words that are matched, in the chain or not.
    `a_begin`, `a_end`, `b_begin`, `b_end` are the words that it spans, half-open.
    """

    weight: float
    words: int
    a_share: float
    b_share: float
    a_begin: int
    a_end: int
    b_begin: int
    b_end: int


def likeness(a: Sequence[int], b: Sequence[int], a_weights: Sequence[float], b_weights: Sequence[float],
             gap: float) -> Likeness:  # fmt: skip
    """Compare two texts, given as numbers for words with their weights.

    The words are aligned at the least number of changes (Levenshtein 1966); of the matched runs the contiguous
    series with the most weight, less `gap` for each word in between, is the chain (Kadane's maximal sum).
    """
    best = Likeness(0.0, 0, 0.0, 0.0, 0, 0, 0, 0)
    score = top = 0.0
    first: tuple[int, int] | None = None
    weight, words = 0.0, 0
    for code in Levenshtein.opcodes(a, b):
        if code.tag != "equal":
            score -= gap * max(code.src_end - code.src_start, code.dest_end - code.dest_start)
            if score <= 0:
                first, score = None, 0.0
            continue
        if first is None:
            first, weight, score = (code.src_start, code.dest_start), 0.0, 0.0
        run = sum(a_weights[code.src_start : code.src_end])
        score, weight, words = score + run, weight + run, words + code.src_end - code.src_start
        if score > top:
            top = score
            best = Likeness(weight, 0, 0.0, 0.0, first[0], code.src_end, first[1], code.dest_end)
    a_all, b_all = sum(a_weights) or 1.0, sum(b_weights) or 1.0
    return Likeness(
        best.weight, words, best.weight / a_all, best.weight / b_all,
        best.a_begin, best.a_end, best.b_begin, best.b_end,
    )  # fmt: skip
