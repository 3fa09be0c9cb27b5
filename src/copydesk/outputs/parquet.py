"""Parquet by way of Arrow: lists as lists, objects as structs, and the same bytes for the same rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.model.tables import Table
from copydesk.outputs.settings import ExportSettings
from copydesk.record.columns import Column, ColumnKind, columns_of, plain

ROW_GROUP_ROWS = 20_000
ROW_GROUP_CHARS = 32_000_000
"""A row group ends at whichever comes first, so that a table of any size is written from bounded memory."""

_TYPES = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.INTEGER: pa.int64(),
    ColumnKind.REAL: pa.float64(),
    ColumnKind.BOOLEAN: pa.bool_(),
}


def write_parquet(table: Table, rows: Iterable[Any], file: Path, settings: ExportSettings) -> None:  # noqa: ARG001 (one shape for all formats)
    """Write the rows of one table. A table without rows gives a file with its schema."""
    schema = arrow_schema(table.row)
    # Pinned, so that the bytes do not move with a default of the library.
    with pq.ParquetWriter(
        file, schema, version="2.6", compression="zstd", compression_level=3, data_page_version="1.0"
    ) as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist(group, schema=schema), row_group_size=len(group))


def arrow_schema(row: type[Any]) -> pa.Schema:
    """The Arrow schema of a row class."""
    return pa.schema([pa.field(c.name, _type(c), nullable=c.nullable) for c in columns_of(row)])


def _type(column: Column) -> pa.DataType:
    if column.kind is not ColumnKind.LIST:
        return _TYPES[column.kind]
    if dataclasses.is_dataclass(column.item):
        return pa.list_(pa.struct(list(arrow_schema(column.item))))
    return pa.list_(pa.string())


def _groups(rows: Iterable[Any]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    chars = 0
    for row in rows:
        group.append(plain(row))
        chars += len(getattr(row, "text", ""))
        if len(group) >= ROW_GROUP_ROWS or chars >= ROW_GROUP_CHARS:
            yield group
            group, chars = [], 0
    if group:
        yield group
