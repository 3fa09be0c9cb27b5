"""Marks of every style, nested, across paragraphs, unclosed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.marks import quoted
from copydesk.text.paragraphs import paragraphs


def between(text: str) -> list[str]:
    return [text[part.begin : part.end] for part in quoted(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said “we open at noon” and left.",
        'The mayor said "we open at noon" and left.',
        "Der Bürgermeister sagte „we open at noon“ und ging.",
        "Burmistrz powiedział „we open at noon” i wyszedł.",
        "Le maire a dit « we open at noon » et partit.",
        "Der Bürgermeister sagte »we open at noon« und ging.",
        "Borgmästaren sade ”we open at noon” och gick.",
        "Pormestari sanoi »we open at noon» ja lähti.",
        "The mayor said ``we open at noon'' and left.",
        "市長は「we open at noon」と述べた。",
        "The mayor said ‘we open at noon’ and left.",
        "The mayor said 'we open at noon' and left.",
        "The mayor said “we open at noon“ and left.",
        'The mayor said “we open at noon" and left.',
        'The mayor said "we open at noon” and left.',
    ],
)
def test_every_style_of_marks(text: str) -> None:
    assert between(text) == ["we open at noon"]


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert between("“She told me ‘never again’ and went,” he said.") == ["She told me ‘never again’ and went,"]
    assert between("“She told me “never again” and went,” he said.") == ["She told me “never again” and went,"]
    assert between("‘She told me “never again”,’ he said.") == ["She told me “never again”,"]


def test_apostrophes_quote_nothing() -> None:
    assert between("The ferries' crews and the pilots' union can't agree, they've said since the '90s.") == []
    assert between("‘The pilots’ union won’t strike,’ she said. ‘It can’t.’") == [
        "The pilots’ union won’t strike,",
        "It can’t.",
    ]


def test_inches_and_stray_marks_quote_nothing() -> None:
    assert between('The plank is 6" wide. He said "it holds".') == ["it holds"]
    assert between("It holds,” he said.") == []


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“The first pier stays.\n\n“The second goes,” she said.\n\nThe council met."
    first, second = quoted(text, paragraphs(text))
    assert (first.continued, second.continued) == (True, False)
    assert between(text) == ["The first pier stays.", "The second goes,"]


def test_an_unclosed_mark_ends_with_its_paragraph_or_before_its_speaker() -> None:
    assert between("“The pier stays open\n\nThe council met.") == ["The pier stays open"]
    assert between("“The pier stays open, the mayor said on Monday.\n\nThe council met.") == ["The pier stays open,"]
    assert between("“The pier " + "stays open and " * 200) == []


def test_a_mark_opened_anew_leaves_the_stray_one_behind() -> None:
    assert between("A “stray mark. He said “the pier stays” and left.") == ["the pier stays"]


@given(st.text(alphabet="ab .,\n“”„\"'‘’«»", max_size=200))
def test_spans_point_into_the_text_in_order_and_never_overlap(text: str) -> None:
    done = 0
    for part in quoted(text, paragraphs(text)):
        assert done <= part.opening < part.begin < part.end <= part.closing <= len(text)
        assert text[part.begin : part.end] == text[part.begin : part.end].strip()
        done = part.closing


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "“a ", '"a" ', "'a' \"b\" ", "‘a", "a’ ", "„“", "“a” ", " ''a", "»«", "'"]
)
def test_hostile_lines_are_read_fast(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    began = time.process_time()
    quoted(text, paragraphs(text))
    assert time.process_time() - began < 1.0
