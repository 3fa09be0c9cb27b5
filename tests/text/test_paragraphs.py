"""Paragraphs: lines, blocks of wrapped lines, and line ends of all kinds."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.paragraphs import paragraphs

WRAPPED = "the ferry to the island was late again\nand nobody in the harbour knew the reason"


def test_wrapped_lines_are_one_paragraph_unless_a_blank_line_parts_them() -> None:
    assert paragraphs(WRAPPED) == [(0, len(WRAPPED))]
    assert len(paragraphs(WRAPPED.replace("\n", "\n\n"))) == 2
    assert len(paragraphs(WRAPPED.replace("\n", "\n \n"))) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\f"])
def test_line_ends_of_all_kinds(end: str) -> None:
    text = f"  One line {end} and another{end}{end}a third  {end}"
    assert [text[begin:last] for begin, last in paragraphs(text)] == ["One line", "and another", "a third"]
    assert len(paragraphs(WRAPPED.replace("\n", end))) == 1
    assert len(paragraphs(WRAPPED.replace("\n", f"{end} {end}"))) == 2


@given(st.text("aB. \n\r\t\v\u2028\u00a0\x1f", max_size=60), st.integers(0, 20), st.integers(0, 60))
def test_paragraphs_hold_all_that_is_visible(text: str, begin: int, end: int) -> None:
    found = paragraphs(text, begin, end)
    pieces = [text[first:last] for first, last in found]
    assert all(piece and piece == piece.strip() for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text[begin:end].split())
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
