"""Quotation marks: every style, continued paragraphs, and stray marks that must not run away."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text import marks
from copydesk.text.marks import MAX_QUOTATION
from copydesk.text.paragraphs import paragraphs
from copydesk.text.quotation import quotation_spans, quoted_words
from copydesk.text.tokens import tokenize


def quoted(text: str) -> list[str]:
    return [text[begin:end] for begin, end in quotation_spans(text)]


def test_curly_straight_and_pointed_marks() -> None:
    assert quoted("He said “yes” and “no”.") == ["yes", "no"]
    assert quoted('He said "yes" and "no".') == ["yes", "no"]
    assert quoted("Il a dit «oui».") == ["oui"]


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    assert quoted("“First part.\n“Second part,” she said.") == ["First part.", "Second part,"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert quoted("“It was late and dark.\nThe ship left.") == ["It was late and dark."]


def test_a_stray_inch_mark_opens_nothing() -> None:
    assert quoted('A 6" pipe and a 7" pipe burst.') == []


def test_a_mark_never_runs_over_the_page() -> None:
    text = "“" + "word " * 2_000 + "end”"
    assert all(end - begin <= MAX_QUOTATION for begin, end in quotation_spans(text))


def test_words_inside_quotations_are_told() -> None:
    text = "She said “very late” again."
    assert quoted_words(text, tokenize(text).begin).tolist() == [False, False, True, True, False]


LONG = "we will not reopen the mine while a single question about the pumps is left without an answer"


@pytest.mark.parametrize("pair", ["“”", '""', "«»", "»«", "„“", "„”", "””", "‘’", "''"])
@pytest.mark.parametrize("between", [" ", "\n", "\n\n", "\n \n", "\n\nThe pumps ran.\n\n"])
def test_marks_of_every_style_wherever_the_paragraph_ends(pair: str, between: str) -> None:
    opening, closing = pair[0], pair[1]
    text = f"{opening}{LONG},{closing} she said.{between}{opening}Not before May{closing}, he added."
    assert quoted(text) == [f"{LONG},", "Not before May"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the pilots’ union, and it’s the crews’ ship.",
        "It's the pilots' union, and it's the crews' ship of '98.",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_what_is_left_open_goes_on_in_the_next_paragraph_only() -> None:
    assert quoted("“It was late, he said.\n\nThe ship left.\n\n“Nobody waved,” she said.") == [
        "It was late,",
        "Nobody waved,",
    ]


@given(st.text(alphabet="ab ,.“”\"‘’'«»\n", max_size=80))
def test_the_paragraphs_around_the_marks_are_enough(text: str) -> None:
    assert quotation_spans(text) == [(one.begin, one.end) for one in marks.quoted(text, paragraphs(text))]


@given(st.text(alphabet='ab “”"«»\n', max_size=80))
def test_spans_are_in_order_and_hold_no_outer_marks(text: str) -> None:
    edges = np.array(quotation_spans(text), dtype=int).reshape(-1)
    assert (np.diff(edges) >= 0).all()
    assert all(end > begin for begin, end in quotation_spans(text))
