"""How a page is dated: each witness to its day, what became of it, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.model.date import DateCandidate, Verdict
from copydesk.report.addresses import place_address
from copydesk.report.hostile import line
from copydesk.report.labels import VERDICT
from copydesk.report.library import Library

MOST = 12
"""Witnesses that are shown of a page; a page with lists of other stories has dozens."""

_ORDER = (Verdict.WON, Verdict.AGREES, Verdict.BOUND, Verdict.REFUSED)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one witness says, or several that say the same.

    `value` is the day or interval as it stands in the table; `words` those on the page, with their address `href`;
    `sibling` the outlet of the other page, with the address of its words. Null where there is none.
    """

    verdict: str
    style: str
    value: str | None
    why: str
    words: str | None
    href: str | None
    sibling: str | None
    sibling_href: str | None
    times: int


def witnesses_of(library: Library, page_id: str) -> tuple[list[Testimony], int]:
    """The witnesses of a page, those that date it first, and how many are left out."""
    merged: dict[tuple[str | None, ...], list[DateCandidate]] = {}
    for row in sorted(library.date_candidates(page_id), key=_rank):
        merged.setdefault((row.verdict, row.value, row.why, row.witness_page), []).append(row)
    shown = [_testimony(library, page_id, rows) for rows in list(merged.values())[:MOST]]
    return shown, len(merged) - len(shown)


def places(rows: Iterable[DateCandidate]) -> list[tuple[int, int]]:
    """The places of some witnesses on their own page."""
    return [(row.begin, row.end) for row in rows if row.begin is not None and row.end is not None]


def _rank(row: DateCandidate) -> int:
    return _ORDER.index(row.verdict) if row.verdict is not None else len(_ORDER)


def _testimony(library: Library, page_id: str, rows: list[DateCandidate]) -> Testimony:
    row = next((one for one in rows if one.begin is not None), rows[0])
    words = href = sibling = sibling_href = None
    if row.begin is not None and row.end is not None:
        words = line(library.text(page_id)[row.begin : row.end], 60)
        href = place_address(page_id, row.begin, row.end)
    other = library.heads.get(row.witness_page or "")
    if other is not None and row.witness_begin is not None and row.witness_end is not None:
        sibling = other.outlet
        sibling_href = place_address(other.page.page_id, row.witness_begin, row.witness_end)
    name, style = VERDICT.get(row.verdict, ("not judged", "unknown")) if row.verdict else ("not judged", "unknown")
    return Testimony(
        name, style, line(row.value, 40) or None, line(row.why, 300), words, href, sibling, sibling_href, len(rows)
    )
