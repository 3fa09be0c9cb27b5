"""Builds a synthetic corpus in a process of its own, measuring what it costs and what it finds."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import make_corpus, read_truth, write_corpus
from benchmarks.peers import read_pairs
from benchmarks.recipe import Recipe
from benchmarks.score import CorpusScores, pair_scores, read_case, score_corpus
from benchmarks.timed_build import read_steps
from benchmarks.usage import Usage, measure


@dataclass(frozen=True, slots=True)
class Built:
    """What a tool made of a corpus: the cost and the scores. `stages` has processor seconds by stage, for ours."""

    tool: str
    recipe: Recipe
    usage: Usage
    scores: CorpusScores
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def pages_per_core_second(self) -> float:
        """Pages by second of processor time, start-up and reading included."""
        return self.recipe.pages / self.usage.cpu


def press(recipe: Recipe, folder: Path) -> Path:
    """Write the corpus of a recipe; the folder."""
    write_corpus(make_corpus(recipe), folder)
    return folder


def build(recipe: Recipe, corpus: Path, work: Path) -> Built:
    """Build a written corpus into a case in `work`, and score it.

    Raises:
        CommandFailedError: the build failed.
        CorpusMismatchError: the case has not all pages of the corpus, or has changed their text.
    """
    case, steps = work / "case", work / "steps.json"
    timed = [sys.executable, "-m", "benchmarks.timed_build"]
    usage = measure([*timed, str(corpus / "pages.jsonl"), str(case), str(steps)])
    texts, aligned = read_case(case, corpus)
    scores = score_corpus(texts, read_truth(corpus), aligned)
    stages = {name: step.seconds for name, step in read_steps(steps).items()}
    return Built("copydesk", recipe, usage, scores, stages)


def build_with_peer(peer: str, recipe: Recipe, corpus: Path, work: Path) -> Built:
    """The same for a peer, which gives pairs of pages only."""
    out = work / f"{peer}.txt"
    usage = measure([sys.executable, "-m", "benchmarks.peers", peer, str(corpus), str(out)])
    return Built(peer, recipe, usage, pair_scores(read_truth(corpus), read_pairs(out)))
