"""Reports of games: in them sides attack, strike and surrender, and nobody does what these verbs say elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from copydesk.events.mention import Mention
from copydesk.model.event import EventType
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary.tables import read_toml

SURE: Final = 2
"""Different words of games that a report has at least, of those that hardly anything else has."""

KINDS: Final = 6
"""Different words of games that a report has at least, of all."""

SHARE: Final = 35
"""Words of a report among which one is such a word: in nine reports of games, with all that stands on their pages, it
was one of 6 to 32, on nine other pages with a sure word one of 72 or more."""

_BESIDE_THE_GAME: Final = frozenset({EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE})
"""What police, crowds and states do also where a game is played."""


def without_play(found: Sequence[Mention], texts: Iterable[str]) -> list[Mention]:
    """The acts of a page; of a report of a game, as the `texts` of its parts tell it, only what is done beside it."""
    if not found or not is_play("\n".join(texts)):
        return list(found)
    return [one for one in found if one.type in _BESIDE_THE_GAME]


def is_play(text: str) -> bool:
    """Whether a text reports a game, by how many words of games it has, and how many different ones."""
    words = fold_words(text)
    counts = Counter(words)
    sure, other = _words()
    kinds = sum(1 for word in counts if word in sure)
    if kinds < SURE or kinds + sum(1 for word in counts if word in other) < KINDS:
        return False
    said = sum(number for word, number in counts.items() if word in sure or word in other)
    return said * SHARE >= len(words)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    lists = read_toml("copydesk.events.vocabulary", "sport.toml")
    return _folded(lists["sure"]), _folded(lists["other"])


def _folded(listed: str) -> frozenset[str]:
    return frozenset(listed.split())
