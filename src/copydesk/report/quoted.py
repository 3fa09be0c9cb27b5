"""A story's utterances, each with its faithful wording and every other wording marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.model.quote import Quote, QuoteChange, QuoteMention, QuoteStatus
from copydesk.report.addresses import place_address, quote_anchor
from copydesk.report.comparison import compare
from copydesk.report.heads import Head
from copydesk.report.hostile import line, page_text
from copydesk.report.labels import QUOTE_CHANGE, QUOTE_STATUS
from copydesk.report.library import Library
from copydesk.text.compare import matching_part

_WITNESSES = 12
"""Pages that are named for one wording; the rest is counted."""
_WORDINGS = 24
"""Other wordings of an utterance that are shown; the rest is counted."""

_Key = tuple[QuoteStatus, QuoteChange | None, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A page that quotes, the link to its words, and whether it has only a part."""

    head: Head
    href: str
    partial: bool


@dataclass(frozen=True, slots=True)
class WordingOf:
    """One wording of an utterance that is not the faithful one: its words marked, and the pages that have it."""

    status: str
    words: str
    meaning: bool
    html: Markup
    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """An utterance laid out. `proven` is false where no faithful witness is left."""

    anchor: str
    quote: Quote
    speaker: str
    role: str
    best: Markup
    best_href: str
    best_head: Head
    proven: bool
    verbatim: tuple[Place, ...]
    more: int
    others: tuple[WordingOf, ...]
    hidden: int

    @property
    def altered(self) -> bool:
        """Whether any page has other words."""
        return bool(self.others)


def lay_out(library: Library, quote: Quote) -> Utterance | None:
    """Lay out one utterance; null where its page is not in the case."""
    head = library.heads.get(quote.best_page)
    if head is None:
        return None
    found: defaultdict[_Key, list[QuoteMention]] = defaultdict(list)
    for row in library.mentions_of(quote.quote_id):
        same = row.status is QuoteStatus.VERBATIM
        found[row.status, row.change, "" if same else row.text].append(row)
    verbatim = [row for key, rows in found.items() if key[0] is QuoteStatus.VERBATIM for row in rows]
    others = sorted((key for key in found if key[0] is not QuoteStatus.VERBATIM), key=_rank)
    return Utterance(
        anchor=quote_anchor(quote.quote_id),
        quote=quote,
        speaker=line(quote.speaker, 160) or "",
        role=line(quote.speaker_role, 160) or "",
        best=page_text(quote.best_text),
        best_href=place_address(quote.best_page, quote.best_begin, quote.best_end),
        best_head=head,
        proven=bool(verbatim),
        verbatim=_places(library, verbatim),
        more=max(len(verbatim) - _WITNESSES, 0),
        others=tuple(_wording(library, quote, key, found[key]) for key in others[:_WORDINGS]),
        hidden=len(others[_WORDINGS:]),
    )


def _rank(key: _Key) -> tuple[int, int, str]:
    """Changes of meaning first, what is not confirmed last."""
    status, change, text = key
    return list(QuoteStatus).index(status), 0 if change is QuoteChange.MEANING else 1, text


def _wording(library: Library, quote: Quote, key: _Key, rows: Sequence[QuoteMention]) -> WordingOf:
    status, change, text = key
    if text == quote.best_text:
        html = page_text(text)
    else:
        begin, end = matching_part(quote.best_text, text)
        html = compare(quote.best_text[begin:end], text).html
    return WordingOf(
        status=QUOTE_STATUS[status],
        words=QUOTE_CHANGE[change] if change else "only reworded pages have it",
        meaning=change is QuoteChange.MEANING,
        html=html,
        places=_places(library, rows),
        more=max(len(rows) - _WITNESSES, 0),
    )


def _places(library: Library, rows: Sequence[QuoteMention]) -> tuple[Place, ...]:
    known = [row for row in rows if row.page_id in library.heads]
    return tuple(
        Place(library.heads[row.page_id], place_address(row.page_id, row.begin, row.end), row.partial)
        for row in known[:_WITNESSES]
    )
