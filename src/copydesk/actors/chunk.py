"""A piece of a page's words that may name something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from copydesk.actors.vocabulary import Entry


class Shape(Enum):
    """What a chunk is."""

    KNOWN = "known"
    OFFICE = "office"
    NAME = "name"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words [first, last) of a page.

    `entry` is the known phrase, of an office its fixed phrase; `gender` and `plural` are those of an office;
    `tentative` marks words that may be no name: alone at the beginning of a sentence, or in a line of capitals.
    """

    first: int
    last: int
    shape: Shape
    entry: Entry | None = None
    gender: str = "either"
    plural: bool = False
    tentative: bool = False
