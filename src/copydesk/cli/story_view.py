"""One story for the terminal: its pages, and how many sources they really are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted, in_words, number
from copydesk.cli.facts import facts, origin_name, page_name, page_source
from copydesk.cli.safe import safe_line


def episodes_of(case: copydesk.Case, story: copydesk.Story) -> list[copydesk.Story]:
    """The episodes of a story, in their order."""
    own = [row for row in case.table("stories") if row.parent_story == story.story_id]
    return sorted(own, key=lambda row: (row.episode or 0, row.story_id))


def story_json(case: copydesk.Case, story: copydesk.Story) -> dict[str, Any]:
    """A story, its episodes, its origins, and its pages without their texts."""
    pages = [dataclasses.asdict(case.page(page_id)) for page_id in story.page_ids]
    for page in pages:
        del page["text"]
    origins = [dataclasses.asdict(origin) for origin in story_origins(case, story)]
    episodes = [dataclasses.asdict(episode) for episode in episodes_of(case, story)]
    return {"story": dataclasses.asdict(story), "episodes": episodes, "pages": pages, "origins": origins}


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
    yield from _summary(case, story)
    yield Text.assemble(
        counted(len(story.page_ids), "page"), " from ", (counted(len(origins), "independent origin"), "bold green")
    )
    episodes = episodes_of(case, story)
    rows: list[tuple[str, str | None]] = [
        ("id", story.story_id),
        ("dates", dates(story)),
        ("episode", story.parent_story and f"{story.episode} of {_named(case.story(story.parent_story))}"),
    ]
    rows += [("origin", name) for name in origins.values()]
    yield facts(rows)
    if episodes:
        yield ""
        yield _episodes(case, episodes)
    yield ""
    yield _pages(case, story, origins, {page_id: row.episode for row in episodes for page_id in row.page_ids})


def _summary(case: copydesk.Case, story: copydesk.Story) -> Iterator[RenderableType]:
    """The sentence that sums up, and the place where it stands."""
    if story.summary is not None and story.summary_page is not None:
        yield Text(safe_line(story.summary), style="italic")
        place = f"{page_source(case.page(story.summary_page))} [{story.summary_begin}, {story.summary_end}]"
        yield Text(safe_line(place), style="dim")


def _episodes(case: copydesk.Case, episodes: list[copydesk.Story]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("episode", justify="right")
    table.add_column("days", no_wrap=True)
    table.add_column("pages", justify="right")
    table.add_column("origins", justify="right", style="green")
    table.add_column("title", overflow="fold")
    table.add_column("id", no_wrap=True)
    for episode in episodes:
        origins = {origin_id for page_id in episode.page_ids for origin_id in case.page(page_id).origin_ids}
        cells = (
            str(episode.episode),
            dates(episode),
            number(len(episode.page_ids)),
            number(len(origins)),
            episode.title or page_name(case.page(episode.page_ids[0])),
            episode.story_id,
        )
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return table


def _named(story: copydesk.Story) -> str:
    return f"{story.title or ''} [{story.story_id}]"


def _pages(
    case: copydesk.Case, story: copydesk.Story, origins: dict[str, str], episodes: dict[str, int | None]
) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("page", no_wrap=True)
    if episodes:
        table.add_column("episode", justify="right")
    for column in ("published", "title", "wording", "origins", "source"):
        table.add_column(column, overflow="fold")
    pages = sorted(
        (case.page(page_id) for page_id in story.page_ids),
        key=lambda page: (episodes.get(page.page_id) or len(episodes) + 1, page.published or "9999", page.page_id),
    )
    for page in pages:
        cells = (
            page.page_id,
            *([str(episodes.get(page.page_id) or "")] if episodes else []),
            page.published or "",
            page_name(page),
            in_words(page.wording) if page.wording else "",
            ", ".join(origins[origin_id] for origin_id in page.origin_ids if origin_id in origins),
            page_source(page),
        )
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return table
