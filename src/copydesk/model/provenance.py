"""Whose text it is: origins, the lineage of each page, and the words that a machine swapped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How a page stands to its parent or origin."""

    COPY_OF = "copy_of"
    SIBLING_OF = "sibling_of"
    VERSION_OF = "version_of"
    DRAWS_ON = "draws_on"


class OriginKind(StrEnum):
    """What an origin is."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


class Relayed(StrEnum):
    """Why a page names a source that its text as a whole is not from; the `why` of the evidence."""

    CONTRIBUTED = "credits a part of the text to it"
    TOLD = "says what it was told"
    REPORTED = "says what it reported"
    PICTURED = "credits a picture to it"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that bears a claim, and why."""

    page_id: str
    begin: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Substitution:
    """A reworded place, with the wording it had.

    `basis` is `witness` (the aligned place of another page has it; `witness_*` say where) or `lexicon` (general
    or learned knowledge of rewording machines; `witness_*` are null).
    """

    page_id: str
    begin: int
    end: int
    text: str
    restored: str
    basis: str
    witness_page: str | None
    witness_begin: int | None
    witness_end: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """One relation of a page: to a parent page in the pile, or (parent null) to an origin that is not in it.

    `share` is of the page's body words.
    """

    page_id: str
    parent_page: str | None
    origin_id: str
    relation: Relation
    share: float
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source of text. `inferred` is true where no page names it; then `name` is null."""

    origin_id: str
    name: str | None
    kind: OriginKind
    inferred: bool
