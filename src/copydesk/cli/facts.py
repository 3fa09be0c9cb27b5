"""The facts about a page as label and value, and how pages and origins are named."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

import copydesk
from copydesk.cli.counts import in_words
from copydesk.cli.safe import safe_line


def facts(rows: Iterable[tuple[str, str | None]]) -> Table:
    """A grid of label and value; what is not known is left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        if value:
            grid.add_row(label, Text(safe_line(value)))
    return grid


def page_name(page: copydesk.Page) -> str:
    """A page as a person recognises it: its title, else where it came from."""
    return page.title or page_source(page)


def page_source(page: copydesk.Page) -> str:
    """Where a page came from: the file, and the record in it."""
    return page.source if page.record_id is None else f"{page.source}#{page.record_id}"


def origin_name(origin: copydesk.Origin) -> str:
    """An origin by its name, or by what is known of it."""
    if origin.name is not None:
        return f"{origin.name} ({origin.kind})"
    return f"{origin.origin_id} (inferred, no page names it)" if origin.inferred else origin.origin_id


def dated(page: copydesk.Page) -> str | None:
    """The publication date with its basis and confidence."""
    if page.published is None:
        return None
    sure = "" if page.published_confidence is None else f", {page.published_confidence:.0%} sure"
    return f"{page.published} (by {in_words(page.published_basis or 'unknown')}{sure})"


def worded(page: copydesk.Page) -> str | None:
    """How the wording stands to the text that the page carries."""
    if page.wording is None:
        return None
    sure = "" if page.wording_confidence is None else f" ({page.wording_confidence:.0%} sure)"
    return in_words(page.wording) + sure
