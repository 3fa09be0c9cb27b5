"""Pages that share text: what one of them says in full, another may say for short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copydesk.model.page import Page
from copydesk.model.provenance import Lineage, Relation


def siblings(lineage: Sequence[Lineage]) -> dict[str, list[str]]:
    """For each page the pages it shares a text with, those that share most first."""
    shares: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in lineage:
        if row.parent_page is not None and row.relation is not Relation.DRAWS_ON:
            for one, other in ((row.page_id, row.parent_page), (row.parent_page, row.page_id)):
                shares[one][other] = max(row.share, shares[one].get(other, 0.0))
    return {page: sorted(own, key=lambda other: (-own[other], other)) for page, own in shares.items()}


def family_of(pages: Sequence[Page], related: dict[str, list[str]]) -> dict[str, str]:
    """For each page the first page, by id, of the family that siblings make."""
    family: dict[str, str] = {}
    for page_id in sorted(page.page_id for page in pages):
        if page_id in family:
            continue
        open_pages = [page_id]
        family[page_id] = page_id
        while open_pages:
            for other in related.get(open_pages.pop(), ()):
                if other not in family:
                    family[other] = page_id
                    open_pages.append(other)
    return family
