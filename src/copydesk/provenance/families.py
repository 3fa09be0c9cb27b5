"""Text families: groups of passages that go back to one source text, and the pages that carry them.

Two pages that share a passage share its source. Whether a third page belongs to the same source depends on the
words: if the passages overlap, it does; if a page holds two disjoint texts, each of which makes up nearly all of
another page, it is composed of two sources, and they stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import rustworkx

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind

NEARLY_ALL = 0.7
"""Share of a page's words from which a text counts as making up nearly all of it."""

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """What two pages share: merged spans on each page (code points), words on each, and share of each page."""

    a_spans: tuple[tuple[int, int], ...]
    b_spans: tuple[tuple[int, int], ...]
    a_share: float
    b_share: float


@dataclass(frozen=True, slots=True)
class Family:
    """One source text as far as it shows: its pages in ascending order, and the ties between them."""

    pages: tuple[str, ...]
    ties: tuple[Edge, ...]


def find_ties(
    alignments: Sequence[Alignment], pages: Mapping[str, Page], words: Mapping[str, int]
) -> dict[Edge, Tie]:
    """The ties between different pages. `words` is the number of article words of each page."""
    sides: dict[Edge, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = defaultdict(lambda: ([], []))
    for row in alignments:
        if row.a_page != row.b_page and row.kind is not Kind.SHARED_QUOTE:
            a_spans, b_spans = sides[row.a_page, row.b_page]
            a_spans.append((row.a_begin, row.a_end))
            b_spans.append((row.b_begin, row.b_end))
    ties = {}
    for (a, b), (a_spans, b_spans) in sorted(sides.items()):
        a_merged, b_merged = merge_spans(a_spans), merge_spans(b_spans)
        ties[a, b] = Tie(a_merged, b_merged, _share(pages[a], a_merged, words), _share(pages[b], b_merged, words))
    return ties


def merge_spans(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Overlapping and touching spans as one; ascending."""
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)


def _share(page: Page, spans: Sequence[tuple[int, int]], words: Mapping[str, int]) -> float:
    held = sum(len(page.text[begin:end].split()) for begin, end in spans)
    return min(1.0, held / max(words[page.page_id], 1))


def find_families(ties: Mapping[Edge, Tie]) -> list[Family]:
    """Group the ties into families, ordered by their first page and tie."""
    edges = sorted(ties)
    at_page: dict[str, list[int]] = defaultdict(list)
    for number, (a, b) in enumerate(edges):
        at_page[a].append(number)
        at_page[b].append(number)
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(edges)))
    for page, numbers in at_page.items():
        joined = _joined_ties(page, [edges[number] for number in numbers], ties)
        graph.add_edges_from_no_data([(numbers[x], numbers[y]) for x, y in joined])
    families = []
    for component in rustworkx.connected_components(graph):
        members = tuple(sorted(edges[number] for number in component))
        families.append(Family(tuple(sorted({page for edge in members for page in edge})), members))
    return sorted(families, key=lambda family: (family.pages, family.ties))


def _joined_ties(page: str, edges: Sequence[Edge], ties: Mapping[Edge, Tie]) -> list[tuple[int, int]]:
    """Pairs of `edges` (all at `page`) that belong to one source.

    Each tie is joined to the first one before it that it agrees with: a spanning forest is enough.
    """
    joined = []
    parts: list[list[int]] = []
    for at, edge in enumerate(edges):
        agreeing = [part for part in parts if any(not _apart(page, edges[k], edge, ties) for k in part[:8])]
        for part in agreeing:
            joined.append((part[0], at))
        merged = [at, *(k for part in agreeing for k in part)]
        parts = [part for part in parts if part not in agreeing]
        parts.append(sorted(merged))
    return joined


def _apart(page: str, one: Edge, two: Edge, ties: Mapping[Edge, Tie]) -> bool:
    """Whether `page` holds two sources: disjoint texts, each nearly all of another page, and no tie between them."""
    one_spans, one_share = _seen_from(page, one, ties)
    two_spans, two_share = _seen_from(page, two, ties)
    if min(one_share, two_share) < NEARLY_ALL:
        return False
    far = tuple(sorted((_other(page, one), _other(page, two))))
    return far not in ties and not _overlap(one_spans, two_spans)


def _seen_from(page: str, edge: Edge, ties: Mapping[Edge, Tie]) -> tuple[tuple[tuple[int, int], ...], float]:
    """The spans of a tie on `page`, and the share that they make up of the page at the other end."""
    tie = ties[edge]
    return (tie.a_spans, tie.b_share) if edge[0] == page else (tie.b_spans, tie.a_share)


def _other(page: str, edge: Edge) -> str:
    return edge[1] if edge[0] == page else edge[0]


def _overlap(one: Sequence[tuple[int, int]], two: Sequence[tuple[int, int]]) -> bool:
    return any(a_begin < b_end and b_begin < a_end for a_begin, a_end in one for b_begin, b_end in two)
