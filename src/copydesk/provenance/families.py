"""Text families: groups of passages that go back to one source text, and the pages that carry them.

Two pages that share a passage share its source. Whether a third page belongs to the same source depends on the
words: if the passages overlap, it does. A page may also be composed of two sources: then it has disjoint passages in
common with two groups of pages that share nothing with each other, though all had the chance to.

A sentence or two that two pages share beside much that they share with others are of another source: a loose family.
It makes no page a copy, and does not make one source of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
import rustworkx
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.reuse import Kind
from copydesk.provenance.columns import Columns, code
from copydesk.provenance.spans import merge_all
from copydesk.text.quotation import quotation_spans

NEARLY_ALL = 0.7
"""Share of a page's words from which a text counts as making up nearly all of it."""
LOOSE = 0.15
"""Share of both pages below which a tie is loose: of two reports of 400 words, two sentences each."""
LOOSE_BESIDE = 0.4
"""The same as a part of the strongest tie that each page has. Two reports that agencies wrote by themselves, each on
several pages, have had a sentence or a statement in common that made up a tenth of them."""
CHANCES = 4
"""Pairs of pages across two groups from which it is no accident that none of them shares a passage."""
COMMON = 0.25
"""Share of the shorter of two ties that must be the same words of a page for both to be of one text."""
NAMES = 6
"""Names from which two groups of pages that have none in common are about different things: so are 8 in 10 texts of
different topics, and the two halves of 1 text in 60 (ECB+)."""
QUOTED = 0.6
"""Share of a passage in quotation marks from which it is hardly more than a quotation."""

Edge = tuple[str, str]


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What two pages share: merged spans on each page (code points), and share of each page.

    `a_narrated`, `b_narrated`: the same without the passages that are hardly more than a quotation, which pages of
    two sources may well have in common. `kept`: the part of the shared text that is no quotation and stands there in
    the same words, or in those that a machine put for them: two reports tell of one fact in some of the same words,
    and neither has them of the other.
    """

    a_spans: Spans
    b_spans: Spans
    a_share: float
    b_share: float
    a_narrated: Spans
    b_narrated: Spans
    kept: float = 1.0


@dataclass(frozen=True, slots=True)
class Family:
    """One source text as far as it shows: its pages in ascending order, and the ties between them.

    A `loose` one is a sentence or two, no more than its pages have of another text or of their own.
    """

    pages: tuple[str, ...]
    ties: tuple[Edge, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """What pages show beside their ties: the names that each credits with its text, and the reworded ones.

    `named` gives the names that stand in the article of a page: whom and what it is about.
    """

    credited: Mapping[str, Set[str]]
    spun: Set[str]
    named: Callable[[str], Set[str]]


def _nobody(_: str) -> Set[str]:
    return frozenset()


NO_SIGNS = Signs({}, frozenset(), _nobody)


def find_ties(columns: Columns, pages: Sequence[Page], words: Sequence[int]) -> dict[Edge, Tie]:
    """The ties between different pages, in the order of their ids. `words` is the number of article words of each."""
    tying = columns.tying()
    pairs, pair = np.unique(columns.pairs(tying), return_inverse=True)
    begin, end = columns.begin[tying], columns.end[tying]
    told = _told(columns.page[tying], begin, end, pages)
    spans = [merge_all(len(pairs), pair, begin[:, side], end[:, side]) for side in (0, 1)]
    narrated = [merge_all(len(pairs), pair[told], begin[told, side], end[told, side]) for side in (0, 1)]
    kept = _kept(columns, tying, pair, told)
    ties = {}
    for a, b, a_spans, b_spans, a_told, b_told, same in zip(
        (pairs >> 32).tolist(), (pairs & 0xFFFFFFFF).tolist(), *spans, *narrated, kept.tolist(), strict=True
    ):
        shares = _share(pages[a].text, a_spans, words[a]), _share(pages[b].text, b_spans, words[b])
        ties[pages[a].page_id, pages[b].page_id] = Tie(a_spans, b_spans, *shares, a_told, b_told, same)
    return ties


def _kept(
    columns: Columns, tying: NDArray[np.int64], pair: NDArray[np.int64], told: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The part of what each pair of pages shares that is the same on both and no quotation, by length."""
    same = np.where(columns.kind[tying] == code(Kind.SPUN), 1.0, columns.similarity[tying])
    size = (columns.end[tying] - columns.begin[tying]).sum(axis=1).astype(np.float64)
    return np.asarray(np.bincount(pair, size * same * told) / np.maximum(np.bincount(pair, size), 1.0))


