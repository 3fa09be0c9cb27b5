"""One story for the terminal: its pages, and how many sources they really are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted, in_words
from copydesk.cli.facts import facts, origin_name, page_name, page_source
from copydesk.cli.safe import safe_line


def story_json(case: copydesk.Case, story: copydesk.Story) -> dict[str, Any]:
    """A story, its origins, and its pages without their texts."""
    pages = [dataclasses.asdict(case.page(page_id)) for page_id in story.page_ids]
    for page in pages:
        del page["text"]
    origins = [dataclasses.asdict(origin) for origin in story_origins(case, story)]
    return {"story": dataclasses.asdict(story), "pages": pages, "origins": origins}


def story_origins(case: copydesk.Case, story: copydesk.Story) -> list[copydesk.Origin]:
    """The independent origins of a story's pages, by id."""
    wanted = {origin_id for page_id in story.page_ids for origin_id in case.page(page_id).origin_ids}
    return [origin for origin in case.table("origins") if origin.origin_id in wanted]


def dates(story: copydesk.Story) -> str:
    """The days that a story spans, empty where none is known."""
    if story.first_date == story.last_date:
        return story.first_date or ""
    return f"{story.first_date or '?'} to {story.last_date or '?'}"


def story_view(case: copydesk.Case, story: copydesk.Story) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    origins = {origin.origin_id: origin_name(origin) for origin in story_origins(case, story)}
    yield Text(safe_line(story.title or story.story_id), style="bold")
    yield Text.assemble(
        counted(len(story.page_ids), "page"), " from ", (counted(len(origins), "independent origin"), "bold green")
    )
    episodes = [row for row in case.table("stories") if row.parent_story == story.story_id]
    rows: list[tuple[str, str | None]] = [
        ("id", story.story_id),
        ("dates", dates(story)),
        ("episode of", story.parent_story and _named(case.story(story.parent_story))),
    ]
    rows += [("episode", _named(episode)) for episode in episodes]
    rows += [("origin", name) for name in origins.values()]
    yield facts(rows)
    yield ""
    yield _pages(case, story, origins)


def _named(story: copydesk.Story) -> str:
    return f"{story.title or ''} [{story.story_id}]"


def _pages(case: copydesk.Case, story: copydesk.Story, origins: dict[str, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("page", no_wrap=True)
    for column in ("published", "title", "wording", "origins", "source"):
        table.add_column(column, overflow="fold")
    pages = sorted(
        (case.page(page_id) for page_id in story.page_ids), key=lambda p: (p.published or "9999", p.page_id)
    )
    for page in pages:
        cells = (
            page.page_id,
            page.published or "",
            page_name(page),
            in_words(page.wording) if page.wording else "",
            ", ".join(origins[origin_id] for origin_id in page.origin_ids if origin_id in origins),
            page_source(page),
        )
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return table
