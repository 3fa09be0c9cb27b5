"""`copydesk report`: the case as pages for a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import copydesk
from copydesk.cli.options import AsJson, CaseFolder, Quiet, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen
from copydesk.cli.watch import watched

EPILOG = examples("copydesk report case --out report    then open report/index.html")


def report(
    case: CaseFolder,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the report, or of an older one.")],
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write a report of static pages that open from disk, without a network."""
    with screen(as_json=as_json, quiet=quiet) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        with watched(shown) as bar:
            index = copydesk.write_report(opened, out, progress=bar)
        shown.give(report=str(index))
        shown.show(f"The report: {safe_line(str(index))}")
