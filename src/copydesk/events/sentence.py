"""A sentence as the coder sees it: words, tags and chunks."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.chunks import Chunk
from copydesk.events.words import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the coder sees it."""

    words: Words
    tags: list[str]
    chunks: list[Chunk]

    def low(self, at: int) -> str:
        """The first word of a chunk in lower case."""
        return self.words.low[self.chunks[at].first]


Region = tuple[int, int]
"""Chunks `first` to `last` (exclusive)."""
