"""`copydesk search`: pages by their words."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.options import AsJson, CaseFolder, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen

EPILOG = examples(
    "copydesk search case harbour dredging",
    "copydesk search case '\"northern channel\" dredg*'",
)


def search(
    case: CaseFolder,
    query: Annotated[
        list[str],
        typer.Argument(metavar="QUERY", help='Words, "a phrase", a beginning*: pages have all of them.'),
    ],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most this many pages.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find pages by the words of their title and text. Case and accents make no difference."""
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened:
        words = " ".join(query)
        hits = opened.search(words, limit)
        shown.give(query=words, hits=[dataclasses.asdict(hit) for hit in hits])
        for hit in hits:
            shown.show(_entry(hit), "")
        more = " or more" if len(hits) == limit else ""
        shown.show(Text(f"{counted(len(hits), 'page')}{more}.", style="dim"))


def _entry(hit: copydesk.Hit) -> Text:
    excerpt = Text(safe_line(hit.excerpt))
    for begin, end in hit.found:
        excerpt.stylize("bold yellow", begin, end)
    entry = Text.assemble(
        (safe_line(hit.title or hit.source), "bold"),
        "\n",
        (f"{hit.page_id}  {safe_line(hit.source)}", "dim"),
        "\n",
    )
    return entry.append_text(excerpt)
