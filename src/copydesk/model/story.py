"""Stories: the pages that tell of one event, and the episodes in which they told it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Pages about one event, told independently or not; or an episode, a part of the pages of a story.

    `parent_story` names the story that an episode is of, and `episode` its number there, from 1, in the order of
    what is told; both are null for a story. The days of an episode are those that its pages tell of, those of a story
    the days of its episodes and those on which its faithful pages were published. `title_*` says where the title
    stands, null where it is not in a text. `summary` is a sentence of `summary_page`, its
    `text[summary_begin:summary_end]`.
    """

    story_id: str
    title: str | None
    first_date: str | None
    last_date: str | None
    parent_story: str | None
    page_ids: tuple[str, ...]
    episode: int | None = None
    title_page: str | None = None
    title_begin: int | None = None
    title_end: int | None = None
    summary: str | None = None
    summary_page: str | None = None
    summary_begin: int | None = None
    summary_end: int | None = None
