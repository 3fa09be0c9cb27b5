"""Bars of sites: one printed day on page after page, around different stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from copydesk.dates.settings import PublicationSettings
from copydesk.model.date import DateCandidate
from copydesk.model.page import Page

PRINTED = ("above", "banner", "class", "headline", "time")
"""Kinds of witnesses that a bar may be taken for."""


def bars_of_sites(
    pages: Sequence[Page], candidates: Mapping[str, Sequence[DateCandidate]], settings: PublicationSettings
) -> dict[str, frozenset[str]]:
    """For each page, the days that its site prints on most of its pages.

    A site that puts out all its pages on one day is spared where what they state unseen, in markup or address,
    says the same day.
    """
    sites: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        if page.site is not None:
            sites[page.site].append(page.page_id)
    found: dict[str, frozenset[str]] = {}
    for members in sites.values():
        counts = Counter(day for page_id in members for day in _printed(candidates.get(page_id, ())))
        bars = frozenset(
            day
            for day, count in counts.items()
            if count >= settings.bar_pages and count >= settings.bar_share * len(members)
        )
        if bars:
            for page_id in members:
                found[page_id] = bars - _stated(candidates.get(page_id, ()))
    return found


def _printed(candidates: Sequence[DateCandidate]) -> set[str]:
    return {one.value for one in candidates if one.kind in PRINTED and one.value is not None}


def _stated(candidates: Sequence[DateCandidate]) -> set[str]:
    return {one.value for one in candidates if one.kind in ("json-ld", "meta", "record", "url") and one.value}
