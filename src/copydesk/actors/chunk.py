"""A piece of a page's words that may name something."""

from __future__ import annotations

from typing import Final, NamedTuple

from copydesk.actors.vocabulary import Entry


class Shape:
    """What a chunk is. No Enum, as all that is asked of every chunk: to read a member of one takes 0.3 us."""

    KNOWN: Final = "known"
    OFFICE: Final = "office"
    NAME: Final = "name"
    BODY: Final = "body"


class Chunk(NamedTuple):
    """Words [first, last) of a page.

    `entry` is the known phrase, of an office its fixed phrase; `gender` and `plural` are those of an office;
    `tentative` marks words that may be no name: alone at the beginning of a sentence, or in a line of capitals.
    """

    first: int
    last: int
    shape: str
    entry: Entry | None = None
    gender: str = "either"
    plural: bool = False
    tentative: bool = False
