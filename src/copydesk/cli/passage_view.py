"""All places of one passage for the terminal, each word by word against the most faithful one."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.facts import page_name
from copydesk.cli.marks import differences
from copydesk.cli.safe import safe, safe_line

_SIDE_BY_SIDE = 140
"""Columns from which two places stand beside each other."""

Places = Sequence[copydesk.Passage]


def passage_json(case: copydesk.Case, places: Places) -> dict[str, Any]:
    """The places of a passage with their texts, the most faithful first."""
    return {"passage": [dataclasses.asdict(place) | {"text": _text(case, place)} for place in by_faith(case, places)]}


def by_faith(case: copydesk.Case, places: Places) -> list[copydesk.Passage]:
    """The places, those of pages with the better wording first.

    A page gains a point for each aligned place inside this passage where its wording is the better one, and
    loses one where it is the worse.
    """
    points: Counter[str] = Counter()
    for page_id in sorted({place.page_id for place in places}):
        own = [place for place in places if place.page_id == page_id]
        for row in case.about(page_id, "alignments"):
            if row.better_wording is None or row.a_page == row.b_page:
                continue
            side = "a" if row.a_page == page_id else "b"
            begin, end = (row.a_begin, row.a_end) if side == "a" else (row.b_begin, row.b_end)
            if any(place.begin < end and begin < place.end for place in own):
                points[page_id] += 1 if row.better_wording == side else -1
    return sorted(places, key=lambda place: (-points[place.page_id], place.page_id, place.begin))


def passage_view(case: copydesk.Case, places: Places, *, plain: bool, width: int) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    first, *others = by_faith(case, places)
    base = _text(case, first)
    pages = len({place.page_id for place in places})
    yield Text(f"{counted(len(places), 'place')} in {counted(pages, 'page')}", style="bold")
    if len(others) == 1 and width >= _SIDE_BY_SIDE and not plain:
        table = Table.grid(padding=(0, 3), expand=True)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(_heading(case, first), _heading(case, others[0]))
        table.add_row(Text(safe(base)), differences(base, _text(case, others[0]), plain=plain))
        yield table
        return
    yield ""
    yield _heading(case, first)
    yield Text(safe(base))
    for place in others:
        yield ""
        yield _heading(case, place)
        yield differences(base, _text(case, place), plain=plain)


def _text(case: copydesk.Case, place: copydesk.Passage) -> str:
    return case.page(place.page_id).text[place.begin : place.end]


def _heading(case: copydesk.Case, place: copydesk.Passage) -> Text:
    page = case.page(place.page_id)
    return Text.assemble(
        (safe_line(page_name(page)), "bold"),
        (f"  {safe_line(page.page_id)} {place.begin}–{place.end}", "dim"),
    )
