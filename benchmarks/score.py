"""Scores alignments against the truth of a synthetic corpus.

    python -m benchmarks.score BUILT CORPUS

BUILT is a case, or an export of one as JSON Lines; CORPUS is a folder that `benchmarks.corpus` has written.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import copydesk
from benchmarks.corpus import Shared, read_truth
from benchmarks.rows import read_rows
from benchmarks.spans import Span, covered, length, overlap, union

_PAIR_WORDS = 30
"""Aligned words, on the side with fewer, from which two pages count as a pair: a short paragraph."""

_KINDS = ("copy", "spun", "sibling_copy", "sibling_spun")


@dataclass(frozen=True, slots=True)
class Aligned:
    """One aligned passage of two pages, named by the corpus's own ids, a before b. Shared quotations are none."""

    a: str
    b: str
    a_span: Span
    b_span: Span


@dataclass(frozen=True, slots=True)
class CorpusScores:
    """What was found of a corpus's reuse. None where there is nothing to take a share of.

    Attributes:
        pair_recall: by kind, the share of true page pairs with aligned passages of at least 30 words.
        pair_precision: the share of such pairs that are true.
        passage_recall: by kind, the share of true passages of which alignments hold at least half, on both sides.
        inside: the share of aligned characters, in true pairs, that lie in true passages.
        pairs: the pairs found.
    """

    pair_recall: dict[str, float]
    pair_precision: float | None
    passage_recall: dict[str, float]
    inside: float | None
    pairs: int


class CorpusMismatchError(Exception):
    """The export is of other pages than the corpus, or has changed their text: offsets say nothing."""


def score_corpus(texts: Mapping[str, str], truth: Sequence[Shared], aligned: Iterable[Aligned]) -> CorpusScores:
    """Score alignments of the pages with these texts, by id."""
    found: dict[tuple[str, str], list[Aligned]] = defaultdict(list)
    for row in aligned:
        found[row.a, row.b].append(row)
    pairs = {pair for pair, rows in found.items() if _words(texts, rows) >= _PAIR_WORDS}
    passages = Counter(s.kind for s in truth for _ in s.passages)
    hits = Counter(s.kind for s in truth for a, b in s.passages if _holds(found.get((s.a, s.b), []), a, b))
    recall = {kind: hits[kind] / passages[kind] for kind in _KINDS if passages[kind]}
    return replace(pair_scores(truth, pairs), passage_recall=recall, inside=_inside(truth, found))


def pair_scores(truth: Sequence[Shared], pairs: Collection[tuple[str, str]]) -> CorpusScores:
    """Score page pairs alone: no passage recall, nothing on characters."""
    true = {(shared.a, shared.b): shared.kind for shared in truth}
    kinds, hits = Counter(true.values()), Counter(true[pair] for pair in pairs if pair in true)
    recall = {kind: hits[kind] / kinds[kind] for kind in _KINDS if kinds[kind]}
    return CorpusScores(recall, hits.total() / len(pairs) if pairs else None, {}, None, len(pairs))


def read_case(case: Path, corpus: Path) -> tuple[dict[str, str], list[Aligned]]:
    """The texts, by the corpus's ids, and the alignments of a case built of the corpus.

    Raises:
        CorpusMismatchError: a page of the corpus is missing, or its text differs.
    """
    with copydesk.Case.open(case) as opened:
        pages = [(page.page_id, page.record_id, page.source, page.text) for page in opened.table("pages")]
        return _checked(pages, map(asdict, opened.table("alignments")), corpus)


def read_export(export: Path, corpus: Path) -> tuple[dict[str, str], list[Aligned]]:
    """The same of an export as JSON Lines.

    Raises:
        CorpusMismatchError: a page of the corpus is missing, or its text differs.
    """
    rows = read_rows(export / "pages.jsonl")
    pages = [(row["page_id"], row["record_id"], row["source"], row["text"]) for row in rows]
    return _checked(pages, read_rows(export / "alignments.jsonl"), corpus)


