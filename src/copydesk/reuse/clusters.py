"""All places where one passage stands: the connected components of aligned spans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import rustworkx

from copydesk.model.reuse import Alignment, Kind, Passage
from copydesk.reuse.settings import ReuseSettings

Span = tuple[str, int, int]


def passage_rows(alignments: Sequence[Alignment], settings: ReuseSettings) -> tuple[Passage, ...]:
    """Cluster the spans of `alignments`; rows are ordered by (cluster_id, page_id, begin, end).

    Two spans of one page are one place where they share most of the shorter of them. A shared quotation is not a
    passage of a copied text, so it makes no cluster.
    """
    rows = [row for row in alignments if row.kind is not Kind.SHARED_QUOTE]
    spans = sorted({span for row in rows for span in _sides(row)})
    number = {span: at for at, span in enumerate(spans)}
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(spans)))
    graph.add_edges_from_no_data([(number[a], number[b]) for a, b in map(_sides, rows)])
    graph.add_edges_from_no_data(list(_same_places(spans, settings.same_place)))
    found: list[Passage] = []
    for component in rustworkx.connected_components(graph):
        places = _merged(sorted(spans[at] for at in component))
        cluster_id = "c" + hashlib.sha256(repr(places[0]).encode()).hexdigest()[:16]
        found.extend(Passage(cluster_id, *place) for place in places)
    return tuple(sorted(found, key=lambda row: (row.cluster_id, row.page_id, row.begin, row.end)))


def _sides(row: Alignment) -> tuple[Span, Span]:
    return (row.a_page, row.a_begin, row.a_end), (row.b_page, row.b_begin, row.b_end)


def _same_places(spans: Sequence[Span], share: float) -> Iterable[tuple[int, int]]:
    """Pairs of spans (ascending) of one page that overlap by at least `share` of the shorter one."""
    open_spans: list[int] = []
    for at, (page, begin, end) in enumerate(spans):
        open_spans = [k for k in open_spans if spans[k][0] == page and spans[k][2] > begin]
        for k in open_spans:
            shared = min(end, spans[k][2]) - begin
            if shared >= share * min(end - begin, spans[k][2] - spans[k][1]):
                yield k, at
        open_spans.append(at)


def _merged(places: Sequence[Span]) -> list[Span]:
    """Overlapping spans of one page as one."""
    merged: list[Span] = []
    for page, begin, end in places:
        if merged and merged[-1][0] == page and begin < merged[-1][2]:
            merged[-1] = (page, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((page, begin, end))
    return merged
