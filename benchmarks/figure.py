"""A figure that a benchmark gives and that may never sink below its floor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, the higher the better.

    Attributes:
        name: stable; the floor's key.
        value: what was measured.
        slack: the share of the value by which the floor lies below it. 0 for what is the same in every run;
            more for speed, which depends on the machine and its load.
    """

    name: str
    value: float
    slack: float = 0.0

    @property
    def floor(self) -> float:
        """The floor that this value supports, rounded down to three decimals."""
        return int(self.value * (1 - self.slack) * 1000 + 1e-6) / 1000
