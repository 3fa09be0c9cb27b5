"""Merging: which mentions, over sentences and pages, tell of one event.

Mentions at the same place of one text are one at once, however many pages carry it. What is told independently is
one event where the kind of act is the same, the parties agree, no date speaks against it, and, for acts that are
done by saying so, the words are alike: one speech holds several requests.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import rustworkx

from copydesk.events.mention import Mention
from copydesk.events.settings import EventSettings
from copydesk.events.when import When, overlap
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.event import EventStatus, EventType
from copydesk.model.packed import column, where
from copydesk.model.reuse import Alignment, Kind

SAID = frozenset(
    {
        None,
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.COOPERATE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
"""Acts that are done by saying so, or in several ways on one day."""
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Acts without a direction: who met whom is who was met."""
NEAR = 0.2
"""How far apart, as a share of the passage, two triggers of one act may stand on its two sides."""

VISIT = "visit"
"""The manner of consulting that has a direction, and that other acts may be a part of."""

_MANNERS = (frozenset({VISIT}), frozenset({"phone"}), frozenset({"mediate", "third-party"}))
"""Manners of consulting that are acts of their own: who visits also meets."""

Group = list[int]


def same_text(mentions: Sequence[Mention], alignments: Sequence[Alignment]) -> list[Group]:
    """Groups of mentions (their numbers, ascending) that stand at the same place of one text."""
    by_page: defaultdict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_page[mention.page_id].append(number)
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(mentions)))
    ends = zip(column(alignments, "a_page"), column(alignments, "b_page"), strict=True)
    for row in where(alignments, (a in by_page and b in by_page for a, b in ends)):
        if row.kind is not Kind.SHARED_QUOTE:
            graph.add_edges_from_no_data(_facing(row, mentions, by_page))
    return sorted(sorted(component) for component in rustworkx.connected_components(graph))


def _facing(row: Alignment, mentions: Sequence[Mention], by_page: Mapping[str, list[int]]) -> list[tuple[int, int]]:
    """Pairs of mentions that face each other in an alignment: of one type, at about the same part of it."""
    one = [n for n in by_page[row.a_page] if row.a_begin <= mentions[n].trigger_begin < row.a_end]
    two = [n for n in by_page[row.b_page] if row.b_begin <= mentions[n].trigger_begin < row.b_end]
    pairs = []
    for a in one:
        ranked = [
            (abs(_part(mentions[a], row.a_begin, row.a_end) - _part(mentions[b], row.b_begin, row.b_end)), b)
            for b in two
            if mentions[b].type is mentions[a].type
        ]
        if ranked and min(ranked)[0] <= NEAR:
            pairs.append((a, min(ranked)[1]))
    return pairs


def _part(mention: Mention, begin: int, end: int) -> float:
    return (mention.trigger_begin - begin) / max(end - begin, 1)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one event so far, with what they say together."""

    numbers: tuple[int, ...]
    type: EventType | None
    actors: frozenset[str]
    recipients: frozenset[str]
    when: When
    statuses: frozenset[EventStatus]
    modes: frozenset[str]
    words: frozenset[str]
    stories: frozenset[str]
    triggers: frozenset[tuple[str, int, int]]

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return self.actors | self.recipients


def cluster_of(numbers: Sequence[int], mentions: Sequence[Mention], story_of: Mapping[str, str]) -> Cluster:
    """What some mentions say together: parties that most of them name, the most precise date, all their words."""
    own = [mentions[n] for n in numbers]
    return Cluster(
        tuple(sorted(numbers)),
        own[0].type,
        frozenset(often(one.actors for one in own)),
        frozenset(often(one.recipients for one in own)),
        best_when(own),
        frozenset(one.status for one in own),
        frozenset(one.mode for one in own if one.mode is not None),
        frozenset().union(*(one.words for one in own)),
        frozenset(story_of[one.page_id] for one in own if one.page_id in story_of),
        frozenset((one.page_id, one.sentence, one.trigger_begin) for one in own),
    )


def often(named: Iterable[Sequence[str]]) -> list[str]:
    """Who is named by at least a third as many mentions as the one who is named most; most first, ties by id."""
    times = Counter(actor for actors in named for actor in dict.fromkeys(actors))
    most = max(times.values(), default=0)
    return sorted((actor for actor, n in times.items() if 3 * n >= most), key=lambda actor: (-times[actor], actor))


def best_when(mentions: Sequence[Mention]) -> When:
    """The date that the mentions give: stated before supposed, precise before vague, then the one given most."""
    times = Counter(one.when for one in mentions if one.when.known)
    if not times:
        return When()
    return min(
        times,
        key=lambda when: (
            not when.stated,
            not when.close,
            when.width,
            -times[when],
            when.start or "",
            when.end or "",
        ),
    )


def merge(
    mentions: Sequence[Mention],
    groups: Sequence[Group],
    actors: Mapping[str, Actor],
    story_of: Mapping[str, str],
    settings: EventSettings,
) -> list[Cluster]:
    """Join groups that tell of one event; each joins the first larger one that it agrees with."""
    clusters = [cluster_of(group, mentions, story_of) for group in groups]
    order = sorted(range(len(clusters)), key=lambda at: (-len(clusters[at].numbers), clusters[at].numbers))
    merged: list[Cluster | None] = []
    shelf: defaultdict[tuple[EventType | None, str], list[int]] = defaultdict(list)
    for at in order:
        cluster = clusters[at]
        keys = sorted({(cluster.type, key) for party in cluster.parties for key in _shelves(party, actors)}, key=str)
        near = sorted({number for key in keys for number in shelf[key][-WINDOW:]})
        home = next((n for n in near if (held := merged[n]) and _one_event(held, cluster, actors, settings)), None)
        if home is None:
            home = len(merged)
            merged.append(cluster)
        else:
            merged[home] = cluster_of((*(merged[home] or cluster).numbers, *cluster.numbers), mentions, story_of)
        for key in keys:
            if not shelf[key] or shelf[key][-1] != home:
                shelf[key].append(home)
    return [cluster for cluster in merged if cluster is not None]


WINDOW = 400
"""Events with one party and type that a group is compared with, the latest first: it bounds the work for a party
that stands in every story of a large pile."""


def _shelves(party: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Where to look for events of a party: under itself, and under its country."""
    country = actors[party].country if party in actors else None
    return (party, country) if country else (party,)


