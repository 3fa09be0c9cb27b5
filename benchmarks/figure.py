"""What a benchmark gives: a table to read, and figures that may never sink below their floors."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, the higher the better.

    Attributes:
        name: stable; the floor's key.
        value: what was measured.
        slack: the share of the value by which the floor lies below it. Quality is the same in every run, but a
            rounding on another processor may move a passage's edge; speed depends on the machine and its load.
    """

    name: str
    value: float
    slack: float = 0.002

    @property
    def floor(self) -> float:
        """The floor that this value supports, rounded down to three decimals."""
        least = Decimal(str(self.value * (1 - self.slack)))
        return float(least.quantize(Decimal("0.001"), rounding=ROUND_FLOOR))


@dataclass(frozen=True, slots=True)
class Report:
    """One benchmark's outcome. A benchmark that could not run says why in the table and has no figures."""

    title: str
    table: str
    figures: tuple[Figure, ...] = ()
