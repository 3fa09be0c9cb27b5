"""A page's quotations as rows."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.page import Label
from copydesk.model.provenance import Substitution
from copydesk.quotes.utterance import quotations_of
from tests.quotes.pages import labelled, page, read, texts


def test_quotations_of_the_article_and_of_furniture_are_told_apart() -> None:
    source, segments = labelled(
        (Label.HEADLINE, "Mayor calls the pier “a ruin”"),
        (Label.BODY, "“We will mend it,” Mayor Ada Brandt said."),
        (Label.CAPTION, "Ada Brandt, who said “we will mend it” on Monday."),
    )
    found = quotations_of(source, segments)
    assert [(q.text, q.in_article) for q in found] == [
        ("a ruin", True),
        ("We will mend it,", True),
        ("we will mend it", False),
    ]


def test_places_are_those_of_the_page_and_words_also_those_restored() -> None:
    text = "“The harbour will open in Could,” the mayor said."
    at = text.index("Could")
    swap = Substitution("p1", at, at + 5, "Could", "May", "lexicon", None, None, None, 0.9)
    (quotation,) = quotations_of(page(text), substitutions=[swap])
    assert quotation.text == "The harbour will open in Could,"
    assert quotation.restored == "The harbour will open in May,"
    assert [text[begin:end] for begin, end in quotation.spans] == [quotation.text]


def test_a_swap_over_a_mark_moves_no_quotation() -> None:
    text = "The mayor said they would “mend the pier” with stone."
    begin = text.index("pier”")
    swap = Substitution(
        "p1", begin, begin + 10, text[begin : begin + 10], "quay with", "lexicon", None, None, None, 0.9
    )
    (quotation,) = quotations_of(page(text), substitutions=[swap])
    assert quotation.text == "mend the pier"


def test_a_swap_of_several_words_is_placed_word_by_word() -> None:
    text = "“The pier stays open,” he mentioned on Monday."
    begin = text.index("he mentioned")
    swap = Substitution("p1", begin, begin + 12, "he mentioned", "he said", "lexicon", None, None, None, 0.9)
    (quotation,) = quotations_of(page(text), substitutions=[swap])
    assert (text[quotation.speaker_begin : quotation.speaker_end], quotation.cue) == ("he", "mentioned")


@given(st.text(alphabet="Aab .,\n“”\"'‘’:", max_size=300))
def test_every_span_points_into_its_page(text: str) -> None:
    for quotation in read(text):
        assert quotation.text == " ".join(text[begin:end] for begin, end in quotation.spans)
        if quotation.speaker_begin is not None and quotation.speaker_end is not None:
            assert 0 <= quotation.speaker_begin < quotation.speaker_end <= len(text)
        if quotation.cue_begin is not None and quotation.cue_end is not None:
            assert text[quotation.cue_begin : quotation.cue_end] == quotation.cue


def test_no_quotation_no_row() -> None:
    assert texts(read("The council met on Monday.")) == []


@pytest.mark.parametrize(
    "unit",
    [
        "“a” ",
        '"a" ',
        "“a,” he said, ",
        "said “a” ",
        "“A” “b” ",
        "“a,” and ",
        "he said, ",
        "Aa Bb “",
        "that said “a,” ",
    ],
)
def test_hostile_lines_are_attributed_fast(unit: str) -> None:
    source = page(unit * (100_000 // len(unit)))
    began = time.process_time()
    quotations_of(source)
    assert time.process_time() - began < 3.0  # .5 to 1.2 here, the same for 25,000 characters: what is read is capped
