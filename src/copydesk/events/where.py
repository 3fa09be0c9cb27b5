"""Where an act was, as the sentence says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside)\s+(?P<name>(?:the\s+)?[A-Z][\w'’.-]{1,30}"
    r"(?:(?:\s+of\s+the|\s+of|\s+the)?\s+[A-Z][\w'’.-]{1,30}){0,5}(?:,\s+[A-Z][\w'’-]{2,30}){0,2})"
)
"""A preposition of place and a run of capitalised words: of `at the Harbour Hall in Ellerby` the first."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_NO_PLACE = frozenset((*_DAYS, *_MONTHS, "November", "December"))
REACH = 160
"""Code points behind the trigger in which its place is looked for."""


def place_named(text: str, begin: int, end: int, actors: Sequence[tuple[int, int]]) -> str | None:
    """The place that follows a trigger in its sentence, null where none is named.

    `actors` are the places of `text` that name actors: `in Ellerby` is a place, `in Dovic's view` none.
    """
    for match in _PLACE.finditer(text, begin, min(end, begin + REACH)):
        first, last = match.span("name")
        words = match["name"].split()
        if words[0] in _NO_PLACE or any(a < last and first < b for a, b in actors):
            continue
        return match["name"].rstrip(".,")
    return None
