"""What a page says of a source that it names beside its text: that it was told something, or reported it."""

from __future__ import annotations

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import Relayed
from copydesk.text.phrases import PhraseHit
from copydesk.text.tokens import Tokens, fold_word
from copydesk.text.vocabulary import reporting_verbs

_TOLD = frozenset({"told", "informed"})
_REPORTED = frozenset({"reported", "reports", "revealed", "reveals"})
_BY = frozenset(
    {"reported", "published", "revealed", "cited", "quoted", "seen", "obtained", "reviewed", "interviewed"}
)
"""What a name may be preceded or followed by where it is relayed: told N, N reported, quoted by N."""


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
        or (second, before) == ("interview", "with")
    ):
        return Relayed.TOLD
    reported = after in _REPORTED or (before == "by" and second in _BY) or (second, before) == ("according", "to")
    return Relayed.REPORTED if reported else None
