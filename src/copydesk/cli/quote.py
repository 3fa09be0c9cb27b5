"""`copydesk quote`: who said it, which wording is faithful, what each page changed."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.facts import page_source
from copydesk.cli.marks import differences
from copydesk.cli.options import AsJson, CaseOption, examples
from copydesk.cli.safe import safe, safe_line
from copydesk.cli.screen import screen

EPILOG = examples(
    "copydesk quote 'a light that nobody may mend' --case case",
    "copydesk quote 'we shall sign' --case case --json",
)

_SHOWN = 12
"""Pages that are named for one wording; the rest is counted."""

_STATUS = {
    copydesk.QuoteStatus.VERBATIM: ("verbatim", "green"),
    copydesk.QuoteStatus.ALTERED: ("altered", "yellow"),
    copydesk.QuoteStatus.UNCONFIRMED: ("unconfirmed", "dim"),
}


def quote(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words, or some of them.")],
    case: CaseOption,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most this many utterances.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Follow a quotation: who said it, where it stands, which wording is faithful, what each page changed.

    Of words that nobody is quoted with, it says so and shows the nearest utterance.
    """
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        answer = opened.quotation(text, limit)
        shown.present(_answer(opened, answer, plain=shown.plain), lambda: dataclasses.asdict(answer))


def _answer(case: copydesk.Case, answer: copydesk.QuoteAnswer, *, plain: bool) -> Iterator[RenderableType]:
    if not answer.found:
        yield Text("Not found: no page quotes anybody with these words.", style="bold")
        if answer.matches:
            share = f"{answer.matches[0].share:.0%}"
            yield Text(f"The nearest, with {share} of the words:")
        for match in answer.matches[:1]:
            yield ""
            yield from _utterance(case, match, plain=plain)
        return
    for number, match in enumerate(answer.matches):
        if number:
            yield ""
        yield from _utterance(case, match, plain=plain)


def _utterance(case: copydesk.Case, match: copydesk.QuoteMatch, *, plain: bool) -> Iterator[RenderableType]:
    row = match.quote
    role = f", {row.speaker_role}" if row.speaker_role else ""
    yield Text(safe_line(f"{row.speaker}{role}" if row.speaker else "Speaker not known"), style="bold")
    yield Text(f"“{safe(row.best_text)}”")
    best = case.page(row.best_page)
    proven = any(m.status is copydesk.QuoteStatus.VERBATIM for m in match.mentions)
    told = "faithful wording" if proven else "no faithful wording; as it stands"
    said = f" · said on {row.said_on}" if row.said_on else ""
    counts = f"{counted(row.n_pages, 'page')} from {counted(row.n_origins, 'independent origin')}{said}"
    yield Text(safe_line(f"{row.quote_id} · {counts}"), style="dim")
    yield Text(safe_line(f"{told}: {page_source(best)} {row.best_begin}–{row.best_end}"), style="dim")
    for (status, change, text), places in _wordings(match).items():
        yield ""
        yield _heading(status, change, places)
        if status is not copydesk.QuoteStatus.VERBATIM and text != row.best_text:
            begin, end = copydesk.matching_part(row.best_text, text)
            yield differences(row.best_text[begin:end], text, plain=plain)
        for place in places[:_SHOWN]:
            page = case.page(place.page_id)
            part = "  a part" if place.partial else ""
            yield Text(
                safe_line(f"  {page_source(page)}  {page.page_id} {place.begin}–{place.end}{part}"), style="dim"
            )
        if len(places) > _SHOWN:
            yield Text(f"  and {len(places) - _SHOWN} more", style="dim")


_Wording = tuple[copydesk.QuoteStatus, copydesk.QuoteChange | None, str]


def _wordings(match: copydesk.QuoteMatch) -> dict[_Wording, list[copydesk.QuoteMention]]:
    """The mentions by what became of the words; all that are verbatim together, and first."""
    found: defaultdict[_Wording, list[copydesk.QuoteMention]] = defaultdict(list)
    for row in match.mentions:
        verbatim = row.status is copydesk.QuoteStatus.VERBATIM
        found[row.status, row.change, "" if verbatim else row.text].append(row)
    order = list(copydesk.QuoteStatus)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]), item[0][2])))


def _heading(
    status: copydesk.QuoteStatus, change: copydesk.QuoteChange | None, places: list[copydesk.QuoteMention]
) -> Text:
    words, style = _STATUS[status]
    kind = f" in {change}" if change else ""
    pages = counted(len({place.page_id for place in places}), "page")
    style = "red" if change is copydesk.QuoteChange.MEANING else style
    return Text.assemble((f"{words}{kind}", style), f" · {pages}")
