"""Long lists in parts, so that no page of the report grows with the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

_Row = TypeVar("_Row")

ROWS = 200
"""Rows of a list on one page of the report."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list: its number from 1, how many there are, and the paths of the others around it."""

    number: int
    parts: int
    first_row: int
    last_row: int
    rows: int
    links: tuple[tuple[str, str | None], ...]
    """What the pager shows in order: (words, path), path null for the current part and for gaps."""


def parts_of(rows: int, size: int = ROWS) -> int:
    """How many parts a list of so many rows has; an empty list has one."""
    return max(1, ceil(rows / size))


def part(address: Callable[[int], str], number: int, rows: int, size: int = ROWS) -> Part:
    """The numbers and links of one part of a list; `address` gives the path of a part."""
    parts = parts_of(rows, size)
    near = sorted({1, 2, parts - 1, parts, *range(number - 2, number + 3)} & set(range(1, parts + 1)))
    links: list[tuple[str, str | None]] = []
    before = 0
    for other in near:
        if other > before + 1:
            links.append(("…", None))
        links.append((str(other), None if other == number else address(other)))
        before = other
    first = (number - 1) * size
    return Part(number, parts, first + 1 if rows else 0, min(rows, first + size), rows, tuple(links))


def cut(rows: Sequence[_Row], number: int, size: int = ROWS) -> Sequence[_Row]:
    """The rows of one part."""
    return rows[(number - 1) * size : number * size]
