"""Finding known phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.tokens import fold_words, tokenize, tokenize_all

PHRASES = [("in", "may"), ("in",), ("state", "division"), ("division",), ("a", "b", "c"), ("b",)]


def hits(index: PhraseIndex, text: str) -> list[list[int]]:
    found: list[list[int]] = index.places(tokenize(text).word).tolist()
    return found


def test_the_longest_phrase_wins_and_nothing_overlaps() -> None:
    found = hits(phrase_index(PHRASES), "The State Division in May, in June: a b c a b")
    assert found == [
        [1, 3, 2],
        [3, 5, 0],
        [5, 6, 1],
        [7, 10, 4],
        [11, 12, 5],
    ]


def test_no_phrases_and_no_text() -> None:
    assert hits(phrase_index([]), "some text") == []
    assert hits(phrase_index(PHRASES), "") == []


def test_a_word_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not exactly one word"):
        phrase_index([("two-day",)])


@given(st.lists(st.sampled_from(["in", "may", "state", "division", "a", "b", "c", "x"]), max_size=25).map(" ".join))
def test_hits_are_what_a_plain_search_finds(text: str) -> None:
    words, expected, at = fold_words(text), list[list[int]](), 0
    while at < len(words):
        sizes = [size for size in (3, 2, 1) if tuple(words[at : at + size]) in PHRASES and at + size <= len(words)]
        if sizes:
            expected.append([at, at + sizes[0], PHRASES.index(tuple(words[at : at + sizes[0]]))])
        at += sizes[0] if sizes else 1
    assert hits(phrase_index(PHRASES), text) == expected


def test_no_phrase_goes_over_from_one_text_to_the_next() -> None:
    index = phrase_index([("dark", "harbour"), ("harbour",)])
    tokens, start = tokenize_all(["It was dark", "harbour lights", "", "the dark harbour"])
    assert index.places(tokens.word, start).tolist() == [[3, 4, 1], [6, 8, 0]]
    assert index.places(tokens.word).tolist()[0] == [2, 4, 0]


def test_no_texts_hold_no_phrase() -> None:
    tokens, start = tokenize_all([])
    assert not len(phrase_index([("harbour",)]).places(tokens.word, start))
