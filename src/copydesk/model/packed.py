"""Rows of one class held as columns, in a fifth of the memory that as many objects take."""

from __future__ import annotations

import dataclasses
import itertools
import operator
import typing
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import Any, Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed_columns import Pool, Pooled, column_of, filled

Row = TypeVar("Row")

FEW = 500_000
"""Rows up to which a table stays a tuple of objects, some 250 bytes each. To pack a row takes a microsecond, and to
make its object again half of one at each reading."""

_CHUNK = 1 << 11
"""Rows that are packed, or made, at once: some 300 KB, which stay in a cache while they are read."""


class Packed(Sequence[Row], Generic[Row]):
    """A sequence of frozen rows. Reading one makes an object that is equal to the one that was packed."""

    def __init__(self, row: type[Row], rows: Iterable[Row]) -> None:
        """Pack `rows`, instances of the dataclass `row`, in their order; they are taken as they come."""
        hints = typing.get_type_hints(row)
        self._row = row
        self._names = tuple(field.name for field in dataclasses.fields(row))  # type: ignore[arg-type]
        self._columns = [column_of(hints[name]) for name in self._names]
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
        made._columns = [filled(hints[name], columns[name]) for name in made._names]
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
        made = column_of(typing.get_type_hints(self._row)[name])
        for first in range(0, self._size, _CHUNK):
            cells = self._columns[at].read(slice(first, first + _CHUNK))
            made.add([values.get(number, cell) for number, cell in enumerate(cells, first)])
        made.close()
        other = copy(self)
        other._columns = [*self._columns[:at], made, *self._columns[at + 1 :]]
        return other

    def _pooled(self, name: str) -> Pooled:
        column = self._columns[self._names.index(name)]
        if not isinstance(column, Pooled):
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
