"""The figures of a case as a table for the terminal."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from copydesk import Summary
from copydesk.cli.counts import breakdown, counted, number
from copydesk.cli.safe import safe_line


def figures(folder: Path, summary: Summary) -> Iterator[RenderableType]:
    """The figures, with the one that matters in front: how many sources the pages really are."""
    yield _headline(summary)
    yield Padding(_table(summary), (1, 0, 1, 1))
    yield "Next"
    steps = _next_steps(safe_line(shlex.quote(str(folder))), summary)
    width = max(len(command) for command, _ in steps)
    for command, purpose in steps:
        # Never wrapped, so that a long path can still be copied.
        yield Text.assemble(" ", (command, "cyan"), " " * (width - len(command) + 3), (purpose, "dim"), no_wrap=True)


def _headline(summary: Summary) -> Text:
    return Text.assemble(
        (counted(summary.pages, "page"), "bold"),
        " from ",
        (counted(summary.origins, "independent origin"), "bold green"),
        " in ",
        (counted(summary.stories, "story", "stories"), "bold"),
    )


def _table(summary: Summary) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(justify="right", style="bold")
    table.add_column()
    for label, n, detail in _rows(summary):
        table.add_row(label, number(n), Text(safe_line(detail)))
    if summary.names:
        table.add_row("Names by", "", Text(safe_line(f"rules, and {summary.names}")))
    return table


def _rows(summary: Summary) -> list[tuple[str, int, str]]:
    new = f"{number(summary.new_pages)} new, " if summary.new_pages != summary.pages else ""
    copies = {wording: n for wording, n in summary.wordings.items() if wording.endswith("_copy")}
    rows = [
        ("Pages", summary.pages, f"{new}{counted(summary.words, 'word')}"),
        ("Stories", summary.stories, ""),
        ("Independent origins", summary.origins, ""),
        ("Copies", sum(copies.values()), breakdown(copies)),
        ("Shared passages", summary.passages, _pairs(summary)),
        ("Reworded places", summary.substitutions, "restored" if summary.substitutions else ""),
    ]
    if rejected := sum(summary.rejects.values()):
        rows.append(("Not read", rejected, breakdown(summary.rejects)))
    return rows


def _pairs(summary: Summary) -> str:
    pairs = sum(summary.alignments.values())
    return f"{counted(pairs, 'pair')} of places: {breakdown(summary.alignments)}" if pairs else ""


def _next_steps(folder: str, summary: Summary) -> list[tuple[str, str]]:
    steps = [
        (f"copydesk report {folder} --out report", "read it in a browser"),
        (f"copydesk show {folder}", "read it here"),
        (f"copydesk export {folder} --format csv --out tables", "take the tables elsewhere"),
    ]
    if summary.rejects:
        steps.append((f"copydesk rejects {folder}", "what was not read, and why"))
    return steps
