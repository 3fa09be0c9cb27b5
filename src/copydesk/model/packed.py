"""Rows of one class held as columns, in a fifth of the memory that as many objects take."""

from __future__ import annotations

import dataclasses
import itertools
import operator
import types
import typing
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Row = TypeVar("Row")

FEW = 500_000
"""Rows up to which a table stays a tuple of objects, some 250 bytes each. To pack a row takes a microsecond, and to
make its object again half of one at each reading."""

_CHUNK = 1 << 11
"""Rows that are packed, or made, at once: some 300 KB, which stay in a cache while they are read."""
_NOTHING = np.iinfo(np.int64).min
"""Stands for null among whole numbers."""


_Rows = slice | NDArray[np.int64]
"""Which rows are read: some that stand next to each other, or any, by their numbers."""


class _Column(Protocol):
    def add(self, values: Sequence[Any]) -> None: ...
    def close(self) -> None: ...
    def read(self, rows: _Rows) -> list[Any]: ...


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

    def read(self, rows: _Rows) -> list[int | None]:
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

    def read(self, rows: _Rows) -> list[float | None]:
        return [None if value != value else value for value in self._values[rows].tolist()]  # noqa: PLR0124


class _Pooled:
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

    def read(self, rows: _Rows) -> list[Any]:
        return list(map(self._pool.__getitem__, self._values[rows].tolist()))

    def among(self, wanted: Container[Any]) -> NDArray[np.bool_]:
        return np.array([value in wanted for value in self._pool], np.bool_)[self._values]

    def runs(self) -> Iterator[tuple[Any, int]]:
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
        self._columns = [_column_of(hints[name]) for name in names]
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

    def read(self, rows: _Rows) -> list[tuple[Any, ...]]:
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

    def read(self, rows: _Rows) -> list[Any]:
        if not isinstance(rows, slice):
            return [self._values[at] for at in rows.tolist()]
        return self._values[rows]


def _column_of(hint: Any) -> _Column:
    kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
    kind = kinds[0] if isinstance(hint, types.UnionType) else hint
    if kind is int:
        return _Numbers(kind)
    if kind is float:
        return _Reals(kind)
    if typing.get_origin(kind) is tuple and typing.get_args(kind)[1:] == (Ellipsis,):
        return _Lists(typing.get_args(kind)[0])
    again = kind in (str, bool) or (isinstance(kind, type) and issubclass(kind, Enum))
    return _Pooled(kind) if again else _Objects(kind)


@dataclass(frozen=True, slots=True)
class Pool:
    """A column of values that come again and again: each of them once, and for each row the number of its own."""

    values: Sequence[Any]
    numbers: NDArray[Any]


def _filled(hint: Any, values: Pool | NDArray[Any]) -> _Column:
    """A column of values that are an array already; none of the numbers is null."""
    column = _column_of(hint)
    if isinstance(values, Pool):
        if isinstance(column, _Pooled):
            column.fill(values)
            return column
    elif isinstance(column, _Numbers | _Reals):
        column.fill(values)
        return column
    raise TypeError(f"these values make no column of {hint}")