def _one_event(one: Cluster, two: Cluster, actors: Mapping[str, Actor], settings: EventSettings) -> bool:
    """Whether two clusters of one type tell of one event."""
    if one.type is not two.type or not _manner_agrees(one, two) or not overlap(one.when, two.when):
        return False
    common = _parties_agree(one, two, actors)
    if not common or _told_apart(one, two):
        return False
    alike = _alike(one.words, two.words)
    same_days = one.when.known and one.when.days == two.when.days
    if not one.stories & two.stories:
        stated = one.when.stated and two.when.stated
        return same_days and stated and common > 1 and alike >= settings.apart_alike
    if one.type in SAID:
        return alike >= settings.said_alike
    if common == 1:
        stated = one.when.stated and two.when.stated
        return alike >= settings.said_alike or (stated and same_days and one.parties == two.parties)
    return same_days or alike >= settings.told_alike or _expected_alike(one, two)


def _manner_agrees(one: Cluster, two: Cluster) -> bool:
    """A visit is no phone call, and what was denied is told apart from what was not.

    What was planned or thinkable for one page may have happened for another.
    """
    denied = EventStatus.DENIED in one.statuses, EventStatus.DENIED in two.statuses
    return denied[0] == denied[1] and all((one.modes & manner == two.modes & manner) for manner in _MANNERS)


def _expected_alike(one: Cluster, two: Cluster) -> bool:
    """Whether the same people are to meet for both: of what has not happened nobody tells much."""
    ahead = {EventStatus.PLANNED, EventStatus.HYPOTHETICAL}
    return one.parties == two.parties and one.statuses <= ahead and two.statuses <= ahead


def _told_apart(one: Cluster, two: Cluster) -> bool:
    """Whether one sentence tells of both as of two acts."""
    sentences = {(page_id, sentence): trigger for page_id, sentence, trigger in one.triggers}
    return any(sentences.get((page_id, sentence), trigger) != trigger for page_id, sentence, trigger in two.triggers)


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the words of the shorter that both have."""
    return len(one & two) / max(1, min(len(one), len(two)))


def _parties_agree(one: Cluster, two: Cluster, actors: Mapping[str, Actor]) -> int:
    """How many parties both have, 0 where somebody of the smaller side is not in the other.

    Who met whom is a matter of persons: a government stands for nobody there.
    """
    if one.type in MUTUAL and VISIT not in one.modes | two.modes:
        return _match(one.parties, two.parties, actors if one.type in SAID else {})
    if (not one.actors and not two.recipients) or (not two.actors and not one.recipients):
        return _match(one.parties, two.parties, actors)  # of a noun (`Roe's detention`) the side is not told
    did, suffered = _match(one.actors, two.actors, actors), _match(one.recipients, two.recipients, actors)
    if (one.actors and two.actors and not did) or (one.recipients and two.recipients and not suffered):
        return 0
    return did + suffered


def _match(one: frozenset[str], two: frozenset[str], actors: Mapping[str, Actor]) -> int:
    """The size of the smaller set, if everybody in it is in the larger: himself, or by the government he acts for."""
    few, many = sorted((one, two), key=lambda parties: (len(parties), sorted(parties)))
    matched = all(party in many or any(_stand_for(party, other, actors) for other in many) for party in few)
    return len(few) if matched else 0


def _stand_for(one: str, two: str, actors: Mapping[str, Actor]) -> bool:
    a, b = actors.get(one), actors.get(two)
    if a is None or b is None or not a.country or a.country != b.country:
        return False
    return ActorKind.GOVERNMENT in (a.kind, b.kind)
