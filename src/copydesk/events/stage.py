"""The events stage: what happened, coded once from the restored wording, with the origins that say so."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from copydesk.events.days import PageRows
from copydesk.events.elsewhere import Dated, join_elsewhere
from copydesk.events.mention import Mention
from copydesk.events.merging import merge, same_text
from copydesk.events.origin_map import map_origins
from copydesk.events.rows import event_row, mention_row, with_parts
from copydesk.events.settings import SETTINGS, EventSettings
from copydesk.events.sides import read_states
from copydesk.events.telling import tell
from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Learning, taught
from copydesk.model.meeting import Meetings
from copydesk.model.pile import Pile


def find_events(pile: Pile, settings: EventSettings = SETTINGS) -> Pile:
    """Fill `events` and `event_mentions` from the articles, their actors, dates, origins and stories."""
    return taught(finding_events(pile, settings))


def finding_events(pile: Pile, settings: EventSettings = SETTINGS) -> Learning[Pile]:
    """The same of a part of a pile, which asks where its stories meet others: the lesson `events`."""
    mentions = _with_origins(list(_tell(pile, settings)), pile)
    actors = {actor.actor_id: actor for actor in pile.actors}
    pages = {page.page_id: page for page in pile.pages}
    story_of = {page_id: story.story_id for story in pile.stories for page_id in story.page_ids}
    clusters = merge(mentions, same_text(mentions, pile.alignments), actors, story_of, settings)
    dated = Dated.of(clusters, mentions, actors)
    known: Meetings = yield dated.lesson(clusters, list(pages))
    clusters = join_elsewhere(clusters, dated, known, actors, settings)
    events = with_parts([event_row(cluster, mentions, pages, actors, settings) for cluster in clusters])
    rows = [
        mention_row(event, mentions[n])
        for event, cluster in zip(events, clusters, strict=True)
        for n in cluster.numbers
    ]
    return dataclasses.replace(
        pile,
        events=tuple(sorted(events, key=lambda event: event.event_id)),
        event_mentions=tuple(sorted(rows, key=lambda row: (row.event_id, row.page_id, row.begin, row.end, row.rule))),
    )


def _tell(pile: Pile, settings: EventSettings) -> Iterator[Mention]:
    """The mentions of all pages, by page and place. A page that names no actor tells of no act."""
    segments, swaps = ByPage(pile.segments), ByPage(pile.substitutions)
    named, dates = ByPage(pile.actor_mentions), ByPage(pile.dates)
    states = read_states(pile.actors)
    for page in pile.pages:
        page_id = page.page_id
        if page_id in named:
            rows = PageRows(page, segments[page_id], swaps[page_id], named[page_id], dates[page_id])
            yield from tell(rows, states, settings)


def _with_origins(mentions: Sequence[Mention], pile: Pile) -> list[Mention]:
    """The mentions with the origin that each counts for; few pages tell of an act, and only theirs are looked up."""
    origins = map_origins(pile, {one.page_id for one in mentions})
    return [dataclasses.replace(one, origin_id=origins.of(one)) for one in mentions]
