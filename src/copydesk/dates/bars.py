"""Bars of sites: one printed day on page after page, around different stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from copydesk.dates.settings import PublicationSettings
from copydesk.model.date import DateCandidate
from copydesk.model.lesson import Lesson, Notes
from copydesk.model.page import Page
from copydesk.text.codes import codes

PRINTED = ("above", "banner", "class", "headline", "time")
"""Kinds of witnesses that a bar may be taken for."""

Bars = NDArray[np.uint64]
"""The bars of all sites: codes of a site with a day, ascending."""

_PRINTED_DAY = np.dtype([("site", "<u8"), ("bar", "<u8")])
"""A note has one for each day that is printed on the page, and one for the page itself, where both are one code; none
where the page has no site."""

Printed = Sequence[tuple[str, Sequence[str]]]
"""For each page its site and the days that are printed on it, ascending, behind an empty one; no day where the page
has no site."""


def printed_days(pages: Sequence[Page], candidates: Mapping[str, Sequence[DateCandidate]]) -> Printed:
    """What pages of sites print."""
    return [
        ("", ()) if page.site is None else (page.site, ["", *_printed(candidates.get(page.page_id, ()))])
        for page in pages
    ]


def bars_lesson(pages: Sequence[Page], printed: Printed, settings: PublicationSettings) -> Lesson:
    """What days sites print on most of their pages. 32 bytes of notes on a page that prints one day."""
    sizes = np.array([len(days) for _, days in printed], np.int64)
    records = np.empty(int(sizes.sum()), _PRINTED_DAY)
    records["site"] = codes(f"{site}\x1f" for site, days in printed for _ in days)
    records["bar"] = _bars_of(printed)
    notes = Notes.of_records([page.page_id for page in pages], sizes, records)
    return Lesson("bars", notes, partial(_learn, settings=settings), _asking)


def bars_on_pages(
    pages: Sequence[Page], printed: Printed, bars: Bars, candidates: Mapping[str, Sequence[DateCandidate]]
) -> dict[str, frozenset[str]]:
    """For each page that prints bars of its site, the days of these.

    A site that puts out all its pages on one day is spared where what they state unseen, in markup or address,
    says the same day.
    """
    is_bar = iter(np.isin(_bars_of(printed), bars).tolist())
    found = {}
    for page, (_, days) in zip(pages, printed, strict=True):
        own = frozenset(day for day in days if next(is_bar))
        if own:
            found[page.page_id] = own - _stated(candidates.get(page.page_id, ()))
    return found


def _bars_of(printed: Printed) -> NDArray[np.uint64]:
    """The codes of days on sites, one page's after the other's."""
    return codes(f"{site}\x1f{day}" for site, days in printed for day in days)


def _learn(notes: Notes, settings: PublicationSettings) -> Bars:
    """The bars that the notes of all pages show."""
    records = notes.records(_PRINTED_DAY)
    is_page = records["bar"] == records["site"]
    sites, sizes = np.unique(records["site"][is_page], return_counts=True)
    printed = records[~is_page]
    bars, first, counts = np.unique(printed["bar"], return_index=True, return_counts=True)
    pages_of_site = sizes[np.searchsorted(sites, printed["site"][first])]
    often = (counts >= settings.bar_pages) & (counts >= settings.bar_share * pages_of_site)
    return np.asarray(bars[often], np.uint64)


def _asking(before: Bars, after: Bars, notes: Notes) -> NDArray[np.int64]:
    """The pages that print a day which became a bar of their site, or is none any more."""
    asked = np.isin(notes.records(_PRINTED_DAY)["bar"], np.setxor1d(before, after))
    return np.unique(notes.page_of_records(_PRINTED_DAY)[asked])


def _printed(candidates: Sequence[DateCandidate]) -> list[str]:
    """The days that are printed on a page, ascending."""
    return sorted({one.value for one in candidates if one.kind in PRINTED and one.value is not None})


def _stated(candidates: Sequence[DateCandidate]) -> set[str]:
    return {one.value for one in candidates if one.kind in ("json-ld", "meta", "record", "url") and one.value}
