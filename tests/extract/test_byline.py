"""Bylines: the name as printed, and authors that name nobody."""

from __future__ import annotations

import pytest

from copydesk.extract.byline import read_byline
from copydesk.extract.line import make_line
from tests.extract.reading import LEAD, above, below, label_of, read

HEADLINE = "Harbour reopens after the long storm"


def name_of(text: str) -> str | None:
    found = read_byline(make_line(text, 0, len(text), gap=True))
    return found.name if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE, Associated Press", "Jane Doe"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane van der Doe in Lisbon", "Jane van der Doe"),
        ("BY JANE DOE | SELWYN GAZETTE", "Jane Doe"),
        ("By Jane Doe jdoe@selwyngazette.example", "Jane Doe"),
        ("By Jane Doe | j.doe@gazette.example | @janedoe", "Jane Doe"),
        ("Written by Jane Doe", "Jane Doe"),
        ("By Jane Doe | jdoe@selwyn.example", "Jane Doe"),
        ("By Jane Doe 3 June 2019", "Jane Doe"),
        ("By Jane Doe on June 3, 2019", "Jane Doe"),
        ("By June 3, 2019", None),
        ("By: Jane Doe - Reporter / @jdoeSELWYN", "Jane Doe"),
        ("Von Jane Doe", "Jane Doe"),
        ("Par Jane Doe (avec AFP)", None),
        ("By Reuters", "Reuters"),
        ("By Friday Morning", None),
        ("By the time the ferry left", None),
        ("By Jane Doe, who has sailed since 1998.", None),
        ("Bystanders watched", None),
    ],
)
def test_the_name_in_a_byline(line: str, name: str | None) -> None:
    assert name_of(line) == name


def test_a_byline_gives_the_page_its_author() -> None:
    found = read(above(HEADLINE, "By Jane Doe"))
    assert label_of(found, "By Jane Doe") == "byline"
    assert found.page.byline == "Jane Doe"


def test_a_bare_name_below_the_headline() -> None:
    assert label_of(read(above(HEADLINE, "Jane Doe")), "Jane Doe") == "byline"


def test_a_name_above_its_office_is_the_author_without_a_date_beside() -> None:
    found = read(
        above(HEADLINE, "Ferries may sail again from Friday", "Jane Doe", "Transport correspondent", "PA Media")
    )
    assert label_of(found, "Jane Doe") == label_of(found, "Transport correspondent") == "byline"
    assert found.page.byline == "Jane Doe"


def test_a_desk_is_a_byline_at_the_top_and_furniture_below() -> None:
    found = read(above(HEADLINE, "By Staff Reporter"))
    assert label_of(found, "By Staff Reporter") == "byline"
    assert found.page.byline is None
    assert label_of(read(below("By Staff Reporter")), "By Staff Reporter") == "widget"


def test_an_account_is_furniture_wherever_it_stands() -> None:
    found = read(above(HEADLINE, "By Admin"), byline="admin")
    assert label_of(found, "By Admin") == "widget"
    assert label_of(found, LEAD) == "body"
    assert found.page.byline is None


def test_a_day_before_the_name_and_its_office() -> None:
    line = "Thursday, 8 February 2024 | Jess Harrow, Harbour Reporter"
    found = read(above("Ferry runs aground in the fog off Brume", line))
    assert found.page.byline == "Jess Harrow"
    assert label_of(found, line) == "byline"
    assert found.dates[0].value == "2024-02-08"


def test_what_stands_behind_a_day_may_be_no_name() -> None:
    found = read(above("Ferry runs aground in the fog off Brume", "8 February 2024 | Flood wall"))
    assert found.page.byline is None


@pytest.mark.parametrize(
    "line", ["Par Ada Moss, publié le 14 septembre 2022 à 7h11", "Von Ada Moss | Aktualisiert am 3. Juni 2019, 9 Uhr"]
)
def test_the_day_of_publication_behind_the_name(line: str) -> None:
    assert read(above("Ferry runs aground in the fog off Brume", line)).page.byline == "Ada Moss"
