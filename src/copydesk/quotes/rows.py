"""The rows of `quotes` and `quote_mentions`, from the grouped quotations of one utterance."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.model.quote import Quote, QuoteMention
from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.speakers import names_agree
from copydesk.quotes.status import Judgement, judge_places
from copydesk.quotes.utterance import Quotation
from copydesk.quotes.witness import Witness, by_faith, independent


def rows_of(witnesses: Sequence[Witness], settings: QuoteSettings) -> tuple[Quote, list[QuoteMention]]:
    """The row of one utterance, and those of the places that quote it, in the order of their table."""
    ordered = by_faith(witnesses)
    best = ordered[0]
    begin, end = max(best.quotation.spans, key=lambda span: (span[1] - span[0], -span[0]))
    speaking = _speaking(ordered)
    quote = Quote(
        quote_id=_quote_id(best.page.page_id, begin, end),
        speaker=speaking.speaker if speaking else None,
        speaker_id=speaking.speaker_id if speaking else None,
        speaker_role=_role(ordered, speaking) if speaking else None,
        said_on=_day(ordered),
        best_page=best.page.page_id,
        best_begin=begin,
        best_end=end,
        best_text=best.page.text[begin:end],
        n_pages=len({witness.page.page_id for witness in ordered}),
        n_origins=independent(witness.page for witness in ordered),
    )
    judged = zip(ordered, judge_places(ordered, settings), strict=True)
    mentions = [row for witness, places in judged for row in _mentions(quote, witness, places)]
    return quote, sorted(mentions, key=lambda row: (row.page_id, row.begin, row.end))


def _quote_id(page_id: str, begin: int, end: int) -> str:
    return "q" + hashlib.sha256(f"{page_id} {begin} {end}".encode()).hexdigest()[:16]


def _speaking(ordered: Sequence[Witness]) -> Quotation | None:
    """The quotation whose speaker is the utterance's: the actor that most pages name, the more trusted first."""
    named = [witness.quotation for witness in ordered if witness.quotation.speaker is not None]
    if not named:
        return None
    known = [quotation for quotation in named if quotation.speaker_id is not None] or named
    pages = Counter(dict.fromkeys((_who(quotation), quotation.page_id) for quotation in known))
    votes = Counter(who for who, _ in pages)
    most = max(votes.values())
    return next(quotation for quotation in known if votes[_who(quotation)] == most)


def _who(quotation: Quotation) -> str | None:
    return quotation.speaker_id or quotation.speaker


def _role(ordered: Sequence[Witness], speaking: Quotation) -> str | None:
    roles = (w.quotation.speaker_role for w in ordered if _who(w.quotation) == _who(speaking))
    return next((role for role in roles if role is not None), None)


def _day(ordered: Sequence[Witness]) -> str | None:
    """The day on which the most trusted pages that name one agree; null where they do not."""
    days = [(witness.faith, witness.said_on) for witness in ordered if witness.said_on is not None]
    trusted = {day for faith, day in days if faith == days[0][0]} if days else set()
    return trusted.pop() if len(trusted) == 1 else None


def _mentions(quote: Quote, witness: Witness, places: Sequence[Judgement]) -> Iterator[QuoteMention]:
    """A row for each span of a quotation. Where the page does not say who speaks, the other pages' speaker stands."""
    own = witness.quotation
    lent = own.speaker is None or (own.speaker_id is None and names_agree(own.speaker, quote.speaker))
    for (begin, end), judgement in zip(own.spans, places, strict=True):
        yield QuoteMention(
            quote_id=quote.quote_id,
            page_id=own.page_id,
            begin=begin,
            end=end,
            text=witness.page.text[begin:end],
            speaker=quote.speaker if lent else own.speaker,
            speaker_id=quote.speaker_id if lent else own.speaker_id,
            speaker_begin=own.speaker_begin,
            speaker_end=own.speaker_end,
            cue=own.cue,
            cue_begin=own.cue_begin,
            cue_end=own.cue_end,
            status=judgement.status,
            change=judgement.change,
            partial=judgement.partial,
        )
