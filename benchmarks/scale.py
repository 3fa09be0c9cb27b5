"""How the cost of each step of a build grows with the pile, and the memory that it takes.

    python -m benchmarks.scale 20000/pages.jsonl 200000/pages.jsonl

builds each file of pages in a process of its own, the smaller first, and sets the steps side by side. `python -m
benchmarks.corpus` makes such files.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timed_build import Step, read_steps
from benchmarks.usage import Usage, measure

LEAST_SECONDS = 1.0
"""Seconds in the smaller build below which the growth of a step says nothing."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """A build of so many pages: its cost in all, and by step."""

    pages: int
    usage: Usage
    steps: Mapping[str, Step]


def scale(path: Path, work: Path) -> Scaled:
    """Build a file of one page a line into a case in `work`, which is made where absent.

    Raises:
        CommandFailedError: the build failed.
    """
    work.mkdir(parents=True, exist_ok=True)
    steps = work / "steps.json"
    timed = [sys.executable, "-m", "benchmarks.timed_build"]
    usage = measure([*timed, str(path), str(work / "case"), str(steps)])
    with path.open("rb") as lines:
        return Scaled(sum(1 for _ in lines), usage, read_steps(steps))


def exponent(smaller: Scaled, larger: Scaled, step: str | None = None) -> float:
    """The power of the number of pages with which the processor time of a step, or of the whole, grows."""
    one, two = (built.usage.cpu if step is None else built.steps[step].seconds for built in (smaller, larger))
    return math.log(two / one) / math.log(larger.pages / smaller.pages)


def table(builds: Sequence[Scaled]) -> str:
    """A line a step: processor seconds and the most memory so far of each build, and the growth from first to last.

    Memory of a step is that of its process alone, of the whole build that of all processes.
    """
    first, last = builds[0], builds[-1]
    grown = len(builds) > 1
    lines = [
        "step".ljust(20) + "".join(f"{built.pages:>12} pages  peak MB" for built in builds) + "  exponent" * grown
    ]
    for name in last.steps:
        costs = "".join(f"{b.steps[name].seconds:>18.1f} {b.steps[name].peak / 1e6:>8.0f}" for b in builds)
        telling = grown and first.steps[name].seconds >= LEAST_SECONDS
        lines.append(f"{name:<20}{costs}" + (f"{exponent(first, last, name):>10.2f}" if telling else ""))
    costs = "".join(f"{built.usage.cpu:>18.1f} {built.usage.peak / 1e6:>8.0f}" for built in builds)
    lines.append(f"{'all, with start-up':<20}{costs}" + (f"{exponent(first, last):>10.2f}" if grown else ""))
    speeds = "".join(f"{built.pages / built.usage.cpu:>18.0f}         " for built in builds)
    lines.append(f"{'pages/s/core':<20}{speeds}".rstrip())
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Build files of pages from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description="Growth of the cost of a build")
    parser.add_argument("pages", type=Path, nargs="+", help="JSON Lines, one page a line; the smaller first")
    parser.add_argument("--keep", type=Path, help="folder for the cases; else they are thrown away")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        work = args.keep or Path(folder)
        builds = [scale(path, work / str(number)) for number, path in enumerate(args.pages)]
    print(table(builds))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
