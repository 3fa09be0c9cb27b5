"""`copydesk rejects`: what gave no page, and why."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Annotated

import typer
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
        shown.show(*map(_entry, listed))
        if total > len(listed):
            shown.show(Text(f"… and {number(total - len(listed))} more (--limit lists more).", style="dim"))


def _entry(reject: copydesk.Reject) -> Text:
    place = reject.source if reject.record_id is None else f"{reject.source}#{reject.record_id}"
    return Text.assemble(
        safe_line(place), "  ", (safe_line(reject.code), "yellow"), "\n  ", (safe_line(reject.reason), "dim")
    )
