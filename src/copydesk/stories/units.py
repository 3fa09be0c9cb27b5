"""Units: pages that share so much text that they tell one story, whatever else is in the pile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.model.packed import among, column, where
from copydesk.model.page import Page, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage
from copydesk.stories.bridges import Bridge, Link, find_bridges
from copydesk.stories.clustering import components
from copydesk.stories.settings import StorySettings
from copydesk.stories.terms import Terms, unit_terms
from copydesk.stories.vectors import Vectors, cosines

_KIN = ("page_id", "parent_page", "share")
_MOST = 0.5
"""Share of its words from which a page is mostly of one origin."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages by number, ascending. `telling`: those whose words say what the unit is about, which no bridge does, nor
    a page that is composed of parts of several texts."""

    pages: tuple[int, ...]
    telling: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two pages, by number, whose common text makes up enough of one of them; most of both, where it `is_copy`."""

    one: int
    other: int
    is_copy: bool


def find_units(pile: Pile, terms: Terms, settings: StorySettings) -> list[Unit]:
    """Pages joined by shared text that makes up enough of one of them, but not through a bridge.

    `terms` are those of the pages. A bridge is in the unit that has most of its text.
    """
    ties = _ties(pile.pages, pile.lineage, settings)
    copies = components(len(pile.pages), ((tie.one, tie.other) for tie in ties if tie.is_copy))
    group_of = {page: group for group, pages in enumerate(copies) for page in pages}
    words = [max(pile.pages[page].n_words for page in pages) for pages in copies]
    between = {frozenset((group_of[tie.one], group_of[tie.other])) for tie in ties}
    links = sorted(Link(*sorted(pair, key=lambda group: (words[group], group))) for pair in between if len(pair) > 1)
    found = find_bridges(copies, words, links, pile)
    bridges = _unlike(found, copies, links, pile.pages, terms, settings) if found else []
    mixing = {page for bridge in bridges for page in copies[bridge.group]} | _composed(pile)
    units = []
    for groups in components(len(copies), _kept(links, bridges)):
        pages = sorted(page for group in groups for page in copies[group])
        telling = [page for page in pages if page not in mixing] or pages
        units.append(Unit(tuple(pages), tuple(telling)))
    return sorted(units, key=lambda unit: unit.pages)


def _composed(pile: Pile) -> set[int]:
    """The pages of several origins of which none has most of the page: the digest of a day beside whole reports."""
    mixed = {page.page_id: at for at, page in enumerate(pile.pages) if page.wording is Wording.MIXED}
    rows = where(pile.lineage, among(pile.lineage, "page_id", mixed))
    mostly = {mixed[row.page_id] for row in rows if row.parent_page is None and row.share >= _MOST}
    return set(mixed.values()) - mostly


def _ties(pages: Sequence[Page], lineage: Sequence[Lineage], settings: StorySettings) -> list[_Tie]:
    number = {page.page_id: at for at, page in enumerate(pages)}
    found = []
    for page_id, parent, share in zip(*(column(lineage, name) for name in _KIN), strict=True):
        if parent is not None and share >= settings.tied_share:
            one, other = number[page_id], number[parent]
            there = share * pages[one].n_words / max(pages[other].n_words, 1)
            found.append(_Tie(one, other, min(share, there) >= settings.copied_share))
    return found


def _kept(links: Iterable[Link], bridges: Sequence[Bridge]) -> Iterable[Link]:
    """The links without those that lead over a bridge, which keeps those to what it has most of its text from."""
    near = {bridge.group: bridge.spans[0] for bridge in bridges}
    for link in links:
        small, large = link
        if small in near and large in near:
            continue
        if (large not in near or small in near[large]) and (small not in near or large in near[small]):
            yield link


def faithful(unit: Sequence[int], pages: Sequence[Page]) -> Sequence[int]:
    """The faithful pages of a unit, if it has any; else all."""
    return [at for at in unit if pages[at].wording is not Wording.SPUN_COPY] or unit


def _unlike(
    bridges: Sequence[Bridge],
    copies: Sequence[Sequence[int]],
    links: Sequence[Link],
    pages: Sequence[Page],
    terms: Terms,
    settings: StorySettings,
) -> list[Bridge]:
    """The bridges whose spans are about different things: two excerpts of one long article speak of the same.

    A word tells what it tells in general, however rare it is in this pile: no page elsewhere makes a bridge.
    """
    cut = {bridge.group for bridge in bridges}
    joined = components(len(copies), (link for link in links if not cut & {*link}))
    held = {group for bridge in bridges for span in bridge.spans for group in span}
    units = [groups for groups in joined if not held.isdisjoint(groups)]
    unit_of = {group: unit for unit, groups in enumerate(units) for group in groups}
    members = [[page for group in groups for page in copies[group]] for groups in units]
    vectors = Vectors.of(unit_terms([faithful(unit, pages) for unit in members], terms), background=None)
    apart = (bridge.joined(_alike(bridge, unit_of, vectors, settings)) for bridge in bridges)
    return [bridge for bridge in apart if len(bridge.spans) > 1]


def _alike(
    bridge: Bridge, unit_of: Mapping[int, int], vectors: Vectors, settings: StorySettings
) -> list[tuple[int, int]]:
    """Pairs of groups of a bridge whose units are one or alike."""
    groups = sorted(group for span in bridge.spans for group in span)
    first = {unit_of[group]: group for group in groups}
    units = np.array(sorted(first), np.int32)
    pairs = units[np.stack(np.tril_indices(len(units), -1), axis=1)]
    near = pairs[cosines(pairs, vectors) >= settings.bridged_likeness].tolist()
    return [(group, first[unit_of[group]]) for group in groups] + [(first[one], first[two]) for one, two in near]
