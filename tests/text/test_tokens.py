"""Words: what counts as one, how it is folded, and that offsets hold for any text."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.tokens import CAPITAL, NUMERIC, code_points, fold_word, fold_words, hash_words, tokenize


def words(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[b:e] for b, e in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy didn’t wait.", ["The", "envoy", "didn’t", "wait"]),
        ("Osmund’s two-day trip", ["Osmund", "s", "two", "day", "trip"]),
        ("the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]),
        ("$1,000.50, or 7%", ["1,000.50", "or", "7"]),
        ("first.Second", ["first", "Second"]),
        ("東京 is 東 and 京", ["東", "京", "is", "東", "and", "京"]),
        ("cafe\u0301 closed", ["cafe\u0301", "closed"]),
        ("🎈balloon🎈", ["balloon"]),
        ("", []),
        ("—…“”", []),
    ],
)
def test_words_are_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.S.", "US"), ("1,000", "1000"), ("Émigré", "emigre"), ("didn’t", "DIDN'T"), ("ＡＢ１", "ab1")],
)
def test_spellings_of_one_word_have_one_hash(one: str, other: str) -> None:
    assert hash_words([one]) == hash_words([other])
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(("one", "other"), [("5.5", "55"), ("were", "we’re"), ("form", "from"), ("a", "b")])
def test_different_words_have_different_hashes(one: str, other: str) -> None:
    assert hash_words([one]) != hash_words([other])
    assert fold_word(one) != fold_word(other)


def test_flags_tell_capitals_and_numbers() -> None:
    assert tokenize("Osmund saw 3 ships").flags.tolist() == [CAPITAL, 0, NUMERIC, 0]


def test_hash_words_refuses_what_is_not_one_word() -> None:
    with pytest.raises(ValueError, match="not one word"):
        hash_words(["two words"])


@pytest.mark.parametrize("text", ["", "a", "a\0", "\0\0", "é\ud800", "😀 b", "\U0010ffff"])
def test_code_points_are_those_of_the_text(text: str) -> None:
    assert code_points(text).tolist() == [ord(char) for char in text]


@given(st.text(max_size=300))
def test_offsets_are_inside_the_text_and_in_order(text: str) -> None:
    tokens = tokenize(text)
    edges = np.stack([tokens.begin, tokens.end], axis=1).reshape(-1)
    assert (edges >= 0).all()
    assert (edges <= len(text)).all()
    assert (np.diff(edges) >= 0).all()
    assert (tokens.end > tokens.begin).all()


@given(st.text(max_size=200))
def test_each_word_folds_and_hashes_the_same_alone(text: str) -> None:
    tokens = tokenize(text)
    for at, word in enumerate(words(text)):
        alone = tokenize(word)
        assert alone.word[0] == tokens.word[at]


@given(st.text(alphabet="abc XYZ'’.,19-\n", max_size=120))
def test_words_with_one_folding_have_one_hash(text: str) -> None:
    tokens, folded = tokenize(text), fold_words(text)
    by_fold: dict[str, int] = {}
    for word, code in zip(folded, tokens.word.tolist(), strict=True):
        assert by_fold.setdefault(word, code) == code


@pytest.mark.parametrize("line", ["a." * 50_000, "'" * 100_000, "1," * 50_000, "é" * 100_000, "A’s" * 30_000])
def test_hostile_lines_take_no_time(line: str) -> None:
    tokenize("warm")
    begun = time.process_time()
    tokenize(line)
    assert time.process_time() - begun < 0.5
