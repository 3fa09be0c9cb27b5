"""Finding known phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.phrases import PhraseHit, phrase_index
from copydesk.text.tokens import fold_words, tokenize, tokenize_all

PHRASES = [("in", "may"), ("in",), ("state", "division"), ("division",), ("a", "b", "c"), ("b",)]


def test_the_longest_phrase_wins_and_nothing_overlaps() -> None:
    found = phrase_index(PHRASES).find(tokenize("The State Division in May, in June: a b c a b"))
    assert found == [
        PhraseHit(1, 3, 2),
        PhraseHit(3, 5, 0),
        PhraseHit(5, 6, 1),
        PhraseHit(7, 10, 4),
        PhraseHit(11, 12, 5),
    ]


def test_no_phrases_and_no_text() -> None:
    assert phrase_index([]).find(tokenize("some text")) == []
    assert phrase_index(PHRASES).find(tokenize("")) == []


def test_a_word_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not exactly one word"):
        phrase_index([("two-day",)])


@given(st.lists(st.sampled_from(["in", "may", "state", "division", "a", "b", "c", "x"]), max_size=25).map(" ".join))
def test_hits_are_what_a_plain_search_finds(text: str) -> None:
    words, expected, at = fold_words(text), list[PhraseHit](), 0
    while at < len(words):
        sizes = [size for size in (3, 2, 1) if tuple(words[at : at + size]) in PHRASES and at + size <= len(words)]
        if sizes:
            expected.append(PhraseHit(at, at + sizes[0], PHRASES.index(tuple(words[at : at + sizes[0]]))))
        at += sizes[0] if sizes else 1
    assert phrase_index(PHRASES).find(tokenize(text)) == expected


def test_no_phrase_goes_over_from_one_text_to_the_next() -> None:
    index = phrase_index([("dark", "harbour"), ("harbour",)])
    tokens, start = tokenize_all(["It was dark", "harbour lights", "", "the dark harbour"])
    assert index.find(tokens, start) == [PhraseHit(3, 4, 1), PhraseHit(6, 8, 0)]
    assert index.find(tokens)[0] == PhraseHit(2, 4, 0)


def test_no_texts_hold_no_phrase() -> None:
    assert phrase_index([("harbour",)]).find(*tokenize_all([])) == []
