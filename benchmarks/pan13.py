"""PAN 2013 text alignment: how well reuse is found, character by character, pair by pair.

    python -m benchmarks.pan13 [--category random] [--limit 20] [--worst 5] [--path FOLDER]

Beside our figures stand the best published on the PAN 2013 test corpus: the winner of PAN 2014
(Sanchez-Perez, Sidorov and Gelbukh), and the best that any system had in the category. Ours are for the
pairs given.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.detector import Detect, detect
from benchmarks.figure import Figure, Report
from benchmarks.pan13_corpus import CATEGORIES, DEFAULT_FOLDER, Pair, read_pairs
from benchmarks.plagdet import Match, Scores, merge_near, score

PUBLISHED = {
    "verbatim": (0.900, 0.934),
    "random": (0.884, 0.884),
    "translation": (0.887, 0.887),
    "summary": (0.561, 0.610),
    "overall": (0.878, None),
}
"""plagdet by category: Sanchez-Perez 2014, and the best of any system in the category."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How passages become cases. PAN's unit is the whole text taken from one place, ours the passage.

    Attributes:
        gap: characters between two detections, on each side, up to which they are one.
        least: characters that a detection, once merged, must have on each side. The systems of the competition
            leave short ones out (the winner of 2014 those under 150); 3 of the sample's 414 cases are shorter.
    """

    gap: int = 500
    least: int = 150


MERGING = Merging()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair, what was found in it and the seconds it took."""

    pair: Pair
    found: tuple[Match, ...]
    seconds: float


def run(pairs: Iterable[Pair], detector: Detect = detect, merging: Merging = MERGING) -> list[Outcome]:
    """Run a detector over pairs, merging what it finds."""
    outcomes = []
    for pair in pairs:
        start = time.perf_counter()
        raw = [Match((a, b), (c, d)) for a, b, c, d in detector(pair.susp_text, pair.src_text)]
        seconds = time.perf_counter() - start
        whole = [match for match in merge_near(raw, merging.gap) if match.shorter_side >= merging.least]
        outcomes.append(Outcome(pair, tuple(whole), seconds))
    return outcomes


def score_outcomes(outcomes: Iterable[Outcome]) -> Scores:
    """The measures over all cases and detections of the outcomes together."""
    kept = list(outcomes)
    return score({o.pair.name: o.pair.cases for o in kept}, {o.pair.name: o.found for o in kept})


def n_clean(outcomes: Iterable[Outcome]) -> int:
    """How many pairs have no detection."""
    return sum(not outcome.found for outcome in outcomes)


def table(by_category: dict[str, list[Outcome]]) -> str:
    """The figures of each category, and of all together where there is more than one."""
    lines = ["category     plagdet   prec recall   gran cases found      s   published: S-P 2014, best"]
    for category, outcomes in by_category.items():
        if category == "none":
            lines.append(f"none         {n_clean(outcomes)} of {len(outcomes)} pairs without any detection")
        else:
            lines.append(_row(category, outcomes))
    if len(by_category) > 1:
        lines.append(_row("overall", [o for outcomes in by_category.values() for o in outcomes]))
    return "\n".join(lines)


def worst(outcomes: Iterable[Outcome], k: int) -> list[str]:
    """Lines on each of the k pairs with the lowest plagdet; of equals, the first by name."""
    scored = sorted(
        ((score_outcomes([o]), o) for o in outcomes), key=lambda both: (both[0].plagdet, both[1].pair.name)
    )
    return [
        f"{o.pair.category} {o.pair.name} plagdet {s.plagdet:.3f} prec {s.precision:.3f} "
        f"recall {s.recall:.3f} gran {s.granularity:.2f}\n"
        f"    cases {_brief(o.pair.cases)}\n    found {_brief(o.found)}"
        for s, o in scored[:k]
    ]


def report(path: Path = DEFAULT_FOLDER) -> Report:
    """All categories, with plagdet as figures; for pairs without plagiarism, the share without a detection."""
    title = "PAN 2013 text alignment (training sample)"
    if not path.is_dir():
        return Report(title, _absent(path))
    by_category = {name: run(read_pairs(path, name)) for name in CATEGORIES}
    plagdets = {name: score_outcomes(outcomes).plagdet for name, outcomes in by_category.items() if name != "none"}
    plagdets["overall"] = score_outcomes(o for outcomes in by_category.values() for o in outcomes).plagdet
    figures = [Figure(f"pan13.{name}.plagdet", plagdet) for name, plagdet in plagdets.items()]
    clean = Figure("pan13.none.clean", n_clean(by_category["none"]) / len(by_category["none"]))
    return Report(title, table(by_category), (*figures, clean))


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; 0 also where the corpus is absent (it says so)."""
    args = _arguments(argv)
    if not args.path.is_dir():
        print(_absent(args.path))
        return 0
    categories = args.category or list(CATEGORIES)
    by_category = {
        name: run(read_pairs(args.path, name, args.limit), merging=Merging(args.gap, args.least))
        for name in categories
    }
    print(table(by_category))
    for line in worst((o for outcomes in by_category.values() for o in outcomes), args.worst):
        print(line)
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pan13", description="PAN 2013 text alignment")
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="folder of the corpus")
    parser.add_argument("--category", action="append", choices=list(CATEGORIES), help="may be repeated")
    parser.add_argument("--limit", type=int, help="pairs a category")
    parser.add_argument("--worst", type=int, default=0, metavar="K", help="list the K pairs with the lowest plagdet")
    parser.add_argument("--gap", type=int, default=MERGING.gap, help="characters up to which detections merge")
    parser.add_argument("--least", type=int, default=MERGING.least, help="characters a detection must have")
    return parser.parse_args(argv)


def _absent(path: Path) -> str:
    return f"skipped: no corpus at {path} (python -m benchmarks.pan13 --path FOLDER)"


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    s = score_outcomes(outcomes)
    winner, best = PUBLISHED[name]
    beside = f"{winner:.3f}" + (f" {best:.3f}" if best else "")
    figures = f"{s.plagdet:>7.3f} {s.precision:>6.3f} {s.recall:>6.3f} {s.granularity:>6.3f}"
    seconds = sum(o.seconds for o in outcomes)
    return f"{name:<12} {figures} {s.cases:>5} {s.detections:>5} {seconds:>6.1f}   {beside}"


def _brief(matches: Sequence[Match]) -> str:
    return " ".join(f"{m.susp[0]}-{m.susp[1]}:{m.src[0]}-{m.src[1]}" for m in matches) or "-"


if __name__ == "__main__":
    raise SystemExit(main())
