"""The compiled reading of a text gives the tokens that the pattern gives, one after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.dates.lexer import Lexed, Part, lex
from copydesk.dates.lexicon import LANGUAGES, lexicon
from copydesk.dates.scan import LONG_LINE
from tests.dates.token_by_token import texts, words_and_senses


def read(lexed: Lexed) -> list[tuple[int, int, str, str]]:
    return [(lexed.begins[at], lexed.ends[at], lexed.word(at), lexed.shape[at]) for at in range(len(lexed))]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_tokens_are_those_of_the_pattern(language: str, data: st.DataObject) -> None:
    known, parts = lexicon(language), list[Part]()
    for text in data.draw(st.lists(texts(language), min_size=1, max_size=3)):
        edges = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        parts += [Part(text, 0, len(text)), Part(text, *edges)]
    for part, lexed in zip(parts, lex(parts, known), strict=True):
        expected = list(words_and_senses(part.text, part.begin, part.end, known))
        assert read(lexed) == [(begin, end, word, sense.letter) for begin, end, word, sense in expected]
        assert [lexed.sense(at) for at in range(len(lexed))] == [sense for *_, sense in expected]
        assert lexed.openers == [at for at, (_, _, word, _) in enumerate(expected) if word in known.holidays]


@given(st.text(max_size=60))
def test_tokens_of_any_text_are_those_of_the_pattern(text: str) -> None:
    known = lexicon("en")
    (lexed,) = lex([Part(text, 0, len(text))], known)
    expected = words_and_senses(text, 0, len(text), known)
    assert read(lexed) == [(begin, end, word, sense.letter) for begin, end, word, sense in expected]


@pytest.mark.parametrize("stop", ["", *'.!?:;”"', ",", " "])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\n\n", "\n\r", "\r\r", "\v", " \n"])
@pytest.mark.parametrize("behind", ["and", "7", "_", "é", "½", " and", "(", ""])
@pytest.mark.parametrize("length", [LONG_LINE - 1, LONG_LINE])
def test_the_ends_of_lines_are_those_of_the_pattern(stop: str, end: str, behind: str, length: int) -> None:
    text = f"Short line\n{'The ferry sailed and '.ljust(length - len(stop), 'x')}{stop}{end}{behind}"
    known = lexicon("en")
    (lexed,) = lex([Part(text, 0, len(text))], known)
    expected = words_and_senses(text, 0, len(text), known)
    assert read(lexed) == [(begin, end, word, sense.letter) for begin, end, word, sense in expected]


def test_a_wrapped_line_ends_no_sentence() -> None:
    text = "The harbour board of Fenham met the owners of the pier on\nMonday.\nNobody came.\n"
    (lexed,) = lex([Part(text, 0, len(text))], lexicon("en"))
    assert lexed.shape.count("#") == 2
    assert "oW." in lexed.shape


def test_no_text_has_no_tokens() -> None:
    assert list(lex([], lexicon("en"))) == []
    assert [len(lexed) for lexed in lex([Part("", 0, 0), Part("x", 1, 1)], lexicon("en"))] == [0, 0]
