"""Chance that is the same on every machine: all of it comes from the uniform doubles of one PCG64 stream.

NumPy keeps the bits of a bit generator the same across versions, but not the streams of its distributions; so
nothing but `random` is used of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")


class Dice:
    """A stream of chance named by whole numbers: the same numbers give the same stream."""

    def __init__(self, *name: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence(name)))
        self._ready: list[float] = []

    def unit(self) -> float:
        """A number from 0 up to 1."""
        if not self._ready:
            self._ready = self._generator.random(128).tolist()
        return self._ready.pop()

    def units(self, n: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """n such numbers, drawn at once."""
        return self._generator.random(n)

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of the items, all alike."""
        return items[int(self.unit() * len(items))]

    def order(self, n: int) -> list[int]:
        """The numbers from 0 to n - 1 in random order."""
        order: list[int] = np.argsort(self.units(n), kind="stable").tolist()
        return order
