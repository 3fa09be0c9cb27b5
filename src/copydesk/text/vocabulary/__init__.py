"""General knowledge of English news prose: function words, frequent words, spellings, stock phrases, countries,
places.

Data files beside this one. Words are folded as `copydesk.text.tokens.fold_word` does it. Everything is read once and
then shared, so what the functions return must not be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary.country import Country
from copydesk.text.vocabulary.tables import read_lines, read_rows, read_toml

_HERE = "copydesk.text.vocabulary"

RAREST_BAND = 5
"""The band of the rarest words of `word_bands`. A word that is not there is rarer."""


@cache
def function_words() -> frozenset[str]:
    """Articles, pronouns, prepositions, conjunctions, auxiliaries and the adverbs that go with them."""
    return frozenset(read_lines(_HERE, "function_words.txt"))


@cache
def word_bands() -> Mapping[str, int]:
    """The commonest words of news prose: 1 (commonest) to 5. Estimates, for want of a large pile to count in."""
    return MappingProxyType({word: int(band) for word, band in read_rows(_HERE, "common_words.tsv")})


@cache
def spelling() -> Mapping[str, str]:
    """The form that a variant spelling is compared under: `colour` → `color`. No form is itself a variant."""
    return MappingProxyType({row[0]: row[1] for row in read_rows(_HERE, "spelling.tsv")})


@cache
def reporting_verbs() -> frozenset[str]:
    """Verb forms that give somebody's words: `said`, `told`, `adding`."""
    return frozenset(read_lines(_HERE, "reporting_verbs.txt"))


@cache
def stock_phrases() -> tuple[tuple[str, ...], ...]:
    """Phrases of 4 to 9 words that independent pages share, each as its words; in the order of the words."""
    return tuple(tuple(phrase.split(" ")) for phrase in read_lines(_HERE, "stock_phrases.txt"))


@cache
def countries() -> tuple[Country, ...]:
    """The countries of the world, in the order of the file: members of the United Nations, then others."""
    return tuple(
        Country(iso3, row["name"], tuple(row["aliases"]), tuple(row["demonyms"]), row["capital"])
        for iso3, row in read_toml(_HERE, "demonyms_countries.toml").items()
    )


@cache
def country_codes() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 code by folded name, alias, demonym (words parted by spaces): `us`, `chinese` → `CHN`."""
    return MappingProxyType(
        {
            " ".join(fold_words(name)): country.iso3
            for country in reversed(countries())
            for name in (*country.demonyms, *country.aliases, country.name)
        }
    )


@cache
def cities() -> tuple[str, ...]:
    """Cities that make news, as written, in the order of the file."""
    return _places("cities")


@cache
def regions() -> tuple[str, ...]:
    """Countries, states and provinces and their abbreviations, that follow a place, as written, in file order."""
    return _places("regions")


@cache
def places() -> tuple[str, ...]:
    """Cities, then regions."""
    return cities() + regions()


def _places(key: str) -> tuple[str, ...]:
    lines = read_toml(_HERE, "places.toml")[key].split("\n")
    return tuple(name for line in lines for name in line.split("|") if name)
