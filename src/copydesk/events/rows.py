"""The rows of the events tables, made of merged mentions."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from copydesk.events.cluster import VISIT, Cluster, best_when, often
from copydesk.events.mention import Mention
from copydesk.events.settings import EventSettings
from copydesk.model.actor import Actor
from copydesk.model.event import Conflict, Event, EventMention, EventStatus, EventType, Party
from copydesk.model.page import Page, Wording

_STATUSES = (EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.DENIED)
"""What an event is of the statuses of its mentions: what happened for one page was only planned for an older one."""
_TRUST = {Wording.ORIGINAL: 0, Wording.VERBATIM_COPY: 0, Wording.MIXED: 1, Wording.EDITED_COPY: 1, None: 1}
_LONGEST = 240
"""Code points of a headline from which a shorter mention is taken, where there is one."""
_SUREST = 0.97
_PAUSE = re.compile(r"[,;:.!?—–]\s|[”\"]")


def event_id(mentions: Sequence[Mention]) -> str:
    """The id of an event: from its first mention and type, so that it does not depend on the order of anything."""
    first = min(mentions, key=lambda one: (one.page_id, one.begin, one.trigger_begin, one.rule))
    parts = (first.page_id, str(first.begin), str(first.trigger_begin), first.rule, str(first.type))
    return "e" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def event_row(
    cluster: Cluster,
    mentions: Sequence[Mention],
    pages: Mapping[str, Page],
    actors: Mapping[str, Actor],
    settings: EventSettings,
) -> Event:
    """One event of its mentions."""
    own = [mentions[n] for n in cluster.numbers]
    best = min(own, key=lambda one: _rank(one, pages[one.page_id]))
    status = next(status for status in _STATUSES if any(one.status is status for one in own))
    when = best_when([one for one in own if one.status is status])
    origins = _origins(own)
    doubt = (1 - max(one.confidence for one in own)) * (1 - settings.per_origin) ** max(len(origins) - 1, 0)
    actor_ids = often(one.actors for one in own)
    recipient_ids = [party for party in often(one.recipients for one in own) if party not in actor_ids]
    stories = Counter(sorted(cluster.stories))
    return Event(
        event_id=event_id(own),
        type=cluster.type,
        mode=_commonest(one.mode for one in own),
        headline=_headline(best, pages[best.page_id]),
        status=status,
        actors=tuple(_party(party, actors) for party in actor_ids),
        recipients=tuple(_party(party, actors) for party in recipient_ids),
        place=_commonest(one.place for one in own),
        date_from=when.start,
        date_to=when.end,
        duration=_duration(own),
        topics=tuple(sorted({topic for one in own for topic in one.topics})),
        n_pages=len({one.page_id for one in own}),
        n_origins=len(origins),
        origin_ids=origins,
        confidence=round(min(_SUREST, 1 - doubt), 3),
        part_of=None,
        story_id=min(stories) if stories else None,
        conflicts=_conflicts(own),
    )


def _origins(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The independent origins of mentions, ascending. The pictures of one page count once: agencies share pools."""
    found = {one.origin_id for one in mentions if one.origin_id is not None and not one.picture}
    pictures: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if one.picture and one.origin_id is not None:
            pictures[one.page_id].add(one.origin_id)
    found.update(min(origins) for origins in pictures.values() if not origins & found)
    return tuple(sorted(found))


def _rank(mention: Mention, page: Page) -> tuple[object, ...]:
    """The best witness: faithful wording, an article's own sentence, short enough to read, then the first."""
    trust = _TRUST.get(page.wording, 2)
    length = mention.end - mention.begin
    return (trust, mention.picture, length > _LONGEST, -mention.confidence, mention.page_id, mention.begin)


def _headline(mention: Mention, page: Page) -> str:
    """The sentence that tells of the event; of a long one the clause, up to where it pauses."""
    if mention.sentence_end - mention.sentence <= _LONGEST:
        return page.text[mention.sentence : mention.sentence_end]
    pause = _PAUSE.search(page.text, mention.end, min(mention.sentence_end, mention.end + _LONGEST))
    return page.text[mention.begin : pause.start() if pause else mention.end]


def _party(party: str, actors: Mapping[str, Actor]) -> Party:
    actor = actors[party]
    return Party(actor.name, actor.role, actor.country)


def _commonest(values: Iterable[str | None]) -> str | None:
    times = Counter(value for value in values if value is not None)
    return min(times, key=lambda value: (-times[value], -len(value), value)) if times else None


def _duration(mentions: Sequence[Mention]) -> str | None:
    """How long, in the words of the mentions; values that differ stand side by side, those of most origins first."""
    by_text: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if one.lasting is not None:
            by_text[one.lasting.text].add(one.origin_id or "")
    texts = sorted(by_text, key=lambda text: (-len(by_text[text]), text))
    return "; ".join(texts) if texts else None


def _conflicts(mentions: Sequence[Mention]) -> tuple[Conflict, ...]:
    """Values in which witnesses differ, each with a place that says so."""
    first: dict[str, Mention] = {}
    for one in sorted(mentions, key=lambda one: (one.page_id, one.begin)):
        if one.lasting is not None:
            first.setdefault(one.lasting.text, one)
    if len(first) < 2:
        return ()
    return tuple(
        Conflict("duration", text, one.page_id, one.lasting.begin, one.lasting.end)
        for text, one in sorted(first.items())
        if one.lasting is not None
    )


def mention_row(event: Event, mention: Mention) -> EventMention:
    """A mention of an event as its table has it: a picture whose agency the event does not count is of no origin."""
    return EventMention(
        event.event_id,
        mention.page_id,
        mention.begin,
        mention.end,
        mention.status,
        mention.trigger_begin,
        mention.trigger_end,
        mention.rule,
        mention.origin_id if mention.origin_id in event.origin_ids else None,
    )


def with_parts(events: Sequence[Event]) -> list[Event]:
    """Set `part_of`: a meeting, a dinner, a call for something during a visit of the same people is a part of it."""
    visits = [event for event in events if event.type is EventType.CONSULT and event.mode == VISIT]
    by_story: defaultdict[str | None, list[Event]] = defaultdict(list)
    for visit in visits:
        by_story[visit.story_id].append(visit)
    return [_in_visit(event, by_story.get(event.story_id, ())) for event in events]


def _in_visit(event: Event, visits: Sequence[Event]) -> Event:
    if event.date_from is None or event.mode == VISIT or event.type is None:
        return event
    who = {party.name for party in (*event.actors, *event.recipients)}
    for visit in sorted(visits, key=lambda one: one.event_id):
        guests = {party.name for party in visit.actors}
        during = visit.date_from is not None and visit.date_from <= event.date_from <= (visit.date_to or "9")
        if during and who & guests and visit.event_id != event.event_id and event.type is EventType.CONSULT:
            return dataclasses.replace(event, part_of=visit.event_id)
    return event
