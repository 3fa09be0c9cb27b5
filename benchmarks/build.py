"""Builds a synthetic corpus with the command line, as a user would, measuring what it costs and what it finds."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import make_corpus, read_truth, write_corpus
from benchmarks.peers import read_pairs
from benchmarks.recipe import Recipe
from benchmarks.score import CorpusScores, pair_scores, read_export, score_corpus
from benchmarks.usage import Usage, measure

COPYDESK = str(Path(sys.executable).with_name("copydesk"))
"""The command that was installed beside this Python."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a tool made of a corpus: the cost and the scores."""

    tool: str
    recipe: Recipe
    usage: Usage
    scores: CorpusScores

    @property
    def pages_per_core_second(self) -> float:
        """Pages by second of processor time, start-up and reading included."""
        return self.recipe.pages / self.usage.cpu


def press(recipe: Recipe, folder: Path) -> Path:
    """Write the corpus of a recipe; the folder."""
    write_corpus(make_corpus(recipe), folder)
    return folder


def build(recipe: Recipe, corpus: Path, work: Path) -> Built:
    """Build a written corpus into `work`, export it (unmeasured), and score the export.

    Raises:
        CommandFailedError: the build or the export failed.
        CorpusMismatchError: the export has other pages, or pages of other text.
    """
    case, out = work / "case", work / "export"
    usage = measure([COPYDESK, "build", str(corpus / "pages.jsonl"), "--case", str(case)])
    measure([COPYDESK, "export", str(case), "--format", "jsonl", "--out", str(out)])
    texts, aligned = read_export(out, corpus)
    return Built("copydesk", recipe, usage, score_corpus(texts, read_truth(corpus), aligned))


def build_with_peer(peer: str, recipe: Recipe, corpus: Path, work: Path) -> Built:
    """The same for a peer, which gives pairs of pages only."""
    out = work / f"{peer}.txt"
    usage = measure([sys.executable, "-m", "benchmarks.peers", peer, str(corpus), str(out)])
    return Built(peer, recipe, usage, pair_scores(read_truth(corpus), read_pairs(out)))
