"""Invented piles of pages that quote one another."""

from __future__ import annotations

import dataclasses

from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.story import Story
from copydesk.provenance import trace
from copydesk.quotes.settings import SETTINGS
from copydesk.quotes.stage import follow_quotes
from copydesk.reuse import find_reuse
from tests.quotes.pages import page

PLAN = "We will not close the fish market before the spring tide, and no stall will lose its licence"
THANKS = "The council thanks the forty keepers who stayed through the storm"


def made(name: str, text: str, wording: Wording | None = Wording.ORIGINAL, origins: tuple[str, ...] = ()) -> Page:
    return dataclasses.replace(page(text, name), wording=wording, origin_ids=origins or (f"o-{name}",))


def followed(*pages: Page, traced: bool = False) -> Pile:
    """The quotations of pages of one story. With `traced`, reuse and provenance are worked out, too."""
    ordered = tuple(sorted(pages, key=lambda page: page.page_id))
    story = Story("s1", None, None, None, None, tuple(page.page_id for page in ordered))
    segments = tuple(Segment(page.page_id, 0, len(page.text), Label.BODY) for page in ordered)
    pile = Pile(pages=ordered, segments=segments, stories=(story,))
    return follow_quotes(trace(find_reuse(pile)) if traced else pile, SETTINGS)


def utterances(pile: Pile) -> list[list[str]]:
    """The texts of the mentions of each utterance, the longest first; as `page: text`."""
    found: dict[str, list[str]] = {}
    for row in pile.quote_mentions:
        found.setdefault(row.quote_id, []).append(f"{row.page_id}: {row.text}")
    return sorted(sorted(texts) for texts in found.values())


def mention(pile: Pile, page_id: str) -> QuoteMention:
    (row,) = (row for row in pile.quote_mentions if row.page_id == page_id)
    return row


def only(pile: Pile) -> Quote:
    (quote,) = pile.quotes
    return quote
