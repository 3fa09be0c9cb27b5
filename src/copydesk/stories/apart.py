"""How many days lie between the publication of units, as far as their pages say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.date import DateCandidate
from copydesk.model.page import Page, Wording

_YEAR = 365.2425
"""Days of a mean year: between the same days of two years lie so many, but for one or less."""

_NO_YEAR, _LEAP_YEAR = "XXXX", "2000"


DAYS = np.dtype([("first", "<i4"), ("last", "<i4"), ("in_year", "<i4")])
"""Of a unit the first and the last day that are known of it, and where none is, the day in a leap year of its first
dateline without a year: as ordinals, 0 where there is none."""


def unit_days(units: Sequence[Sequence[Page]], candidates: Iterable[DateCandidate]) -> NDArray[Any]:
    """The days of publication of units as far as their pages say. DAYS[U]."""
    found = np.zeros(len(units), DAYS)
    for at, unit in enumerate(units):
        days = [date.fromisoformat(day).toordinal() for day in known_days(unit)]
        if days:
            found["first"][at], found["last"][at] = min(days), max(days)
    unit_of = {page.page_id: at for at in np.flatnonzero(found["first"] == 0).tolist() for page in units[at]}
    for row in candidates if unit_of else ():
        at = unit_of.get(row.page_id, -1)
        if at >= 0 and row.value is not None and row.value.startswith(_NO_YEAR) and not found["in_year"][at]:
            found["in_year"][at] = date.fromisoformat(row.value.replace(_NO_YEAR, _LEAP_YEAR)).toordinal()
    return found


def days_apart(pairs: NDArray[np.int32], days: NDArray[Any]) -> NDArray[np.float64]:
    """Days between the publication of two units, for every pair; NaN where a date is not known. float64[n].

    A unit of which only a dateline without a year is known may be of any year: it is as far from another as in the
    year where they are nearest, if that is known at all. `days` are DAYS of the units.
    """
    first, last, in_year = (np.where(days[name] == 0, np.nan, days[name]) for name in ("first", "last", "in_year"))
    one, two = pairs[:, 0], pairs[:, 1]
    apart = np.maximum(np.maximum(first[one] - last[two], first[two] - last[one]), 0.0)
    day = np.where(np.isnan(first), in_year, first)
    open_ = np.isnan(apart)
    over = np.abs(day[one[open_]] - day[two[open_]]) % _YEAR
    apart[open_] = np.minimum(over, _YEAR - over)
    return np.asarray(apart)


def known_days(pages: Sequence[Page]) -> list[str]:
    """The publication days of pages, ascending; those of reworded pages, mostly days of the scrape, only for want."""
    faithful = [page.published[:10] for page in pages if page.published and page.wording is not Wording.SPUN_COPY]
    return sorted(faithful or [page.published[:10] for page in pages if page.published])
