"""Extraction in this process, record after record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from copydesk.engines.attempt import Extractor, attempt
from copydesk.limits import Limits
from copydesk.model.page import Extraction
from copydesk.model.raw import RawRecord, Reject


class Serial:
    """No workers: nothing to start, and no deadline."""

    def __init__(self, extract: Extractor, *, limits: Limits) -> None:
        self._extract = extract
        self._limits = limits

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def extract(self, items: Iterable[RawRecord | Reject]) -> Iterator[Extraction | Reject]:
        """What extraction makes of each record, in the order of `items`; rejects pass through in their place."""
        for item in items:
            yield item if isinstance(item, Reject) else attempt(self._extract, item, self._limits)
