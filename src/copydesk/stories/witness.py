"""Title and summary: words of the page to be trusted most, with their place. Nothing is written anew."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.by_page import ByPage
from copydesk.model.event import EventMention, EventStatus
from copydesk.model.packed import column
from copydesk.model.page import Page, Wording
from copydesk.model.pile import Pile
from copydesk.model.story import Story
from copydesk.stories.openings import Openings, Span
from copydesk.stories.settings import EpisodeSettings
from copydesk.stories.told import Acts

_TRUST: Mapping[Wording | None, int] = {
    Wording.ORIGINAL: 0,
    Wording.VERBATIM_COPY: 1,
    None: 2,
    Wording.EDITED_COPY: 3,
    Wording.MIXED: 4,
    Wording.SPUN_COPY: 5,
}
"""How far the wording of a page is from the author's; what is not known stands in the middle."""
_ENDS = tuple(".!…")
"""How a sentence that tells something ends; a question asks."""
_CLOSING = "\"'”’»)]"
_QUOTES = tuple("\"'“„«‘’")
_POINTING = frozenset({"he", "she", "it", "they", "this", "that", "these", "those"})
"""Words that, as the first of a sentence, mostly stand for what a sentence before it has named."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that could stand as a summary. `value` is what it tells, `rank` the place of its page."""

    value: float
    rank: int
    number: int
    page: Page
    span: Span


@dataclass(frozen=True, slots=True)
class _Title:
    """A title with its page, and its place there; null where there is none."""

    title: str | None
    page_id: str | None
    begin: int | None
    end: int | None


class Witnesses:
    """Finds title and summary for the pages of a story or an episode."""

    def __init__(self, pile: Pile, openings: Openings, acts: Acts, settings: EpisodeSettings) -> None:
        """Lay out what the tables say of wording and kin."""
        self._openings, self._acts, self._settings = openings, acts, settings
        self._kin = Counter(itertools.compress(column(pile.lineage, "page_id"), column(pile.lineage, "parent_page")))
        self._swapped = ByPage(pile.substitutions)

    def entitle(self, story: Story, pages: Sequence[Page]) -> Story:
        """The story with the title and the summary that its pages give; null where they give none."""
        ranked = sorted(pages, key=lambda page: (_TRUST[page.wording], -self._kin[page.page_id], page.page_id))
        faithful = [page for page in ranked if page.wording is not Wording.SPUN_COPY]
        weights = self._weights(pages)
        read = faithful[: self._settings.witnesses]
        candidates = [found for rank, page in enumerate(read) for found in self._candidates(rank, page, weights)]
        best = max(candidates, key=lambda found: (found.value, -found.rank, -found.number), default=None)
        titled = self._titled(ranked if best is None else [best.page, *ranked])
        begin, end = (None, None) if best is None else best.span
        return dataclasses.replace(
            story,
            title=titled.title,
            title_page=titled.page_id,
            title_begin=titled.begin,
            title_end=titled.end,
            summary=None if best is None else best.page.text[begin:end],
            summary_page=None if best is None else best.page.page_id,
            summary_begin=begin,
            summary_end=end,
        )

    def _titled(self, ranked: Sequence[Page]) -> _Title:
        """The title is the headline of the first page that has one: in its text, else as its metadata give it."""
        for page in ranked:
            place = self._openings.of(page.page_id).headline
            if place is not None:
                begin, end = place
                return _Title(page.text[begin:end], page.page_id, begin, end)
            if page.title and page.title.strip():
                return _Title(page.title.strip(), page.page_id, None, None)
        return _Title(None, None, None, None)

    def _weights(self, pages: Sequence[Page]) -> dict[str, float]:
        """How central each event is to these pages, 1 for the most: by its origins, and by its pages in tenths."""
        origins: defaultdict[str, set[str]] = defaultdict(set)
        on: defaultdict[str, set[str]] = defaultdict(set)
        for page in pages:
            for row in self._acts.on(page.page_id):
                on[row.event_id].add(page.page_id)
                if row.origin_id is not None:
                    origins[row.event_id].add(row.origin_id)
        told = {event_id: 10 * len(origins[event_id]) + len(found) for event_id, found in on.items()}
        most = max(told.values(), default=1)
        return {event_id: value / most for event_id, value in told.items()}

    def _candidates(self, rank: int, page: Page, weights: Mapping[str, float]) -> Iterator[_Candidate]:
        """The sentences of a page's opening that can stand alone, each the less the further down it is.

        A lead tells as much as a second sentence with the most central event: the coder does not see every act.
        """
        told = self._acts.on(page.page_id)
        for number, span in enumerate(self._openings.of(page.page_id).sentences):
            if self._stands_alone(page, span):
                value = max((weights[row.event_id] * self._told(row) for row in told if _in(row, span)), default=0.0)
                yield _Candidate((1 + value) / (1 + number), rank, number, page, span)

    def _told(self, row: EventMention) -> float:
        if row.status is EventStatus.HAPPENED:
            return 1.0
        return self._settings.untold ** (1 if row.status is EventStatus.PLANNED else 2)

    def _stands_alone(self, page: Page, span: Span) -> bool:
        """Whether a sentence is whole, of a sentence's length, nobody's quotation, points to none before it, and has
        no swapped words."""
        begin, end = span
        text = page.text[begin:end]
        words = text.split()
        if not self._settings.fewest_words <= len(words) <= self._settings.most_words or text.startswith(_QUOTES):
            return False
        if words[0].casefold() in _POINTING:
            return False
        if not text.rstrip(_CLOSING).endswith(_ENDS):
            return False
        return not any(row.begin < end and begin < row.end for row in self._swapped[page.page_id])


def _in(row: EventMention, span: Span) -> bool:
    return span[0] <= row.trigger_begin < span[1]
