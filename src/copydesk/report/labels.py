"""The names that the report gives to the values of the tables, in the reader's words."""

from __future__ import annotations

import re

from copydesk.model.date import Verdict
from copydesk.model.event import EventStatus
from copydesk.model.page import Label, Wording
from copydesk.model.provenance import OriginKind, Relation
from copydesk.model.quote import QuoteChange, QuoteStatus
from copydesk.model.reuse import Kind

UNKNOWN = "unknown"
"""The class and key for a wording that the evidence does not tell."""

WORDING_ORDER = (*(wording.value for wording in Wording), UNKNOWN)

WORDING = {
    "original": "Original",
    "verbatim_copy": "Verbatim copy",
    "edited_copy": "Edited copy",
    "spun_copy": "Machine-reworded",
    "mixed": "Mixed",
    UNKNOWN: "Not known",
}

WORDING_MEANS = {
    "original": "Its own text: nothing shows that it was taken from elsewhere.",
    "verbatim_copy": "Carries another text word for word.",
    "edited_copy": "Carries another text, changed by an editor: cut, joined, tightened.",
    "spun_copy": "Carries another text with its words swapped by a rewording machine (a “spun copy”).",
    "mixed": "Parts of more than one sort.",
    UNKNOWN: "The evidence does not say.",
}

KIND = {
    Kind.VERBATIM: "same words",
    Kind.EDITED: "edited",
    Kind.SPUN: "machine-reworded",
    Kind.SHARED_QUOTE: "shared quotation",
}

VERDICT = {
    Verdict.WON: ("dates the page", "won"),
    Verdict.AGREES: ("agrees", "agrees"),
    Verdict.BOUND: ("only bounds it", "bound"),
    Verdict.REFUSED: ("refused", "refused"),
}
"""What became of a witness to the day of publication, and the class it is drawn with."""

QUOTE_STATUS = {
    QuoteStatus.VERBATIM: "verbatim",
    QuoteStatus.ALTERED: "altered",
    QuoteStatus.UNCONFIRMED: "not confirmed",
}

QUOTE_CHANGE = {
    QuoteChange.WORDING: "other words",
    QuoteChange.MEANING: "changes the meaning",
}

EVENT_STATUS = {
    EventStatus.HAPPENED: "happened",
    EventStatus.PLANNED: "planned",
    EventStatus.HYPOTHETICAL: "thinkable",
    EventStatus.DENIED: "denied",
}

ORIGIN_KIND = {
    OriginKind.AGENCY: "news agency",
    OriginKind.OUTLET: "outlet",
    OriginKind.OFFICIAL: "official text",
    OriginKind.UNKNOWN: "kind not known",
}

RELATION = {
    Relation.COPY_OF: "copy of",
    Relation.SIBLING_OF: "sibling of",
    Relation.VERSION_OF: "version of",
    Relation.DRAWS_ON: "draws on",
}

RELATION_MEANS = {
    Relation.COPY_OF: "Its text is the other's text.",
    Relation.SIBLING_OF: "Both carry one source; neither is shown to come from the other.",
    Relation.VERSION_OF: "An earlier or later state of the same text.",
    Relation.DRAWS_ON: "Takes a part of its text from there.",
}

SEGMENT = {label.value: label.value.replace("_", " ") for label in Label} | {
    "agency_credit": "agency credit",
    "comment_form": "comment form",
    "ad": "advertisement",
    "other": "other furniture",
}

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.{0,40})?")


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 page`, `2 pages`, `1,204 pages`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as whole percent; what is more than nothing or less than all never reads 0 or 100."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{round(share * 100)}%"


def date(iso: str | None) -> str | None:
    """`2024-05-06` as `6 May 2024`, a month or year as such; what has another form stays as it is."""
    if not iso:
        return None
    match = _ISO_DATE.fullmatch(iso)
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return iso
    year, month, day = match[1], match[2], match[3]
    words = [str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year]
    return " ".join(word for word in words if word)


def date_range(first: str | None, last: str | None) -> str | None:
    """The days from first to last in the shortest form that is clear: `18–19 June 2024`."""
    begin, end = date(first), date(last)
    if begin is None or end is None or begin == end:
        return begin or end
    left, right = begin.split(" "), end.split(" ")
    if len(left) == len(right) == 3 and left[1:] == right[1:]:
        return f"{left[0]}–{end}"
    if len(left) == len(right) == 3 and left[2] == right[2]:
        return f"{left[0]} {left[1]} – {end}"
    return f"{begin} – {end}"


def phrase(value: str) -> str:
    """A code of the tables as words: `json_ld` as `json ld`."""
    return value.replace("_", " ")


def letters(number: int) -> str:
    """A for 0, B for 1, Z for 25, AA for 26, and so on."""
    rest, last = divmod(number, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)