class Packed(Sequence[Row], Generic[Row]):
    """A sequence of frozen rows. Reading one makes an object that is equal to the one that was packed."""

    def __init__(self, row: type[Row], rows: Iterable[Row]) -> None:
        """Pack `rows`, instances of the dataclass `row`, in their order; they are taken as they come."""
        hints = typing.get_type_hints(row)
        self._row = row
        self._names = tuple(field.name for field in dataclasses.fields(row))  # type: ignore[arg-type]
        self._columns = [_column_of(hints[name]) for name in self._names]
        self._size = 0
        values = operator.attrgetter(*self._names)
        waiting = iter(rows)
        while chunk := list(itertools.islice(waiting, _CHUNK)):
            self._size += len(chunk)
            for column, cells in zip(self._columns, zip(*map(values, chunk), strict=True), strict=True):
                column.add(cells)
        for column in self._columns:
            column.close()

    @classmethod
    def of_columns(cls, row: type[Row], columns: Mapping[str, Pool | NDArray[Any]]) -> Packed[Row]:
        """The rows of columns, all of them, of one length. Values of a pool differ from each other.

        Raises:
            TypeError: texts are no pool, or numbers no array.
        """
        made = cls(row, ())
        hints = typing.get_type_hints(row)
        made._columns = [_filled(hints[name], columns[name]) for name in made._names]
        made._size = min((len(c.numbers if isinstance(c, Pool) else c) for c in columns.values()), default=0)
        return made

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Row]:
        for first in range(0, self._size, _CHUNK):
            yield from self._read(slice(first, first + _CHUNK))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(self._read(at))
        place = range(self._size)[at]
        return self._read(slice(place, place + 1))[0]

    def values(self, name: str) -> Iterator[Any]:
        """One column of all rows, without making these."""
        column = self._columns[self._names.index(name)]
        for first in range(0, self._size, _CHUNK):
            yield from column.read(slice(first, first + _CHUNK))

    def columns(self, names: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
        """Some columns of all rows, a good many rows at a time, without making these."""
        wanted = [self._columns[self._names.index(name)] for name in names]
        for first in range(0, self._size, _CHUNK):
            yield [column.read(slice(first, first + _CHUNK)) for column in wanted]

    def where(self, wanted: NDArray[np.bool_]) -> Iterator[Row]:
        """The rows of which `wanted`, bool[n], is true; no others are made."""
        chosen = np.flatnonzero(wanted)
        for first in range(0, len(chosen), _CHUNK):
            rows = chosen[first : first + _CHUNK]
            yield from self._made(len(rows), (column.read(rows) for column in self._columns))

    def among(self, name: str, wanted: Container[Any]) -> NDArray[np.bool_]:
        """Which rows have one of the wanted values in a column of text or of labels. bool[n].

        Raises:
            TypeError: it is no such column.
        """
        return self._pooled(name).among(wanted)

    def runs(self, name: str) -> Iterator[tuple[Any, int]]:
        """The values of a column of text, and how many rows on end have each, without making these.

        Raises:
            TypeError: it is no column of text.
        """
        return self._pooled(name).runs()

    def changed(self, name: str, values: Mapping[int, Any]) -> Packed[Row]:
        """The same rows with other values of one field, by the number of the row; nothing else is copied."""
        at = self._names.index(name)
        made = _column_of(typing.get_type_hints(self._row)[name])
        for first in range(0, self._size, _CHUNK):
            cells = self._columns[at].read(slice(first, first + _CHUNK))
            made.add([values.get(number, cell) for number, cell in enumerate(cells, first)])
        made.close()
        other = copy(self)
        other._columns = [*self._columns[:at], made, *self._columns[at + 1 :]]
        return other

    def _pooled(self, name: str) -> _Pooled:
        column = self._columns[self._names.index(name)]
        if not isinstance(column, _Pooled):
            raise TypeError(f"{name} is no column of text")
        return column

    def _read(self, rows: slice) -> list[Row]:
        return self._made(len(range(*rows.indices(self._size))), (column.read(rows) for column in self._columns))

    def _made(self, size: int, columns: Iterable[Iterable[Any]]) -> list[Row]:
        """Rows of their cells, column by column: the `__init__` of a frozen class takes three times as long."""
        made: list[Row] = list(map(object.__new__, itertools.repeat(self._row, size)))
        for name, cells in zip(self._names, columns, strict=True):
            deque(map(getattr(self._row, name).__set__, made, cells), maxlen=0)
        return made


def in_columns(rows: Iterable[Row], names: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
    """The values of some fields of rows, packed or not, field by field: a good many rows at a time."""
    if isinstance(rows, Packed):
        yield from rows.columns(names)
        return
    values = [operator.attrgetter(name) for name in names]
    waiting = iter(rows)
    while chunk := list(itertools.islice(waiting, _CHUNK)):
        yield [list(map(value, chunk)) for value in values]


def packed(row: type[Row], rows: Iterable[Row], *, few: int = FEW) -> Sequence[Row]:
    """The rows as a tuple where they are few, else packed."""
    if isinstance(rows, Packed):
        return rows
    waiting = iter(rows)
    first = tuple(itertools.islice(waiting, few + 1))
    return first if len(first) <= few else Packed(row, itertools.chain(first, waiting))


def from_columns(row: type[Row], columns: Mapping[str, Pool | NDArray[Any]], *, few: int = FEW) -> Sequence[Row]:
    """The rows of columns as a tuple where they are few, else packed; see `Packed.of_columns`."""
    made = Packed.of_columns(row, columns)
    return tuple(made) if len(made) <= few else made


def changed(rows: Sequence[Row], name: str, values: Mapping[int, Any]) -> Sequence[Row]:
    """A table, packed or not, with other values of one field in some rows, by the number of the row."""
    if isinstance(rows, Packed):
        return rows.changed(name, values)
    new = list(rows)
    for number, value in values.items():
        new[number] = dataclasses.replace(new[number], **{name: value})  # type: ignore[type-var]
    return tuple(new)


def column(rows: Sequence[Row], name: str) -> Iterator[Any]:
    """One column of a table, packed or not."""
    return rows.values(name) if isinstance(rows, Packed) else map(operator.attrgetter(name), rows)


def where(rows: Sequence[Row], wanted: NDArray[np.bool_]) -> Iterator[Row]:
    """The rows of a table, packed or not, of which `wanted`, bool[n], is true."""
    return rows.where(wanted) if isinstance(rows, Packed) else itertools.compress(rows, wanted)


def among(rows: Sequence[Row], name: str, wanted: Container[Any]) -> NDArray[np.bool_]:
    """Which rows of a table, packed or not, have a wanted value in a column of text or of labels. bool[n]."""
    if isinstance(rows, Packed):
        return rows.among(name, wanted)
    return np.fromiter((value in wanted for value in column(rows, name)), np.bool_, len(rows))


def runs(rows: Sequence[Row], name: str) -> Iterator[tuple[Any, int]]:
    """The values of a column of text of a table, packed or not, and how many rows on end have each."""
    if isinstance(rows, Packed):
        yield from rows.runs(name)
        return
    for value, same in itertools.groupby(column(rows, name)):
        yield value, len(tuple(same))
