"""Events that several stories tell of: where the stories meet, and which of their clusters are one.

What a story tells is merged by itself. Its dated acts then stand under keys, one for every two parties: two clusters
that have none in common are never compared, and what becomes of them hangs on nothing but those that have.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import rustworkx
from numpy.typing import NDArray

from copydesk.events.agreement import one_elsewhere
from copydesk.events.cluster import Cluster
from copydesk.events.mention import Mention
from copydesk.events.settings import EventSettings
from copydesk.events.shelves import labels_of
from copydesk.model.actor import Actor
from copydesk.model.lesson import Lesson, Notes
from copydesk.model.meeting import Meetings, distinct, holding, keys_of, notes_of, records_of, within

CROWD = 500
"""Clusters up to which a key brings them together, all with all: 125,000 comparisons, half a second. Of 2,256 dense
pages the busiest key has 3."""

PARTIES = 12
"""Parties of a cluster of which every two make a key, the first by id."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The keys of dated acts: `cluster` int64[n] numbers them, `record` uint64[n] holds key and cluster."""

    cluster: NDArray[np.int64]
    record: NDArray[np.uint64]

    @classmethod
    def of(cls, clusters: Sequence[Cluster], mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> Dated:
        """The keys of all clusters that state their days and have two parties."""
        numbers: list[int] = []
        keys: list[int] = []
        values: list[int] = []
        for number, cluster in enumerate(clusters):
            if cluster.when.known and cluster.when.stated and len(cluster.parties) > 1:
                found = {_hash(*key) for key in _keys(cluster, actors)}
                numbers.extend([number] * len(found))
                keys.extend(found)
                values.extend([_value(cluster, mentions, actors)] * len(found))
        return cls(np.array(numbers, np.int64), records_of(np.array(keys, np.uint32), np.array(values, np.uint32)))

    def lesson(self, clusters: Sequence[Cluster], page_ids: Sequence[str]) -> Lesson:
        """Asks under which keys several clusters of the whole pile stand. Each page holds those of its clusters."""
        at = {page_id: number for number, page_id in enumerate(page_ids)}
        pages = [[at[page_id] for page_id in clusters[number].pages] for number in self.cluster.tolist()]
        records = np.repeat(self.record, list(map(len, pages)))
        notes = notes_of(page_ids, np.array(list(itertools.chain(*pages)), np.int64), records)
        return Lesson("events", notes, _learn, _asking)


def _keys(cluster: Cluster, actors: Mapping[str, Actor]) -> Iterator[tuple[object, ...]]:
    """Type, manner, days and every two parties, each by itself or by its country."""
    act = (cluster.type, cluster.denied, *map(sorted, cluster.manners), cluster.days)
    for one, two in itertools.combinations(sorted(cluster.parties)[:PARTIES], 2):
        for pair in itertools.product(labels_of(one, actors), labels_of(two, actors)):
            yield (*act, *sorted(pair))


def _value(cluster: Cluster, mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> int:
    """A hash of everything by which a cluster is compared, and of where it stands."""
    first = mentions[cluster.numbers[0]]
    sides = [
        [(party, actors[party].kind, actors[party].country) for party in sorted(side) if party in actors]
        for side in (cluster.actors, cluster.recipients)
    ]
    place = (first.page_id, first.sentence, first.trigger_begin, first.rule, len(cluster.numbers))
    return _hash(place, sides, sorted(cluster.stories), sorted(cluster.words))


def _hash(*parts: object) -> int:
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=4).digest(), "little")


def _learn(notes: Notes) -> Meetings:
    return Meetings.of(distinct(notes), CROWD)


def _asking(before: Meetings, after: Meetings, notes: Notes) -> NDArray[np.int64]:
    return holding(after.unlike(before), notes)


def join_elsewhere(
    clusters: Sequence[Cluster], dated: Dated, known: Meetings, actors: Mapping[str, Actor], settings: EventSettings
) -> list[Cluster]:
    """Join the clusters of several stories that tell of one event. They are joined themselves, not copied.

    Of the clusters of a story one agrees with the largest alone, and only where it is the largest of its own story
    that agrees with that: what a story tells apart stays apart.
    """
    rank = {n: (-len(cluster.numbers), cluster.numbers) for n, cluster in enumerate(clusters)}
    agreeing: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in sorted(_pairs(dated, known)):
        if one_elsewhere(clusters[a], clusters[b], actors, settings):
            agreeing[a].append(b)
            agreeing[b].append(a)
    chosen = {
        a: set(_largest_of_stories([(n, clusters[n]) for n in sorted(others, key=rank.__getitem__)]))
        for a, others in agreeing.items()
    }
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(clusters)))
    graph.add_edges_from_no_data([(a, b) for a in chosen for b in chosen[a] if a < b and a in chosen[b]])
    return [
        _joined([clusters[n] for n in sorted(found, key=rank.__getitem__)])
        for found in sorted(map(sorted, rustworkx.connected_components(graph)))
    ]


def _pairs(dated: Dated, known: Meetings) -> set[tuple[int, int]]:
    """Pairs of clusters, the smaller number first, that stand under one key where clusters meet."""
    keys = keys_of(dated.record)
    met = within(keys, known.keys)
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for key, number in zip(keys[met].tolist(), dated.cluster[met].tolist(), strict=True):
        by_key[key].append(number)
    return {pair for numbers in by_key.values() for pair in itertools.combinations(sorted(numbers), 2)}


def _largest_of_stories(ordered: Sequence[tuple[int, Cluster]]) -> Iterator[int]:
    """Of clusters, the largest first, those that have no story in common with one before."""
    seen: set[str] = set()
    for number, cluster in ordered:
        if seen.isdisjoint(cluster.stories):
            seen |= cluster.stories
            yield number


def _joined(clusters: Sequence[Cluster]) -> Cluster:
    first, *others = clusters
    for other in others:
        first.join(other)
    first.numbers.sort()
    return first
