"""`copydesk explain`: why two pages share passages, or share none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.options import AsJson, CaseOption, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen

EPILOG = examples(
    "copydesk explain a.txt b.txt --case case    by their files, or the beginnings of their ids",
    "copydesk explain p1f2 p09b --case case --json",
)
_RUNS = 12
_EXCERPT = 80


def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="A page of the case (file or id).")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    case: CaseOption,
    as_json: AsJson = False,
) -> None:
    """Say why two pages of a case share passages, or share none.

    Shows the runs of words that both have, whether these made the two worth comparing, what was found, and what each
    threshold hides: for every one, the passages that show when it alone cuts nothing.
    """
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened:
        if opened.page(a).page_id == opened.page(b).page_id:
            raise typer.BadParameter(
                f"{safe_line(b)} is the same page as {safe_line(a)}: give another.", param_hint="B"
            )
        told = copydesk.explain(opened, a, b)
        pair = dataclasses.asdict(told.pair)
        shown.give(
            a=told.a.page_id,
            b=told.b.page_id,
            every_pair=told.every_pair,
            run_pages=list(told.run_pages),
            through=list(told.through),
            alignments=[dataclasses.asdict(row) for row in told.alignments],
            **pair,
        )
        for part in _parts(told):
            shown.show(part)


def _parts(told: copydesk.Explanation) -> Iterator[Text]:
    pair = told.pair
    for name, page, words in (("A", told.a, pair.a_words), ("B", told.b, pair.b_words)):
        yield Text.assemble((f"{name}  {safe_line(page.source)}", "bold"), f"  {counted(words, 'article word')}")
    heavy = sum(run.heavy for run in pair.runs)
    yield Text(f"\n{counted(len(pair.runs), 'run')} of words in common, {heavy} of them rare enough to count")
    for run, pages in list(zip(pair.runs, told.run_pages, strict=True))[:_RUNS]:
        text = safe_line(told.a.text[run.a_begin : run.a_end])
        on = "" if pages is None else f", on {counted(pages, 'page')}"
        yield Text(f"  {'+' if run.heavy else '-'} {text}  ({run.weight:.1f} nats{on})", "" if run.heavy else "dim")
    yield Text(f"\n{_candidates(told)}")
    yield Text(f"Found without what was learned from the pile: {counted(len(pair.found), 'passage')}")
    yield Text(f"In the case: {counted(len(told.alignments), 'passage')}")
    for row in told.alignments:
        text = told.a.text[row.a_begin : row.a_end] if row.a_page == told.a.page_id else ""
        text = text or told.a.text[row.b_begin : row.b_end]
        yield Text(f"  {row.kind} {row.similarity:.2f}  {safe_line(text[:_EXCERPT])}")
    if not told.cuts:
        yield Text("No threshold alone hides a passage.")
    for cut in told.cuts:
        yield Text(f"`{cut.threshold}` = {cut.value:g} hides {counted(len(cut.shows), 'passage')}", "yellow")
        for row in cut.shows:
            yield Text(
                f"  {row.kind} {row.similarity:.2f}  {safe_line(told.a.text[row.a_begin : row.a_end][:_EXCERPT])}"
            )


def _named(pages: tuple[str, ...]) -> str:
    return pages[0] if len(pages) == 1 else f"{pages[0]} and {counted(len(pages) - 1, 'other page')}"


def _candidates(told: copydesk.Explanation) -> str:
    if told.every_pair:
        return "Compared: in a pile of so few pages every pair is."
    if told.pair.candidate:
        return "Compared: rare runs of words stand in two places near each other on both pages."
    if told.through:
        return f"Compared: both share passages with {_named(told.through)}."
    return "Not compared: no two rare runs of words stand near each other on both pages."
