"""Which words of a text are date expressions, and which are not."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.dates.expression import Tense
from copydesk.dates.expressions import find_expressions


def found(text: str, language: str = "en") -> list[str]:
    return [text[one.begin : one.end] for one in find_expressions(text, language=language)]


@pytest.mark.parametrize(
    "expression",
    [
        "Monday", "last Friday", "yesterday", "tonight", "this morning", "last week", "late last year",
        "earlier this month", "the third quarter of last year", "two days ago", "the past nine days",
        "June 19, 2023", "Mon. Apr 29th, 2024", "19 June 2023", "the 19th of June 2023", "June 18-19", "mid-2011",
        "2023-06-19", "19/06/2023", "five and a half hours", "5-1/2 hours", "nearly six hours", "18-month-old",
        "from 2019 to 2021", "between March and May", "since 2018", "every Monday", "annually", "recently",
        "the early 1990s", "spring 2023", "the summer of 2022", "Christmas Day", "16:00 UTC today", "6:40 p.m.",
        "Friday morning", "the first half of 2022", "October of next year", "a couple of weeks", "several years",
        "decades-long", "that night", "the 14th century", "17:05 GMT, 12 October 2023", "18:00 GMT+2",
    ],
)  # fmt: skip
def test_is_found_whole(expression: str) -> None:
    text = f"The harbour board of Fenham met the owners there {expression}, and nobody was pleased."
    assert found(text) == [expression]


@pytest.mark.parametrize(
    "text",
    [
        "The board may march on, sooner or later.",
        "For the second time, Theresa May won.",
        "Fenham won 3-2 and 2:1 before 2000 people.",
        "Call 555-1234-22 or 0800 22 44 66.",
        "The bridge cost $2023 a ton and more than 1999 tons of it.",
        "Windows 2000 ran on it; Flight 2012 was late.",
        "The Sunday Times reported on Black Friday.",
        "Resolution 1973 was passed, version 10.11.2020.3 was not.",
        "She saw the sun, sat, and wed.",
        "She told the Daily Gull so, as soon as it rained.",
        "About a quarter of them left.",
        "The soon-to-open pier has her most recent picture.",
    ],
)
def test_is_none(text: str) -> None:
    assert found(text) == []


def test_a_clause_tells_its_side() -> None:
    text = "The envoy met them Monday and will arrive on Tuesday. The talks, due to begin Friday, were moved."
    assert [one.tense for one in find_expressions(text)] == [Tense.PAST, Tense.FUTURE, Tense.FUTURE]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Roe is to meet the envoy on Thursday.", Tense.FUTURE),
        ("The captives are to be freed on Thursday.", Tense.FUTURE),
        ("On Thursday, the two are also to sign a pact.", Tense.FUTURE),
        ("The talks between Norland and Westland resume on Friday.", Tense.FUTURE),
        ("Roe said the talks resume on Friday.", Tense.FUTURE),
        ("Schools open on Friday.", Tense.FUTURE),
        ("Roe said the pier was shut until at least Friday.", Tense.FUTURE),
        ("Roe said the pier was shut until at least the end of May.", Tense.FUTURE),
        ("Voters go to the polls on Sunday.", Tense.FUTURE),
        ("Roe was hit by the road that is to the north on Friday.", Tense.PAST),
        ("The board is to blame for what was done on Friday.", Tense.PAST),
        ("The envoy helped the talks resume on Friday.", Tense.PAST),
        ("The envoy saw the talks resume on Friday.", Tense.PAST),
        ("The board met at the start on Friday.", Tense.PAST),
        ("The board found the shop open on Friday.", Tense.PAST),
        ("The guests came to begin on Friday.", Tense.PAST),
        ("The guests left to go to Fenham on Friday.", Tense.PAST),
    ],
)
def test_a_present_that_is_set_speaks_of_what_is_to_come(text: str, tense: Tense) -> None:
    assert [one.tense for one in find_expressions(text)] == [tense]


@pytest.mark.parametrize("text", ["June 18-19, 2023", "18-month-old", "recently", "every Monday", "a 5-year-old boy"])
def test_a_tense_changes_nothing_else(text: str) -> None:
    (one,) = find_expressions(text)
    assert one.with_tense(Tense.PAST) == dataclasses.replace(one, tense=Tense.PAST)
    assert one.with_tense(None) is one


def test_a_preposition_is_left_out_where_two_are_made_one() -> None:
    assert found("The pilot left shortly before midnight Tuesday.") == ["midnight Tuesday"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Monday is gone. Tuesday is here."
    (one,) = find_expressions(text, 16)
    assert text[one.begin : one.end] == "Tuesday"
