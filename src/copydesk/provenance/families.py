"""Text families: groups of passages that go back to one source text, and the pages that carry them.

Two pages that share a passage share its source. Whether a third page belongs to the same source depends on the
words: if the passages overlap, it does. A page may also be composed of two sources: then it has disjoint passages in
common with two groups of pages that share nothing with each other, though all had the chance to.
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
CHANCES = 4
"""Pairs of pages across two groups from which it is no accident that none of them shares a passage."""

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
    """Pairs of `edges` (all at `page`) that belong to one source, enough of them to span each source."""
    parts: list[list[int]] = []
    for at, edge in enumerate(edges):
        agreeing = [part for part in parts if any(_together(page, edges[k], edge, ties) for k in part)]
        parts = [part for part in parts if part not in agreeing]
        parts.append(sorted([at, *(k for part in agreeing for k in part)]))
    parts.sort()
    groups: list[list[int]] = []
    for part in parts:
        for group in groups:
            if not _apart(page, [edges[k] for k in group], [edges[k] for k in part], ties):
                group.extend(part)
                break
        else:
            groups.append(list(part))
    return [(group[0], other) for group in groups for other in group[1:]]


def _together(page: str, one: Edge, two: Edge, ties: Mapping[Edge, Tie]) -> bool:
    """Whether two ties of `page` are of one text: the same words of the page, or their other pages share some too."""
    far = tuple(sorted((_other(page, one), _other(page, two))))
    return far in ties or _overlap(_seen_from(page, one, ties)[0], _seen_from(page, two, ties)[0])


def _apart(page: str, one: Sequence[Edge], two: Sequence[Edge], ties: Mapping[Edge, Tie]) -> bool:
    """Whether `page` is composed of two sources: of groups of ties that have nothing to do with each other.

    Two pages with nothing in common may be two excerpts of this one, unless each is nearly all in it; of several
    pages in each group, some would overlap.
    """
    if len(one) * len(two) >= CHANCES:
        return True
    return min(_seen_from(page, edge, ties)[1] for edge in (*one, *two)) >= NEARLY_ALL


def _seen_from(page: str, edge: Edge, ties: Mapping[Edge, Tie]) -> tuple[tuple[tuple[int, int], ...], float]:
    """The spans of a tie on `page`, and the share that they make up of the page at the other end."""
    tie = ties[edge]
    return (tie.a_spans, tie.b_share) if edge[0] == page else (tie.b_spans, tie.a_share)


def _other(page: str, edge: Edge) -> str:
    return edge[1] if edge[0] == page else edge[0]


def _overlap(one: Sequence[tuple[int, int]], two: Sequence[tuple[int, int]]) -> bool:
    return any(a_begin < b_end and b_begin < a_end for a_begin, a_end in one for b_begin, b_end in two)
