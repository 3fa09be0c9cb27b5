"""Markup of a copy gives the day of the copying. Beside a sibling that was there long before, it dates no text."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date

from copydesk.dates.settings import SiblingSettings
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Page, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage


def refuse_copied_days(pile: Pile, settings: SiblingSettings) -> tuple[tuple[Page, ...], tuple[DateCandidate, ...]]:
    """The pages and their candidates, without the days on which machine-reworded copies were put up.

    Such a page has no day then, unless a sibling gives one, and its basis says why.
    """
    by_id = {page.page_id: page for page in pile.pages}
    late = {
        row.page_id: by_id[row.parent_page]
        for row in pile.lineage
        if row.parent_page is not None and _is_late(row, by_id, settings)
    }
    pages = tuple(
        dataclasses.replace(page, published=None, published_basis="day of the copy", published_confidence=None)
        if page.page_id in late
        else page
        for page in pile.pages
    )
    candidates = tuple(
        _refused(one, late[one.page_id]) if one.page_id in late and one.verdict is not Verdict.BOUND else one
        for one in pile.date_candidates
    )
    return pages, candidates


def _refused(one: DateCandidate, sibling: Page) -> DateCandidate:
    if one.value is None or sibling.published is None or one.value <= sibling.published:
        return one
    why = f"It is the day of the copy: {sibling.site or sibling.source} had the text on {sibling.published}."
    return dataclasses.replace(one, verdict=Verdict.REFUSED, why=why)


def _is_late(row: Lineage, pages: Mapping[str, Page], settings: SiblingSettings) -> bool:
    if row.parent_page is None or row.share < settings.copy_share:
        return False
    page, sibling = pages[row.page_id], pages[row.parent_page]
    if not page.published or not sibling.published or sibling.wording is Wording.SPUN_COPY:
        return False
    days = date.fromisoformat(page.published[:10]) - date.fromisoformat(sibling.published[:10])
    return page.wording is Wording.SPUN_COPY and days.days > settings.copy_days
