"""The vocabulary of provenance: every file is well formed, tortured English is found and English is not."""

from __future__ import annotations

import time
from collections import Counter
from functools import _lru_cache_wrapper
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.provenance.vocabulary import (
    agencies,
    outlets,
    spun_words,
    tortured_patterns,
    tortured_phrases,
)
from copydesk.provenance.vocabulary.betrayal import Betrayal, find_betrayals
from copydesk.provenance.vocabulary.source import Agency, AgencyKind, Outlet
from copydesk.provenance.vocabulary.tortured import read_patterns, read_phrases
from copydesk.text.tokens import fold_words, tokenize_all
from copydesk.text.vocabulary import countries, spelling
from copydesk.text.vocabulary.tables import read_rows

HERE = "copydesk.provenance.vocabulary"
READERS = (spun_words, tortured_phrases, tortured_patterns, agencies, outlets)


def folded(text: str) -> str:
    return " ".join(fold_words(text))


def sources() -> list[Agency | Outlet]:
    return [*agencies(), *outlets()]


def one_spelling(phrase: str) -> list[str]:
    return [spelling().get(word, word) for word in fold_words(phrase)]


def betrayals(text: str) -> tuple[Betrayal, ...]:
    return find_betrayals([text], *tokenize_all([text]), [0])[0]


def restorations(text: str) -> list[tuple[str, str]]:
    return [(text[place.begin : place.end], place.restored) for place in betrayals(text)]


# The lexicon of spun words


def test_spun_rows_are_full_folded_and_single() -> None:
    rows = read_rows(HERE, "spun_words.tsv")
    assert [row for row in rows if len(row) != 3 or not all(row)] == []
    pairs = [(spun, restored) for spun, restored, _ in rows]
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []
    assert [pair for pair in pairs if folded(pair[0]) != pair[0] or folded(pair[1]) != pair[1]] == []
    assert len(rows) >= 1200


def test_weights_are_chances() -> None:
    for spun, candidates in spun_words().items():
        weights = [candidate.weight for candidate in candidates]
        assert all(0 < weight <= 1 for weight in weights), spun
        assert sum(weights) <= 1.000001, spun
        assert weights == sorted(weights, reverse=True), spun


def test_no_word_is_a_rewording_of_itself_or_of_its_spelling() -> None:
    same = [
        (spun, candidate.restored)
        for spun, candidates in spun_words().items()
        for candidate in candidates
        if one_spelling(" ".join(spun)) == one_spelling(candidate.restored)
    ]
    assert same == []


def test_spun_phrases_have_at_most_six_words() -> None:
    assert max(len(spun) for spun in spun_words()) <= 6


@pytest.mark.parametrize(
    ("spun", "restored"),
    [
        ("officers", "officials"),
        ("mentioned", "said"),
        ("additionally", "also"),
        ("in keeping with", "according to"),
        ("nonetheless", "still"),
        ("in opposition to", "against"),
        ("nations", "countries"),
        ("protection minister", "defense minister"),
        ("grew to become", "became"),
        ("excessive profile", "high profile"),
        ("articulation", "statement"),
        ("infirmaries", "hospitals"),
        ("sustenance", "food"),
        ("concurred", "agreed"),
        ("healing center", "hospital"),
    ],
)
def test_known_rewordings_are_in_the_lexicon(spun: str, restored: str) -> None:
    assert spun_words()[tuple(spun.split())][0].restored == restored


# Tortured phrases


def test_tortured_rows_are_full_and_single() -> None:
    rows = read_rows(HERE, "tortured_phrases.tsv")
    assert [row for row in rows if len(row) != 3 or not all(cell and cell == cell.strip() for cell in row)] == []
    phrases = [row[0] for row in rows]
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []
    assert phrases == sorted(phrases, key=lambda phrase: (phrase.lower(), phrase))
    assert [phrase for phrase, _, case in rows if (case == "exact") != (phrase != phrase.lower())] == []
    assert [phrase for phrase, restored, _ in rows if folded(phrase) == folded(restored)] == []
    assert len(rows) >= 500


def test_phrases_have_one_space_hyphen_or_apostrophe_between_words() -> None:
    assert {joint for phrase in tortured_phrases() for joint in phrase.joints} == {" ", "-", "'"}
    for row in (["two  spaces", "x", "any"], ["a phrase", "x", "some"], ["", "x", "any"]):
        with pytest.raises(ValueError, match="not a phrase"):
            read_phrases([row])


def test_every_listed_phrase_is_found_where_it_stands() -> None:
    for phrase in tortured_phrases():
        text = f"Reports, ({phrase.phrase}), say."
        assert [(9 + 1, 10 + len(phrase.phrase))] == [(p.begin, p.end) for p in betrayals(text)], phrase.phrase


