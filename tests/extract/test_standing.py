"""Paragraphs that stand on pages about different things are of no story."""

from __future__ import annotations

import pytest

from copydesk.extract import label_repeats
from copydesk.model.page import Label
from tests.extract.test_repeats import labels_of, pile, story

NOTE = (
    "Readers pay for most of what this paper prints. Those who value it can take out a yearly subscription at the "
    "counter of any post office, which costs less than a loaf of bread a week and can be ended on any day."
)


@pytest.mark.parametrize("site", ["example.org", None])
def test_a_paragraph_on_pages_about_different_things_is_furniture(site: str | None) -> None:
    pages, segments = pile([story(i, NOTE) for i in range(3)], site)
    assert labels_of(pages, segments, NOTE) == {Label.BODY}
    assert labels_of(pages, label_repeats(pages, segments), NOTE) == {Label.OTHER}


def test_on_two_pages_it_stays() -> None:
    pages, segments = pile([story(i, *([NOTE] if i < 2 else [])) for i in range(4)])
    assert labels_of(pages, label_repeats(pages, segments), NOTE) == {Label.BODY}


def test_in_copies_of_one_text_it_stays() -> None:
    pages, segments = pile([story(1, NOTE) + f"\n\nCopy {i} was printed in the evening." for i in range(5)])
    assert labels_of(pages, label_repeats(pages, segments), NOTE) == {Label.BODY}


def test_background_that_names_what_the_pages_are_about_stays() -> None:
    background = NOTE.replace("Readers", "The people of Ashgrove").replace("a loaf", "an Ashgrove loaf")
    pages, segments = pile([story(i, background).replace("the bridge", "the Ashgrove bridge") for i in range(5)])
    assert labels_of(pages, label_repeats(pages, segments), background) == {Label.BODY}


def test_pages_that_name_nobody_say_nothing() -> None:
    texts = [f"{word} was cold that winter, and nobody went out.\n\n{NOTE}" for word in ("It", "All", "That", "One")]
    pages, segments = pile(texts)
    assert labels_of(pages, label_repeats(pages, segments), NOTE) == {Label.BODY}


def test_a_short_stock_sentence_stays() -> None:
    stock = "The company did not immediately respond to a request for comment on the matter."
    pages, segments = pile([story(i, stock) for i in range(6)])
    assert labels_of(pages, label_repeats(pages, segments), stock) == {Label.BODY}
