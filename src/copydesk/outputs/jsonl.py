"""JSON Lines: UTF-8, one object a line, keys in the order of the columns, characters as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copydesk.model.tables import Table
from copydesk.outputs.settings import ExportSettings
from copydesk.record.columns import compact_json


def write_jsonl(table: Table, rows: Iterable[Any], file: Path, settings: ExportSettings) -> None:  # noqa: ARG001 (one shape for all formats)
    """Write the rows of one table. A table without rows gives an empty file."""
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(compact_json(row))
            stream.write("\n")
