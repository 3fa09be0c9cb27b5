"""Days written out with their year."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.days import find_days, months

HOSTILE = ("2019 ", "3 June ", "June 3, ", "1.1.2019", "12.12.12.", "2019-", "19年", "3. 3. ", "Jan ", "1 de ")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("June 3, 2019", "2019-06-03"),
        ("Jun. 3rd 2019", "2019-06-03"),
        ("the 3rd of June, 2019", "2019-06-03"),
        ("3. Juni 2019", "2019-06-03"),
        ("le 1er juin 2019", "2019-06-01"),
        ("3 de junio de 2019", "2019-06-03"),
        ("03.06.2019", "2019-06-03"),
        ("2019-06-03T10:00", "2019-06-03"),
        ("2019/6/3", "2019-06-03"),
        ("2019年6月3日", "2019-06-03"),
        ("2019. június 3.", "2019-06-03"),
        ("03-Jun-2019", "2019-06-03"),
        ("3 июня 2019", "2019-06-03"),
        ("13/06/2019", "2019-06-13"),
        ("06/13/2019", "2019-06-13"),
    ],
)
def test_one_reading(text: str, day: str) -> None:
    (found,) = find_days(f"On {text} it rained.")
    assert (found.day, found.other) == (day, None)


@pytest.mark.parametrize("text", ["31.02.2019", "Foo 3, 2019", "in 2019", "3 June", "1.2.3.2019", "12019-06-03", ""])
def test_none(text: str) -> None:
    assert list(find_days(text)) == []


def test_a_slash_has_two_readings() -> None:
    (found,) = find_days("03/06/2019")
    assert (found.day, found.other) == ("2019-06-03", "2019-03-06")


def test_years_of_two_figures_only_where_asked_for() -> None:
    assert list(find_days("3.6.19")) == []
    assert [one.day for one in find_days("3.6.19, 4.7.98", short=True)] == ["2019-06-03", "1998-07-04"]


def test_a_time_may_be_glued_to_the_year() -> None:
    assert [one.day for one in find_days("October 9, 20239:14 PM GMT+3")] == ["2023-10-09"]
    assert list(find_days("October 9, 20239")) == []


def test_no_name_stands_for_two_months() -> None:
    assert len(months()) > 250
    assert set(months().values()) == set(range(1, 13))


@given(st.text(alphabet=st.sampled_from("0123456789/.-, JuneMai年月äß"), max_size=80), st.integers(0, 20))
def test_places_are_those_of_the_text(text: str, begin: int) -> None:
    last = begin
    for found in find_days(text, begin):
        assert last <= found.begin < found.end <= len(text)
        assert text[found.begin : found.end].strip()
        last = found.end


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_lines_are_quick(unit: str) -> None:
    line = unit * (100_000 // len(unit))
    started = time.process_time()
    list(find_days(line, short=True))
    assert time.process_time() - started < 1
