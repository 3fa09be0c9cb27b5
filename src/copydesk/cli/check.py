"""`copydesk check`: which pages of a case share text with a file."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.options import LET_THROUGH, AsJson, CaseOption, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen
from copydesk.errors import NothingToReadError

EPILOG = examples(
    "copydesk check page.html --case case       the pages of the case that share passages with it",
    "copydesk check feed.jsonl --case case --json",
)
_EXCERPT = 90


def check(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file of pages, as `build` reads it.", **LET_THROUGH)
    ],
    case: CaseOption,
    as_json: AsJson = False,
) -> None:
    """Say which pages of a case share passages with the pages of a file. Nothing is built or changed.

    The file is compared with the pages that an index of the case says have runs of words in common with it. Fails
    (exit 3) where no page of the file could be read.
    """
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened:
        results = list(copydesk.check(file, opened))
        shown.give(pages=[_plain(result) for result in results])
        for result in results:
            shown.show(_entry(result), "")
        if all(isinstance(result, copydesk.Reject) for result in results):
            raise NothingToReadError(f"No page could be read from {file}.")


def _plain(result: copydesk.Checked | copydesk.Reject) -> dict[str, object]:
    fields = dataclasses.asdict(result)
    if isinstance(result, copydesk.Checked):
        fields["page"] = {
            name: getattr(result.page, name) for name in ("page_id", "source", "record_id", "title", "n_words")
        }
    return fields


def _entry(result: copydesk.Checked | copydesk.Reject) -> Text:
    if isinstance(result, copydesk.Reject):
        return Text.assemble((safe_line(result.source), "bold"), f"\n{safe_line(result.reason)}")
    page = result.page
    name = page.source if page.record_id is None else f"{page.source}#{page.record_id}"
    entry = Text.assemble((safe_line(name), "bold"), f": {counted(len(result.pages), 'page')} with the same text")
    for other in result.pages:
        entry.append(f"\n{other.share:>6.1%}  {safe_line(other.title or other.source)}", "yellow")
        entry.append(f"\n        {other.page_id}  {safe_line(other.source)}", "dim")
        for passage in other.passages:
            excerpt = safe_line(page.text[passage.begin : passage.end][:_EXCERPT])
            entry.append(
                f"\n        {passage.kind} {passage.similarity:.2f}  [{passage.begin}:{passage.end}]  {excerpt}"
            )
    return entry
