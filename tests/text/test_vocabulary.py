"""The general vocabulary: every file is well formed, and says what its readers take from it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import _lru_cache_wrapper
from typing import Any

import pytest

from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import (
    RAREST_BAND,
    cities,
    countries,
    country_codes,
    function_words,
    places,
    regions,
    reporting_verbs,
    spelling,
    stock_phrases,
    word_bands,
)
from copydesk.text.vocabulary.tables import read_lines, read_rows, read_toml

HERE = "copydesk.text.vocabulary"
LISTS = ("function_words.txt", "reporting_verbs.txt", "stock_phrases.txt")
TABLES = ("common_words.tsv", "spelling.tsv")
READERS = (function_words, word_bands, spelling, reporting_verbs, stock_phrases, countries)


def folded(text: str) -> str:
    return " ".join(fold_words(text))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_folded_sorted_and_has_nothing_twice(name: str) -> None:
    lines = read_lines(HERE, name)
    assert lines == sorted(set(lines))
    assert [line for line in lines if folded(line) != line] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_two_full_cells_a_row_and_no_word_twice(name: str) -> None:
    rows = read_rows(HERE, name)
    assert [row for row in rows if len(row) != 2 or not all(row)] == []
    words = [word for word, _ in rows]
    assert len(words) == len(set(words))
    assert [word for word in words if fold_words(word) != [word]] == []


def test_function_words_are_those_that_carry_no_topic() -> None:
    assert {"the", "of", "against", "because", "would", "don't", "s"} <= function_words()
    assert not {"said", "government", "war", "new"} & function_words()
    assert 200 <= len(function_words()) <= 300


def test_every_function_word_has_a_band() -> None:
    assert function_words() - word_bands().keys() == set()


def test_bands_run_from_the_commonest_to_the_rarest_and_grow() -> None:
    sizes = [sum(band == number for band in word_bands().values()) for number in range(1, RAREST_BAND + 1)]
    assert sum(sizes) == len(word_bands())
    assert sizes == sorted(sizes)
    assert all(sizes)


def test_commoner_words_are_in_commoner_bands() -> None:
    bands = word_bands()
    ladder = ["the", "government", "minister", "ceasefire", "battlefield", "quagmire"]
    assert [bands[word] for word in ladder] == sorted(bands[word] for word in ladder)
    assert bands["said"] == 1
    assert "unencumbered" not in bands


def test_no_canonical_spelling_is_itself_a_variant() -> None:
    assert [variant for variant, form in spelling().items() if form in spelling()] == []
    assert [form for form in spelling().values() if fold_words(form) != [form]] == []


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("defence", "defense"),
        ("programmes", "programs"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("travelling", "traveling"),
        ("kilometres", "kilometers"),
        ("haemorrhage", "hemorrhage"),
    ],
)
def test_spellings_of_one_word_are_compared_under_one_form(british: str, american: str) -> None:
    assert spelling()[british] == american


def test_a_synonym_is_no_spelling() -> None:
    for word in ("protection", "amongst", "whilst", "officers", "nation"):
        assert word not in spelling()


def test_reporting_verbs_have_their_inflections() -> None:
    for forms in ("say says said saying", "tell tells told telling", "deny denies denied denying"):
        assert set(forms.split()) <= reporting_verbs()
    assert not {"states", "is", "went", "agreed"} & reporting_verbs()


def test_stock_phrases_have_four_to_nine_words() -> None:
    assert [phrase for phrase in stock_phrases() if not 4 <= len(phrase) <= 9] == []
    assert ("request", "for", "comment") in {phrase[-3:] for phrase in stock_phrases()}
    assert len(stock_phrases()) >= 250


def test_countries_have_full_rows_and_one_owner_for_each_name() -> None:
    codes = [country.iso3 for country in countries()]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not (len(code) == 3 and code.isalpha() and code.isupper())] == []
    names = [name for country in countries() for name in (country.name, *country.aliases)]
    demonyms = [demonym for country in countries() for demonym in country.demonyms]
    for values in (names, demonyms):
        assert len(values) == len(set(values))
        assert [value for value in values if value != value.strip() or not fold_words(value)] == []
    assert [country.name for country in countries() if not country.capital] == []


def test_a_country_is_known_by_name_and_adjective() -> None:
    codes = country_codes()
    assert (codes["us"], codes["chinese"], codes["great britain"]) == ("USA", "CHN", "GBR")
    assert "beijing" not in codes


def test_places_have_no_name_twice_in_a_list() -> None:
    for names in (cities(), regions()):
        assert [name for name in names if name != name.strip() or not name] == []
    assert places() == cities() + regions()
    assert {"Oslo", "Norway", "Calif."} <= set(places())


def test_countries_without_a_demonym_of_their_own_are_known() -> None:
    assert {country.name for country in countries() if not country.demonyms} == {
        "Dominica",
        "Republic of the Congo",
    }


def test_a_country_is_found_by_its_parts() -> None:
    by_code = {country.iso3: country for country in countries()}
    assert len(by_code) >= 197
    assert by_code["NLD"].demonyms[0] == "Dutch"
    assert "U.S." in by_code["USA"].aliases
    assert by_code["TWN"].capital == "Taipei"
    assert {"XKX", "PSE", "HKG", "VAT"} <= by_code.keys()


def test_what_is_read_once_cannot_be_changed() -> None:
    bands: Any = word_bands()
    with pytest.raises(TypeError):
        bands["the"] = 5
    forms: Any = spelling()
    with pytest.raises(TypeError):
        del forms["colour"]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.__name__))
def test_each_file_is_read_once_and_fast(reader: _lru_cache_wrapper[Any]) -> None:
    assert _best_time(reader) < 0.05  # 6 ms at most where it was measured; this leaves room for a slow machine
    assert reader() is reader()


def _best_time(reader: _lru_cache_wrapper[Any]) -> float:
    return min(_time(reader.__wrapped__) for _ in range(5))


def _time(read: Callable[[], object]) -> float:
    begin = time.process_time()
    read()
    return time.process_time() - begin


def test_comments_and_empty_lines_are_not_rows() -> None:
    for name in (*LISTS, *TABLES):
        assert [line for line in read_lines(HERE, name) if not line.strip() or line.startswith("#")] == []
    assert "USA" in read_toml(HERE, "demonyms_countries.toml")
