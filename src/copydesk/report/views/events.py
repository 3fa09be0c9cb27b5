"""What happened, in a story and in the whole case: the timeline, and every event with the words that bear it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from copydesk.model.story import Story
from copydesk.report.addresses import events_file, listing_file
from copydesk.report.figures import story_figures
from copydesk.report.happened import Happening, happenings
from copydesk.report.library import Library
from copydesk.report.pager import cut, part, parts_of
from copydesk.report.press import Press
from copydesk.report.timeline import draw_timeline

EVENTS = 100
"""Events on one page."""


def write_story(press: Press, library: Library, story: Story) -> None:
    """Write the events of a story; one without any has no such page."""
    found = happenings(library, library.events_of(story.story_id))
    if found:
        figures = story_figures(library, story)
        episodes = library.episodes.get(story.story_id, ())
        _write(press, found, partial(events_file, story.story_id), figures.title, figures.href, episodes)


def write_case(press: Press, library: Library) -> None:
    """Write the events of the whole case, in parts."""
    found = happenings(library, library.all_events())
    _write(press, found, partial(listing_file, "events"), None, None)


def _write(
    press: Press,
    found: list[Happening],
    address: partial[str],
    title: str | None,
    href: str | None,
    episodes: Sequence[Story] = (),
) -> None:
    several = sum(one.event.n_origins > 1 for one in found)
    kinds = sorted({one.event.type.value for one in found if one.event.type})
    for number in range(1, parts_of(len(found), EVENTS) + 1):
        shown = cut(found, number, EVENTS)
        press.set(
            address(number),
            "events.html",
            title=title,
            href=href,
            total=len(found),
            several=several,
            kinds=kinds,
            timeline=draw_timeline(shown, episodes),
            happenings=shown,
            part=part(address, number, len(found), EVENTS),
        )
