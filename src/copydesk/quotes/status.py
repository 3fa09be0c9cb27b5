"""What became of an utterance at each place that quotes it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.quote import QuoteChange, QuoteStatus
from copydesk.quotes.changes import Comparison, compare, kind_of_change
from copydesk.quotes.machine import Habit
from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.spoken import Said, said
from copydesk.quotes.witness import Faith, Witness
from copydesk.text.compare import matching_part
from copydesk.text.tokens import tokenize

_COMPARABLE = 0.34
"""Share of the words of a place that must stand in a wording for the two to be compared: below, they are other parts
of one utterance."""


_WORDINGS = 12
"""Faithful wordings of an utterance, the best first, that a place is laid beside."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of a place, what was altered, and whether it has only a part of the utterance."""

    status: QuoteStatus
    change: QuoteChange | None
    partial: bool


def judge_places(witnesses: Sequence[Witness], settings: QuoteSettings) -> list[list[Judgement]]:
    """For each witness of an utterance, the best first, the judgement of each of its spans."""
    variants = {witness.variant: witness for witness in reversed(witnesses) if witness.faithful}
    faithful = list(itertools.islice((w for w in witnesses if variants.get(w.variant) is w), _WORDINGS))
    whole = max(witness.size for witness in (faithful or witnesses))
    judged = []
    for witness in witnesses:
        if faithful and witness.variant == faithful[0].variant:
            judged.append([_verbatim(witness, size < settings.whole * whole) for size in _sizes(witness)])
        else:
            judged.append([_judge(text, witness, faithful, whole, settings) for text in _texts(witness)])
    return judged


def _sizes(witness: Witness) -> list[int]:
    """The number of words of each span."""
    return [witness.size] if len(witness.quotation.spans) == 1 else [len(tokenize(t)) for t in _texts(witness)]


def _texts(witness: Witness) -> list[str]:
    return [witness.page.text[begin:end] for begin, end in witness.quotation.spans]


def _verbatim(witness: Witness, partial: bool) -> Judgement:
    return Judgement(QuoteStatus.VERBATIM, None, partial or witness.quotation.partial)


def _judge(
    text: str, witness: Witness, faithful: Sequence[Witness], whole: int, settings: QuoteSettings
) -> Judgement:
    place = said(text)
    partial = witness.quotation.partial or len(place.words) < settings.whole * whole
    found = _against(place, witness, faithful)
    if found is None:
        status, change = _alone(place, witness, settings)
        return Judgement(status, change, partial)
    partial = witness.quotation.partial or found.share < settings.whole
    if found.changes:
        return Judgement(QuoteStatus.ALTERED, kind_of_change(found.changes), partial)
    if found.beyond and not witness.faithful:
        status, change = _alone(place, witness, settings)
        return Judgement(status, change, partial)
    return Judgement(QuoteStatus.VERBATIM, None, partial)


def _against(place: Said, witness: Witness, faithful: Sequence[Witness]) -> Comparison | None:
    """The comparison with the best faithful wording that has these words, or most of them; null where none has."""
    best: Comparison | None = None
    size = max(len(place.words), 1)
    for other in faithful:
        comparison = _compared(other, place)
        if comparison.kept >= 0.5 * min(size, max(other.size, 1)):
            return comparison
        if best is None or comparison.kept > best.kept:
            best = comparison
    if best is not None and (best.kept >= _COMPARABLE * size or witness.faith is Faith.REWORDED or size <= 4):
        return best
    return None


def _compared(faithful: Witness, place: Said) -> Comparison:
    """The comparison of a place with that part of a wording which it is the like of."""
    text = faithful.quotation.text
    begin, end = matching_part(text, place.text)
    part = said(text[begin:end])
    found = compare(part, place)
    return dataclasses.replace(found, share=found.share * len(part.words) / max(len(said(text).words), 1))


def _alone(place: Said, witness: Witness, settings: QuoteSettings) -> tuple[QuoteStatus, QuoteChange | None]:
    """The status where no faithful wording is at hand.

    On a page that no machine reworded the words stand as they are. Elsewhere they prove nothing, but where swapped
    words stand among them, or a machine that rewords quotations can hardly have left so many alone, they are known
    to be altered, though not what they were.
    """
    if witness.faithful:
        return QuoteStatus.VERBATIM, None
    if witness.faith is Faith.REWORDED:
        restored = compare(said(witness.quotation.restored), said(witness.quotation.text))
        return QuoteStatus.ALTERED, kind_of_change(restored.changes) or QuoteChange.WORDING
    unchanged = (1 - witness.machine.rate) ** len(place.words)
    if witness.machine.habit is Habit.REWORDS and unchanged < settings.unchanged:
        return QuoteStatus.ALTERED, QuoteChange.WORDING
    return QuoteStatus.UNCONFIRMED, None
