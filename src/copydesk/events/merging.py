"""Merging: which mentions, over sentences and pages, tell of one event of a story.

Mentions at the same place of one text are one at once, however many pages carry it. What is told independently is
one event where the kind of act is the same, the parties agree, no date speaks against it, and, for acts that are
done by saying so, the words are alike: one speech holds several requests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import rustworkx

from copydesk.events.agreement import one_in_story
from copydesk.events.cluster import Cluster
from copydesk.events.mention import Mention
from copydesk.events.settings import EventSettings
from copydesk.events.shelves import Shelves, labels_of
from copydesk.model.actor import Actor
from copydesk.model.aligned import between
from copydesk.model.reuse import Alignment, Kind

NEAR = 0.2
"""How far apart, as a share of the passage, two triggers of one act may stand on its two sides."""

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
    """Join groups of one story that tell of one event; each joins the first larger one that it agrees with.

    Groups whose pages have no story in common never meet here, so that what becomes of a story hangs on it alone.
    """
    order = sorted(groups, key=lambda group: (-len(group), group))
    merged: list[Cluster] = []
    shelves = Shelves()
    for group in order:
        cluster = Cluster(group, mentions, story_of)
        labels = {label for party in cluster.parties for label in labels_of(party, actors)}
        keys = {(cluster.type, story, label) for story in cluster.stories for label in labels}
        near = sorted(shelves.latest(keys))
        home = next((n for n in near if one_in_story(merged[n], cluster, actors, settings)), None)
        if home is None:
            home = len(merged)
            merged.append(cluster)
        else:
            merged[home].join(cluster)
        shelves.put(home, keys)
    for cluster in merged:
        cluster.numbers.sort()
    return merged
