"""CSV after RFC 4180: a header, CRLF line ends, every text in quotation marks, lists as JSON.

A null is an empty field without quotation marks, an empty text is `""`; readers that know the difference keep it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copydesk.model.tables import Table
from copydesk.outputs.settings import ExportSettings
from copydesk.record.columns import Column, ColumnKind, columns_of, compact_json, plain

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"), full-width forms with it."""


def write_csv(table: Table, rows: Iterable[Any], file: Path, settings: ExportSettings) -> None:
    """Write the rows of one table. A table without rows gives the header."""
    columns = columns_of(table.row)
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(table.columns) + "\r\n")
        for row in rows:
            cells = (csv_cell(column, getattr(row, column.name), settings) for column in columns)
            stream.write(",".join(cells) + "\r\n")


def csv_cell(column: Column, value: Any, settings: ExportSettings) -> str:
    """One field, quoted where it is text."""
    if value is None:
        return ""
    if column.kind is ColumnKind.BOOLEAN:
        return "true" if value else "false"
    if column.kind in {ColumnKind.INTEGER, ColumnKind.REAL}:
        return repr(value)
    text = compact_json(value) if column.kind is ColumnKind.LIST else str(plain(value))
    if settings.guard_formulas and text.startswith((*FORMULA_STARTS, "'")):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"'
