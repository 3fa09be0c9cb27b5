"""A case at a glance: its figures, and its stories with how many sources each really has."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted, number
from copydesk.cli.figures import figures
from copydesk.cli.safe import safe_line
from copydesk.cli.story_view import dates

_STORIES_SHOWN = 40


def overview_json(case: copydesk.Case) -> dict[str, Any]:
    """The figures and the stories, each with its episodes."""
    stories, episodes = _read(case)
    return {
        "case": str(case.folder),
        "summary": dataclasses.asdict(case.summary),
        "stories": [
            {**dataclasses.asdict(story), "episodes": [dataclasses.asdict(row) for row in episodes[story.story_id]]}
            for story in stories
        ],
    }


def overview(case: copydesk.Case) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    yield from figures(case.folder, case.summary)
    stories, episodes = _read(case)
    stories.sort(key=lambda story: (-len(story.page_ids), story.story_id))
    if not stories:
        return
    yield ""
    yield _stories(case, stories[:_STORIES_SHOWN], {story_id: len(rows) for story_id, rows in episodes.items()})
    if len(stories) > _STORIES_SHOWN:
        yield Text(f"… and {number(len(stories) - _STORIES_SHOWN)} stories of fewer pages.", style="dim")


def _read(case: copydesk.Case) -> tuple[list[copydesk.Story], dict[str, list[copydesk.Story]]]:
    """The stories, and the episodes of each by its id, in their order."""
    rows = list(case.table("stories"))
    stories = [row for row in rows if row.parent_story is None]
    episodes: dict[str, list[copydesk.Story]] = {story.story_id: [] for story in stories}
    for row in sorted(rows, key=lambda row: (row.episode or 0, row.story_id)):
        if row.parent_story in episodes:
            episodes[row.parent_story].append(row)
    return stories, episodes


def _stories(case: copydesk.Case, stories: list[copydesk.Story], episodes: dict[str, int]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("story", no_wrap=True)
    table.add_column("pages", justify="right")
    table.add_column("origins", justify="right", style="green")
    table.add_column("dates")
    table.add_column("title", overflow="fold")
    for story in stories:
        found = {origin_id for page_id in story.page_ids for origin_id in case.page(page_id).origin_ids}
        cells = (story.story_id, number(len(story.page_ids)), number(len(found)), dates(story))
        title = Text(safe_line(story.title or ""))
        if episodes[story.story_id]:
            title.append(f"{' · ' if title else ''}{counted(episodes[story.story_id], 'episode')}", "dim")
        table.add_row(*(Text(safe_line(cell)) for cell in cells), title)
    return table
