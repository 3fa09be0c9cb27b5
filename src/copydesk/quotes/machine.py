"""What the machine that reworded a page does with quotations: leave them alone, or reword them too."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from copydesk.model.page import Page, Wording
from copydesk.model.provenance import Substitution
from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.utterance import Quotation
from copydesk.text.tokens import tokenize

_MOST = 0.6
"""Share of words that a machine swaps at most: beyond, little is left to know a copy by."""


class Habit(Enum):
    """What a page's machine does with quotations. `NONE`: no machine reworded the page."""

    NONE = "none"
    SPARES = "spares"
    REWORDS = "rewords"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Machine:
    """The habit of a page's machine, and the share of the words outside quotations that it swapped, seen or not."""

    habit: Habit
    rate: float


NO_MACHINE = Machine(Habit.NONE, 0.0)


def machines(
    pages: Iterable[Page],
    quotations: Mapping[str, Sequence[Quotation]],
    substitutions: Mapping[str, Sequence[Substitution]],
    settings: QuoteSettings,
) -> dict[str, Machine]:
    """The machine of each page that was reworded."""
    return {
        page.page_id: _machine(page, quotations.get(page.page_id, ()), substitutions.get(page.page_id, ()), settings)
        for page in pages
        if page.wording is Wording.SPUN_COPY
    }


def _machine(
    page: Page, quotations: Sequence[Quotation], swaps: Sequence[Substitution], settings: QuoteSettings
) -> Machine:
    """Compare how often words are swapped in quotations and outside of them.

    Words are counted of the whole page, though furniture is not reworded: that makes the rate of the narration, and
    what is expected of the quotations, too low, never too high.
    """
    spans = sorted(span for quotation in quotations for span in quotation.spans)
    outside = [swap for swap in swaps if not _within(swap, spans)]
    inside = len(swaps) - len(outside)
    quoted = sum(len(tokenize(quotation.text)) for quotation in quotations)
    told = max(page.n_words - quoted, 1)
    expected = len(outside) / told * quoted
    guessed = sum(swap.basis == "lexicon" for swap in outside)
    rate = min((len(outside) - guessed + guessed / settings.seen) / told, _MOST)
    if expected >= settings.swaps_expected and inside <= settings.swaps_spared * expected:
        return Machine(Habit.SPARES, rate)
    if inside >= settings.swaps_seen and inside > settings.swaps_spared * expected:
        return Machine(Habit.REWORDS, rate)
    return Machine(Habit.UNKNOWN, rate)


def _within(swap: Substitution, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a swapped place stands in one of the spans, which are ascending."""
    at = bisect.bisect_right(spans, swap.begin, key=_end_of)
    return at < len(spans) and spans[at][0] < swap.end


def _end_of(span: tuple[int, int]) -> int:
    return span[1]
