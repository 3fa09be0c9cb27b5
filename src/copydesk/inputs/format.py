"""What a format is: how its files are told, and how their records are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from copydesk.inputs.stream import Stream
from copydesk.limits import Limits
from copydesk.model.raw import RawRecord, Reject

Item = RawRecord | Reject
"""What reading yields."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened file: its name in the tables, its bytes (unpacked), and the caps on reading it."""

    source: str
    stream: Stream
    limits: Limits

    @property
    def suffix(self) -> str:
        """The file's suffix in lower case (`.html` also of `Page.HTML.gz` and `page.html?p=3`), else empty."""
        name = PurePosixPath(self.source).name.lower()
        stem, _, suffix = name.removesuffix(".gz").removesuffix(".gzip").rpartition(".")
        letters = re.match(r"[a-z0-9]{1,10}(?![a-z0-9])", suffix)
        return f".{letters[0]}" if stem and letters else ""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    Attributes:
        name: As the user knows it.
        suffixes: Names ending so are of this format, whatever they hold (lower case, with the dot).
        opening: What content of this format begins with, matched against its first characters, in lower case and
            without leading white space, XML declaration and comments; null where it can't be told so.
        read: Yields the records of an opened file. May raise `UnreadError`, which becomes a reject of the file.
    """

    name: str
    suffixes: frozenset[str]
    opening: re.Pattern[str] | None
    read: Callable[[Opened], Iterator[Item]]
