"""Episodes: the pages of one story by the day that they tell of, and by what was still planned then."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from copydesk.model.by_page import ByPage
from copydesk.model.event import EventStatus
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.story import Story
from copydesk.stories.apart import known_days
from copydesk.stories.days import Days, iso
from copydesk.stories.newsdays import NewsDays
from copydesk.stories.openings import Openings
from copydesk.stories.settings import EPISODE_SETTINGS, EpisodeSettings
from copydesk.stories.told import Acts
from copydesk.stories.witness import Witnesses


def find_episodes(pile: Pile, settings: EpisodeSettings = EPISODE_SETTINGS) -> Pile:
    """Divide the stories of `stories` into episodes where evidence does, and give all a title and a summary.

    An episode is a row of its own, whose `parent_story` is the story. Stories whose pages tell of one day, or of no
    known day, have none.
    """
    pages = {page.page_id: page for page in pile.pages}
    acts = Acts.of(pile.events, pile.event_mentions)
    openings = Openings(pile.pages, ByPage(pile.segments), settings.opening)
    days = NewsDays(openings, acts, ByPage(pile.dates), ByPage(pile.lineage), settings)
    witnesses = Witnesses(pile, openings, acts, settings)
    found = []
    for story in pile.stories:
        members = [pages[page_id] for page_id in story.page_ids]
        episodes = list(_episodes(story, members, days, openings, acts))
        found.append(witnesses.entitle(_spanning(story, members, episodes), members))
        for episode in episodes:
            found.append(witnesses.entitle(episode, [pages[page_id] for page_id in episode.page_ids]))
    return dataclasses.replace(pile, stories=tuple(sorted(found, key=lambda story: story.story_id)))


def _episodes(
    story: Story, members: Sequence[Page], days: NewsDays, openings: Openings, acts: Acts
) -> Iterator[Story]:
    """The episodes of a story, in their order; none where nothing tells its pages apart."""
    if len(members) < 2:
        return
    by_day = _by_day(days.of(members))
    if len(by_day) < 2:
        return
    parts = [(day, part) for day in sorted(by_day) for part in _by_state(by_day[day], openings, acts)]
    for number, (day, page_ids) in enumerate(parts, start=1):
        yield Story(
            story_id=_episode_id(story.story_id, page_ids),
            title=None,
            first_date=iso(day[0]),
            last_date=iso(day[1]),
            parent_story=story.story_id,
            page_ids=page_ids,
            episode=number,
        )


def _spanning(story: Story, members: Sequence[Page], episodes: Sequence[Story]) -> Story:
    """The story with days that hold those of its pages, some of which it dated itself, and of its episodes: the
    faithful pages may have been the last to come."""
    told = [day for row in (story, *episodes) for day in (row.first_date, row.last_date) if day]
    days = sorted([*told, *known_days(members)])
    return dataclasses.replace(story, first_date=days[0], last_date=days[-1]) if days else story


def _episode_id(story_id: str, page_ids: Sequence[str]) -> str:
    """An id of the story and the pages: a story of the same pages has another."""
    return "s" + hashlib.sha256("\n".join((story_id, *page_ids)).encode()).hexdigest()[:16]


def _by_day(days: Mapping[str, Days]) -> dict[Days, tuple[str, ...]]:
    """The pages of each day, by id ascending; days that no page tells apart are one.

    A page that tells of one of several days is of the one among them that others tell of. Where there are two such,
    it is of neither; where there is none, the days that meet are one.
    """
    sure = sorted({first for first, last in days.values() if first == last})
    found: dict[Days, list[str]] = {(day, day): [] for day in sure}
    open_: list[tuple[Days, str]] = []
    for page_id, (first, last) in sorted(days.items()):
        within = [day for day in sure if first <= day <= last]
        if len(within) == 1:
            found[within[0], within[0]].append(page_id)
        elif not within:
            open_.append(((first, last), page_id))
    joined: Days | None = None
    for (first, last), page_id in sorted(open_):
        if joined is None or first > joined[1]:
            joined = (first, last)
            found[joined] = []
        elif last > joined[1]:
            found[joined[0], last] = found.pop(joined)
            joined = (joined[0], last)
        found[joined].append(page_id)
    return {day: tuple(sorted(page_ids)) for day, page_ids in found.items()}


def _by_state(page_ids: tuple[str, ...], openings: Openings, acts: Acts) -> tuple[tuple[str, ...], ...]:
    """The pages of one day, those first that were written before its main act.

    An act divides them where some page leads with it as a thing that happened, some open with it as a thing to come,
    and every page says the one or the other. Of several such acts the one that most pages lead with decides.
    """
    leads: Counter[str] = Counter()
    ahead: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for page_id in page_ids:
        opening = openings.of(page_id)
        states: dict[str, set[EventStatus]] = {}
        for row in acts.on(page_id):
            states.setdefault(row.event_id, set()).add(row.status)
            place = opening.at(row.trigger_begin)
            if place is not None and place <= 0 and row.status is EventStatus.HAPPENED:
                leads[row.event_id] += 1
            elif place is not None and row.status in _TO_COME and row.rule.startswith("verbs"):
                ahead.setdefault(row.event_id, set()).add(page_id)
        for event_id, seen in states.items():
            if EventStatus.HAPPENED in seen:
                after.setdefault(event_id, set()).add(page_id)
    for event_id, _ in sorted(leads.items(), key=lambda item: (-item[1], item[0])):
        happened = after[event_id]
        before = ahead.get(event_id, set()) - happened
        if before and before | happened == set(page_ids):
            return tuple(sorted(before)), tuple(sorted(happened))
    return (page_ids,)


_TO_COME = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
