"""Stories: the pages that tell of one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Pages about one event, told independently or not. `parent_story` names the story this is an episode of."""

    story_id: str
    title: str | None
    first_date: str | None
    last_date: str | None
    parent_story: str | None
    page_ids: tuple[str, ...]
