"""Who said what in a story: each utterance with its faithful wording and what the pages made of it, in parts."""

from __future__ import annotations

from functools import partial

from copydesk.model.story import Story
from copydesk.report.addresses import quotations_file
from copydesk.report.figures import story_figures
from copydesk.report.library import Library
from copydesk.report.pager import cut, part, parts_of
from copydesk.report.press import Press
from copydesk.report.quoted import Utterance, lay_out

QUOTATIONS = 50
"""Utterances on one page."""


def write(press: Press, library: Library, story: Story) -> None:
    """Write the quotations of a story; one without any has no such page."""
    quotes = library.quotes_of(story.story_id)
    utterances = sorted((laid for quote in quotes if (laid := lay_out(library, quote)) is not None), key=_rank)
    if not utterances:
        return
    figures = story_figures(library, story)
    meaning = sum(any(wording.meaning for wording in utterance.others) for utterance in utterances)
    for number in range(1, parts_of(len(utterances), QUOTATIONS) + 1):
        press.set(
            quotations_file(story.story_id, number),
            "quotations.html",
            figures=figures,
            total=len(utterances),
            altered=sum(utterance.altered for utterance in utterances),
            meaning=meaning,
            utterances=cut(utterances, number, QUOTATIONS),
            part=part(partial(quotations_file, story.story_id), number, len(utterances), QUOTATIONS),
        )


def _rank(utterance: Utterance) -> tuple[bool, str, int, str]:
    """By speaker, those without one last; the utterances of one by how many pages have them."""
    return not utterance.speaker, utterance.speaker, -utterance.quote.n_pages, utterance.quote.quote_id
