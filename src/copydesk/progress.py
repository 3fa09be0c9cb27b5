"""How a long step tells the outside how far it is. Every layer may report; only the faces show."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of one stage after the other: `start`, any number of `advance`, `finish`.

    `total` is in the stage's own units (pages, most often), null where it is not known beforehand. An
    exception that a method raises stops the build and leaves the case as it was.
    """

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins."""

    def advance(self, n: int = 1) -> None:
        """`n` more units of the current stage are done."""

    def finish(self) -> None:
        """The current stage is done."""


class Silence:
    """The progress that nobody watches."""

    def start(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, n: int = 1) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""
