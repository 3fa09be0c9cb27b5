"""The floors that figures are held to: a TOML table of figure names, raised on demand and never lowered."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure

FLOORS = Path(__file__).with_name("floors.toml")

_HEAD = """\
# The least that each figure of `python -m benchmarks` may be. Raised with --raise-floors, never lowered by it:
# whoever lowers a floor does so here, by hand, and says why in the commit.

[floors]
"""


@dataclass(frozen=True, slots=True)
class Sunk:
    """A figure below its floor."""

    figure: Figure
    floor: float


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """The floors by the names of their figures; none where the file is absent."""
    if not path.exists():
        return {}
    return {name: float(floor) for name, floor in tomllib.loads(path.read_text(encoding="utf-8"))["floors"].items()}


def write_floors(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the floors in the order of their names."""
    lines = [f'"{name}" = {floors[name]:.3f}\n' for name in sorted(floors)]
    path.write_text(_HEAD + "".join(lines), encoding="utf-8")


def sunk(figures: Iterable[Figure], floors: Mapping[str, float]) -> list[Sunk]:
    """The figures below their floors."""
    return [Sunk(f, floors[f.name]) for f in figures if f.name in floors and f.value < floors[f.name]]


def unmeasured(figures: Iterable[Figure], floors: Mapping[str, float]) -> list[str]:
    """The floors that no figure was held to, because its benchmark was skipped or gone."""
    return sorted(floors.keys() - {figure.name for figure in figures})


def raised(figures: Iterable[Figure], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors with those raised, and those added, that the figures support."""
    higher = dict(floors)
    for figure in figures:
        higher[figure.name] = max(figure.floor, floors.get(figure.name, figure.floor))
    return higher
