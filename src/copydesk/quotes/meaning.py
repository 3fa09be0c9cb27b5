"""Words whose loss or arrival changes what a sentence says, and how contractions are written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import countries
from copydesk.text.vocabulary.tables import read_toml

_HERE = "copydesk.quotes.vocabulary"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What `meaning.toml` holds. `senses` gives for a word what it says: `not`, `modality:possible`, `number:5`.

    `persons` gives the person that a pronoun is of. `prefixes` turn a word into its contrary.
    """

    senses: Mapping[str, str]
    persons: Mapping[str, str]
    endings: Mapping[str, str]
    irregular: Mapping[str, tuple[str, ...]]
    before_is: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def meaning() -> Meaning:
    """The words, read once."""
    table = read_toml(_HERE, "meaning.toml")
    senses = dict.fromkeys(table["negations"], "not")
    senses |= {word: f"modality:{name}" for name, words in table["modality"].items() for word in words}
    senses |= {word: f"number:{name}" for name, words in table["numbers"].items() for word in words}
    return Meaning(
        senses=MappingProxyType(senses),
        persons=MappingProxyType({word: name for name, words in table["persons"].items() for word in words}),
        endings=MappingProxyType(table["contractions"]),
        irregular=MappingProxyType({word: tuple(said.split(" ")) for word, said in table["irregular"].items()}),
        before_is=frozenset(table["is"]["after"]),
        prefixes=tuple(table["contrary"]["prefixes"]),
    )


@cache
def country_names() -> Mapping[tuple[str, ...], str]:
    """What countries and their people are called, as folded words, with the code of the country."""
    names: dict[tuple[str, ...], str] = {}
    for country in countries():
        for name in (country.name, *country.aliases, *country.demonyms):
            names.setdefault(tuple(fold_words(name)), country.iso3)
    return MappingProxyType(names)
