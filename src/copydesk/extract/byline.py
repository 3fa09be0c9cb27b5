"""Bylines: who wrote the piece. Author boxes that name nobody are furniture."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.extract.cues import CENTURY
from copydesk.extract.date_banner import date_words
from copydesk.extract.line import Line, fold
from copydesk.extract.names import generic_authors, is_agency, is_people, small_words
from copydesk.text.patterns.bylines import (
    BYLINE_OPENING,
    CONTACT,
    DAY_BREAK,
    NAME_AND_ROLE,
    POSTED,
    POSTED_BEHIND,
    ROLE,
)
from copydesk.text.patterns.times import FULL_DATE

MOST_CHARS = 130
MOST_WORDS = 18
MOST_OF_DAY = 40
"""Code points in which a weekday and a day with its year end."""
_BREAKS = (
    ",",
    "|",
    "•",
    "·",
    " - ",
    " – ",
    " — ",
    ";",
    "(",
    " for ",
    " in ",
    " at ",
    " of ",
    " from ",
    " reporting ",
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline. `name` is the author as printed, null where it names nobody; then `account` says that it is that
    of a publishing system (`By Admin`), which is furniture wherever it stands."""

    name: str | None
    account: bool


def read_byline(line: Line) -> Byline | None:
    """The byline that the line is, null where it is none: `By Jane Doe`, `By JANE DOE, Agency`, `Von J. Doe`."""
    if len(line.text) > MOST_CHARS or line.words > MOST_WORDS or line.stopped:
        return None
    posted = POSTED.match(line.text) if line.cues & CENTURY else None
    dated = FULL_DATE.match(line.text, posted.end() if posted else 0) if line.cues & CENTURY else None
    match = BYLINE_OPENING.match(line.text, dated.end() if dated else 0)
    if match is None:
        return None
    rest = line.text[match.end() :]
    rest = (CONTACT.sub(" ", rest) if "@" in rest else rest).strip()
    rest = _without_day(POSTED_BEHIND.sub("", rest)) if line.cues & CENTURY else rest
    if not rest or (rest[0].islower() and not is_generic_author(rest)):
        return None
    found = _byline(_name_part(rest), rest)
    return None if posted is not None and found is not None and found.account else found  # then the line is its date


def _without_day(rest: str) -> str:
    """A byline without the day that ends it: `Ada Moss 3 June 2019`, `Ada Moss on June 3, 2019`."""
    day = FULL_DATE.search(rest)
    return rest[: day.start()].rstrip(" ,|•·–—-").removesuffix(" on") if day is not None and day.start() else rest


def name_before_role(text: str) -> str | None:
    """The author of `Ada Moss Health correspondent`, a line under a headline; null where it is no such line.

    A day may stand before it (`3 June 2019 | Ada Moss, Reporter`), and then the name alone will do.
    """
    if len(text) > MOST_CHARS:
        return None
    after_day = _behind_day(text)
    line = after_day or text
    match = NAME_AND_ROLE.fullmatch(line.replace(", ", " ", 1))
    name = match.group(1).strip() if match is not None else after_day
    text = line
    capitals = all(word[0].isupper() for word in text.split()[: len(name.split())])
    return spelled(name) if name and capitals and is_people(name) and not fold(name).startswith("the ") else None


def _behind_day(text: str) -> str:
    """What stands behind a day and a mark: `Monday, 3 June 2019 | Ada Moss`; empty where the line opens with none."""
    day = FULL_DATE.search(text, 0, MOST_OF_DAY)
    if day is None or (text[: day.start()].strip(" ,").casefold() or "monday") not in date_words().weekdays:
        return ""
    behind = DAY_BREAK.match(text, day.end())
    return "" if behind is None else text[behind.end() :]


def is_role(line: Line) -> bool:
    """Whether the line is the office of an author alone, as it stands under the name: `Health correspondent`."""
    return (
        len(line.text) <= MOST_CHARS
        and not line.closed
        and line.text[0].isupper()
        and bool(ROLE.fullmatch(line.text))
    )


def _byline(name: str, rest: str) -> Byline | None:
    folded = fold(name)
    accounts, desks = generic_authors()
    if folded in accounts:
        return Byline(None, account=True)
    if folded in desks:
        return Byline(None, account=False)
    first = folded.partition(" ")[0]
    if first in date_words().months | date_words().weekdays or not _is_all_names(rest):
        return None
    if is_agency(name):
        return Byline(name, account=False)
    return Byline(spelled(name), account=False) if is_people(name) and len(name) > 2 else None


def _name_part(rest: str) -> str:
    """What stands before the first outlet, place or role."""
    ends = [at for mark in _BREAKS if (at := rest.find(mark)) > 0]
    head = rest[: min(ends)] if ends else rest
    return head.strip(" :,")


def _is_all_names(rest: str) -> bool:
    """Whether only names, places, outlets, dates and addresses stand there: no running text in small letters."""
    allowed = small_words("byline") | small_words("particles") | date_words().joining
    bare = (word.strip(".,;:|()•·–—-\"'@") for word in rest.split() if "@" not in word)
    return all(not word or not word[0].islower() or word.casefold() in allowed for word in bare)


def spelled(name: str) -> str:
    """A name with words in capitals as names are written."""
    words = (word.title() if word.isupper() and len(word) > 2 and "." not in word else word for word in name.split())
    return " ".join(words)


def is_generic_author(text: str) -> bool:
    """Whether `text` as an author names nobody."""
    accounts, desks = generic_authors()
    return fold(text) in accounts or fold(text) in desks
