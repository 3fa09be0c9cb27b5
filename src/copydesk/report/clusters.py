"""The places of one passage, the one with the best wording first, each set against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.model.page import Wording
from copydesk.model.reuse import Alignment, Kind, Passage
from copydesk.report.library import Library

MOST_PLACES = 60
"""Places of one passage that are weighed against each other; of a text that ran on a thousand sites the rest is
counted, for weighing takes the square of it."""

_TRUST = {
    Wording.ORIGINAL: 0,
    Wording.VERBATIM_COPY: 1,
    Wording.EDITED_COPY: 2,
    Wording.MIXED: 3,
    None: 4,
    Wording.SPUN_COPY: 5,
}
"""Where the alignments do not say which place is nearer to the author, the page's wording as a whole does."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a passage; `kind` and `similarity` are of its alignment with the best of the places that it has
    one with (null for the best place itself)."""

    page_id: str
    begin: int
    end: int
    kind: Kind | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A passage: its places, best wording first, and how many more there are beyond `MOST_PLACES`.

    `told` is whether the alignments say that the first is the best, rather than only its page's wording.
    """

    cluster_id: str
    places: tuple[Place, ...]
    more: int
    told: bool

    @property
    def best(self) -> Place:
        """The place with the wording nearest to what the author wrote."""
        return self.places[0]


def read_cluster(library: Library, cluster_id: str) -> Cluster | None:
    """The passage with its places weighed, or null where fewer than two are in the case."""
    known = [place for place in library.places(cluster_id) if place.page_id in library.heads]
    if len(known) < 2:
        return None
    known.sort(key=lambda p: (_TRUST[library.heads[p.page_id].page.wording], p.page_id, p.begin, p.end))
    weighed = known[:MOST_PLACES]
    pairs = _pairs(library, weighed)
    votes = _votes(len(weighed), pairs)
    order = sorted(range(len(weighed)), key=lambda i: -votes[i])
    best = order[0]
    rows = {(pair.one, pair.two): pair.row for pair in pairs}
    return Cluster(
        cluster_id=cluster_id,
        places=tuple(_place(weighed[i], None if i == best else _nearest(i, order, rows)) for i in order),
        more=len(known) - len(weighed),
        told=votes[best] > votes[order[1]],
    )


def _nearest(i: int, order: list[int], rows: dict[tuple[int, int], Alignment]) -> Alignment | None:
    """The alignment of place `i` with the best place that it is aligned with."""
    found = (rows.get((min(i, j), max(i, j))) for j in order if j != i)
    return next((row for row in found if row is not None), None)


def _place(passage: Passage, row: Alignment | None) -> Place:
    kind, similarity = (row.kind, row.similarity) if row else (None, None)
    return Place(passage.page_id, passage.begin, passage.end, kind, similarity)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The alignment that fits places `one` and `two` (indices) best, and which of them is its side a."""

    one: int
    two: int
    row: Alignment
    one_is_a: bool


def _pairs(library: Library, places: list[Passage]) -> list[_Pair]:
    pairs = []
    for j, two in enumerate(places):
        for i, one in enumerate(places[:j]):
            fits = [
                (fit, one_is_a, row)
                for row in library.alignments_between(one.page_id, two.page_id)
                for one_is_a in (True, False)
                if (fit := _fit(row, one, two) if one_is_a else _fit(row, two, one)) > 0
            ]
            if fits:
                _, one_is_a, row = max(fits, key=lambda found: found[0])
                pairs.append(_Pair(i, j, row, one_is_a))
    return pairs


def _fit(row: Alignment, a: Passage, b: Passage) -> int:
    """Code points that the alignment and the two places have in common, on the side where it is less."""
    if row.a_page != a.page_id or row.b_page != b.page_id:
        return 0
    on_a = min(row.a_end, a.end) - max(row.a_begin, a.begin)
    on_b = min(row.b_end, b.end) - max(row.b_begin, b.begin)
    return max(0, min(on_a, on_b))


def _votes(count: int, pairs: list[_Pair]) -> list[int]:
    """For each place: the pairs in which its wording is the better one, less those in which the other's is."""
    votes = [0] * count
    for pair in pairs:
        if pair.row.better_wording is not None:
            one_wins = (pair.row.better_wording == "a") == pair.one_is_a
            votes[pair.one] += 1 if one_wins else -1
            votes[pair.two] -= 1 if one_wins else -1
    return votes


def page_clusters(library: Library, page_ids: Iterable[str]) -> list[str]:
    """The ids of the passages that stand on any of the pages, in a stable order."""
    return sorted({place.cluster_id for page_id in page_ids for place in library.passages_on(page_id)})
