"""Extraction in this process, record after record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.engines.attempt import Extractor, attempt
from copydesk.limits import Limits
from copydesk.model.page import Extraction
from copydesk.model.raw import RawRecord, Reject


def extract_here(
    extract: Extractor, items: Iterable[RawRecord | Reject], *, limits: Limits
) -> Iterator[Extraction | Reject]:
    """What extraction makes of each record, in the order of `items`; rejects pass through in their place."""
    for item in items:
        yield item if isinstance(item, Reject) else attempt(extract, item, limits)
