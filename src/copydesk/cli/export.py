"""`copydesk export`: the tables as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.options import AsJson, CaseFolder, Quiet, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen
from copydesk.cli.watch import watched

EPILOG = examples(
    "copydesk export case --format jsonl --out tables",
    "copydesk export case --format parquet --out tables --table pages --table lineage",
)


def export(
    case: CaseFolder,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, parquet or csv.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the files; other files in it stay.")],
    table: Annotated[
        list[str] | None,
        typer.Option("--table", metavar="NAME", help="Write only this table; may be given several times."),
    ] = None,
    raw_cells: Annotated[
        bool,
        typer.Option("--raw-cells", help="In CSV, leave texts as they are even where a spreadsheet would run them."),
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write the tables of a case as files, one a table.

    The tables and their columns are described in docs/tables.md. In CSV a text that a spreadsheet would take for
    a formula gets an apostrophe in front; --raw-cells leaves it out.
    """
    with screen(as_json=as_json, quiet=quiet) as shown, copydesk.Case.open(case) as opened:
        settings = copydesk.ExportSettings(guard_formulas=not raw_cells)
        with watched(shown) as bar:
            files = copydesk.export(opened, out, format, table, settings=settings, progress=bar)
        shown.give(files=[str(file) for file in files])
        shown.show(f"{counted(len(files), 'file')} in {safe_line(str(out))}")
