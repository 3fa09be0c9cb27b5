"""Rows by the page that they are about."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from copydesk.model.packed import Packed, runs


class OfPage(Protocol):
    """A row about one page."""

    @property
    def page_id(self) -> str:
        """The page."""


Row = TypeVar("Row", bound=OfPage)


AHEAD = 512
"""Rows of a packed table that are made at once where pages are asked for in its order, as most stages ask: one page
after another, their rows took three times as long."""


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
        self._number: dict[str, int] = {}
        self._begins = array("q", [0])
        for page_id, size in runs(rows, "page_id"):
            if self._number.setdefault(page_id, len(self._number)) < len(self._begins) - 1:
                raise ValueError(f"the rows of page {page_id} stand in several places")
            self._begins.append(self._begins[-1] + size)
        self._made: Sequence[Row] = rows if not isinstance(rows, Packed) else ()
        self._first = self._next = self._in_order = 0

    def __getitem__(self, page_id: str) -> Sequence[Row]:
        number = self._number.get(page_id)
        if number is None:
            return ()
        first, last = self._begins[number], self._begins[number + 1]
        if not self._first <= first <= last <= self._first + len(self._made):
            self._in_order = self._in_order + 1 if self._next <= first < self._next + AHEAD else 0
            stop = max(last, first + AHEAD) if self._in_order > 1 else last  # once may be chance
            self._made, self._first = self._rows[first:stop], first
        self._next = last
        return self._made[first - self._first : last - self._first]

    def __contains__(self, page_id: object) -> bool:
        return page_id in self._number

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)
