"""Sentences with offsets: paragraphs, abbreviations, quotations, and texts made to hurt."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.text.paragraphs import paragraphs
from copydesk.text.sentences import sentences


def cut(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in sentences(text, language=language)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["He met Mr. Doe and Gen. Roe in St. Louis.", "Then he left."],
        ["She met Ms. Roe at 10 a.m. Monday.", "It rained."],
        ["It opens at 10 a.m.", "The bar does not."],
        ["He works for Acme Corp. co-founder Jane Roe.", "She pays."],
        ["He flew to the U.S.", "And Roe stayed in Ft. Worth."],
        ["The U.S. Senate met.", "It voted."],
        ["“It is over,” he said.", "“We won.”", "The crowd left."],
        ["“Really?” he asked.", "“Yes.”"],
        ["😀 It rained.", "𝔘𝔫𝔦 left.", "Fine."],
        ["It fell 3.5 percent.", "Nobody knew."],
    ],
)
def test_sentences_of_a_paragraph(wanted: list[str]) -> None:
    assert cut(" ".join(wanted)) == wanted


def test_a_quotation_stays_in_the_sentence_that_brings_it() -> None:
    text = "He said: “It is over. We won.” The crowd left."
    assert cut(text) == ["He said: “It is over. We won.”", "The crowd left."]


def test_an_opening_mark_goes_with_the_sentence_that_it_opens() -> None:
    assert cut('He said. "I am here. You are there.') == ["He said.", '"I am here.', "You are there."]


def test_every_line_is_a_paragraph() -> None:
    assert cut("A headline\nIt rained. It stopped.\n\nA subhead\r\nIt rained") == [
        "A headline",
        "It rained.",
        "It stopped.",
        "A subhead",
        "It rained",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour of Port Selwyn reopened on Tuesday. The\nstorm had kept ferries away for nine days and\nnights. "
        "It rained."
    )
    assert len(cut(text)) == 3
    assert paragraphs(text) == [(0, len(text))]


def test_a_list_of_titles_is_not_hard_wrapped() -> None:
    text = (
        "Ferry firm to lay off a third of its staff\nMinister opens a new fish market today\nStorm closes the harbour"
    )
    assert len(paragraphs(text)) == 3


def test_other_languages() -> None:
    assert cut("Dr. Müller kam am 3. Mai an. Er ging.", "de") == ["Dr. Müller kam am 3. Mai an.", "Er ging."]
    assert cut("这是第一句。这是第二句！", "zh") == ["这是第一句。", "这是第二句！"]
    assert cut("One. Two.", "xx") == ["One.", "Two."]


def test_a_slice_keeps_offsets_into_the_whole_text() -> None:
    text = "Not this. This one. And this."
    assert sentences(text, 10, 19) == [(10, 19)]


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=300)
def test_sentences_are_trimmed_in_order_and_hold_all_that_can_be_seen(text: str, begin: int, end: int) -> None:
    spans = sentences(text, begin, end)
    last = min(begin, len(text))
    for first, stop in spans:
        assert last <= first < stop <= min(end, len(text))
        assert text[last:first].strip() == ""
        assert text[first:stop] == text[first:stop].strip()
        last = stop
    assert text[last:end].strip() == ""


@given(
    st.lists(
        st.sampled_from(["He left. ", "“Yes. ", "No,” ", "Mr. ", "\n", "a.m. ", "Monday ", '"', "(", "x" * 50, ". "]),
        max_size=400,
    )
)
@settings(max_examples=60)
def test_no_sentence_is_lost_where_windows_meet(pieces: list[str]) -> None:
    text = "".join(pieces)
    kept = "".join("".join(text[begin:end].split()) for begin, end in sentences(text))
    assert kept == "".join(text.split())


@pytest.mark.parametrize("unit", ["“ ", '" ', "(", ". ", "a", "U.S. ", "\n", "x.\n"])
def test_hostile_text_costs_little(unit: str) -> None:
    started = time.process_time()
    sentences(unit * (100_000 // len(unit)))
    assert time.process_time() - started < 2
