"""Two texts laid side by side, word by word."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from copydesk.text.tokens import Tokens, tokenize


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


def _place(tokens: Tokens, index: int, length: int) -> int:
    return int(tokens.begin[index]) if index < len(tokens) else length
