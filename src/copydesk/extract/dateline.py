"""Datelines: the place, and often the date and the agency, at the head of a report."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.extract.date_banner import date_words
from copydesk.extract.line import fold
from copydesk.extract.names import is_acronym, is_agency, places, regions, small_words
from copydesk.text.patterns.datelines import (
    AGENCIES_APART,
    DATELINE_AGENCY,
    DATELINE_BRACKET,
    DATELINE_BREAK,
    DATELINE_DATE,
    DATELINE_UNBROKEN,
)
from copydesk.text.patterns.lines import WORD_OR_NUMBER
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import word_bands

REACH = 110
"""Code points within which a dateline ends: place, region, date and agency fit."""

SAID = 80
"""Code points behind a colon that show whether a report begins there, or somebody speaks: `ROE: Thank you, I ...`."""

_SPOKEN = frozenset({"i", "you", "your", "we", "our", "my", "me", "us", "thank", "thanks", "well", "yes", "no"})
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "was", "were", "has", "have", "been", "by", "for", "with", "from", "that"}
)
_OF_TOWNS = frozenset(
    {
        "bay",
        "beach",
        "city",
        "east",
        "fort",
        "harbour",
        "island",
        "new",
        "north",
        "port",
        "south",
        "town",
        "valley",
        "west",
    }
)
"""Everyday words that names of towns have in them."""
_BREAK_MARKS = "-–—―:/"
"""Every break has one of these."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a text. Offsets are code points into the text.

    `end` is after the dash and its white space; `agency` is the span of the agency credit inside, brackets or
    slashes included, null where there is none.
    """

    place: str
    end: int
    agency: tuple[int, int] | None


def find_dateline(text: str) -> Dateline | None:
    """The dateline that `text` opens with.

    Every break (dash, colon) within REACH is tried. What stands before the first that fits must be a place: by
    the agency or the date beside it, by its capitals before a dash, or by the gazetteer.
    """
    head = text[:REACH]
    if not head or not (head[0].isalpha() or head[0] in "([/"):
        return None
    unbroken = _unbroken(text) if "(" in head else None
    if unbroken is not None:
        return unbroken
    if not any(mark in head for mark in _BREAK_MARKS):
        return None
    slashed = _slashed(text)
    if slashed is not None:
        return slashed
    for tried, match in enumerate(DATELINE_BREAK.finditer(head)):
        if tried == 4:
            break
        found = _read(head[: match.start()], match.group().strip(), text[match.end() : match.end() + SAID])
        if found is not None:
            end = match.end() if found.agency is None or found.agency[1] <= match.end() else found.agency[1]
            return Dateline(found.place, end, found.agency)
    return None


def _unbroken(text: str) -> Dateline | None:
    """`Pune, Aug 11 (PTI) At least`: the agency alone parts the dateline from the text, behind a day."""
    match = DATELINE_UNBROKEN.search(text, 0, REACH)
    if match is None or not (is_agency(match.group(1)) or is_acronym(match.group(1))):
        return None
    bare, dated = _without_date(text[: match.start()].rstrip())
    place = _place(_without_region(bare)) if dated else None
    return Dateline(place, match.end(), (match.start(), match.end(1) + 1)) if place else None


def _without_region(bare: str) -> str:
    """A place without the region in brackets behind it: `Pune (Maharashtra)`."""
    town, bracket, region = DATELINE_BRACKET.sub("", bare).rstrip(" ,").partition("(")
    return town.rstrip() if bracket and region.endswith(")") else town


def _slashed(text: str) -> Dateline | None:
    """`MOSCOW, June 3. /AGENCY/. Text`: the agency stands behind the break."""
    at = text.find("/", 0, REACH)
    if at < 4:
        return None
    close = text.find("/", at + 1, at + 24)
    head = text[:at].rstrip(" .")
    if close < 0 or not (is_agency(text[at + 1 : close]) or is_acronym(text[at + 1 : close])):
        return None
    bare, dated = _without_date(head)
    if not dated and fold(bare) not in places():
        return None
    place = _place(bare)
    end = close + 1
    while end < len(text) and text[end] in " .—–-\u00a0":
        end += 1
    return Dateline(place, end, (at, close + 1)) if place else None


def _read(head: str, mark: str, after: str) -> Dateline | None:
    """The dateline that ends at a break `mark`, given what stands before it and begins after it."""
    agency, named, bare = _without_agency(head)
    bare, dated = _without_date(DATELINE_BRACKET.sub("", bare).rstrip(" ,"))
    if not bare:
        return Dateline("", 0, agency) if agency and named else None
    if not _opens_text(after):
        return None
    place = _place(bare)
    if place is None or not (_is_dateline(bare, mark, named or dated) or _is_called_out(bare, mark, after)):
        return None
    return Dateline(place, 0, agency)


def _without_agency(head: str) -> tuple[tuple[int, int] | None, bool, str]:
    """The agency in brackets at the end of `head`: its span, whether it surely is one, and what is left.

    A region there is left out as well: `KYIV (Ukraine)`.
    """
    match = DATELINE_AGENCY.search(head)
    if match is None:
        return None, False, head
    name, before = match.group(1) or match.group(2), head[: match.start()]
    known = is_agency(name) or is_acronym(name) or any(is_agency(part.strip()) for part in AGENCIES_APART.split(name))
    if not known and not (_is_unlisted(name, before) and fold(name).endswith(_AGENCY_ENDS)):
        region = fold(name) in places() or _is_unlisted(name, before)
        return None, False, before if region else head
    group = 1 if match.group(1) else 2
    return (match.start(group) - 1, match.end(group) + 1), True, before


_AGENCY_ENDS = (
    "wire", "press", "presse", "prensa", "pressa", "news", "service", "agency", "agencia", "agence", "agenzia",
    "agentur", "bureau", "media", "newsroom",
)  # fmt: skip
"""How names of agencies end. In the brackets of a dateline stands as often a region or a county."""


def _is_unlisted(name: str, before: str) -> bool:
    """Whether a name that no list has stands behind a town in capitals: `FENHAM (Coast Wire)`, `(Coast County)`."""
    words = name.split()
    town = before.partition(",")[0].strip()
    shouted = town.isupper() and len(town) > 3 and len(town.split()) <= 3
    return shouted and 1 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _without_date(head: str) -> tuple[str, bool]:
    place, comma, day = head.rpartition(",")
    if comma and day.strip().casefold() in date_words().weekdays:
        return place.rstrip(" ,"), True
    match = DATELINE_DATE.search(head)
    if match is None:
        return head, False
    words = {token.casefold() for token in WORD_OR_NUMBER.findall(match.group())}
    if not words & date_words().months:
        return head, False
    return head[: match.start()].rstrip(" ,"), True


def _opens_text(after: str) -> bool:
    """Whether text begins as it does after a dateline; a phrase between dashes goes on in lower case."""
    return not after or not after[0].islower()


def _place(bare: str) -> str | None:
    """The place in its usual spelling, null where `bare` has not the shape of one."""
    parts = [part.strip() for part in bare.replace("/", ",").split(",")]
    if not 1 <= len(parts) <= 4 or any(not 1 <= len(part.split()) <= 4 for part in parts):
        return None
    if fold(parts[0]) not in places() and {word.casefold().strip(".:") for word in parts[0].split()} & small_words(
        "not_places"
    ):
        return None
    for part in parts:
        for word in part.split():
            if not (word[0].isupper() or word.casefold() in small_words("places")) or not any(
                c.isalpha() for c in word
            ):
                return None
    return _spelling(bare)


def _spelling(bare: str) -> str:
    words = []
    for word in bare.split(" "):
        letters = word.strip(".,")
        shout = letters.isupper() and len(letters) > 2 and "." not in letters
        words.append(word.title().replace("'S", "'s") if shout else word)
    return " ".join(words)


def _is_dateline(bare: str, mark: str, vouched: bool) -> bool:
    first, *rest = [part.strip() for part in bare.split(",")]
    if vouched:
        return True
    known = fold(first) in places() or any(fold(part) in places() for part in first.split("/"))
    if mark == ":":
        return known and fold(first) not in regions()
    if known or (rest and fold(rest[-1]) in regions()):
        return True
    # Unknown towns stand in capitals; three letters or fewer may be an acronym, and a hyphen joins anything.
    return first.isupper() and len(first) > 3 and mark not in ("-", ".-") and len(first.split()) <= 3


def _is_called_out(bare: str, mark: str, after: str) -> bool:
    """Whether an unknown town in capitals stands before a colon, and a report behind it: `BRUME: Plans for a wall`.

    Kickers are everyday words (`EXCLUSIVE:`), known in English only, and in a transcript the name before the colon
    speaks.
    """
    words = bare.split()
    if mark != ":" or not bare.isupper() or len(bare) < 4 or len(words) > 2 or not all(map(str.isalpha, words)):
        return False
    common = [fold(word) for word in words if fold(word) in word_bands()]
    if len(common) == len(words) or not _OF_TOWNS.issuperset(common) or len(after) < SAID:
        return False
    told = fold_words(after)
    return _SPOKEN.isdisjoint(told) and sum(word in _ENGLISH for word in told) > 1
