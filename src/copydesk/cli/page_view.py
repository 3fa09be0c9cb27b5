"""One page for the terminal: what is known of it, its text with every finding in place, its passages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import in_words
from copydesk.cli.facts import dated, facts, origin_name, page_name, page_source, worded
from copydesk.cli.marks import FURNITURE, HEADLINE, REUSED, Mark, Swap, marked
from copydesk.cli.safe import safe_line
from copydesk.model.page import ARTICLE_LABELS


def page_json(case: copydesk.Case, page: copydesk.Page) -> dict[str, Any]:
    """Everything that the case has about one page, by table."""
    tables = ("date_candidates", "segments", "alignments", "passages", "substitutions", "lineage", "stories")
    about = {name: [dataclasses.asdict(row) for row in case.about(page.page_id, name)] for name in tables}
    return {"page": dataclasses.asdict(page), **about}


def page_view(case: copydesk.Case, page: copydesk.Page, *, plain: bool) -> Iterator[RenderableType]:
    """The parts to print, in order."""
    yield Text(safe_line(page_name(page)), style="bold")
    yield _about(case, page)
    yield Rule(style="dim")
    rows = case.about(page.page_id, "substitutions")  # also those that the page is only the witness of
    swaps = [Swap(row.begin, row.end, row.restored) for row in rows if row.page_id == page.page_id]
    yield marked(page.text.rstrip(), _marks(case, page), swaps, plain=plain)
    dates = [row for row in case.about(page.page_id, "date_candidates") if row.page_id == page.page_id]
    if dates:
        yield Rule(style="dim")
        yield _dates(dates)
    passages = [row for row in case.about(page.page_id, "passages") if row.page_id == page.page_id]
    if passages:
        yield Rule(style="dim")
        yield _passages(case, page, passages)


def _about(case: copydesk.Case, page: copydesk.Page) -> RenderableType:
    origins = {origin.origin_id: origin_name(origin) for origin in case.table("origins")}
    names = [origins.get(origin_id, origin_id) for origin_id in page.origin_ids]
    rows = [
        ("id", page.page_id),
        ("source", page_source(page)),
        ("url", page.url),
        ("site", page.site),
        ("byline", page.byline),
        ("dateline", page.dateline),
        ("language", page.language),
        ("published", dated(page)),
        ("retrieved", page.retrieved),
        ("wording", worded(page)),
        ("origins", ", ".join(names) or None),
    ]
    rows += [(in_words(row.relation), _relation(case, row, origins)) for row in _own_lineage(case, page)]
    for row in sorted(case.about(page.page_id, "stories"), key=lambda row: row.episode or 0):
        named = f"{row.title or ''} [{row.story_id}]"
        rows.append(("story", named) if row.parent_story is None else ("episode", f"{row.episode}: {named}"))
    return facts(rows)


def _own_lineage(case: copydesk.Case, page: copydesk.Page) -> list[copydesk.Lineage]:
    return [row for row in case.about(page.page_id, "lineage") if row.page_id == page.page_id]


def _relation(case: copydesk.Case, row: copydesk.Lineage, origins: dict[str, str]) -> str:
    if row.parent_page is None:
        of = origins.get(row.origin_id, row.origin_id)
    else:
        parent = case.page(row.parent_page)
        of = f"{page_name(parent)} [{parent.page_id}]"
    return f"{of}: {row.share:.0%} of its words ({row.confidence:.0%} sure)"


def _marks(case: copydesk.Case, page: copydesk.Page) -> Iterator[Mark]:
    for segment in case.about(page.page_id, "segments"):
        if segment.label not in ARTICLE_LABELS:
            yield Mark(segment.begin, segment.end, FURNITURE)
        elif segment.label is copydesk.Label.HEADLINE:
            yield Mark(segment.begin, segment.end, HEADLINE)
    for row in case.about(page.page_id, "alignments"):
        if row.kind is copydesk.Kind.SHARED_QUOTE:
            continue
        if row.a_page == page.page_id:
            yield Mark(row.a_begin, row.a_end, REUSED)
        if row.b_page == page.page_id:
            yield Mark(row.b_begin, row.b_end, REUSED)


def _dates(rows: list[copydesk.DateCandidate]) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("day", no_wrap=True)
    table.add_column("witness", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("why", overflow="fold")
    for row in sorted(rows, key=lambda row: (row.verdict != copydesk.Verdict.WON, row.verdict or "")):
        verdict = "" if row.verdict is None else in_words(row.verdict)
        cells = (row.value or "", in_words(row.kind), verdict, row.why or "")
        table.add_row(*(Text(safe_line(cell)) for cell in cells))
    return Group(Text("What dates it", style="bold"), table)


def _passages(case: copydesk.Case, page: copydesk.Page, passages: list[copydesk.Passage]) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("passage", no_wrap=True)
    table.add_column("places", justify="right")
    table.add_column("begins", overflow="ellipsis", no_wrap=True)
    for place in passages:
        places = len(case.passage(place.cluster_id))
        beginning = safe_line(page.text[place.begin : min(place.end, place.begin + 200)])
        table.add_row(Text(safe_line(place.cluster_id)), str(places), Text(beginning))
    return Group(Text("Passages that stand elsewhere too", style="bold"), table)
