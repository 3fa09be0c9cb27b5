"""The stories stage: pages that tell of one event, whether they copy each other or not."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import date

import numpy as np
import rustworkx
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.packed import column, where
from copydesk.model.page import Page, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage
from copydesk.model.reuse import Kind
from copydesk.model.story import Story
from copydesk.stories.grouping import NEVER, average_link, likenesses
from copydesk.stories.settings import SETTINGS, StorySettings
from copydesk.stories.terms import read_terms, unit_terms, unit_vectors


def group(pile: Pile, settings: StorySettings = SETTINGS) -> Pile:
    """Fill `stories`: pages with much text in common are units, units that talk of the same are stories."""
    segments, substitutions = ByPage(pile.segments), ByPage(pile.substitutions)
    units = _units(pile.pages, pile.lineage, settings)
    faithful = [_faithful(unit, pile.pages) for unit in units]
    vectors = unit_vectors(unit_terms(faithful, read_terms(pile.pages, segments, substitutions, settings)))
    pairs, values = likenesses(vectors, settings)
    values += settings.quote_likeness * _quoted_alike(pairs, units, pile)
    few = np.diff(vectors.start) < settings.fewest_terms
    values[few[pairs].any(axis=1)] = 0.0
    apart = _days_apart(pairs, [[pile.pages[at] for at in unit] for unit in units])
    values[apart <= settings.days_near] += settings.near_likeness
    values[apart > settings.days_apart] = NEVER
    stories = [
        _story([pile.pages[at] for unit in found for at in units[unit]])
        for found in average_link(len(units), pairs, values, settings.likeness)
    ]
    return dataclasses.replace(pile, stories=tuple(sorted(stories, key=lambda story: story.story_id)))


_KIN = ("page_id", "parent_page", "share")


def _units(pages: Sequence[Page], lineage: Sequence[Lineage], settings: StorySettings) -> list[list[int]]:
    """Pages joined by shared text that makes up enough of one of them; by number, ascending."""
    number = {page.page_id: at for at, page in enumerate(pages)}
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(pages)))
    graph.add_edges_from_no_data(
        [
            (number[page_id], number[parent])
            for page_id, parent, share in zip(*(column(lineage, name) for name in _KIN), strict=True)
            if parent is not None and share >= settings.tied_share
        ]
    )
    return sorted(sorted(component) for component in rustworkx.connected_components(graph))


def _faithful(unit: Sequence[int], pages: Sequence[Page]) -> Sequence[int]:
    """The faithful pages of a unit, if it has any; else all."""
    return [at for at in unit if pages[at].wording is not Wording.SPUN_COPY] or unit


def _quoted_alike(pairs: NDArray[np.int32], units: Sequence[Sequence[int]], pile: Pile) -> NDArray[np.bool_]:
    """Which pairs of units have a quotation in common: independent reports of one event often do."""
    number = {pile.pages[at].page_id: unit for unit, members in enumerate(units) for at in members}
    shared = (kind is Kind.SHARED_QUOTE for kind in column(pile.alignments, "kind"))
    quoting = [(number[row.a_page], number[row.b_page]) for row in where(pile.alignments, shared)]
    keys = {max(pair) * len(units) + min(pair) for pair in quoting}
    return np.isin(pairs[:, 0].astype(np.int64) * len(units) + pairs[:, 1], sorted(keys))


def _days_apart(pairs: NDArray[np.int32], units: Sequence[Sequence[Page]]) -> NDArray[np.float64]:
    """Days between the publication of two units, for every pair; NaN where a date is not known. float64[n]."""
    first, last = np.full(len(units), np.nan), np.full(len(units), np.nan)
    for at, unit in enumerate(units):
        days = [date.fromisoformat(day).toordinal() for day in _days(unit)]
        if days:
            first[at], last[at] = min(days), max(days)
    one, two = pairs[:, 0], pairs[:, 1]
    return np.asarray(np.maximum(np.maximum(first[one] - last[two], first[two] - last[one]), 0.0))


def _days(pages: Sequence[Page]) -> list[str]:
    """The publication days of pages, ascending; those of reworded pages, mostly days of the scrape, only for want."""
    faithful = [page.published[:10] for page in pages if page.published and page.wording is not Wording.SPUN_COPY]
    return sorted(faithful or [page.published[:10] for page in pages if page.published])


def _story(pages: Sequence[Page]) -> Story:
    """One story, without a title: the events of its pages are not known yet."""
    days = _days(pages)
    page_ids = tuple(sorted(page.page_id for page in pages))
    return Story(
        story_id="s" + hashlib.sha256(page_ids[0].encode()).hexdigest()[:16],
        title=None,
        first_date=days[0] if days else None,
        last_date=days[-1] if days else None,
        parent_story=None,
        page_ids=page_ids,
    )
