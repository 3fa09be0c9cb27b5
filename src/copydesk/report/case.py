"""What the report asks of a case. `copydesk.record.Case` has it; so may anything else that holds the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol


class Counts(Protocol):
    """The figures that the rows can't give: a build with too many rejects lists only some of them."""

    @property
    def rejects(self) -> Mapping[str, int]:
        """Inputs that gave no page, by code, listed or not."""
        ...

    @property
    def unlisted_rejects(self) -> int:
        """Those of them that have no row."""
        ...


class Tables(Protocol):
    """The tables of a case, row by row. Names and row classes are those of `copydesk.model.tables.TABLES`."""

    def table(self, name: str) -> Iterable[Any]:
        """Yield the rows of one table in its stable order."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Hold the case still for as many reads as need to agree."""
        ...

    @property
    def summary(self) -> Counts:
        """The figures of the case."""
        ...
