"""Run every benchmark that is quick enough, and hold the pinned floors.

    python -m benchmarks [--only pan13] [--raise-floors]

Ends with 1 where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import checking, extraction, meantime, pan13, plover, publication, quotations, speed, stories
from benchmarks.figure import Figure, Report
from benchmarks.floors import FLOORS, raised, read_floors, sunk, unmeasured, write_floors


def _speed() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        return speed.report(Path(folder))


def _checking() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        return checking.report(Path(folder))


BENCHMARKS: dict[str, Callable[[], Report]] = {
    "checking": _checking,
    "extraction": extraction.report,
    "meantime": meantime.report,
    "pan13": pan13.report,
    "publication": publication.report,
    "plover": plover.report,
    "quotations": quotations.report,
    "speed": _speed,
    "stories": stories.report,
}
"""Every benchmark by name, in the order in which they run."""


def verdict(figures: Sequence[Figure], floors: dict[str, float], everything: bool) -> tuple[str, bool]:
    """What is to be said of the figures and their floors, and whether all of them hold."""
    failed = sunk(figures, floors)
    lines = [f"BELOW ITS FLOOR: {one.figure.name} {one.figure.value:.4f} < {one.floor:.3f}" for one in failed]
    if everything:
        lines += [f"not measured here: {name}" for name in unmeasured(figures, floors)]
    lines.append(f"{len(figures)} figures, {len(failed)} below their floors")
    return "\n".join(lines), not failed


def main(argv: Sequence[str] | None = None, path: Path = FLOORS) -> int:
    """Run from the command line, with the floors in the file at `path`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Quality and speed, held to floors")
    parser.add_argument("--only", action="append", choices=list(BENCHMARKS), help="may be repeated")
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors to what was measured")
    args = parser.parse_args(argv)
    figures: list[Figure] = []
    for name in args.only or BENCHMARKS:
        report = BENCHMARKS[name]()
        figures += report.figures
        print(f"{report.title}\n\n{report.table}\n", flush=True)
    floors = read_floors(path)
    said, held = verdict(figures, floors, everything=not args.only)
    print(said)
    if args.raise_floors:
        write_floors(raised(figures, floors), path)
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
