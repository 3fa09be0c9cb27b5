"""The episodes of a story laid out for reading: their day, title and summary, each with a link to its words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from copydesk.model.story import Story
from copydesk.report.addresses import episode_anchor, place_address
from copydesk.report.figures import by_date
from copydesk.report.heads import Head
from copydesk.report.hostile import line, page_text
from copydesk.report.labels import date_range
from copydesk.report.library import Library

_PAGES_NAMED = 12
"""Pages of an episode that are named; the rest is counted, and all are in the list of the story's pages."""
_SUMMARY = 600
"""Code points of a summary that are shown."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A sentence that sums up, the page that it is from, and the link to it there."""

    words: Markup
    head: Head
    href: str


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode laid out. `href` leads to the words of its title, null where they are in no text."""

    number: int
    anchor: str
    days: str | None
    title: str
    href: str | None
    summary: Summary | None
    n_pages: int
    origins: int
    heads: tuple[Head, ...]


def summary_of(library: Library, story: Story) -> Summary | None:
    """The summary of a story or an episode, null where it has none."""
    page_id, begin, end = story.summary_page, story.summary_begin, story.summary_end
    if page_id not in library.heads or story.summary is None or begin is None or end is None:
        return None
    words = page_text(line(story.summary, _SUMMARY))
    return Summary(words, library.heads[page_id], place_address(page_id, begin, end))


def episodes_of(library: Library, story: Story) -> list[Episode]:
    """The episodes of a story, in their order."""
    return [_lay_out(library, n, row) for n, row in enumerate(library.episodes.get(story.story_id, ()), start=1)]


def _lay_out(library: Library, number: int, row: Story) -> Episode:
    heads = by_date(library.heads[page_id] for page_id in row.page_ids if page_id in library.heads)
    return Episode(
        number=number,
        anchor=episode_anchor(row.story_id),
        days=date_range(row.first_date, row.last_date),
        title=library.title_of(row),
        href=_title_place(library, row),
        summary=summary_of(library, row),
        n_pages=len(heads),
        origins=len({origin_id for head in heads for origin_id in head.page.origin_ids}),
        heads=tuple(heads[:_PAGES_NAMED]),
    )


def _title_place(library: Library, row: Story) -> str | None:
    page_id, begin, end = row.title_page, row.title_begin, row.title_end
    if page_id not in library.heads or begin is None or end is None:
        return None
    return place_address(page_id, begin, end)
