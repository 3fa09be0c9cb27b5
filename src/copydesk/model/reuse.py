"""Text that stands in more than one place: aligned passages, their clusters, and what rewording machines swap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the two sides of an alignment differ."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    SPUN = "spun"
    SHARED_QUOTE = "shared_quote"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two places with one text. `a_page < b_page`, or equal where a page repeats itself (then `a_begin < b_begin`).

    `similarity` is the share of words, over both sides, that stand unchanged and in order. `better_wording` is
    `a` or `b`, the side nearer to what the author wrote, null where the evidence does not say.
    """

    a_page: str
    a_begin: int
    a_end: int
    b_page: str
    b_begin: int
    b_end: int
    kind: Kind
    similarity: float
    better_wording: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """One place of a passage; all rows with one `cluster_id` are places of the same text."""

    cluster_id: str
    page_id: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """A rewording learned from this pile's alignments: `spun` stands where witnesses have `restored`.

    `times` counts the aligned places where it was seen, `pages` the pages, `share` the part of the places of
    `spun` (aligned to a better wording) that have this `restored`.
    """

    spun: str
    restored: str
    times: int
    pages: int
    share: float
