"""The stories stage: pages that tell of one event, whether they copy each other or not."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.packed import among, where
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.reuse import Kind
from copydesk.model.story import Story
from copydesk.stories.apart import days_apart, known_days
from copydesk.stories.forms import filled_alike
from copydesk.stories.grouping import NEVER, average_link, cosines, likenesses
from copydesk.stories.settings import SETTINGS, StorySettings
from copydesk.stories.terms import read_terms, unit_terms, unit_vectors
from copydesk.stories.units import faithful, find_units


def group(pile: Pile, settings: StorySettings = SETTINGS) -> Pile:
    """Fill `stories`: pages with much text in common are units, units that talk of the same are stories."""
    segments, substitutions = ByPage(pile.segments), ByPage(pile.substitutions)
    terms = read_terms(pile.pages, segments, substitutions, settings)
    units = find_units(pile, terms, settings)
    telling = [unit.telling for unit in units]
    described = unit_terms([faithful(unit, pile.pages) for unit in telling], terms)
    vectors = unit_vectors(described)
    padded = unit_vectors(described, settings.background) if len(units) < settings.background else None
    del terms, described  # of 200,000 pages a quarter of a gigabyte each
    pairs, values = likenesses(vectors, settings)
    apart = days_apart(pairs, [[pile.pages[at] for at in unit] for unit in telling], pile.date_candidates)
    if padded is not None:
        near = apart <= settings.days_near
        values[near] = cosines(pairs[near], padded)
    values += settings.quote_likeness * _quoted_alike(pairs, telling, pile)
    few = np.diff(vectors.start) < settings.fewest_terms
    values[few[pairs].any(axis=1)] = 0.0
    values[apart <= settings.days_near] += settings.near_likeness
    values[apart > settings.days_apart] = NEVER
    number = {pile.pages[at].page_id: unit for unit, members in enumerate(telling) for at in members}
    values[filled_alike(pairs, number, pile)] = NEVER
    stories = [
        _story([pile.pages[at] for unit in found for at in units[unit].pages])
        for found in average_link(len(units), pairs, values, settings.likeness)
    ]
    return dataclasses.replace(pile, stories=tuple(sorted(stories, key=lambda story: story.story_id)))


def _quoted_alike(pairs: NDArray[np.int32], units: Sequence[Sequence[int]], pile: Pile) -> NDArray[np.bool_]:
    """Which pairs of units have a quotation in common: independent reports of one event often do."""
    number = {pile.pages[at].page_id: unit for unit, members in enumerate(units) for at in members}
    quoting = [
        (number[row.a_page], number[row.b_page])
        for row in where(pile.alignments, among(pile.alignments, "kind", {Kind.SHARED_QUOTE}))
        if row.a_page in number and row.b_page in number
    ]
    keys = {max(pair) * len(units) + min(pair) for pair in quoting}
    return np.isin(pairs[:, 0].astype(np.int64) * len(units) + pairs[:, 1], sorted(keys))


def _story(pages: Sequence[Page]) -> Story:
    """One story, without a title: the events of its pages are not known yet."""
    days = known_days(pages)
    page_ids = tuple(sorted(page.page_id for page in pages))
    return Story(
        story_id="s" + hashlib.sha256(page_ids[0].encode()).hexdigest()[:16],
        title=None,
        first_date=days[0] if days else None,
        last_date=days[-1] if days else None,
        parent_story=None,
        page_ids=page_ids,
    )