def test_a_restored_phrase_is_not_tortured_itself() -> None:
    assert [phrase.phrase for phrase in tortured_phrases() if betrayals(phrase.restored)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The overseas minister left.", [("overseas minister", "foreign minister")]),
        ("Chinese language officials met.", [("Chinese language", "Chinese")]),
        ("They married in Could.", [("in Could", "in May")]),
        ("In Could, they married.", [("In Could", "in May")]),
        ("On 5 Could 2020 it rained.", [("5 Could", "5 May")]),
        ("It rained on the coast, Could 12, 2020.", [("Could 12", "May 12")]),
        ("The mayor resigned final week.", [("final week", "last week")]),
        ("It opened final September and closed.", [("final September", "last September")]),
        ("A 45-12 months-old man fell.", [("45-12 months-old", "45-year-old")]),
        ("A 45-year-outdated man fell.", [("year-outdated", "year-old")]),
        ("He took workplace in spring.", [("took workplace", "took office")]),
        ("It came as a result of they\nhad asked.", [("as a result of they", "because they")]),
        ("He instructed reporters on Monday.", [("instructed reporters", "told reporters")]),
        ("It acted on its personal, he said.", [("on its personal", "on its own")]),
        ("The letter got here after the vote.", [("got here", "came")]),
        ("Each nations signed.", [("Each nations", "both nations")]),
        ("The Protection Ministry denied it.", [("Protection Ministry", "defense Ministry")]),
        ("The State Division declined.", [("The State Division", "the State Department")]),
        ("The singer Invoice Quillby left.", [("Invoice Quillby", "Bill Quillby")]),
        ("His go to to the port ended.", [("His go to", "His visit")]),
        ("a coronary heart assault", [("coronary heart assault", "heart attack")]),
        ("the kids’s ward", [("kids’s", "children's")]),
        ("A profound neural network won.", [("profound neural network", "deep neural network")]),
        ("She had bosom malignancy.", [("bosom malignancy", "breast cancer")]),
        ("He died of kidney disappointment.", [("kidney disappointment", "kidney failure")]),
        ("Protect laborers dug on.", [("Protect laborers", "rescue workers")]),
        ("It is the most noticeably awful year.", [("most noticeably awful", "worst")]),
        ("The decision party lost.", [("decision party", "ruling party")]),
        ("The cost of dwelling rose.", [("cost of dwelling", "cost of living")]),
        ("Hobby rates rose.", [("Hobby rates", "interest rates")]),
        ("They met at the Joined Countries.", [("the Joined Countries", "the United Nations")]),
        ("The vote in Walk 2021 failed.", [("Walk 2021", "March 2021")]),
        ("Born on 9 Walk 1962, he left.", [("9 Walk", "9 March")]),
        ("It rained on Eminent 12, 2020.", [("Eminent 12", "August 12")]),
        ("It rained in March or Could.", [("March or Could", "March or May")]),
        ("It runs Could to October.", [("Could to October", "May to October")]),
        ("It opens next Could.", [("next Could", "next May")]),
        ("The boss executive left.", [("boss executive", "chief executive")]),
        ("Pay rose nine in keeping with cent.", [("in keeping with cent", "per cent")]),
        ("He faces crook charges.", [("crook charges", "criminal charges")]),
        ("She became arrested on Monday.", [("became arrested", "was arrested")]),
        ("A ship turned into found adrift.", [("turned into found", "was found")]),
        ("The fitness ministry shut it.", [("fitness ministry", "health ministry")]),
    ],
)
def test_tortured_english_is_found_and_restored(text: str, expected: list[tuple[str, str]]) -> None:
    assert restorations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He came in. Could it be him?",
        "Could 12 people do it?",
        "Walk 12 miles; Walk the line; the Charity Walk 2019; the Eminent 12; Could and may differ; in Walk On",
        "the Chinese language newspaper; a French language school",
        "in the final week of the campaign; the team enters final week",
        "announced final results; reported final year results",
        "excessive speed was a factor; an excessive risk",
        "an e-commerce deal; a trade-commerce struggle-free zone",
        "It joined countries like Chad. Joined states such as Texas sued.",
        "He instructed reporters to leave and advised reporters not to film.",
        "how we got here after the war; people got here in carts",
        "personal data on their personal computers and on her personal and public life",
        "each nation's leader; each women's team; each party's choice",
        "the Environment Protection Ministry; the child protection minister",
        "the State Division II title; the Justice Division of the court",
        "as properly as possible; as nicely as they could",
        "Invoice Number 5; the former Invoice",
        "a high-profile hearing; the foreign minister; in May 2020; a right-wing party",
        "The company has other international locations.",
        "He took\n\nworkplace advice.",
        "a go-to player; have a go to win",
        "the sensory system; a peace settlement; the security committee of the joined countries",
        "an air assault regiment; an inventory change; a loan fee; the head administrator of the school",
        "She became involved; it became known; he became born again; the rally turned into a riot",
        "in keeping with tradition; the secret provider; fitness club; a crook in court; in the back of the head",
        "an organisation with an informal organization; a highly sensitive situation; the race results",
        "",
    ],
)
def test_good_english_is_not_called_tortured(text: str) -> None:
    assert restorations(text) == []


