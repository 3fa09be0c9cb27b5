"""A case at a glance: its figures, and its stories with how many sources each really has."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import number
from copydesk.cli.figures import figures
from copydesk.cli.safe import safe_line
from copydesk.cli.story_view import dates

_STORIES_SHOWN = 40


def overview_json(case: copydesk.Case) -> dict[str, Any]:
    """The figures and the stories."""
    return {
        "case": str(case.folder),
        "summary": dataclasses.asdict(case.summary),
        "stories": [dataclasses.asdict(story) for story in case.table("stories")],
    }


def overview(case: copydesk.Case) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    yield from figures(case.folder, case.summary)
    stories = sorted(case.table("stories"), key=lambda story: (-len(story.page_ids), story.story_id))
    if not stories:
        return
    yield ""
    yield _stories(case, stories[:_STORIES_SHOWN])
    if len(stories) > _STORIES_SHOWN:
        yield Text(f"… and {number(len(stories) - _STORIES_SHOWN)} stories of fewer pages.", style="dim")


def _stories(case: copydesk.Case, stories: list[copydesk.Story]) -> Table:
    origins = {page.page_id: page.origin_ids for page in case.table("pages")}
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("story", no_wrap=True)
    table.add_column("pages", justify="right")
    table.add_column("origins", justify="right", style="green")
    table.add_column("dates")
    table.add_column("title", overflow="fold")
    for story in stories:
        found = {origin_id for page_id in story.page_ids for origin_id in origins.get(page_id, ())}
        cells = (story.story_id, number(len(story.page_ids)), number(len(found)), dates(story), story.title or "")
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return table
