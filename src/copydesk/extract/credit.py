"""Picture credits: who took the picture, on a line of its own or at the end of a caption."""

from __future__ import annotations

from copydesk.extract.cues import CREDIT_REACH
from copydesk.extract.line import Line, fold
from copydesk.extract.names import credit_openings, is_agency, is_person, is_picture_source, picture_names
from copydesk.extract.vocabulary import leads
from copydesk.text.patterns.credits import LAST_BRACKETS
from copydesk.text.patterns.lines import DIGIT

MOST_CHARS = 140
MOST_WORDS = 16
_PICTURED = (" pic", " picture", " photo", " image")
"""What stands behind an agency in its credit: `Reuters pic`."""

_DESK = "staff"
"""A source behind a slash, and by itself a heading."""

_OUTLET_WORDS = 4
"""Words of the longest outlet, and of the longest name, of a credit in brackets with a colon between them."""

_ARCHIVES = frozenset({"archive", "archives", "archiv", "photo", "photos", "handout", "file"})
_ON_TEXTS = frozenset(
    {"editing", "reporting", "writing", "text", "story", "source", "sources", "translation", "read", "watch", "also",
     "see", "related", "note", "update", "correction", "score", "result", "exodus", "genesis"}
)  # fmt: skip

_BY = (" via ", " courtesy of ", " courtesy ")
_TAIL_MARKS = ("/", "|", " via ", ":", "©", "hoto", "mage ", " pic", "Pic")
_LOOSE = ("|", " – ", " — ", " - ", "·", "•")


def is_credit(line: Line, *, below_lead: bool) -> bool:
    """Whether the whole line is a picture credit.

    Above the lead `Fed Raises Rates - Bloomberg` is a headline with its site, so a name before a dash or bar
    and an agency counts only `below_lead`.
    """
    if len(line.text) > MOST_CHARS or line.words > MOST_WORDS or line.text[0] == "|":
        return False
    return reads_as_credit(line.text, loose=below_lead)


def reads_as_credit(text: str, *, loose: bool = True) -> bool:
    """Whether `text` is a picture credit: `Jane Roe/AP`, `Photo: …`, `… via Getty Images`, `© AFP`.

    `loose` lets `Jane Roe | AP` and `Jane Roe – AP` count.
    """
    bare = text.strip().strip("()[]{}").strip().rstrip(".")
    if not bare:
        return False
    folded = fold(bare)
    if not folded:
        return False
    return (
        _opens_as_credit(bare, folded)
        or ("/" in bare and _is_slashed(bare))
        or _ends_in_source(bare, _BY)
        or (loose and _ends_in_source(bare, _LOOSE))
        or (folded.endswith(_PICTURED) and is_agency(folded.rpartition(" ")[0]))
        or (folded in picture_names() and not is_agency(folded) and len(folded) > 4 and folded != _DESK)
    )


def _opens_as_credit(bare: str, folded: str) -> bool:
    if bare[0] == "©" or bare.startswith("(c) "):
        return len(bare) <= 80 and DIGIT.search(bare) is None and "rights" not in folded
    always, marked = credit_openings()
    if folded.startswith(always):
        return any(
            folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum() for phrase in always
        )
    if not folded.startswith(marked):
        return False
    return any(folded.startswith(phrase) and leads(bare, phrase, capitals=False) for phrase in marked)


def _is_slashed(bare: str) -> bool:
    """`Jane Roe/AP`, `JANE ROE/POOL/AFP`, `REUTERS/Jane Roe`: short parts, one a known source."""
    parts = [part.strip() for part in bare.split("/")]
    if not 2 <= len(parts) <= 7 or any(not part or len(part) > 48 or len(part.split()) > 6 for part in parts):
        return False
    if not any(is_picture_source(part) or _ends_in_source(part, _BY) for part in parts):
        return False
    return all(not part[0].islower() or part.startswith(("via ", "dpa", "with ")) for part in parts)


def _ends_in_source(bare: str, marks: tuple[str, ...]) -> bool:
    """`… via Getty Images`, `Jane Roe | Reuters`, `Jane Roe – AP`: a person or pool, a mark, a known source."""
    for mark in marks:
        before, found, source = bare.rpartition(mark)
        if not found or not is_picture_source(source):
            continue
        if mark in _BY:
            return len(before) <= 80 and len(before.split()) <= 8
        return is_person(before.strip()) or is_picture_source(before)
    return False


def may_be_credit(line: Line) -> bool:
    """Whether the line has the shape of a credit with an unknown source: `Jane Roe/Selwyn Pictures`."""
    parts = [part.strip() for part in line.text.split("/")]
    if not 2 <= len(parts) <= 5 or line.closed or len(line.text) > 80 or DIGIT.search(line.text):
        return False
    if any(mark in line.text for mark in ",:;*"):
        return False
    return len(parts[0].split()) >= 2 and all(is_person(part) for part in parts)


def trailing_credit(text: str) -> int | None:
    """Where the picture credit at the end of a caption begins, null where there is none.

    `… in June. (AP Photo/Jane Roe)`, `… in June. REUTERS/Jane Roe`, `… in June. | Photo: AFP`.
    """
    text = text.rstrip()
    if text.endswith((")", "]", ").", "].")):
        begin = max(text.rfind("(", len(text) - CREDIT_REACH), text.rfind("[", len(text) - CREDIT_REACH))
        if begin <= 0:
            return None
        match = LAST_BRACKETS.fullmatch(text, begin)
        inner = match.group(1) if match else ""
        return (
            begin
            if inner and not is_agency(inner) and _is_bracketed(inner.removesuffix(", File"), text[begin])
            else None
        )
    tail = text[-CREDIT_REACH:]
    for mark in _TAIL_MARKS:  # a loop, for `any` takes twice as long, and nearly all lines of body come here
        if mark in tail:
            return _behind_stop(text)
    return None


def _is_bracketed(inner: str, bracket: str) -> bool:
    """Whether brackets at the end of a line hold a picture credit; there an outlet before a person is one too.

    `(Selwyn News: Jane Roe)`, `(Gazette Archive)`, `[Jane Roe, Gazette]`; but `(Editing: Jane Roe)` is of a text.
    """
    if reads_as_credit(inner):
        return True
    words = fold(inner).split()
    if len(words) <= _OUTLET_WORDS and words[-1] in _ARCHIVES:
        return True
    outlet, mark, name = inner.partition(": ")
    if bracket == "[" and not mark:
        name, mark, outlet = inner.partition(", ")
    if not mark or not 2 <= len(name.split()) <= _OUTLET_WORDS or len(outlet.split()) > _OUTLET_WORDS:
        return False
    return is_person(outlet) and is_person(name) and fold(outlet).split()[0] not in _ON_TEXTS


def _behind_stop(text: str) -> int | None:
    floor = max(1, len(text) - CREDIT_REACH)
    for mark in (". ", ".\u00a0", "| ", ".” ", ") ", "? "):
        at = text.rfind(mark, floor)
        if at < 0:
            continue
        begin = at if mark == "| " else at + len(mark)
        piece = text[begin:].lstrip("|—– ")
        if piece and len(piece) <= 90 and len(piece.split()) <= 10 and reads_as_credit(piece):
            return begin
    return None
