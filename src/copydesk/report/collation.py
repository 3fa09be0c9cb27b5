"""The passages of a story, one after the other, with all their wordings laid side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.report.addresses import cluster_anchor, collation_file, place_address
from copydesk.report.clusters import Cluster, Place
from copydesk.report.comparison import compare, underline
from copydesk.report.figures import wording_of
from copydesk.report.heads import Head
from copydesk.report.labels import KIND, WORDING, percent
from copydesk.report.library import Library

PASSAGES = 25
"""Passages on one page of a collation."""
_MOST_WORDINGS = 24
_LONGEST = 12_000
"""Code points of a passage that are shown: the whole of a long article; what is cut is said."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One place of a wording: the page, a link to the words, and whether the page belongs to this story."""

    head: Head
    href: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording of a passage, with the pages that have it word for word."""

    witnesses: tuple[Witness, ...]
    html: Markup
    kind: str | None
    unchanged: str | None
    changes: int
    wording: str
    wording_label: str


@dataclass(frozen=True, slots=True)
class Collated:
    """A passage laid out: the best wording, the others, and what is not shown."""

    anchor: str
    number: int
    n_places: int
    n_pages: int
    best: Reading
    told: bool
    others: tuple[Reading, ...]
    more: int
    clipped: bool


def in_order(clusters: Sequence[Cluster], members: Sequence[str]) -> list[Cluster]:
    """The passages in the order of the best witness: the page of the story that has most of the best wordings.

    Passages that it does not have follow in the order of the next best witness, and so on.
    """
    wins = Counter(cluster.best.page_id for cluster in clusters)
    stands: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for cluster in clusters:
        for place in cluster.places:
            begins = stands[place.page_id]
            begins[cluster.cluster_id] = min(place.begin, begins.get(cluster.cluster_id, place.begin))
    pages = sorted(members, key=lambda page_id: (-wins[page_id], -len(stands[page_id]), page_id))
    rank = {page_id: number for number, page_id in enumerate(pages)}

    def key(cluster: Cluster) -> tuple[int, int, str]:
        page_id = min((p.page_id for p in cluster.places), key=lambda p: (rank.get(p, len(rank)), p))
        return rank.get(page_id, len(rank)), stands[page_id][cluster.cluster_id], cluster.cluster_id

    return sorted(clusters, key=key)


def addresses(story_id: str, clusters: Sequence[Cluster]) -> dict[str, str]:
    """Where each passage of a story, given in order, is collated."""
    return {
        cluster.cluster_id: f"{collation_file(story_id, n // PASSAGES + 1)}#{cluster_anchor(cluster.cluster_id)}"
        for n, cluster in enumerate(clusters)
    }


def collate(library: Library, cluster: Cluster, number: int, story_id: str) -> Collated:
    """Lay out one passage."""
    readings: dict[str, list[Place]] = {}
    clipped = False
    for place in cluster.places:
        whole = library.text(place.page_id)[place.begin : place.end]
        clipped = clipped or len(whole) > _LONGEST
        readings.setdefault(whole[:_LONGEST], []).append(place)
    texts = list(readings)
    others, changed = [], list[tuple[int, int]]()
    for text in texts[1 : _MOST_WORDINGS + 1]:
        comparison = compare(texts[0], text)
        changed.extend(comparison.changed)
        others.append(_reading(library, readings[text], comparison.html, comparison.changes, story_id))
    hidden = sum(len(readings[text]) for text in texts[_MOST_WORDINGS + 1 :])
    return Collated(
        anchor=cluster_anchor(cluster.cluster_id),
        number=number,
        n_places=len(cluster.places) + cluster.more,
        n_pages=len({place.page_id for place in cluster.places}),
        best=_reading(library, readings[texts[0]], underline(texts[0], changed), 0, story_id),
        told=cluster.told,
        others=tuple(others),
        more=cluster.more + hidden,
        clipped=clipped,
    )


def _reading(library: Library, places: list[Place], html: Markup, changes: int, story_id: str) -> Reading:
    witnesses = tuple(
        Witness(
            library.heads[place.page_id],
            place_address(place.page_id, place.begin, place.end),
            story_id not in library.heads[place.page_id].stories,
        )
        for place in places
    )
    kinds = [place for place in places if place.kind is not None and place.similarity is not None]
    kind, similarity = (kinds[0].kind, kinds[0].similarity) if kinds else (None, None)
    wording = wording_of(witnesses[0].head)
    return Reading(
        witnesses=witnesses,
        html=html,
        kind=KIND[kind] if kind else None,
        unchanged=percent(similarity) if similarity is not None else None,
        changes=changes,
        wording=wording,
        wording_label=WORDING[wording],
    )
