"""Where an act was, as the sentence says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from copydesk.events.lexicon import HERE
from copydesk.text.tokens import fold_word, fold_words
from copydesk.text.vocabulary import countries, country_codes, function_words
from copydesk.text.vocabulary.tables import read_toml

_KINDS = (
    "village|town|city|capital|port|suburb|district|province|region|state|county|island|neighbou?rhood|camp|municipality"
    "|governorate|oblast"
)
_PLACE = re.compile(
    rf"\b(?:(?:in|at|near|outside|inside)\s+(?:(?:the|an?)\s(?:[\w'’-]{{1,20}}\s){{0,5}}?(?:{_KINDS})\sof\s)?"
    rf"|on\s+(?:the|an?)\s(?:[\w'’-]{{1,20}}\s){{0,5}}?(?:island|outskirts|coast)\sof\s)"
    r"(?P<name>(?:the\s+)?[A-Z][\w'’.-]{1,30}"
    r"(?:(?:\s+of\s+the|\s+of|\s+the)?\s+[A-Z][\w'’.-]{1,30}){0,5}(?:,\s+[A-Z][\w'’-]{2,30}){0,2})"
)
"""A preposition of place and a run of capitalised words: of `at the Harbour Hall in Ellerby` the first; the name of
`in the port of Ellerby`."""
_ELSEWHERE = re.compile(r",\s(?:and|but|with|which|who|while|including|especially)\b|\b(?:that|while|whereas)\b")
"""What opens a clause that may tell of another place: troops left, *and* he was arrested in Ellerby."""
_GENITIVE = re.compile(r"(?:['’]s|s['’])\Z")
_TIME_AT_END = re.compile(r"(?P<comma>,)?\s+(?P<word>[A-Z][a-z]{2,8})\.?\Z")
_NEXT = re.compile(r"\s+(?P<word>[\w'’]{1,30})")
REACH = 160
"""Code points behind the trigger in which its place begins; it may end behind them."""


def place_named(text: str, begin: int, end: int, actors: Sequence[tuple[int, int]]) -> str | None:
    """The place that follows a trigger in its sentence, before another clause; null where none is named.

    `actors` are the places of `text` that name actors: `in Ellerby` is a place, `in Dovic's view` none.
    """
    stop = text.find(";", begin, end)
    end = end if stop < 0 else stop
    other = _ELSEWHERE.search(text, begin, end)
    end = end if other is None else other.start()
    for match in _PLACE.finditer(text, begin, end):
        if match.start() >= begin + REACH:
            return None
        first, last = match.span("name")
        following = _NEXT.match(text, match.end(), end)
        after = following["word"] if following else ""
        name = _whole(_without_time(match["name"].rstrip(".,"), after), after)
        if name is None:
            continue
        if _is_place(name, after) and not any(a < last and first < b for a, b in actors):
            return name
    return None


def _whole(name: str, after: str) -> str | None:
    """The place with the noun that goes with it (`the Kelm region`); null where a noun says that it is none.

    `in the Kelm ferry affair` happened nowhere.
    """
    article, _, rest = name.partition(" ")
    noun = fold_word(after) if after[:1].islower() else ""
    if article != "the" or " " in rest or not noun or noun in function_words() or noun in _words("behind"):
        return name
    return f"{name} {after}" if noun in _words("lands") else None


def _without_time(name: str, after: str) -> str:
    """A run without the day or month that it goes on with: `Ellerby Tuesday`, `Ellerby, May 5`; `Cape May` stays."""
    found = _TIME_AT_END.search(name)
    if found is None or fold_word(found["word"]) not in _times():
        return name
    is_time = found["comma"] or after[:1].isdigit() or found["word"].endswith("day")
    return name[: found.start()] if is_time else name


def _is_place(name: str, after: str) -> bool:
    """Whether a run of capitals behind a preposition is a place: no month, language or adjective, and no owner."""
    opening, *further = name.removeprefix("the ").split()
    if fold_word(_GENITIVE.sub("", opening.rstrip(".,"))) in _times():
        return False
    if _GENITIVE.search(name) and _is_owner(_GENITIVE.sub("", name), after):
        return False
    return bool(further) or (opening not in _adjectives() and fold_word(opening) not in _words("alone"))


def _is_owner(name: str, after: str) -> bool:
    """Whether a genitive says whose the place is: `in Ellerby's harbour`, but `in St. John's on Tuesday`."""
    return " ".join(fold_words(name)) in country_codes() or (bool(after) and fold_word(after) not in function_words())


def _times() -> frozenset[str]:
    return _words("times")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(read_toml(HERE, "no_places.toml")[group].split())


@cache
def _adjectives() -> frozenset[str]:
    """The adjectives of countries: alone each is a language, or says whose the place is (`in Norwegian waters`)."""
    return frozenset(name for country in countries() for name in country.demonyms)
