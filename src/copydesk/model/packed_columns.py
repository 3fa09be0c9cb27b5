"""Columns of packed tables: the values of one field of many rows, in as few bytes as their kind takes."""

from __future__ import annotations

import dataclasses
import itertools
import operator
import types
import typing
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

_NOTHING = np.iinfo(np.int64).min
"""Stands for null among whole numbers."""


Rows = slice | NDArray[np.int64]
"""Which rows are read: some that stand next to each other, or any, by their numbers."""


class Column(Protocol):
    """The values of one field."""

    def add(self, values: Sequence[Any]) -> None:
        """Take the values of some more rows."""

    def close(self) -> None:
        """All values are there."""

    def read(self, rows: Rows) -> list[Any]:
        """The values of some rows, once all are there."""


class _Numbers:
    """Whole numbers, null among them or not."""

    def __init__(self, _: Any) -> None:
        self._parts: list[NDArray[Any]] = []
        self._values: NDArray[Any] = np.empty(0, np.int32)

    def add(self, values: Sequence[int | None]) -> None:
        self._add(np.array([_NOTHING if value is None else value for value in values], dtype=np.int64))

    def _add(self, whole: NDArray[Any]) -> None:
        narrow = whole.astype(np.int32)
        self._parts.append(narrow if (narrow == whole).all() else whole)

    def close(self) -> None:
        self._values, self._parts = np.concatenate([self._values, *self._parts]), []

    def fill(self, values: NDArray[Any]) -> None:
        self._add(values)
        self.close()

    def read(self, rows: Rows) -> list[int | None]:
        values: list[int | None] = self._values[rows].tolist()
        if self._values.dtype == np.int64:
            return [None if value == _NOTHING else value for value in values]
        return values


class _Reals:
    """Numbers with a fraction, null among them or not; none of a table is NaN."""

    def __init__(self, _: Any) -> None:
        self._parts: list[NDArray[np.float64]] = []
        self._values = np.empty(0, np.float64)

    def add(self, values: Sequence[float | None]) -> None:
        self._parts.append(np.array(values, dtype=np.float64))  # null becomes NaN

    def close(self) -> None:
        self._values, self._parts = np.concatenate([self._values, *self._parts]), []

    def fill(self, values: NDArray[Any]) -> None:
        self._parts.append(values.astype(np.float64))
        self.close()

    def read(self, rows: Rows) -> list[float | None]:
        return [None if value != value else value for value in self._values[rows].tolist()]  # noqa: PLR0124


class Pooled:
    """Values that come again and again (ids, labels, words), each kept once."""

    def __init__(self, _: Any) -> None:
        self._number: dict[Any, int] = {}
        self._parts: list[NDArray[np.int32]] = []
        self._pool: list[Any] = []
        self._values = np.empty(0, np.int32)

    def add(self, values: Sequence[Any]) -> None:
        number = self._number
        self._parts.append(np.array([number.setdefault(value, len(number)) for value in values], dtype=np.int32))

    def close(self) -> None:
        self._pool, self._number = list(self._number), {}
        self._values, self._parts = np.concatenate([self._values, *self._parts]), []

    def fill(self, values: Pool) -> None:
        self._pool, self._values = list(values.values), values.numbers.astype(np.int32)

    def read(self, rows: Rows) -> list[Any]:
        return list(map(self._pool.__getitem__, self._values[rows].tolist()))

    def among(self, wanted: Container[Any]) -> NDArray[np.bool_]:
        """Which rows have a wanted value. bool[n]."""
        return np.array([value in wanted for value in self._pool], np.bool_)[self._values]

    def runs(self) -> Iterator[tuple[Any, int]]:
        """The values, and how many rows on end have each."""
        first = np.flatnonzero(np.diff(self._values, prepend=-1))
        sizes = np.diff(first, append=len(self._values))
        return zip(map(self._pool.__getitem__, self._values[first].tolist()), sizes.tolist(), strict=True)


class _Lists:
    """Tuples of rows of another class, or of values: all of them one after the other, and where each tuple begins."""

    def __init__(self, item: Any) -> None:
        self._row: Callable[..., Any] | None = (
            item if isinstance(item, type) and dataclasses.is_dataclass(item) else None
        )
        hints = typing.get_type_hints(item) if self._row else {"": item}
        names = [field.name for field in dataclasses.fields(item)] if self._row else [""]
        self._cells = [operator.attrgetter(name) if name else _itself for name in names]
        self._columns = [column_of(hints[name]) for name in names]
        self._sizes: list[NDArray[np.int64]] = [np.zeros(1, np.int64)]
        self._start = np.empty(0, np.int64)

    def add(self, values: Sequence[tuple[Any, ...]]) -> None:
        self._sizes.append(np.array([len(value) for value in values], dtype=np.int64))
        items = list(itertools.chain.from_iterable(values))
        for column, cell in zip(self._columns, self._cells, strict=True):
            column.add(list(map(cell, items)))

    def close(self) -> None:
        self._start, self._sizes = np.cumsum(np.concatenate(self._sizes)), []
        for column in self._columns:
            column.close()

    def read(self, rows: Rows) -> list[tuple[Any, ...]]:
        if not isinstance(rows, slice):
            return [self.read(slice(at, at + 1))[0] for at in rows.tolist()]
        places = range(len(self._start) - 1)[rows]
        if places.step != 1:
            return [self.read(slice(at, at + 1))[0] for at in places]
        bounds = self._start[places.start : places.start + len(places) + 1].tolist()
        if not places:
            return []
        cells = [column.read(slice(bounds[0], bounds[-1])) for column in self._columns]
        items = list(map(self._row, *cells)) if self._row else cells[0]
        return [tuple(items[at - bounds[0] : to - bounds[0]]) for at, to in itertools.pairwise(bounds)]


def _itself(value: Any) -> Any:
    return value


class _Objects:
    """What has no shorter form."""

    def __init__(self, _: Any) -> None:
        self._values: list[Any] = []

    def add(self, values: Sequence[Any]) -> None:
        self._values.extend(values)

    def close(self) -> None:
        """Nothing is left to do."""

    def read(self, rows: Rows) -> list[Any]:
        if not isinstance(rows, slice):
            return [self._values[at] for at in rows.tolist()]
        return self._values[rows]


def column_of(hint: Any) -> Column:
    """An empty column for a field with this type hint."""
    kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
    kind = kinds[0] if isinstance(hint, types.UnionType) else hint
    if kind is int:
        return _Numbers(kind)
    if kind is float:
        return _Reals(kind)
    if typing.get_origin(kind) is tuple and typing.get_args(kind)[1:] == (Ellipsis,):
        return _Lists(typing.get_args(kind)[0])
    again = kind in (str, bool) or (isinstance(kind, type) and issubclass(kind, Enum))
    return Pooled(kind) if again else _Objects(kind)


@dataclass(frozen=True, slots=True)
class Pool:
    """A column of values that come again and again: each of them once, and for each row the number of its own."""

    values: Sequence[Any]
    numbers: NDArray[Any]


def filled(hint: Any, values: Pool | NDArray[Any]) -> Column:
    """A column of values that are an array already; none of the numbers is null."""
    column = column_of(hint)
    if isinstance(values, Pool):
        if isinstance(column, Pooled):
            column.fill(values)
            return column
    elif isinstance(column, _Numbers | _Reals):
        column.fill(values)
        return column
    raise TypeError(f"these values make no column of {hint}")
