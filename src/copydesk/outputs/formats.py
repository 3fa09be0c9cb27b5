"""The formats of an export, by name. To add one: a file beside this one, and a line here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from copydesk.model.tables import Table
from copydesk.outputs.csv import write_csv
from copydesk.outputs.jsonl import write_jsonl
from copydesk.outputs.parquet import write_parquet
from copydesk.outputs.settings import ExportSettings


class Writer(Protocol):
    """Writes the rows of one table into a new file; a table without rows gives a file too."""

    def __call__(self, table: Table, rows: Iterable[Any], file: Path, settings: ExportSettings) -> None:
        """Write `file`."""


FORMATS: dict[str, Writer] = {
    "jsonl": write_jsonl,
    "parquet": write_parquet,
    "csv": write_csv,
}
"""Each format by its name, which is also the ending of its files."""
