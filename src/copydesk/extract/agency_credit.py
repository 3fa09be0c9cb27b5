"""Agency credits: who delivered the text, named at the end of a paragraph or on a line of its own."""

from __future__ import annotations

from copydesk.extract.cues import AGENCY_REACH
from copydesk.extract.line import Line, fold
from copydesk.extract.names import agencies, is_acronym, is_agency
from copydesk.text.patterns.credits import CREDIT_DASHES, DASH_CREDIT, EDITORS_SIGNS, LAST_BRACKETS

_BRACKET_REACH = 170
_SENTENCE_ENDS = ".!?…”\"’'»)]"
_ABOUT_AGENCIES = (
    "with inputs from", "with input from", "with agency inputs", "inputs from", "reporting by", "editing by",
    "additional reporting by", "writing by", "with reporting by", "with reporting from", "with reports from",
    "with files from", "with material from", "with contributions from", "compiled from", "from agencies",
    "with agencies", "with additional reporting", "with information from", "with a report from",
)  # fmt: skip
_KINDS = (
    "news agency", "press agency", "press association", "news service", "newswire", "newswires", "agencies", " press",
    " wire", " agency",
)  # fmt: skip


def trailing_agency(text: str) -> int | None:
    """Where the agency credit at the end of a paragraph begins (its dash or bracket), null where there is none.

    `… he said. — Reuters`, `… he said. (AP)`, `… he said. (With inputs from agencies)`. A name after a dash
    counts only behind the end of a sentence, and must be an agency's; a poet's under his verse is not.
    """
    text = text.rstrip()
    if text.endswith((")", "]", ").", "].")):
        return _bracketed(text)
    tail = text[-AGENCY_REACH:]
    if not ("-" in tail or "/" in tail or "—" in tail or "–" in tail or "―" in tail):
        return None
    for dash in CREDIT_DASHES.finditer(text, max(0, len(text) - AGENCY_REACH)):
        before = text[max(0, dash.start() - 4) : dash.start()].rstrip()
        if before and before[-1] in _SENTENCE_ENDS:
            credit = DASH_CREDIT.fullmatch(text, dash.start())
            if credit is not None and names_agency(credit.group(1)):
                return dash.start()
    return None


def _bracketed(text: str) -> int | None:
    begin = max(text.rfind("(", len(text) - _BRACKET_REACH), text.rfind("[", len(text) - _BRACKET_REACH))
    if begin <= 0:
        return None
    match = LAST_BRACKETS.fullmatch(text, begin)
    before = text[:begin].rstrip()
    if match is None or not before:
        return None
    inner = match.group(1)
    if fold(inner).startswith(_ABOUT_AGENCIES):
        return begin
    return begin if is_agency(inner) and before[-1] in _SENTENCE_ENDS else None


def names_agency(name: str) -> bool:
    """Whether `name` is an agency, several, or has the shape of one (an acronym, `… News Agency`)."""
    folded = fold(name).removeprefix("with ").removeprefix("from ")
    if is_agency(folded) or is_acronym(name.strip()):
        return True
    if folded.endswith(_KINDS):
        return True
    parts = [part for part in folded.replace(" and ", "/").replace(",", "/").replace("&", "/").split("/") if part]
    return len(parts) > 1 and all(is_agency(part) for part in parts)


def is_agency_line(line: Line) -> bool:
    """Whether the line is only an agency credit: `(AP)`, `— Reuters`, `AFP/dpa`, `(With inputs from PTI)`."""
    text = line.text
    if len(text) > _BRACKET_REACH:
        return False
    if line.folded.startswith(_ABOUT_AGENCIES) and not line.stopped:
        return True
    if len(text) > AGENCY_REACH or not line.folded:
        return False
    return line.folded in agencies() or _are_agencies(line.folded) or _is_signed(text)


def _is_signed(text: str) -> bool:
    """Whether the line is the signs of those who edited a report before its agencies: `jk/wd (AFP, dpa)`."""
    signed = EDITORS_SIGNS.fullmatch(text)
    return signed is not None and names_agency(signed.group(1))


def _are_agencies(bare: str) -> bool:
    if not any(mark in bare for mark in "/,|&"):
        return False
    parts = [part for part in bare.replace(",", "/").replace("|", "/").replace("&", "/").split("/") if part.strip()]
    return len(parts) > 1 and all(is_agency(part) for part in parts)
