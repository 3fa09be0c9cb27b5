"""What a page says of a source that it names beside its text: that it was told something, or reported it."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import Relayed
from copydesk.text.phrases import PhraseHit, members
from copydesk.text.tokens import Tokens, fold_word, hash_words
from copydesk.text.vocabulary import reporting_verbs

_TOLD = frozenset({"told", "informed"})
_REPORTED = frozenset({"reported", "reports", "revealed", "reveals"})
_BY = frozenset(
    {"reported", "published", "revealed", "cited", "quoted", "seen", "obtained", "reviewed", "interviewed"}
)
"""What a name may be preceded or followed by where it is relayed: told N, N reported, quoted by N."""

_SECOND = {"to": "according", "with": "interview"}
"""Words before a name, and the words before these, that say it too."""


def read_relayed(text: str, segment: Segment, tokens: Tokens, hit: PhraseHit) -> Relayed | None:
    """What the page says of a source that it names beside its text: told, reporting, or of a picture."""
    if segment.label is Label.CREDIT:
        return Relayed.PICTURED
    if segment.label is not Label.BODY:
        return None

    def word(at: int) -> str:
        return fold_word(text[tokens.begin[at] : tokens.end[at]]) if 0 <= at < len(tokens) else ""

    first = hit.first - 1 if word(hit.first - 1) == "the" else hit.first
    before, second, after = word(first - 1), word(first - 2), word(hit.last)
    if (
        before in _TOLD
        or (before == "to" and second in reporting_verbs())
        or (before == "with" and second == _SECOND["with"])
    ):
        return Relayed.TOLD
    reported = (
        after in _REPORTED or (before == "by" and second in _BY) or (before == "to" and second == _SECOND["to"])
    )
    return Relayed.REPORTED if reported else None


def before_cues(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The places of the words, given by their hashes, behind which `read_relayed` may find a name relayed. It may
    stand behind a `the` too."""
    told, pairs, _ = _cues()
    found = members(words, told)
    for last, first in pairs:
        at = np.flatnonzero(words[1:] == last) + 1
        found[at[members(words[at - 1], first)]] = True
    return np.flatnonzero(found)


def after_cues(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The places of the words before which it may."""
    return np.flatnonzero(members(words, _cues()[2]))


_Hashes = NDArray[np.uint64]


@cache
def _cues() -> tuple[_Hashes, tuple[tuple[np.uint64, _Hashes], ...], _Hashes]:
    """The hashes of the words behind which a name is relayed; of those that say it behind others, with these; and of
    those before which it is. Ascending."""
    pairs = {"to": {*reporting_verbs(), _SECOND["to"]}, "with": {_SECOND["with"]}, "by": _BY}
    behind = tuple((hash_words([last])[0], np.sort(hash_words(sorted(first)))) for last, first in pairs.items())
    return np.sort(hash_words(sorted(_TOLD))), behind, np.sort(hash_words(sorted(_REPORTED)))
