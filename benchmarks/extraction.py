"""Main text of HTML pages: ours beside plain trafilatura, on the article-extraction benchmark.

    python -m benchmarks.extraction [--limit 20] [--worst 5] [--path FOLDER]

The measure is the benchmark's own (Zyte, article-extraction-benchmark): shingles of four words, counted with
repeats; precision and recall are means over the pages, F1 is of the means. Its gold is the article's body, so
ours is what is labelled body, dateline, and subhead below the first of them; headline, deck and byline are not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import trafilatura

from benchmarks.figure import Figure, Report
from copydesk.extract import extract
from copydesk.model.page import Extraction, Label
from copydesk.model.raw import Media, RawRecord

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "article-extraction-benchmark"
TITLE = "article-extraction-benchmark (181 news pages)"
SHINGLE = 4
BEHIND = 0.005
"""How far ours may lie behind trafilatura in F1."""

_WORD = re.compile(r"\w+")
_BODY = frozenset({Label.BODY, Label.DATELINE, Label.SUBHEAD})


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page of the benchmark, with the body that its gold gives."""

    name: str
    html: str
    body: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over pages, and the CPU time a page in milliseconds."""

    precision: float
    recall: float
    milliseconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the mean precision and the mean recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_pages(path: Path, limit: int | None = None) -> Iterator[GoldPage]:
    """The pages in the order of their names."""
    gold = json.loads((path / "ground-truth.json").read_text("utf-8"))
    for name in islice(sorted(gold), limit):
        raw = gzip.decompress((path / "html" / f"{name}.html.gz").read_bytes())
        yield GoldPage(name, raw.decode("utf-8", "replace"), gold[name]["articleBody"])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of SHINGLE words with their counts; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def agreement(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of the shingles of `found` against those of `gold`."""
    want, have = shingles(gold), shingles(found)
    right = sum((want & have).values())
    return right / have.total(), right / want.total()


def our_text(page: GoldPage) -> str:
    """The body as our segments have it."""
    found = extract(RawRecord(page.name, None, "", Media.HTML, page.html))
    if not isinstance(found, Extraction):
        return ""
    pieces: list[str] = []
    begun = False
    for segment in found.segments:
        begun = begun or segment.label in (Label.BODY, Label.DATELINE)
        if begun and segment.label in _BODY:
            pieces.append(found.page.text[segment.begin : segment.end])
    return "\n".join(pieces)


def their_text(page: GoldPage) -> str:
    """The text by plain trafilatura, with its default settings."""
    return trafilatura.extract(page.html) or ""


def their_body(page: GoldPage) -> str:
    """The text by trafilatura without readers' comments, which its defaults include."""
    return trafilatura.extract(page.html, include_comments=False) or ""


SYSTEMS: dict[str, Callable[[GoldPage], str]] = {
    "copydesk": our_text,
    "trafilatura": their_text,
    "trafilatura, no comments": their_body,
}


def run(pages: Sequence[GoldPage], read: Callable[[GoldPage], str]) -> tuple[Scores, list[tuple[float, str]]]:
    """The scores of one system, and each page's F1 with its name."""
    started = time.process_time()
    texts = [read(page) for page in pages]
    spent = time.process_time() - started
    pairs = [agreement(page.body, text) for page, text in zip(pages, texts, strict=True)]
    scores = Scores(
        sum(p for p, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs), 1000 * spent / len(pairs)
    )
    return scores, [
        (2 * p * r / (p + r) if p + r else 0.0, page.name) for (p, r), page in zip(pairs, pages, strict=True)
    ]


def table(scores: dict[str, Scores]) -> str:
    """One row a system."""
    lines = ["system                      prec  recall      F1  ms/page"]
    for name, one in scores.items():
        lines.append(
            f"{name:<25} {one.precision:>6.4f}  {one.recall:>6.4f}  {one.f1:>6.4f}  {one.milliseconds:>7.1f}"
        )
    return "\n".join(lines)


def report(path: Path = DEFAULT_FOLDER) -> Report:
    """All pages; the figures are our F1 and how it stands to that of trafilatura without comments."""
    if not path.is_dir():
        return Report(TITLE, _absent(path))
    pages = list(read_pages(path))
    scores = {name: run(pages, read)[0] for name, read in SYSTEMS.items()}
    ours, theirs = scores["copydesk"].f1, scores["trafilatura, no comments"].f1
    figures = (Figure("extraction.f1", ours), Figure("extraction.beside_trafilatura", 1 + ours - theirs + BEHIND))
    return Report(TITLE, table(scores), figures)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; 0 also where the pages are absent (it says so)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=TITLE)
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="folder of the benchmark")
    parser.add_argument("--limit", type=int, help="pages")
    parser.add_argument("--worst", type=int, default=0, metavar="K", help="list the K pages with our lowest F1")
    args = parser.parse_args(argv)
    if not args.path.is_dir():
        print(_absent(args.path))
        return 0
    pages = list(read_pages(args.path, args.limit))
    runs = {name: run(pages, read) for name, read in SYSTEMS.items()}
    print(table({name: scores for name, (scores, _) in runs.items()}))
    for f1, name in sorted(runs["copydesk"][1])[: args.worst]:
        print(f"{f1:.3f} {name}")
    return 0


def _absent(path: Path) -> str:
    return f"skipped: no pages at {path} (python -m benchmarks.extraction --path FOLDER)"


if __name__ == "__main__":
    raise SystemExit(main())
