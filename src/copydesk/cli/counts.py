"""Numbers as people read them."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "verbatim_copy": ("verbatim copy", "verbatim copies"),
    "edited_copy": ("edited copy", "edited copies"),
    "spun_copy": ("machine-reworded copy", "machine-reworded copies"),
    "shared_quote": ("shared quotation", "shared quotations"),
    "spun": ("machine-reworded", "machine-reworded"),
}
"""Values of the tables in plain words, one and several; other values are read as they stand."""


def number(n: int) -> str:
    """12345 as 12,345."""
    return f"{n:,}"


def counted(n: int, one: str, several: str | None = None) -> str:
    """`1 page`, `2 pages`, `2 copies`."""
    return f"{number(n)} {one if n == 1 else several or one + 's'}"


def breakdown(counts: Mapping[str, int]) -> str:
    """The counts of several values, the most frequent first: `3 verbatim · 1 edited`."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return " · ".join(f"{number(n)} {in_words(value, n)}" for value, n in ordered)


def in_words(value: str, n: int = 1) -> str:
    """A value of a table in plain words."""
    one, several = _WORDS.get(value, (value.replace("_", " "),) * 2)
    return one if n == 1 else several
