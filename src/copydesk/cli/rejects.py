"""`copydesk rejects`: what gave no page, and why."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import breakdown, counted, number
from copydesk.cli.options import AsJson, CaseFolder, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen

EPILOG = examples("copydesk rejects case", "copydesk rejects case --limit 1000 --json")


def rejects(
    case: CaseFolder,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="List at most this many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the inputs that gave no page, with the reason and what to do."""
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        summary = opened.summary
        listed = list(itertools.islice(opened.table("rejects"), limit))
        shown.give(
            rejects=[dataclasses.asdict(reject) for reject in listed],
            by_code=dict(summary.rejects),
            unlisted=summary.unlisted_rejects,
        )
        total = sum(summary.rejects.values())
        if not total:
            shown.show("Every input was read.")
            return
        shown.show(Text(f"{counted(total, 'input')} not read: {safe_line(breakdown(summary.rejects))}", style="bold"))
        shown.show(_table(listed))
        if total > len(listed):
            shown.show(Text(f"… and {number(total - len(listed))} more (--limit lists more).", style="dim"))


def _table(listed: list[copydesk.Reject]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("source", "record", "code", "reason"):
        table.add_column(column, overflow="fold")
    for reject in listed:
        cells = (reject.source, reject.record_id or "", reject.code, reject.reason)
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return table