def test_the_longest_phrase_wins_and_none_overlap() -> None:
    assert restorations("they pleaded not responsible") == [("pleaded not responsible", "pleaded not guilty")]
    places = betrayals("the overseas minister mentioned final week that breast most cancers affected person care")
    assert all(earlier.end <= later.begin for earlier, later in pairwise(places))
    assert len(places) >= 3


@given(st.text(max_size=60), st.text(max_size=60))
def test_places_are_in_order_within_any_text(before: str, after: str) -> None:
    text = f"{before} the overseas minister {after}"
    places = betrayals(text)
    assert [text[place.begin : place.end] for place in places].count("overseas minister") == 1
    edges = [edge for place in places for edge in (place.begin, place.end)]
    assert edges == sorted(edges)


@pytest.mark.parametrize("unit", ["the ", "year-", "final week ", "as a result of ", "on its personal ", "\n"])
def test_hostile_text_costs_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    tokens, start = tokenize_all([text])
    begin = time.process_time()
    find_betrayals([text], tokens, start, [0])
    assert time.process_time() - begin < 1


def test_patterns_name_only_classes_that_are_there() -> None:
    with pytest.raises(KeyError):
        read_patterns({"classes": {}, "x": {"words": ["<nothing>"], "restored": "x"}}, ())
    assert len({pattern.name for pattern in tortured_patterns()}) == len(tortured_patterns())
    for pattern in tortured_patterns():
        assert pattern.slots[0].words, pattern.name


# Agencies and outlets


def test_no_two_sources_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for source in sources():
        for name in (source.name, *source.aliases):
            owners.setdefault(folded(name), set()).add(source.name)
    assert {name: found for name, found in owners.items() if len(found) > 1 or not name} == {}


def test_sources_are_well_formed() -> None:
    codes = {country.iso3 for country in countries()}
    for source in sources():
        names = (source.name, *source.aliases)
        assert len(names) == len(set(names)), source.name
        assert all(name == name.strip() and len(fold_words(name)) <= 6 for name in names), source.name
        assert source.country in codes, source.name


def test_photo_agencies_carry_no_text() -> None:
    by_name = {agency.name: agency for agency in agencies()}
    assert by_name["Getty Images"].photo_only
    assert by_name["European Pressphoto Agency"].photo_only
    assert not by_name["Associated Press"].photo_only
    assert by_name["Associated Press"].kind is AgencyKind.WIRE
    assert {"AP", "The Associated Press"} <= set(by_name["Associated Press"].aliases)


def test_initials_that_are_words_stand_apart() -> None:
    aliases = {alias for agency in agencies() for alias in agency.aliases}
    initials = {initial for agency in agencies() for initial in agency.initials}
    assert {"SPA", "MAP", "PA"} <= initials
    assert aliases & initials == set()


def test_the_great_agencies_and_outlets_are_there() -> None:
    assert {"Reuters", "Agence France-Presse", "Xinhua", "Kyodo News", "Yonhap", "Press Trust of India"} <= {
        agency.name for agency in agencies()
    }
    assert {"BBC", "CNN", "CBS News", "The New York Times"} <= {outlet.name for outlet in outlets()}
    assert len([agency for agency in agencies() if not agency.photo_only]) >= 100
    assert len(outlets()) >= 150


# All files


def test_what_is_read_once_cannot_be_changed() -> None:
    lexicon: Any = spun_words()
    with pytest.raises(TypeError):
        lexicon[("x",)] = ()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.__name__))
def test_each_file_is_read_once_and_fast(reader: _lru_cache_wrapper[Any]) -> None:
    times = []
    for _ in range(5):
        begin = time.process_time()
        reader.__wrapped__()
        times.append(time.process_time() - begin)
    assert min(times) < 0.06  # 10 ms at most where it was measured; this leaves room for a slow machine
    assert reader() is reader()
