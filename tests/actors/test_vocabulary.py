"""What is known of actors: every file is well formed, and says what its readers take from it."""

from __future__ import annotations

import re

from copydesk.actors.vocabulary import Sort, formal_names, given_names, heads, lexicon, long_forms, modifiers, words
from copydesk.text.vocabulary import countries


def found(phrase: str) -> tuple[str, str | None] | None:
    """The entry of a phrase in the lexicon: what it is, and its country."""
    first, *rest = phrase.split(" ")
    for tail, entry in lexicon().by_word.get(first, ()):
        if tail == tuple(rest):
            return entry.sort, entry.country
    return None


def test_phrases_are_what_news_means_by_them() -> None:
    assert found("white house") == (Sort.BODY, "USA")
    assert found("kremlin") == (Sort.BODY, "RUS")
    assert found("beijing") == (Sort.CAPITAL, "CHN")
    assert found("norwegian") == (Sort.DEMONYM, "NOR")
    assert found("foreign ministry") == (Sort.STATE_BODY, None)
    assert found("secretary of state") == (Sort.OFFICE, "USA")
    assert found("brussels") == (Sort.PLACE, None)


def test_the_longest_phrase_comes_first() -> None:
    for tails in lexicon().by_word.values():
        sizes = [len(tail) for tail, _ in tails]
        assert sizes == sorted(sizes, reverse=True)


def test_every_country_code_of_an_entry_is_a_country() -> None:
    codes = {country.iso3 for country in countries()}
    used = {entry.country for tails in lexicon().by_word.values() for _, entry in tails if entry.country}
    assert not used - codes


def test_given_names_are_folded_and_have_a_gender() -> None:
    assert set(given_names().values()) == {"male", "female", "either"}
    assert [name for name in given_names() if not re.fullmatch(r"[a-z]+", name)] == []
    assert (given_names()["martha"], given_names()["kevin"]) == ("female", "male")


def test_familiar_names_stand_for_names() -> None:
    assert formal_names()["joe"] == "joseph"
    assert [name for name in formal_names().values() if name in formal_names()] == []


def test_offices_have_gender_and_number() -> None:
    assert heads()["spokeswoman"] == ("female", False)
    assert heads()["ministers"] == ("either", True)
    assert heads()["secretaries"][1]
    assert {"foreign", "deputy"} <= modifiers()
    assert long_forms()["gen"] == "General"
    assert set(long_forms()) <= words("offices", "short")
