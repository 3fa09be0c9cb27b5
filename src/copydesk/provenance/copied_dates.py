"""Metadata of a copy give the day of the copying. Beside a sibling that was there long before, they date no text."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date

from copydesk.model.page import Page, Wording
from copydesk.model.provenance import Lineage

LATER = 3
"""Days after a faithful sibling from which a copy's date is the copying's; papers print agency text within days."""
MOSTLY = 0.5
"""Share of the copy that must stand on that sibling."""


def drop_copied_dates(pages: Sequence[Page], lineage: Sequence[Lineage]) -> tuple[Page, ...]:
    """The pages, `published` null where it is the day of the copying. The basis says so."""
    by_id = {page.page_id: page for page in pages}
    late = {row.page_id for row in lineage if _is_late(row, by_id)}
    return tuple(
        dataclasses.replace(page, published=None, published_basis="day of the copy", published_confidence=None)
        if page.page_id in late
        else page
        for page in pages
    )


def _is_late(row: Lineage, pages: Mapping[str, Page]) -> bool:
    if row.parent_page is None or row.share < MOSTLY:
        return False
    page, sibling = pages[row.page_id], pages[row.parent_page]
    if not page.published or not sibling.published or sibling.wording is Wording.SPUN_COPY:
        return False
    days = date.fromisoformat(page.published[:10]) - date.fromisoformat(sibling.published[:10])
    return page.wording is Wording.SPUN_COPY and days.days > LATER
