"""How fast a page is checked against a case, and how many of the pages that share its text are found.

    python -m benchmarks.checking [--pages 2000] [--asked 200]

Pages of the synthetic corpus are asked for as files of their own, in one process that holds the case open. Recall is
over the pairs of original and copy; time is on the clock, reading and extracting the file included.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

import copydesk
from benchmarks.corpus import Corpus, make_corpus, write_corpus
from benchmarks.figure import Figure, Report
from benchmarks.recipe import LIGHT

TITLE = "Checking a page against a case"
_WARM = 5


def report(folder: Path, pages: int = 500, asked: int = 100) -> Report:
    """Build a corpus in the folder and check its first pages. Figures: recall by kind, and checks in a second."""
    corpus = make_corpus(replace(LIGHT, pages=pages))
    write_corpus(corpus, folder / "corpus")
    with copydesk.build([folder / "corpus" / "pages.jsonl"], folder / "case") as case:
        answers = list(_asked(case, corpus, folder, asked))
    spent = np.array([seconds for _, _, seconds in answers][_WARM:])
    met: defaultdict[str, list[bool]] = defaultdict(list)
    for name, found, _ in answers:
        for shared in corpus.truth:
            if name in (shared.a, shared.b) and shared.kind in ("copy", "spun"):
                met[shared.kind].append((shared.b if name == shared.a else shared.a) in found)
    recall = {kind: sum(hits) / len(hits) for kind, hits in sorted(met.items())}
    middle, slow = np.percentile(spent, [50, 95]) * 1000
    lines = [f"{len(answers)} of {pages} pages: median {middle:.0f} ms, 95th percentile {slow:.0f} ms"]
    lines += [f"recall of pairs, {kind}: {value:.3f} of {len(met[kind])}" for kind, value in recall.items()]
    figures = [Figure(f"check.{kind}.recall", value) for kind, value in recall.items()]
    figures.append(Figure("check.per_second", float(1 / spent.mean()), slack=0.5))
    return Report(TITLE, "\n".join(lines), tuple(figures))


def _asked(
    case: copydesk.Case, corpus: Corpus, folder: Path, asked: int
) -> Iterator[tuple[str, set[str | None], float]]:
    """The page asked for, the record ids of the pages found, and the seconds that it took."""
    record_of = {page.page_id: page.record_id for page in case.table("pages")}
    file = folder / "asked.txt"
    for page in corpus.pages[:asked]:
        file.write_text(page.text, encoding="utf-8")
        began = time.perf_counter()
        (result,) = copydesk.check(file, case)
        seconds = time.perf_counter() - began
        found = result.pages if isinstance(result, copydesk.Checked) else ()
        yield page.page_id, {record_of[one.page_id] for one in found}, seconds


def main(argv: Sequence[str] | None = None) -> int:
    """Check from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=TITLE)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--asked", type=int, default=200)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        print(report(Path(folder), args.pages, args.asked).table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
