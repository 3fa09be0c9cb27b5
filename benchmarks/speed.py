"""How fast a pile is built, how the cost grows with it, and how fast others are on the same pages.

    python -m benchmarks.speed [--pages 2000 --pages 20000] [--hard]

Processor time is that of the whole process tree, start-up and reading included, so that no core works unseen.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import score
from benchmarks.build import Built, build, build_with_peer, press
from benchmarks.figure import Figure, Report
from benchmarks.peers import installed
from benchmarks.recipe import HARD, LIGHT, Recipe

QUICK = (500, 2_000)
_WARM_UP = 20


def race(recipe: Recipe, folder: Path) -> list[Built]:
    """Our build of a recipe's corpus, then that of each peer that is installed, in a folder that is made."""
    corpus = press(recipe, folder / "corpus")
    return [build(recipe, corpus, folder), *(build_with_peer(peer, recipe, corpus, folder) for peer in installed())]


def exponent(smaller: Built, larger: Built) -> float:
    """The power of the number of pages with which the stages' processor time grows: 1 is linear, 2 quadratic."""
    work = sum(larger.stages.values()) / sum(smaller.stages.values())
    return math.log(work) / math.log(larger.recipe.pages / smaller.recipe.pages)


def table(builds: Sequence[Built]) -> str:
    """A line a build, with pair recall (copy, spun) and precision, and its speed over that of copydesk."""
    lines = ["pages  tool        wall s   cpu s  peak MB  pages/s/core  x copydesk  recall copy spun  precision"]
    ours = {b.recipe.pages: b.pages_per_core_second for b in builds if b.tool == "copydesk"}
    for b in builds:
        speed = b.pages_per_core_second
        recall = b.scores.pair_recall
        lines.append(
            f"{b.recipe.pages:<6} {b.tool:<10} {b.usage.wall:>7.1f} {b.usage.cpu:>7.1f} {b.usage.peak / 1e6:>8.0f} "
            f"{speed:>13.0f} {speed / ours[b.recipe.pages]:>11.1f} {recall.get('copy', 0):>12.3f} "
            f"{recall.get('spun', 0):.3f} {b.scores.pair_precision or 0:>10.3f}"
        )
    grown = [b for b in builds if b.tool == "copydesk"]
    lines += [f"{b.recipe.pages} pages, processor seconds by stage: {_stages(b)}" for b in grown]
    if len(grown) > 1:
        lines.append(f"growth exponent of the stages' processor time: {exponent(grown[0], grown[-1]):.2f}")
    return "\n".join(lines)


def report(folder: Path) -> Report:
    """Two sizes of the light corpus and one of the hard one, built in the folder; what is found are figures too."""
    warm_up(folder)
    light = [b for n in QUICK for b in race(replace(LIGHT, pages=n), folder / f"light-{n}")]
    hard = race(HARD, folder / "hard")
    figures = [figure for name, builds in (("light", light), ("hard", hard)) for figure in _figures(name, builds)]
    text = "\n\n".join(
        f"{LIGHT.pages} pages, {name} reworded\n{score.table(_largest(builds).scores)}\n\n{table(builds)}"
        for name, builds in (("lightly", light), ("heavily", hard))
    )
    return Report("Synthetic news: speed, and what is found", text, tuple(figures))


def main(argv: Sequence[str] | None = None) -> int:
    """Race from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Speed of a build")
    parser.add_argument("--pages", type=int, action="append", help="may be repeated; default 500 and 2000")
    parser.add_argument("--hard", action="store_true", help="reword as much as the worst real spun pages do")
    args = parser.parse_args(argv)
    recipe = HARD if args.hard else LIGHT
    with tempfile.TemporaryDirectory() as folder:
        warm_up(Path(folder))
        builds = [
            b for n in sorted(set(args.pages or QUICK)) for b in race(replace(recipe, pages=n), Path(folder) / str(n))
        ]
    print(table(builds))
    return 0


def _figures(name: str, builds: Sequence[Built]) -> Iterator[Figure]:
    """The figures of our largest build. The speed floor has slack for other machines, and for their load."""
    ours = _largest(builds)
    for kind, recall in ours.scores.pair_recall.items():
        yield Figure(f"corpus.{name}.{kind}.pair_recall", recall)
        yield Figure(f"corpus.{name}.{kind}.passage_recall", ours.scores.passage_recall[kind])
    yield Figure(f"corpus.{name}.pair_precision", ours.scores.pair_precision or 0.0)
    yield Figure(f"corpus.{name}.inside", ours.scores.inside or 0.0)
    yield Figure(f"speed.{name}.pages_per_core_second", ours.pages_per_core_second, slack=0.5)


def _stages(built: Built) -> str:
    """The stages, and what is left for start-up."""
    rest = {"start-up": built.usage.cpu - sum(built.stages.values())}
    return ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in (built.stages | rest).items())


def _largest(builds: Sequence[Built]) -> Built:
    return [b for b in builds if b.tool == "copydesk"][-1]


def warm_up(folder: Path) -> None:
    """Build a few pages unmeasured, so that what is compiled once on a machine is."""
    recipe = replace(LIGHT, pages=_WARM_UP)
    build(recipe, press(recipe, folder / "warm-up"), folder / "warm-up")


if __name__ == "__main__":
    raise SystemExit(main())
