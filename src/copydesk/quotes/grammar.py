"""The words by which quotations are attributed, read once from the data files in `vocabulary`."""

from __future__ import annotations

from functools import cache

from copydesk.text.vocabulary import reporting_verbs
from copydesk.text.vocabulary.tables import read_lines, read_toml

_HERE = "copydesk.quotes.vocabulary"


@cache
def cues() -> frozenset[str]:
    """Verb forms that bring quoted words: the reporting verbs, and those that only do so beside quotation marks."""
    return reporting_verbs() | frozenset(read_lines(_HERE, "cues.txt")) | cues_of_other_languages()


@cache
def cues_of_other_languages() -> frozenset[str]:
    """The commonest reporting verbs of other languages than English."""
    return frozenset(read_lines(_HERE, "cues_other.txt"))


@cache
def words(group: str) -> frozenset[str]:
    """One group of `grammar.toml`. Raises KeyError where there is none of that name."""
    return frozenset(read_toml(_HERE, "grammar.toml")[group])