def _told(
    page: NDArray[np.int32], begin: NDArray[np.int32], end: NDArray[np.int32], pages: Sequence[Page]
) -> NDArray[np.bool_]:
    """Which pairs of places text[begin:end], all of them [n, 2], are more than a quotation on both sides.

    What one page quotes and the other has without marks is a speech or a statement and a report of it.
    """
    numbers = np.unique(page).tolist()
    spans = [(number << 32, *span) for number in numbers for span in quotation_spans(pages[number].text)]
    base, opens, closes = np.array(spans, np.int64).reshape(-1, 3).T
    first, last = base + opens, base + closes
    marked = np.concatenate([[0], np.cumsum(last - first)])

    def quoted_before(place: NDArray[np.int32]) -> NDArray[np.int64]:
        key = (page.astype(np.int64) << 32) + place
        count = np.searchsorted(first, key, side="right")
        over = np.concatenate([[0], last])[count] - key  # what of the last quotation lies behind the place
        return np.asarray(marked[count] - np.maximum(over, 0))

    quoted = quoted_before(end) - quoted_before(begin)
    return np.asarray((quoted < QUOTED * (end - begin)).all(axis=1))


def _share(text: str, spans: Spans, words: int) -> float:
    held = " ".join([text[begin:end] for begin, end in spans]).split()
    return min(1.0, len(held) / max(words, 1))


def find_families(ties: Mapping[Edge, Tie], signs: Signs = NO_SIGNS) -> list[Family]:
    """Group the ties into families, ordered by their first page and tie.

    A loose tie joins the family that both its pages are in; without one, such ties make families of their own.
    """
    loose = _loose(ties)
    firm = _grouped({edge: tie for edge, tie in ties.items() if edge not in loose}, signs)
    home: defaultdict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(firm):
        for edge in group:
            for page in edge:
                home[page].add(at)
    stray = {}
    for edge in sorted(loose):
        both = home[edge[0]] & home[edge[1]]
        if both:
            firm[min(both)].append(edge)
        else:
            stray[edge] = ties[edge]
    families = [_family(group, loose=False) for group in firm]
    families += [_family(group, loose=True) for group in _grouped(stray, signs)]
    return sorted(families, key=lambda family: (family.pages, family.ties))


def family_shares(families: Sequence[Family], ties: Mapping[Edge, Tie]) -> dict[str, dict[int, float]]:
    """The greatest share that a tie of each family, by its number, has of each of its pages; loose ones left out."""
    shares: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, family in enumerate(families):
        for edge in () if family.loose else family.ties:
            for page, share in zip(edge, (ties[edge].a_share, ties[edge].b_share), strict=True):
                shares[page][number] = max(shares[page].get(number, 0.0), share)
    return shares


def _family(edges: Sequence[Edge], *, loose: bool) -> Family:
    return Family(tuple(sorted({page for edge in edges for page in edge})), tuple(sorted(edges)), loose)


def _loose(ties: Mapping[Edge, Tie]) -> set[Edge]:
    """The ties that are little of both pages, by themselves or beside the strongest tie of each, and quotations."""
    best: defaultdict[str, float] = defaultdict(float)
    for (a, b), tie in ties.items():
        best[a], best[b] = max(best[a], tie.a_share), max(best[b], tie.b_share)
    return {
        (a, b)
        for (a, b), tie in ties.items()
        if tie.kept * max(tie.a_share, tie.b_share) < LOOSE
        or (tie.a_share < LOOSE_BESIDE * best[a] and tie.b_share < LOOSE_BESIDE * best[b])
    }


def _grouped(ties: Mapping[Edge, Tie], signs: Signs) -> list[list[Edge]]:
    """The ties by the text that they are of.

    First what surely belongs together; then, where two such groups meet in a page, whether they are excerpts of it
    or it is composed of them.
    """
    edges = sorted(ties)
    sure = [pair for page, numbers in _by_page(edges).items() for pair in _joined(page, numbers, edges, ties)]
    groups = _components(len(edges), sure)
    group_of = {number: at for at, group in enumerate(groups) for number in group}
    excerpts = [
        (groups[one][0], groups[two][0])
        for page, numbers in _by_page(edges).items()
        for one, two in _excerpts(page, sorted({group_of[number] for number in numbers}), groups, edges, ties, signs)
    ]
    return [[edges[number] for number in component] for component in _components(len(edges), [*sure, *excerpts])]


