"""One event for the terminal: what it is, which words fired, and for whom each place counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

import copydesk
from copydesk.cli.events import event_lines
from copydesk.cli.facts import origin_name, page_source
from copydesk.cli.safe import safe_line


def event_json(case: copydesk.Case, event: copydesk.Event) -> dict[str, Any]:
    """An event and its mentions."""
    return {
        "event": dataclasses.asdict(event),
        "mentions": [dataclasses.asdict(row) for row in _mentions(case, event)],
    }


def _mentions(case: copydesk.Case, event: copydesk.Event) -> list[copydesk.EventMention]:
    return [row for row in case.table("event_mentions") if row.event_id == event.event_id]


def event_view(case: copydesk.Case, event: copydesk.Event) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    origins = {origin.origin_id: origin_name(origin) for origin in case.table("origins")}
    yield event_lines(event)
    for conflict in event.conflicts:
        yield Text(f"{conflict.field}: {safe_line(conflict.value)} ({page_source(case.page(conflict.page_id))})")
    yield ""
    for row in _mentions(case, event):
        page = case.page(row.page_id)
        counts = (
            f"counts for {origins.get(row.origin_id, row.origin_id)}" if row.origin_id else "counts for no origin"
        )
        yield Text.assemble(
            safe_line(page.text[row.begin : row.trigger_begin]),
            (safe_line(page.text[row.trigger_begin : row.trigger_end]), "bold yellow"),
            safe_line(page.text[row.trigger_end : row.end]),
        )
        said = f"{page_source(page)} [{row.begin}, {row.end}]  {row.status.value}  fired: {row.rule}  {counts}"
        yield Text(safe_line(said), style="dim")
