"""Comparing two texts word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.compare import Edit, matching_part, word_diff


def changes(a: str, b: str) -> list[tuple[str, str]]:
    return [(a[e.a_begin : e.a_end], b[e.b_begin : e.b_end]) for e in word_diff(a, b) if e.op != "equal"]


def test_swapped_words_are_found_in_their_place() -> None:
    found = changes("The ministers held a meeting on Monday.", "The ministers held a gathering on Monday.")
    assert found == [("meeting ", "gathering ")]


def test_neighbouring_changes_are_one_change() -> None:
    assert changes("plans to travel to the coast", "plans to go by train to the coast") == [
        ("travel ", "go by train ")
    ]


def test_case_and_punctuation_are_no_change() -> None:
    assert word_diff("The U.S., said one.", "the US said “one”") == (Edit("equal", 0, 19, 0, 17),)


def test_left_out_and_put_in() -> None:
    assert [e.op for e in word_diff("one two three", "one three")] == ["equal", "delete", "equal"]
    assert [e.op for e in word_diff("one three", "one two three")] == ["equal", "insert", "equal"]


def test_empty_sides() -> None:
    assert word_diff("", "") == ()
    assert word_diff("one", "") == (Edit("delete", 0, 3, 0, 0),)
    assert word_diff("...", "!") == (Edit("equal", 0, 3, 0, 1),)


_WORDS = ("the", "envoy", "left", "a", "port", ".", "“", "”", ",", "—", "\n\n", "3,000", "U.S.")
_TEXT = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)


@given(_TEXT, _TEXT)
def test_edits_cover_both_texts_in_order(a: str, b: str) -> None:
    edits = word_diff(a, b)
    assert "".join(a[e.a_begin : e.a_end] for e in edits) == a
    assert "".join(b[e.b_begin : e.b_end] for e in edits) == b
    assert all(one.op == "equal" or two.op == "equal" for one, two in pairwise(edits))


@given(_TEXT)
def test_a_text_is_equal_to_itself(text: str) -> None:
    assert all(edit.op == "equal" for edit in word_diff(text, text))


def test_the_part_that_another_text_is_the_like_of() -> None:
    whole = "We have not become friends in two days. We have become neighbours again, which is harder."
    for part, like in (
        ("We have become neighbours again", "We have become neighbours again"),
        ("We have not turned into friends", "We have not become friends"),
        ("which is tougher", "which is harder"),
        ("", whole),
        (whole + " and more", whole),
    ):
        begin, end = matching_part(whole, part)
        assert whole[begin:end] == like
