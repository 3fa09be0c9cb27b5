"""The counts that the report leads with, taken from the rows and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.model.page import Wording
from copydesk.model.story import Story
from copydesk.report.addresses import story_file
from copydesk.report.heads import Head
from copydesk.report.labels import UNKNOWN, WORDING, WORDING_ORDER, date_range
from copydesk.report.library import Library

BAR_WIDTH = 1000
"""Units that a bar is wide."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of a wording bar: how many pages, their share, and where it is drawn (in `BAR_WIDTH` units)."""

    wording: str
    label: str
    count: int
    share: float
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class StoryFigures:
    """What a list says of a story. `origins` counts the independent origins that its pages carry; `unsourced` the
    pages of which no origin is known."""

    story: Story
    title: str
    href: str
    dates: str | None
    episodes: int
    heads: tuple[Head, ...]
    origins: int
    unsourced: int
    spun: int
    bar: tuple[Slice, ...]

    @property
    def sort_date(self) -> str:
        """A key that sorts by date, stories without one last."""
        return self.story.first_date or "~"


def wording_of(head: Head) -> str:
    """The page's wording as a key of the labels."""
    return head.page.wording.value if head.page.wording else UNKNOWN


def wording_bar(heads: Iterable[Head]) -> tuple[Slice, ...]:
    """The pages by wording, in the order of the labels; wordings that no page has are left out."""
    counts = Counter(wording_of(head) for head in heads)
    total = sum(counts.values())
    slices, before = [], 0
    for wording in WORDING_ORDER:
        count = counts[wording]
        if count:
            x, end = BAR_WIDTH * before // total, BAR_WIDTH * (before + count) // total
            slices.append(Slice(wording, WORDING[wording], count, count / total, x, end - x))
        before += count
    return tuple(slices)


def story_figures(library: Library, story: Story) -> StoryFigures:
    """Count one story."""
    heads = tuple(library.heads[page_id] for page_id in story.page_ids if page_id in library.heads)
    return StoryFigures(
        story=story,
        title=library.title(story.story_id),
        href=story_file(story.story_id),
        dates=date_range(story.first_date, story.last_date),
        episodes=len(library.episodes.get(story.story_id, ())),
        heads=heads,
        origins=len({origin_id for head in heads for origin_id in head.page.origin_ids}),
        unsourced=sum(not head.page.origin_ids for head in heads),
        spun=sum(head.page.wording is Wording.SPUN_COPY for head in heads),
        bar=wording_bar(heads),
    )


def by_date(heads: Iterable[Head]) -> list[Head]:
    """Pages by the day they were published, those without one last."""
    return sorted(heads, key=lambda head: (head.page.published or "~", head.outlet, head.name, head.page.page_id))
