"""Whether two quotations may have one speaker."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.quotes.utterance import Quotation
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import function_words

_COMMON = 0.6
"""Share of the words of the shorter name that must be in the longer."""


class Speakers:
    """The speakers of quotations. `key` numbers them: quotations with one number name one speaker in one way.

    `named` are the actor and the name of each number, null where there is none.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        numbers: dict[tuple[str | None, str | None], int] = {}
        self.key = [numbers.setdefault((q.speaker_id, q.speaker), len(numbers)) for q in quotations]
        self.named = tuple(numbers)
        self._ids = [speaker_id for speaker_id, _ in numbers]
        self._names = [_content(name) for _, name in numbers]

    def agree(self, a: int, b: int) -> bool | None:
        """Whether two quotations have one speaker; null where one of them has none."""
        one, other = self.key[a], self.key[b]
        if not self._names[one] or not self._names[other]:
            return None
        if one == other or (self._ids[one] is not None and self._ids[one] == self._ids[other]):
            return True
        return _alike(self._names[one], self._names[other])


def names_agree(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one speaker: they end alike, or most words of the shorter are in the longer."""
    mine, theirs = _content(one), _content(other)
    return bool(mine and theirs) and _alike(mine, theirs)


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    common = set(mine) & set(theirs)
    return mine[-1] == theirs[-1] or len(common) >= _COMMON * min(len(set(mine)), len(set(theirs)))


def _content(name: str | None) -> list[str]:
    words = fold_words(name or "")
    return [word for word in words if word not in function_words()] or words
