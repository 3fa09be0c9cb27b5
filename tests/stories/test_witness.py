"""The words that a story is called by and summed up in."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.model.event import EventStatus
from copydesk.model.page import Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution
from copydesk.model.story import Story
from copydesk.stories import find_episodes
from tests.stories.press import FILLER, Sheet, pile

LEAD = "The guild of bakers in Tallow laid down its peels on Monday over the price of flour."
SECOND = "The mayor of Tallow met the bakers in the evening and promised them cheaper grain."
MET = {"met": ("met the bakers", EventStatus.HAPPENED)}


def told(source: Pile) -> Story:
    (story,) = find_episodes(source).stories
    return story


def test_the_lead_of_a_faithful_page_sums_up_and_its_headline_is_the_title() -> None:
    story = told(pile(Sheet("a", (LEAD, SECOND, FILLER), headline="Ovens cold in Tallow", acts=MET)))
    assert (story.title, story.title_page, story.title_begin, story.title_end) == ("Ovens cold in Tallow", "a", 0, 20)
    assert (story.summary, story.summary_page) == (LEAD, "a")


def test_the_page_that_opens_with_the_central_act_is_preferred() -> None:
    other = "Tallow is a town of nine thousand people at the mouth of a river."
    pages = (
        Sheet("a", (other, FILLER), headline="A town"),
        Sheet("b", (SECOND, FILLER), headline="Grain for bakers", acts=MET, wording=Wording.EDITED_COPY),
        Sheet("c", (FILLER, SECOND), acts=MET, origin="o2"),
    )
    story = told(pile(*pages))
    assert (story.summary, story.title) == (SECOND, "Grain for bakers")


def test_an_act_that_happened_outweighs_one_that_is_planned() -> None:
    ahead = "The bakers will meet the mayor of Tallow again on Friday in the corn exchange."
    pages = (
        Sheet("a", (ahead, FILLER), acts={"again": ("meet the mayor", EventStatus.PLANNED)}),
        Sheet("b", (SECOND, FILLER), acts=MET),
    )
    assert told(pile(*pages)).summary == SECOND


@pytest.mark.parametrize(
    "opening",
    [
        "“We cannot bake with chaff and hope,” said the master of the guild in Tallow.",
        "Why does a loaf cost more in Tallow than in any other town of the coast?",
        "Tallow, Monday evening at the corn exchange of the town and all around it",
        "It had been dearer only once before, in the year of the great frost on the coast.",
        "By our reporter.",
        " ".join(["and so on"] * 40) + ".",
    ],
)
def test_quotations_questions_pronouns_headings_and_endless_lines_are_no_summary(opening: str) -> None:
    assert told(pile(Sheet("a", (f"{opening}\n\n{LEAD}",)))).summary == LEAD


def test_a_reworded_page_gives_no_summary_and_a_title_only_for_want() -> None:
    spun = Sheet("a", (LEAD, FILLER), headline="Stoves chilly in Tallow", wording=Wording.SPUN_COPY)
    assert (told(pile(spun)).summary, told(pile(spun)).title) == (None, "Stoves chilly in Tallow")
    faithful = Sheet("b", (SECOND, FILLER), headline="Ovens cold", wording=Wording.VERBATIM_COPY)
    both = told(pile(spun, faithful))
    assert (both.summary, both.title, both.title_page) == (SECOND, "Ovens cold", "b")


def test_a_sentence_with_swapped_words_is_passed_over() -> None:
    sheet = Sheet("a", (LEAD, SECOND, FILLER))
    begin, end = sheet.span("peels")
    swap = Substitution("a", begin, end, "peels", "tools", "lexicon", None, None, None, 0.9)
    assert told(dataclasses.replace(pile(sheet), substitutions=(swap,))).summary == SECOND


def test_a_title_from_the_metadata_has_no_place_in_the_text() -> None:
    source = pile(Sheet("a", (LEAD, FILLER)))
    pages = tuple(dataclasses.replace(page, title=" Ovens cold ") for page in source.pages)
    story = told(dataclasses.replace(source, pages=pages))
    assert (story.title, story.title_page, story.title_begin, story.title_end) == ("Ovens cold", "a", None, None)


def test_a_page_without_sentences_has_neither() -> None:
    story = told(pile(Sheet("a", ("",))))
    assert (story.title, story.summary, story.summary_begin) == (None, None, None)