def named_alignments(rows: Iterable[Mapping[str, Any]], names: Mapping[str, str]) -> Iterator[Aligned]:
    """Alignment rows (the columns of the table) by other names of the pages; repeats within a page are left out."""
    for row in rows:
        a, b = names[row["a_page"]], names[row["b_page"]]
        if a == b or row["kind"] == "shared_quote":
            continue
        a_span, b_span = (row["a_begin"], row["a_end"]), (row["b_begin"], row["b_end"])
        yield Aligned(a, b, a_span, b_span) if a < b else Aligned(b, a, b_span, a_span)


def table(scores: CorpusScores) -> str:
    """The figures as lines of text."""
    lines = [f"{'kind':<14} {'pair recall':>11} {'passage recall':>14}"]
    for kind, recall in scores.pair_recall.items():
        lines.append(f"{kind:<14} {recall:>11.4f} {scores.passage_recall[kind]:>14.4f}")
    lines.append(f"pair precision {_figure(scores.pair_precision)} of {scores.pairs} pairs found")
    lines.append(f"aligned characters of true pairs in true passages {_figure(scores.inside)}")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Score a case or an export from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.score", description="Score what was built of a corpus"
    )
    parser.add_argument("built", type=Path, help="a case, or an export of one as JSON Lines")
    parser.add_argument("corpus", type=Path, help="folder written by benchmarks.corpus")
    args = parser.parse_args(argv)
    try:
        read = read_export if (args.built / "alignments.jsonl").exists() else read_case
        texts, aligned = read(args.built, args.corpus)
    except CorpusMismatchError as error:
        print(error)
        return 1
    print(table(score_corpus(texts, read_truth(args.corpus), aligned)))
    return 0


def _checked(
    pages: Iterable[tuple[str, str | None, str, str]], alignments: Iterable[Mapping[str, Any]], corpus: Path
) -> tuple[dict[str, str], list[Aligned]]:
    """Texts and alignments by the corpus's names, which are record ids, or the stems of files."""
    names, texts = {}, {}
    for page_id, record_id, source, text in pages:
        names[page_id] = name = record_id or Path(source).stem
        texts[name] = text
    for row in read_rows(corpus / "pages.jsonl"):
        if texts.get(row["id"]) != row["text"]:
            raise CorpusMismatchError(f"page {row['id']} of {corpus} was not built, or has another text")
    return texts, list(named_alignments(alignments, names))


def _words(texts: Mapping[str, str], rows: Sequence[Aligned]) -> int:
    """The aligned words of a pair, each counted once, on the side that has fewer."""
    a = _words_in(texts[rows[0].a], [row.a_span for row in rows])
    b = _words_in(texts[rows[0].b], [row.b_span for row in rows])
    return min(a, b)


def _words_in(text: str, spans: Iterable[Span]) -> int:
    return sum(len(text[begin:end].split()) for begin, end in union(spans))


def _holds(rows: Iterable[Aligned], a: Span, b: Span) -> bool:
    """Whether alignments of these two places, and not of one with a third, hold half of both."""
    here = [row for row in rows if overlap(row.a_span, a) > 0 and overlap(row.b_span, b) > 0]
    in_a, in_b = covered(a, [row.a_span for row in here]), covered(b, [row.b_span for row in here])
    return 2 * in_a >= a[1] - a[0] and 2 * in_b >= b[1] - b[0]


def _inside(truth: Iterable[Shared], found: Mapping[tuple[str, str], list[Aligned]]) -> float | None:
    inside = total = 0
    for shared in truth:
        rows = found.get((shared.a, shared.b), [])
        sides = (
            ([row.a_span for row in rows], [a for a, _ in shared.passages]),
            ([row.b_span for row in rows], [b for _, b in shared.passages]),
        )
        for spans, passages in sides:
            total += length(spans)
            inside += sum(covered(span, passages) for span in union(spans))
    return inside / total if total else None


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


if __name__ == "__main__":
    raise SystemExit(main())
