"""Rows by the page that they are about."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from copydesk.model.packed import column


class OfPage(Protocol):
    """A row about one page."""

    @property
    def page_id(self) -> str:
        """The page."""


Row = TypeVar("Row", bound=OfPage)


class ByPage(Mapping[str, Sequence[Row]]):
    """The rows of each page, in their order; none for a page that has none.

    The rows are not copied: those of one page stand next to each other, and are cut out when they are asked for.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take rows of which those of one page stand next to each other, as in nearly all tables.

        Raises:
            ValueError: they do not.
        """
        self._rows = rows
        self._bounds: dict[str, tuple[int, int]] = {}
        last = 0
        for page_id, same in itertools.groupby(column(rows, "page_id")):
            if page_id in self._bounds:
                raise ValueError(f"the rows of page {page_id} stand in several places")
            first, last = last, last + sum(1 for _ in same)
            self._bounds[page_id] = first, last

    def __getitem__(self, page_id: str) -> Sequence[Row]:
        first, last = self._bounds.get(page_id, (0, 0))
        return self._rows[first:last]

    def __contains__(self, page_id: object) -> bool:
        return page_id in self._bounds

    def __iter__(self) -> Iterator[str]:
        return iter(self._bounds)

    def __len__(self) -> int:
        return len(self._bounds)
