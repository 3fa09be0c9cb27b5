"""Merging: which mentions, over sentences and pages, tell of one event.

Mentions at the same place of one text are one at once, however many pages carry it. What is told independently is
one event where the kind of act is the same, the parties agree, no date speaks against it, and, for acts that are
done by saying so, the words are alike: one speech holds several requests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import rustworkx

from copydesk.events.cluster import VISIT, Cluster
from copydesk.events.mention import Mention
from copydesk.events.settings import EventSettings
from copydesk.events.shelves import Shelves
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.aligned import between
from copydesk.model.event import EventStatus
from copydesk.model.reuse import Alignment, Kind

NEAR = 0.2
"""How far apart, as a share of the passage, two triggers of one act may stand on its two sides."""

STAY = 1
"""Days by which two visits of the same guests may be apart and be one: pages tell of its first or its last day."""

FRESH = 2
"""Days by which a headline that gives no day may be after what its page tells of: news is of yesterday. Not of
meetings: of a round of talks it may be another one."""

_CALLED_OFF = "discontinue"
"""What one calls off on a day is one thing, said with whom or not: Roe put off *his trip*, *his trip to X*."""

Group = list[int]


def same_text(mentions: Sequence[Mention], alignments: Sequence[Alignment]) -> list[Group]:
    """Groups of mentions (their numbers, ascending) that stand at the same place of one text."""
    by_page: defaultdict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_page[mention.page_id].append(number)
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(mentions)))
    for row in between(alignments, by_page):
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


def merge(
    mentions: Sequence[Mention],
    groups: Sequence[Group],
    actors: Mapping[str, Actor],
    story_of: Mapping[str, str],
    settings: EventSettings,
) -> list[Cluster]:
    """Join groups that tell of one event; each joins the first larger one that it agrees with."""
    order = sorted(groups, key=lambda group: (-len(group), group))
    merged: list[Cluster] = []
    shelves = Shelves()
    for group in order:
        cluster = Cluster(group, mentions, story_of)
        keys = {(cluster.type, key) for party in cluster.parties for key in _shelves(party, actors)}
        near = sorted(shelves.latest(keys))
        home = next((n for n in near if _one_event(merged[n], cluster, actors, settings)), None)
        if home is None:
            home = len(merged)
            merged.append(cluster)
        else:
            merged[home].join(cluster)
        shelves.put(home, keys)
    for cluster in merged:
        cluster.numbers.sort()
    return merged


def _shelves(party: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Where to look for events of a party: under itself, and under its country."""
    country = actors[party].country if party in actors else None
    return (party, country) if country else (party,)


def _one_event(one: Cluster, two: Cluster, actors: Mapping[str, Actor], settings: EventSettings) -> bool:
    """Whether two clusters of one type tell of one event.

    What was planned or thinkable for one page may have happened for another; what was denied is told apart.
    """
    same_act = one.type is two.type and one.denied == two.denied and one.manners == two.manners
    visits, headed = VISIT in one.modes and VISIT in two.modes, _is_headed(one, two)
    fresh = headed and not one.mutual and not (one.when.stated and two.when.stated)
    leeway = STAY if visits else FRESH if fresh else 0
    if not same_act or _days_apart(one, two) > leeway:
        return False
    common = _parties_agree(one, two, actors, headed=headed)
    if not common or _told_apart(one, two):
        return False
    alike = _alike(one.words, two.words)
    same_days = one.when.known and one.days == two.days
    if one.stories.isdisjoint(two.stories):
        stated = one.when.stated and two.when.stated
        return same_days and stated and common > 1 and alike >= settings.apart_alike
    if one.said:
        return alike >= (settings.told_alike if headed else settings.said_alike)
    if common == 1:
        stated = one.when.stated and two.when.stated
        named = one.parties == two.parties or (_CALLED_OFF in one.modes & two.modes and one.actors == two.actors)
        near = alike >= settings.said_alike or (stated and same_days and named)
    else:
        near = same_days or alike >= settings.told_alike or _expected_alike(one, two)
    return near or (headed and one.mutual) or (visits and _is_one_stay(one, two))


def _days_apart(one: Cluster, two: Cluster) -> int:
    """Days between the last of one and the first of the other, at most 0 where they may be of one day."""
    return max(one.days[0] - two.days[1], two.days[0] - one.days[1])


def _is_headed(one: Cluster, two: Cluster) -> bool:
    """Whether one is the headline of a page that tells of the other."""
    return one.headed in two.pages or two.headed in one.pages


def _is_one_stay(one: Cluster, two: Cluster) -> bool:
    """Whether the same guests visit on the same days: nobody is twice somewhere within two days.

    A page that tells of a visit and says where the guests go next tells of two.
    """
    known = one.when.known and two.when.known and bool(one.actors & two.actors)
    return known and (one.pages.isdisjoint(two.pages) or one.statuses == two.statuses)


def _expected_alike(one: Cluster, two: Cluster) -> bool:
    """Whether the same people are to meet for both: of what has not happened nobody tells much."""
    ahead = {EventStatus.PLANNED, EventStatus.HYPOTHETICAL}
    return one.parties == two.parties and one.statuses <= ahead and two.statuses <= ahead


def _told_apart(one: Cluster, two: Cluster) -> bool:
    """Whether one sentence tells of both as of two acts."""
    return any(not triggers <= one.triggers.get(place, triggers) for place, triggers in two.triggers.items())


def _alike(one: AbstractSet[str], two: AbstractSet[str]) -> float:
    """Share of the words of the shorter that both have."""
    return len(one & two) / max(1, min(len(one), len(two)))


def _parties_agree(one: Cluster, two: Cluster, actors: Mapping[str, Actor], *, headed: bool) -> int:
    """How many parties both have, 0 where somebody of the smaller side is not in the other.

    Who met whom is a matter of persons: a government stands for nobody there, but in the headline.
    """
    if one.mutual and VISIT not in one.modes and VISIT not in two.modes:
        return _match(one.parties, two.parties, actors if one.said or headed else {})
    if (not one.actors and not two.recipients) or (not two.actors and not one.recipients):
        return _match(one.parties, two.parties, actors)  # of a noun (`Roe's detention`) the side is not told
    did, suffered = _match(one.actors, two.actors, actors), _match(one.recipients, two.recipients, actors)
    if (one.actors and two.actors and not did) or (one.recipients and two.recipients and not suffered):
        return 0
    return did + suffered


def _match(one: frozenset[str], two: frozenset[str], actors: Mapping[str, Actor]) -> int:
    """The size of the smaller set, if everybody in it is in the larger: himself, or by the government he acts for."""
    if one <= two or two <= one:
        return min(len(one), len(two))
    few, many = sorted((one, two), key=lambda parties: (len(parties), sorted(parties)))
    matched = all(party in many or any(_stand_for(party, other, actors) for other in many) for party in few)
    return len(few) if matched else 0


def _stand_for(one: str, two: str, actors: Mapping[str, Actor]) -> bool:
    a, b = actors.get(one), actors.get(two)
    if a is None or b is None or not a.country or a.country != b.country:
        return False
    return ActorKind.GOVERNMENT in (a.kind, b.kind)
