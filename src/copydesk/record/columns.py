"""The columns of a row class, read from its type hints: what a value is in SQL, in JSON and in Python."""

from __future__ import annotations

import dataclasses
import json
import operator
import types
import typing
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any

from copydesk.model.packed import in_columns

Cell = str | int | float | None
"""A value as SQLite holds it."""


class ColumnKind(StrEnum):
    """What a column holds, in words that every store and format can be asked for."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `item` is the class of a value, or for a list the class of its items."""

    name: str
    kind: ColumnKind
    item: type[Any]
    nullable: bool


_KINDS: dict[type[Any], ColumnKind] = {
    str: ColumnKind.TEXT,
    int: ColumnKind.INTEGER,
    float: ColumnKind.REAL,
    bool: ColumnKind.BOOLEAN,
}


def columns_of(row: type[Any]) -> tuple[Column, ...]:
    """The columns of a row class, in the order of its fields.

    Raises:
        TypeError: a field has a type that tables have no column for.
    """
    return _columns_of(typing.cast(Hashable, row))


@cache
def _columns_of(row: Any) -> tuple[Column, ...]:
    """Evaluating type hints takes a millisecond, and a page is looked up in less."""
    hints = typing.get_type_hints(row)
    return tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(row))


def _column(name: str, hint: Any) -> Column:
    nullable = False
    if isinstance(hint, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
        nullable = True
    if typing.get_origin(hint) is tuple:
        return Column(name, ColumnKind.LIST, typing.get_args(hint)[0], nullable)
    if hint in _KINDS:
        return Column(name, _KINDS[hint], hint, nullable)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Column(name, ColumnKind.TEXT, hint, nullable)
    raise TypeError(f"{name}: no column is known for {hint!r}")


def plain(value: Any) -> Any:
    """A value as JSON has it: enumerations as their strings, tuples as lists, rows as objects."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""The same for what JSON has already: texts, numbers, lists and dictionaries of them."""


def compact_json(value: Any) -> str:
    """JSON without spaces and with the characters as they are."""
    return encode_json(plain(value))


def encoder(row: type[Any]) -> Callable[[Any], tuple[Cell, ...]]:
    """The function that makes the cells of a row of class `row`, one a column, as SQLite holds them."""
    columns = columns_of(row)
    values = operator.attrgetter(*(column.name for column in columns))
    wanted = [(i, write) for i, column in enumerate(columns) if (write := _writer(column))]

    def encode(row: Any) -> tuple[Cell, ...]:
        cells = list(values(row))
        for i, write in wanted:
            if cells[i] is not None:
                cells[i] = write(cells[i])
        return tuple(cells)

    return encode


def cells_of(row: type[Any], rows: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    """The cells of many rows of class `row`: made column by column, in half the time, packed ones in a third."""
    columns = columns_of(row)
    writers = [_writer(column) for column in columns]
    for chunk in in_columns(rows, [column.name for column in columns]):
        yield from zip(*map(_written, writers, chunk), strict=True)


def _written(write: Callable[[Any], Cell] | None, values: Sequence[Any]) -> Sequence[Cell]:
    return values if write is None else [None if value is None else write(value) for value in values]


def _writer(column: Column) -> Callable[[Any], Cell] | None:
    """How a value that is not null becomes a cell, or null where it is one already."""
    if column.kind is ColumnKind.LIST:
        return _list_writer(column.item)
    if column.kind is ColumnKind.BOOLEAN:
        return int
    return operator.attrgetter("_value_") if issubclass(column.item, Enum) else None


def _list_writer(item: type[Any]) -> Callable[[Any], Cell]:
    """How a list becomes JSON: of texts and numbers as it is, of rows as objects of such."""
    if not dataclasses.is_dataclass(item):
        return lambda value: encode_json(value) if value else "[]"
    names = [field.name for field in dataclasses.fields(item)]
    values = operator.attrgetter(*names)
    return lambda rows: encode_json([dict(zip(names, values(row), strict=True)) for row in rows]) if rows else "[]"


def decoder(row: type[Any]) -> Callable[[Sequence[Any]], Any]:
    """The function that makes a row of class `row` of its cells."""
    wanted = [(i, read) for i, column in enumerate(columns_of(row)) if (read := _reader(column))]

    def decode(cells: Sequence[Any]) -> Any:
        values = list(cells)
        for i, read in wanted:
            if values[i] is not None:
                values[i] = read(values[i])
        return row(*values)

    return decode


def _reader(column: Column) -> Callable[[Any], Any] | None:
    """How a cell that is not null becomes a value, or null where it is one already."""
    if column.kind is ColumnKind.BOOLEAN:
        return bool
    if column.kind is ColumnKind.LIST:
        item = column.item
        if dataclasses.is_dataclass(item):
            return lambda cell: tuple(item(**fields) for fields in json.loads(cell))
        return lambda cell: tuple(json.loads(cell))
    return column.item if issubclass(column.item, Enum) else None


@dataclass(frozen=True, slots=True)
class SpanColumns:
    """The columns that say one place: a page, its offsets, and the text there where the row repeats it.

    `nullable`: the offsets may be null although the page is given; then the row names no place.
    """

    page: str
    begin: str
    end: str
    text: str | None
    nullable: bool


def spans_of(row: type[Any]) -> tuple[SpanColumns, ...]:
    """The places that a row of this class names: `page_id, begin, end`, `a_page, a_begin, a_end`, ...

    A place without a page column of its own (`cue_begin, cue_end`) is on the page of `page_id`.
    """
    return tuple(_spans({column.name: column for column in columns_of(row)}))


_EXTRACTED = frozenset({"title", "summary"})
"""Columns that repeat the words at the place of their name; `speaker` and others say in full what stands there."""


def _spans(columns: dict[str, Column]) -> Iterator[SpanColumns]:
    for begin, column in columns.items():
        if not begin.endswith("begin"):
            continue
        prefix = begin.removesuffix("begin")
        page = f"{prefix}page" if f"{prefix}page" in columns else "page_id"
        repeated = [name for name in (f"{prefix}text", prefix.rstrip("_")) if name in columns]
        text = next((name for name in repeated if name.endswith("text") or name in _EXTRACTED), None)
        yield SpanColumns(page, begin, f"{prefix}end", text, column.nullable)
