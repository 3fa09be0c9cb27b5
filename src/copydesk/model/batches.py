"""Pages some at a time: as many as arrays over all their words may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.model.page import Page


def batches(pages: Iterable[Page], most: int) -> Iterator[list[Page]]:
    """The pages, in their order, as many at a time as have `most` code points of text; a longer one alone."""
    batch: list[Page] = []
    size = 0
    for page in pages:
        if batch and size + len(page.text) > most:
            yield batch
            batch, size = [], 0
        batch.append(page)
        size += len(page.text)
    if batch:
        yield batch
