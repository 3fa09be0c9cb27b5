"""All places where one passage stands: the connected components of aligned spans."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.packed import from_columns
from copydesk.model.packed_columns import Pool
from copydesk.model.page import Page
from copydesk.model.reuse import Passage
from copydesk.reuse.components import root_of, unite
from copydesk.reuse.rows import QUOTE, Rows
from copydesk.reuse.settings import ReuseSettings


def passage_rows(rows: Rows, pages: Sequence[Page], settings: ReuseSettings) -> Sequence[Passage]:
    """Cluster the spans of alignments; ordered by (cluster_id, page_id, begin, end).

    Two spans of one page are one place where they share most of the shorter of them. A shared quotation is not a
    passage of a copied text, so it makes no cluster; nor does what a page repeats in places that are one together.
    """
    sides = rows.places[rows.kind != QUOTE]
    spans = np.concatenate([sides[:, [0, 2, 3]], sides[:, [1, 4, 5]]])
    order = np.lexsort(spans.T[::-1])
    spans = spans[order]
    fresh = np.ones(len(spans), dtype=np.bool_)
    fresh[1:] = (spans[1:] != spans[:-1]).any(axis=1)
    number = np.empty(len(spans), np.int64)
    number[order] = np.cumsum(fresh) - 1
    spans = np.ascontiguousarray(spans[fresh])
    roots = _components(spans, np.ascontiguousarray(number.reshape(2, -1).T), settings.same_place)
    places, opens = _merged(spans, roots, np.argsort(roots, kind="stable"))
    sizes = np.diff(np.append(np.flatnonzero(opens), len(places)))
    places, sizes = places[np.repeat(sizes > 1, sizes)], sizes[sizes > 1]
    return _named(places, np.append(0, np.cumsum(sizes)), [page.page_id for page in pages])


def _named(places: NDArray[np.int64], start: NDArray[np.int64], names: Sequence[str]) -> Sequence[Passage]:
    """Clusters are named by their first place, and come in the order of their names."""
    heads = enumerate(places[start[:-1]].tolist())
    named = sorted((_name(names[page], begin, end), number) for number, (page, begin, end) in heads)
    order = np.array([number for _, number in named], dtype=np.int64)
    sizes = np.diff(start)[order]
    cluster = np.repeat(np.arange(len(order)), sizes)
    within = np.arange(len(cluster)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    page, begin, end = places[start[order][cluster] + within].T
    clusters = Pool([name for name, _ in named], cluster)
    return from_columns(Passage, {"cluster_id": clusters, "page_id": Pool(names, page), "begin": begin, "end": end})


def _name(page_id: str, begin: int, end: int) -> str:
    return "c" + hashlib.sha256(repr((page_id, begin, end)).encode()).hexdigest()[:16]


@numba.njit("int64[::1](int64[:, ::1], int64[:, ::1], float64)", cache=True, nogil=True)
def _components(spans: Any, links: Any, share: float) -> Any:
    """The lowest span that each span (ascending) is connected with, by `links` or by overlaps of `share`."""
    parent = np.arange(len(spans))
    for k in range(len(links)):
        unite(parent, links[k, 0], links[k, 1])
    opened = np.empty(len(spans), np.int64)
    count = 0
    for at in range(len(spans)):
        page, begin, end = spans[at, 0], spans[at, 1], spans[at, 2]
        kept = 0
        for k in range(count):
            other = opened[k]
            if spans[other, 0] == page and spans[other, 2] > begin:
                opened[kept] = other
                kept += 1
                shorter = min(end - begin, spans[other, 2] - spans[other, 1])
                if min(end, spans[other, 2]) - begin >= share * shorter:
                    unite(parent, other, at)
        opened[kept] = at
        count = kept + 1
    for at in range(len(spans)):
        parent[at] = root_of(parent, at)
    return parent


@numba.njit("(int64[:, ::1], int64[::1], int64[::1])", cache=True, nogil=True)
def _merged(spans: Any, roots: Any, order: Any) -> Any:
    """The places of component after component, overlapping spans as one; and which of them open a component."""
    places = np.empty((len(order), 3), np.int64)
    opens = np.zeros(len(order), np.bool_)
    count = 0
    for k in range(len(order)):
        at = order[k]
        opened = k == 0 or roots[at] != roots[order[k - 1]]
        last = count - 1
        if not opened and spans[at, 0] == places[last, 0] and spans[at, 1] < places[last, 2]:
            places[last, 2] = max(places[last, 2], spans[at, 2])
            continue
        places[count], opens[count] = spans[at], opened
        count += 1
    return places[:count], opens[:count]
