"""Parts of a pile that have nothing to do with the rest: what a stage makes of one is what it makes of the whole."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import rustworkx

from copydesk.model.pile import Pile

BY_PAGE = (
    "pages", "segments", "passages", "substitutions", "lineage", "actor_mentions", "date_candidates", "dates",
    "quote_mentions", "event_mentions",
)  # fmt: skip
"""Tables of rows about one page."""


def islands(pile: Pile) -> list[frozenset[str]]:
    """The pages of a finished pile, those together that share text, a story, a quotation or an event."""
    number = {page.page_id: at for at, page in enumerate(pile.pages)}
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(number)))
    for group in _groups(pile):
        graph.add_edges_from_no_data([(number[group[0]], number[page]) for page in group[1:]])
    return [frozenset(pile.pages[at].page_id for at in found) for found in rustworkx.connected_components(graph)]


def _groups(pile: Pile) -> Iterator[Sequence[str]]:
    yield from ((row.a_page, row.b_page) for row in pile.alignments)
    yield from ((row.page_id, row.parent_page) for row in pile.lineage if row.parent_page)
    yield from (story.page_ids for story in pile.stories)
    for rows, name in ((pile.quote_mentions, "quote_id"), (pile.event_mentions, "event_id")):
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(getattr(row, name), []).append(row.page_id)
        yield from found.values()


def some_islands(pile: Pile, seed: int, share: float = 0.5) -> frozenset[str]:
    """The pages of some islands of a finished pile, chosen at random, about so many of all pages."""
    order = sorted(islands(pile), key=min)
    random.Random(seed).shuffle(order)
    chosen: set[str] = set()
    for island in order:
        if len(chosen) < share * len(pile.pages):
            chosen |= island
    return frozenset(chosen)


def part_of(pile: Pile, page_ids: Collection[str]) -> Pile:
    """The rows about some pages: alignments between them, the quotes, events, actors and origins that they name."""
    tables: dict[str, tuple[Any, ...]] = {
        name: tuple(row for row in getattr(pile, name) if row.page_id in page_ids) for name in BY_PAGE
    }
    tables["alignments"] = tuple(row for row in pile.alignments if {row.a_page, row.b_page} <= set(page_ids))
    tables["stories"] = tuple(row for row in pile.stories if set(row.page_ids) <= set(page_ids))
    for name, rows, key in (
        ("quotes", "quote_mentions", "quote_id"),
        ("events", "event_mentions", "event_id"),
        ("actors", "actor_mentions", "actor_id"),
        ("origins", "lineage", "origin_id"),
    ):
        named = {getattr(row, key) for row in tables[rows]}
        tables[name] = tuple(row for row in getattr(pile, name) if getattr(row, key) in named)
    return Pile(**tables, replacements=pile.replacements)


def differing(one: Pile, other: Pile, tables: Iterable[str]) -> dict[str, tuple[list[str], list[str]]]:
    """For each table that differs, the rows that only one has, and those that only the other has."""
    found = {}
    for name in tables:
        mine, theirs = Counter(map(repr, getattr(one, name))), Counter(map(repr, getattr(other, name)))
        if mine != theirs:
            found[name] = (list((mine - theirs).elements()), list((theirs - mine).elements()))
    return found
