"""Two texts laid side by side, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from copydesk.text.tokens import Tokens, tokenize

_SHORTER = 0.8
"""Share of the words of a text from which another one is no part of it, but has it whole."""


_SENTENCES = 13
"""Sentences, less one, up to which every run of them is tried."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One run of an aligned pair of texts.

    `op` is `equal` (the same words; case, punctuation and white space may differ), `replace`, `insert` (only in
    b) or `delete` (only in a). Offsets are code points into the two strings, half-open.
    """

    op: str
    a_begin: int
    a_end: int
    b_begin: int
    b_end: int


@dataclass(frozen=True, slots=True)
class WordRun:
    """As `Edit`, in words: indices into the two token arrays, half-open."""

    op: str
    a_begin: int
    a_end: int
    b_begin: int
    b_end: int


def word_runs(a: Tokens, b: Tokens) -> tuple[WordRun, ...]:
    """Align two token sequences at the least number of changed words (Levenshtein 1966, bit-parallel after
    Hyyrö 2003). Neighbouring changes are one run: between two equal words stands at most one change."""
    runs: list[WordRun] = []
    for code in Levenshtein.opcodes(a.word.tolist(), b.word.tolist()):
        run = WordRun(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end)
        if runs and runs[-1].op != "equal" and run.op != "equal":
            last = runs.pop()
            run = _changed(last.a_begin, run.a_end, last.b_begin, run.b_end)
        runs.append(run)
    return tuple(runs)


def _changed(a_begin: int, a_end: int, b_begin: int, b_end: int) -> WordRun:
    op = "replace" if a_end > a_begin and b_end > b_begin else "delete" if a_end > a_begin else "insert"
    return WordRun(op, a_begin, a_end, b_begin, b_end)


def word_diff(a: str, b: str) -> tuple[Edit, ...]:
    """The edits that lead from `a` to `b`: in order, covering both strings whole.

    What stands between two runs (white space, punctuation) belongs to the earlier one.
    """
    a_tokens, b_tokens = tokenize(a), tokenize(b)
    runs = word_runs(a_tokens, b_tokens)
    if not runs:
        return (Edit("equal", 0, len(a), 0, len(b)),) if a or b else ()
    a_starts = [0, *(_place(a_tokens, run.a_begin, len(a)) for run in runs[1:]), len(a)]
    b_starts = [0, *(_place(b_tokens, run.b_begin, len(b)) for run in runs[1:]), len(b)]
    return tuple(
        Edit(run.op, a_starts[i], a_starts[i + 1], b_starts[i], b_starts[i + 1]) for i, run in enumerate(runs)
    )


def matching_part(whole: str, part: str) -> tuple[int, int]:
    """The place in `whole` (code points, half-open) that `part` is the like of: all of it, unless `part` is shorter.

    It is where the words of `part` stand together; else the nearest run of sentences; of that, what `part` lacks at
    the beginning and the end is left out, and where other words stand there, as many are kept.
    """
    a, b = tokenize(whole), tokenize(part)
    if len(b) >= _SHORTER * len(a) or not len(b):
        return 0, len(whole)
    exact = _same_words(a, b)
    if exact is None:
        first, last = _nearest_sentences(whole, a, b)
        inside = Tokens(a.begin[first:last], a.end[first:last], a.word[first:last], a.flags[first:last])
        low, high = _without_edges(word_runs(inside, b), last - first)
        exact = first + low, first + high
    return (int(a.begin[exact[0]]), int(a.end[exact[1] - 1])) if exact[1] > exact[0] else (0, len(whole))


def _nearest_sentences(text: str, a: Tokens, b: Tokens) -> tuple[int, int]:
    """The run of sentences of a (as words) that is most similar to b; all of them where there are many."""
    gaps = zip(a.end[:-1].tolist(), a.begin[1:].tolist(), strict=True)
    cuts = [0, *(n for n, (end, begin) in enumerate(gaps, 1) if any(c in ".?!" for c in text[end:begin])), len(a)]
    if len(cuts) > _SENTENCES:
        return 0, len(a)
    words, others = a.word.tolist(), b.word.tolist()
    spans = [(first, last) for n, first in enumerate(cuts) for last in cuts[n + 1 :]]
    return max(spans, key=lambda span: Levenshtein.normalized_similarity(words[slice(*span)], others))


def _same_words(a: Tokens, b: Tokens) -> tuple[int, int] | None:
    """Where the words of b stand together in a."""
    for at in (a.word[: len(a) - len(b) + 1] == b.word[0]).nonzero()[0].tolist():
        if (a.word[at : at + len(b)] == b.word).all():
            return at, at + len(b)
    return None


def _without_edges(runs: Sequence[WordRun], size: int) -> tuple[int, int]:
    first, last = 0, size
    if runs and runs[0].op != "equal":
        first = max(runs[0].a_end - (runs[0].b_end - runs[0].b_begin), 0)
    if runs and runs[-1].op != "equal":
        last = min(runs[-1].a_begin + runs[-1].b_end - runs[-1].b_begin, size)
    return first, last


def _place(tokens: Tokens, index: int, length: int) -> int:
    return int(tokens.begin[index]) if index < len(tokens) else length
