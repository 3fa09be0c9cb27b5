"""The quotations stage: who said what, on which pages, and what became of the words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Learning, taught
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.quote import Quote, QuoteMention
from copydesk.quotes.grouping import Quoted, group_quotations
from copydesk.quotes.machine import NO_MACHINE, machines
from copydesk.quotes.rows import rows_of
from copydesk.quotes.said_on import said_on
from copydesk.quotes.settings import SETTINGS, QuoteSettings
from copydesk.quotes.utterance import Quotation, may_quote, quotations_of
from copydesk.quotes.witness import Witness, better_of, faith_of, points_of
from copydesk.quotes.wordings import Known
from copydesk.quotes.words import read_words


def follow_quotes(pile: Pile, settings: QuoteSettings = SETTINGS) -> Pile:
    """Fill `quotes` and `quote_mentions`: every utterance that an article quotes, with all places that quote it.

    Quotations in furniture (captions, teasers, comments) are left out: teasers hold other news, and captions repeat
    the article.
    """
    return taught(following_quotes(pile, settings))


def following_quotes(pile: Pile, settings: QuoteSettings = SETTINGS) -> Learning[Pile]:
    """The same of a part of a pile, which asks where its quotations meet others: the lesson `quotations`."""
    found = [quotation for quotation in _quotations(pile) if quotation.in_article]
    quoting = {quotation.page_id for quotation in found}
    pages = {page.page_id: page for page in pile.pages if page.page_id in quoting}
    stories = {page_id: story.story_id for story in pile.stories for page_id in story.page_ids if page_id in pages}
    quoted = Quoted(found, stories, settings)
    known: Known = yield quoted.wordings.lesson(found, [page.page_id for page in pile.pages], settings)
    groups = group_quotations(quoted, pages, pile.alignments, known)
    witnesses = _witnesses(pile, found, pages, settings)
    quotes: list[Quote] = []
    mentions: list[QuoteMention] = []
    for group in groups:
        quote, places = rows_of([witnesses[number] for number in group], settings)
        quotes.append(quote)
        mentions.extend(places)
    return dataclasses.replace(
        pile,
        quotes=tuple(sorted(quotes, key=lambda row: row.quote_id)),
        quote_mentions=tuple(sorted(mentions, key=lambda row: (row.quote_id, row.page_id, row.begin, row.end))),
    )


def _quotations(pile: Pile) -> Iterator[Quotation]:
    """The quotations of all pages, by page and place."""
    segments, mentions, swaps = ByPage(pile.segments), ByPage(pile.actor_mentions), ByPage(pile.substitutions)
    actors = {actor.actor_id: actor for actor in pile.actors}
    for page in pile.pages:
        swapped = swaps[page.page_id]
        if may_quote(page, swapped):
            yield from quotations_of(page, segments[page.page_id], mentions[page.page_id], actors, swapped)


def _witnesses(
    pile: Pile, quotations: Sequence[Quotation], pages: Mapping[str, Page], settings: QuoteSettings
) -> list[Witness]:
    """Each quotation as a witness of its utterance; `pages` are those that quote."""
    known = machines(pages.values(), ByPage(quotations), ByPage(pile.substitutions), settings)
    points, dates = points_of(pile.alignments, pages), ByPage(pile.dates)
    words = read_words([quotation.text for quotation in quotations], settings)
    made = []
    for number, quotation in enumerate(quotations):
        page, machine = pages[quotation.page_id], known.get(quotation.page_id, NO_MACHINE)
        made.append(
            Witness(
                quotation=quotation,
                variant=words.of(number).tobytes(),
                size=len(words.of(number)),
                page=page,
                machine=machine,
                faith=faith_of(quotation, machine),
                better=better_of(quotation, points),
                said_on=said_on(quotation, page, dates[page.page_id]),
            )
        )
    return made
