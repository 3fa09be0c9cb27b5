"""The clean, hand-written texts: each a file of keyed paragraphs under a TOML head between lines of `+++`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SENTENCE_END = re.compile(r"(?<![ (]Mr)(?<![ (]Mrs)(?<!Sept)(?<!Oct)(?<!Dec)[.!?:][”\"»]?\s+(?=[“\"«]?[A-Z0-9])")
_UNIT = re.compile(r"\[(?P<key>[a-z0-9-]{1,40})\] (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Text:
    """One version of a text. Versions of one family share the keys of the paragraphs that they have in common."""

    name: str
    head: dict[str, Any]
    units: dict[str, str]

    @property
    def family(self) -> str:
        """The name that all versions of this text share."""
        return str(self.head["family"])


def split_head(source: str) -> tuple[dict[str, Any], str]:
    """The TOML head of a source file, and what follows it."""
    opening, head, body = source.split("+++\n", 2)
    if opening:
        raise ValueError("a source begins with a line of +++")
    return tomllib.loads(head), body


def read_text(path: Path) -> Text:
    """Read one text. Raises ValueError where a paragraph has no key or a key stands twice."""
    head, body = split_head(path.read_text(encoding="utf-8"))
    units: dict[str, str] = {}
    for paragraph in body.strip().split("\n\n"):
        match = _UNIT.fullmatch(paragraph)
        if match is None or match["key"] in units:
            raise ValueError(f"{path.name}: no key, or one that stands twice: {paragraph[:60]!r}")
        units[match["key"]] = match["text"]
    return Text(path.stem, head, units)


def read_texts(folder: Path) -> dict[str, Text]:
    """All texts of a folder by file name, in the order of their names."""
    return {path.stem: read_text(path) for path in sorted(folder.glob("*.txt"))}


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text: runs of letters and digits."""
    return re.finditer(r"[^\W_]+", text)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as offsets, without the blanks between them."""
    ends = [(match.start() + len(match[0].rstrip()), match.end()) for match in _SENTENCE_END.finditer(text)]
    begins = [0, *(after for _, after in ends)]
    return list(zip(begins, [*(end for end, _ in ends), len(text)], strict=True))
