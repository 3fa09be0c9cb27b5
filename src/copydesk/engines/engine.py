"""What every engine is: a place where extraction runs, the same bytes from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from copydesk.engines.attempt import Extractor
from copydesk.engines.pool import Pool
from copydesk.engines.serial import Serial
from copydesk.limits import Limits
from copydesk.model.page import Extraction
from copydesk.model.raw import RawRecord, Reject


class EngineName(StrEnum):
    """Where extraction runs.

    `auto`: plain text here, what may hang or die in workers. `serial`: all of it here. `pool`: all of it in workers.
    """

    AUTO = "auto"
    SERIAL = "serial"
    POOL = "pool"


class Engine(AbstractContextManager["Engine"], Protocol):
    """Used as a context manager; leaving it stops what it started."""

    def extract(self, items: Iterable[RawRecord | Reject]) -> Iterator[Extraction | Reject]:
        """What extraction makes of each record, in the order of `items`; rejects pass through in their place."""
        ...


def make_engine(name: EngineName, extract: Extractor, *, workers: int, limits: Limits) -> Engine:
    """The engine of that name; without workers it is the serial one."""
    if name is EngineName.SERIAL or not workers:
        return Serial(extract, limits=limits)
    return Pool(extract, workers=workers, limits=limits, text_here=name is EngineName.AUTO)
