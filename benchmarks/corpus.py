"""A synthetic news corpus with known reuse, for timing and scoring at any size.

    python -m benchmarks.corpus --pages 20000 --seed 1 [--hard] --out FOLDER

writes `pages.jsonl` (id, site, published, text), `truth.jsonl` (the fields of `Shared`) and `recipe.json`.

Originals are fresh text of some twelve paragraphs. Copies keep a quarter to all of the paragraphs of one
original, half of the copies in a new order, lightly edited, among fresh ones; spun copies have gone through a
rewording machine as well. Half of them are taken from the few wire originals, so some stories stand on many
pages. Every page has furniture lines of its site between its paragraphs: text that it shares with others, and
that is no reuse. The same recipe gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.press import Make, NewsPage, Press
from benchmarks.recipe import HARD, LIGHT, Recipe
from benchmarks.rows import read_rows, write_rows
from benchmarks.spans import Span


@dataclass(frozen=True, slots=True)
class Shared:
    """The truth on two pages that share paragraphs of one original: a span of `a` and one of `b` for each.

    `kind` is `copy` or `spun` where one page is the original (then `original` names it), `sibling_copy` or
    `sibling_spun` where both are taken from it, the latter where at least one is spun.
    """

    a: str
    b: str
    kind: str
    original: str | None
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages in the order of their numbers, and the truth in the order of (a, b)."""

    pages: tuple[NewsPage, ...]
    truth: tuple[Shared, ...]


def make_corpus(recipe: Recipe) -> Corpus:
    """The corpus in memory, about 5 KB a page."""
    press = Press(recipe)
    pages = tuple(press.page(number) for number in range(recipe.pages))
    return Corpus(pages, tuple(truth_of(pages)))


def truth_of(pages: Iterable[NewsPage]) -> Iterator[Shared]:
    """All pairs of pages that share a paragraph of an original."""
    families: dict[int, list[NewsPage]] = defaultdict(list)
    for page in pages:
        families[page.source].append(page)
    pairs = (pair for family in families.values() for pair in combinations(family, 2))
    for a, b in sorted(pairs, key=lambda pair: (pair[0].number, pair[1].number)):
        common = sorted(a.kept.keys() & b.kept.keys())
        if common:
            passages = tuple((a.kept[place], b.kept[place]) for place in common)
            original = next((p.page_id for p in (a, b) if p.make is Make.ORIGINAL), None)
            yield Shared(a.page_id, b.page_id, _kind(a.make, b.make), original, passages)


def write_corpus(corpus: Corpus, folder: Path) -> None:
    """Write pages and truth as JSON Lines into the folder, which is made where absent."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ({"id": p.page_id, "site": p.site, "published": p.published, "text": p.text} for p in corpus.pages)
    write_rows(folder / "pages.jsonl", rows)
    write_rows(folder / "truth.jsonl", (asdict(shared) for shared in corpus.truth))


def read_truth(folder: Path) -> list[Shared]:
    """The truth of a written corpus."""
    return [_shared(row) for row in read_rows(folder / "truth.jsonl")]


def main(argv: Sequence[str] | None = None) -> int:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="Make a synthetic corpus")
    parser.add_argument("--pages", type=int, default=LIGHT.pages)
    parser.add_argument("--seed", type=int, default=LIGHT.seed)
    parser.add_argument("--hard", action="store_true", help="reword as much as the worst real spun pages do")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    args = parser.parse_args(argv)
    recipe = replace(HARD if args.hard else LIGHT, pages=args.pages, seed=args.seed)
    corpus = make_corpus(recipe)
    write_corpus(corpus, args.out)
    (args.out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")
    print(f"{len(corpus.pages)} pages, {len(corpus.truth)} pairs that share text, in {args.out}")
    return 0


def _kind(a: Make, b: Make) -> str:
    if Make.ORIGINAL in (a, b):
        return str(b if a is Make.ORIGINAL else a)
    return "sibling_spun" if Make.SPUN in (a, b) else "sibling_copy"


def _shared(row: Mapping[str, Any]) -> Shared:
    passages = tuple(((a[0], a[1]), (b[0], b[1])) for a, b in row["passages"])
    return Shared(row["a"], row["b"], row["kind"], row["original"], passages)


if __name__ == "__main__":
    raise SystemExit(main())
