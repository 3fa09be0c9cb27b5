"""Facts in notes: what is written is read."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.actors.facts import (
    FACT,
    Facts,
    code_of,
    code_of_country,
    country_of_code,
    distinct,
    noted,
    summed,
)

CODES = st.integers(0, 2**64 - 1)
ROWS = st.lists(st.tuples(st.integers(0, 4), CODES, CODES, st.integers(0, 2**32 - 1), st.integers(0, 255), st.text()))


@given(ROWS)
def test_what_is_noted_is_read(rows: list[tuple[int, int, int, int, int, str]]) -> None:
    rows.sort(key=lambda row: row[0])
    table = np.array([(about, value, places, 0, what) for _, about, value, places, what, _ in rows], FACT)
    notes = noted("abcde", np.array([row[0] for row in rows], np.int64), table, [row[5].encode() for row in rows])
    facts = Facts.of(notes)
    columns = (facts.page, facts.about, facts.value, facts.places, facts.what)
    texts = [facts.text(number) for number in range(len(rows))]
    assert list(zip(*(column.tolist() for column in columns), texts, strict=True)) == rows
    assert facts.texts().tobytes().decode() == "".join(texts)
    assert [bool(notes[page]) for page in range(5)] == [any(row[0] == page for row in rows) for page in range(5)]


def test_facts_of_one_sort_keep_their_texts() -> None:
    table = np.array([(1, 2, 3, 0, 0), (4, 5, 6, 0, 1), (7, 8, 9, 0, 1)], FACT)
    facts = Facts.of(noted("ab", np.array([0, 0, 1]), table, [b"one", b"", b"three"])).sort(1)
    assert [facts.text(number) for number in range(2)] == ["", "three"]
    assert facts.texts().tobytes() == b"three"


def test_places_are_summed_over_what_is_said_of_one() -> None:
    about, value, places = (np.array(row) for row in ([2, 1, 2, 2], [7, 7, 7, 8], [1, 2, 3, 4]))
    sums = summed(about, value, places)
    rows = zip(sums.about.tolist(), sums.first.tolist(), sums.places.tolist(), sums.facts.tolist(), strict=True)
    assert list(rows) == [(1, 1, 2, 1), (2, 0, 4, 2), (2, 3, 4, 1)]
    assert summed(about, value).places.tolist() == [1, 2, 1]
    assert not len(summed(about[:0], value[:0]).about)


def test_countries_and_words_have_codes() -> None:
    assert [country_of_code(code_of_country(country)) for country in ("PER", None)] == ["PER", None]
    assert code_of("jan", "roe") != code_of("jan roe") != code_of("jan", "poe")


@given(st.lists(st.integers(0, 20)))
def test_distinct_numbers_are_in_order(values: list[int]) -> None:
    assert distinct(np.array(values, np.int64)).tolist() == sorted(set(values))
