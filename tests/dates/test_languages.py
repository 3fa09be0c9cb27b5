"""Dates in other languages, seen from Wednesday, 14 June 2023."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.dates.expressions import find_expressions
from copydesk.dates.lexicon import LANGUAGES, lexicon
from copydesk.dates.resolve import resolve

STATED = {
    "de": ["Montag, 12. Juni 2023", "12. Juni 2023", "12.06.2023"],
    "fr": ["lundi 12 juin 2023", "12 juin 2023", "12/06/2023"],
    "es": ["lunes 12 de junio de 2023", "12 de junio de 2023", "12/06/2023"],
    "it": ["lunedì 12 giugno 2023", "12 giugno 2023", "12/06/2023"],
    "pt": ["segunda-feira, 12 de junho de 2023", "12 de junho de 2023", "12/06/2023"],
    "nl": ["maandag 12 juni 2023", "12 juni 2023", "12-06-2023"],
    "en": ["Monday, June 12, 2023", "12 June 2023", "2023-06-12"],
}
SEEN = [
    ("de", "letzte Woche", "2023-06-05/2023-06-11"),
    ("de", "vor zwei Jahren", "2021"),
    ("de", "seit 2019", "2019/.."),
    ("de", "3. bis 5. Juni", "2023-06-03/2023-06-05"),
    ("de", "Anfang nächsten Jahres", "2024"),
    ("de", "gestern Abend", "2023-06-13TEV"),
    ("fr", "la semaine dernière", "2023-06-05/2023-06-11"),
    ("fr", "vendredi dernier", "2023-06-09"),
    ("fr", "depuis 2019", "2019/.."),
    ("es", "el viernes pasado", "2023-06-09"),
    ("es", "hace dos años", "2021"),
    ("it", "due anni fa", "2021"),
    ("it", "la settimana scorsa", "2023-06-05/2023-06-11"),
    ("pt", "ontem", "2023-06-13"),
    ("pt", "há dois anos", "2021"),
    ("nl", "afgelopen vrijdag", "2023-06-09"),
    ("de", "Am Dienstagabend", "2023-06-13"),
    ("de", "Am Freitagmorgen", "2023-06-09"),
    ("nl", "twee jaar geleden", "2021"),
]


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in STATED.items() for text in texts])
def test_a_day_stated_whole(language: str, text: str) -> None:
    (one,) = find_expressions(f"{text}.", language=language)
    value = resolve(one, None)
    assert value is not None
    assert (text[one.begin : one.end], value.text) == (text, "2023-06-12")


@pytest.mark.parametrize(("language", "text", "expected"), SEEN)
def test_seen_from_the_day_of_writing(language: str, text: str, expected: str) -> None:
    (one,) = find_expressions(f"{text}.", language=language)
    value = resolve(one, date(2023, 6, 14))
    assert value is not None
    assert value.text == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_is_known(language: str) -> None:
    senses = lexicon(language).words.values()
    assert {one.number for one in senses if one.letter in "Mm"} == set(range(1, 13))
    assert {one.number for one in senses if one.letter in "Ww"} == set(range(7))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_lower_case(language: str) -> None:
    words = lexicon(language).words
    assert [word for word in words if word != word.lower()] == []


def test_a_page_in_another_language_is_read_for_its_figures() -> None:
    (one,) = find_expressions("Datum: 2023-06-12, torsdag.", language="sv")
    value = resolve(one, None)
    assert value is not None
    assert value.text == "2023-06-12"
