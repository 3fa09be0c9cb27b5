"""When: date expressions with their values, and what speaks for and against a day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimexType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1, section 2.2)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DateRole(StrEnum):
    """What a date expression is about."""

    PUBLICATION = "publication"
    EVENT = "event"
    BANNER = "banner"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression. `value` is a TIMEX3 value or an ISO interval `a/b` (open end `..`), null where not resolved.

    `basis` names what the value rests on, null where there is none.
    """

    page_id: str
    begin: int
    end: int
    text: str
    type: TimexType
    value: str | None
    role: DateRole
    basis: str | None


class Verdict(StrEnum):
    """What became of a candidate for the day of publication."""

    WON = "won"
    AGREES = "agrees"
    BOUND = "bound"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """What one witness says of a page's day of publication.

    `begin`, `end` are null where the witness is not in the text (markup, the record, the address). `value` is an ISO
    day or interval, or `XXXX-04-17` for a day of an unknown year. Where the witness is another page, `witness_*` say
    where. `why` is a sentence.
    """

    page_id: str
    begin: int | None
    end: int | None
    kind: str
    value: str | None
    verdict: Verdict | None
    why: str | None
    witness_page: str | None
    witness_begin: int | None
    witness_end: int | None