def _by_page(edges: Sequence[Edge]) -> dict[str, list[int]]:
    """The numbers of the ties of each page."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for page in edge:
            numbers[page].append(number)
    return numbers


def _components(size: int, joined: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Connected components of the numbers below `size`, each ascending, in the order of their first."""
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(list(joined))
    return sorted(sorted(component) for component in rustworkx.connected_components(graph))


def _joined(
    page: str, numbers: Sequence[int], edges: Sequence[Edge], ties: Mapping[Edge, Tie]
) -> list[tuple[int, int]]:
    """Pairs of ties of one page that surely are of one text, enough of them to span it."""
    parts: list[list[int]] = []
    joined: list[tuple[int, int]] = []
    for number in numbers:
        agreeing = [part for part in parts if any(_together(page, edges[k], edges[number], ties) for k in part)]
        joined.extend((part[0], number) for part in agreeing)
        parts = [part for part in parts if part not in agreeing]
        parts.append([*(k for part in agreeing for k in part), number])
    return joined


def _together(page: str, one: Edge, two: Edge, ties: Mapping[Edge, Tie]) -> bool:
    """Whether two ties of `page` are of one text: the same words of the page, or their other pages share some too."""
    far = ties.get(_edge(_other(page, one), _other(page, two)))
    if far is not None and far.a_narrated:
        return True
    return _common(_narrated(page, one, ties), _narrated(page, two, ties)) >= COMMON


def _excerpts(
    page: str,
    met: Sequence[int],
    groups: Sequence[Sequence[int]],
    edges: Sequence[Edge],
    ties: Mapping[Edge, Tie],
    signs: Signs,
) -> list[tuple[int, int]]:
    """Pairs of the groups that meet in `page` and are excerpts of one text: each joins the largest that it may.

    It joins one only, so that no stray tie makes one source of two.
    """
    ranked = sorted(met, key=lambda group: (-len(groups[group]), group))
    heads: list[int] = []
    joined: list[tuple[int, int]] = []
    for group in ranked:
        own = [edges[number] for number in groups[group]]
        fitting = [head for head in heads if not _apart(page, [edges[k] for k in groups[head]], own, ties, signs)]
        if fitting:
            joined.append((fitting[0], group))
        else:
            heads.append(group)
    return joined


def _apart(page: str, one: Sequence[Edge], two: Sequence[Edge], ties: Mapping[Edge, Tie], signs: Signs) -> bool:
    """Whether `page` is composed of two groups that have nothing to do with each other.

    Of several pages in each group, some would overlap if they were excerpts of it; and excerpts of one text credit
    one source, and name the same people and places. Two pages that are nearly all in it are excerpts or its sources;
    sources they are only where it is reworded and they are not.
    """
    far = [{end for edge in group for end in edge} - {page} for group in (one, two)]
    if len(far[0]) * len(far[1]) >= CHANCES:
        return True
    names = [set().union(*(signs.credited.get(end, ()) for end in ends)) for ends in far]
    if (names[0] and names[1] and not names[0] & names[1]) or _unlike(far[0], far[1], signs):
        return True
    here = [edge for edge in (*one, *two) if page in edge]
    if min(_far_share(page, edge, ties) for edge in here) < NEARLY_ALL:
        return False
    return page in signs.spun and not signs.spun & (far[0] | far[1])


def _unlike(one: Iterable[str], two: Iterable[str], signs: Signs) -> bool:
    """Whether two groups of pages name nobody and nothing in common, though each names enough."""
    names = [set().union(*(signs.named(page) for page in pages)) for pages in (one, two)]
    return min(map(len, names)) >= NAMES and names[0].isdisjoint(names[1])


def _narrated(page: str, edge: Edge, ties: Mapping[Edge, Tie]) -> Spans:
    """The narrated spans of a tie on `page`."""
    return ties[edge].a_narrated if edge[0] == page else ties[edge].b_narrated


def _far_share(page: str, edge: Edge, ties: Mapping[Edge, Tie]) -> float:
    """The share that a tie makes up of the page at its other end."""
    return ties[edge].b_share if edge[0] == page else ties[edge].a_share


def _edge(one: str, two: str) -> Edge:
    return (one, two) if one < two else (two, one)


def _other(page: str, edge: Edge) -> str:
    return edge[1] if edge[0] == page else edge[0]


def _common(one: Sequence[tuple[int, int]], two: Sequence[tuple[int, int]]) -> float:
    """Share of the shorter of two sets of spans that lies in the other."""
    held = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in two)
    return held / max(min(sum(end - begin for begin, end in spans) for spans in (one, two)), 1)
