"""The rules: how far they reach, and that their anchors miss nothing."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.dates.candidates import candidates
from copydesk.dates.clock_times import clock
from copydesk.dates.expressions import find_expressions
from copydesk.dates.grammar import REACH, RULES, Rule
from copydesk.dates.lexer import Part, lex
from copydesk.dates.lexicon import LANGUAGES, lexicon
from tests.dates.token_by_token import all_candidates, texts


def test_no_match_reaches_farther_than_is_looked() -> None:
    parse = importlib.import_module("re._parser").parse
    assert max(parse(rule.pattern.pattern).getwidth()[1] for rule in RULES) <= REACH


@pytest.mark.parametrize("rule", RULES, ids=[rule.pattern.pattern for rule in RULES])
@given(data=st.data())
def test_a_match_has_an_anchor(rule: Rule, data: st.DataObject) -> None:
    shape = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    places = [
        at for at, letter in enumerate(shape) if rule.is_anchored(shape[at - 1 : at], letter, shape[at + 1 : at + 2])
    ]
    assert places or (rule.build is clock and not set(shape) & set("hPT"))  # a bare number is no time of the clock


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_anchors_miss_nothing(language: str, data: st.DataObject) -> None:
    known = lexicon(language)
    text = data.draw(texts(language))
    (lexed,) = lex([Part(text, 0, len(text))], known)
    holidays = [row for row in candidates(lexed, known) if row[3].first in lexed.openers]
    found = [row for row in candidates(lexed, known) if row not in holidays]
    expected = [row for row in all_candidates(lexed, known) if row not in holidays]
    assert sorted(found, key=lambda row: row[:3]) == sorted(expected, key=lambda row: row[:3])


@pytest.mark.parametrize(
    "moment",
    [
        "2023-06-14", "2023-06-14T18:20", "2023-06-14T18:20:00Z", "2023-06-14T18:20:00.1Z",
        "2023-06-14T18:20:00+02:00", "2023-06-14T18:20-0430", "2023-06-14T18:20:00,5+00:00",
        "٢٠٢٣-٠٦-١٤T١٨:٢٠:٠٠+٠٢:٠٠",
    ],
)  # fmt: skip
def test_a_moment_of_iso_8601_is_of_its_day(moment: str) -> None:
    (found,) = find_expressions(f"Updated {moment}, in the port.")
    assert (found.first and (found.first.year, found.first.month, found.first.day)) == (2023, 6, 14)
