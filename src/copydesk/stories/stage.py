"""The stories stage: pages that tell of one event, whether they copy each other or not."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Learning, Lesson, Memory, taught
from copydesk.model.packed import among, where
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.reuse import Kind
from copydesk.model.story import Story
from copydesk.stories.account import Account, page_numbers
from copydesk.stories.apart import known_days, unit_days
from copydesk.stories.forms import filled_alike
from copydesk.stories.memberships import Memberships, learn, other_company
from copydesk.stories.settings import SETTINGS, StorySettings
from copydesk.stories.terms import read_terms, unit_terms
from copydesk.stories.units import faithful, find_units

_MEMORY = Memory(Memberships.to_bytes, Memberships.from_bytes)


def group(pile: Pile, settings: StorySettings = SETTINGS) -> Pile:
    """Fill `stories`: pages with much text in common are units, units that talk of the same are stories."""
    return taught(grouping(pile, settings))


def grouping(pile: Pile, settings: StorySettings = SETTINGS) -> Learning[Pile]:
    """Fill `stories`; what each page's story is, the notes of all units teach."""
    page_ids = [page.page_id for page in pile.pages]
    notes = _account(pile, settings).notes(page_ids)
    known: Memberships = yield Lesson("stories", notes, partial(learn, settings=settings), other_company, _MEMORY)
    pages = {page.page_id: page for page in pile.pages}
    stories = [_story([pages[page_id] for page_id in found]) for found in known.parted(page_ids)]
    return dataclasses.replace(pile, stories=tuple(sorted(stories, key=lambda story: story.story_id)))


def _account(pile: Pile, settings: StorySettings) -> Account:
    """What the pages say of themselves and of their units."""
    terms = read_terms(pile.pages, ByPage(pile.segments), ByPage(pile.substitutions), settings)
    units = find_units(pile, terms, settings)
    telling = [[pile.pages[at] for at in unit.telling] for unit in units]
    unit_of = np.zeros(len(pile.pages), np.int64)
    for number, unit in enumerate(units):
        unit_of[list(unit.pages)] = number
    telling_of = {page.page_id: number for number, pages in enumerate(telling) for page in pages}
    return Account(
        page=page_numbers([page.page_id for page in pile.pages]),
        unit=unit_of,
        days=unit_days(telling, pile.date_candidates),
        quoted=_in_order(_quoted_alike(telling_of, pile)),
        filled=_in_order(filled_alike(telling_of, pile)),
        terms=unit_terms([faithful(unit.telling, pile.pages) for unit in units], terms),
    )


def _quoted_alike(unit_of: Mapping[str, int], pile: Pile) -> set[tuple[int, int]]:
    """The pairs of units, the later first, with a quotation in common, as independent reports of one event have.

    `unit_of`: the unit of each page, by id.
    """
    rows = where(pile.alignments, among(pile.alignments, "kind", {Kind.SHARED_QUOTE}))
    pairs = ((unit_of.get(row.a_page, -1), unit_of.get(row.b_page, -1)) for row in rows)
    return {(max(pair), min(pair)) for pair in pairs if min(pair) >= 0 and pair[0] != pair[1]}


def _in_order(pairs: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    return np.array(sorted(pairs), np.int64).reshape(-1, 2)


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
