"""Rows by the page that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from copydesk.model.packed import Packed, runs


class OfPage(Protocol):
    """A row about one page."""

    @property
    def page_id(self) -> str:
        """The page."""


Row = TypeVar("Row", bound=OfPage)


AHEAD = 2_048
"""Rows of a packed table that are made at once where pages are asked for in its order, as most stages ask: to make
those of one page takes longer than these."""


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
        for page_id, size in runs(rows, "page_id"):
            if page_id in self._bounds:
                raise ValueError(f"the rows of page {page_id} stand in several places")
            first, last = last, last + size
            self._bounds[page_id] = first, last
        self._made: Sequence[Row] = rows if not isinstance(rows, Packed) else ()
        self._first = self._next = 0

    def __getitem__(self, page_id: str) -> Sequence[Row]:
        if page_id not in self._bounds:
            return ()
        first, last = self._bounds[page_id]
        if not self._first <= first <= last <= self._first + len(self._made):
            in_order = self._next <= first < self._next + AHEAD
            self._made, self._first = self._rows[first : max(last, first + AHEAD) if in_order else last], first
        self._next = last
        return self._made[first - self._first : last - self._first]

    def __contains__(self, page_id: object) -> bool:
        return page_id in self._bounds

    def __iter__(self) -> Iterator[str]:
        return iter(self._bounds)

    def __len__(self) -> int:
        return len(self._bounds)
