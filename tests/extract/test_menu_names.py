"""Bare names in menus credit nobody; beside the article they do."""

from __future__ import annotations

import pytest

from tests.extract.reading import BODY, label_of, read

MENU = ("Home", "World", "Our network", "{}", "Jobs", "Puzzles", "Horoscopes", "Crosswords")


@pytest.mark.parametrize("name", ["App", "WSJ.com", "Dow Jones Newswires", "selwyn-echo.example"])
@pytest.mark.parametrize("below", [False, True])
def test_a_name_in_a_menu_is_navigation(name: str, *, below: bool) -> None:
    menu = "\n\n".join(MENU).format(name)
    found = read(f"{BODY}\n\n{menu}" if below else f"{menu}\n\nHarbour of Port Selwyn reopens\n\n{BODY}")
    assert label_of(found, name) == "navigation"


@pytest.mark.parametrize("page", ["{}\n\n{}", "{}\n\nShare\n\n{}", "{}\n\nShare\n\n{}\n\nHome\n\nWorld"])
def test_a_name_below_the_article_is_its_credit(page: str) -> None:
    assert label_of(read(page.format(BODY, "Reuters")), "Reuters") == "agency_credit"


def test_a_line_that_says_what_it_is_is_a_credit_anywhere() -> None:
    credit = "© 2024 The Associated Press. All rights reserved."
    page = f"{BODY}\n\nHome\n\nWorld\n\nJobs\n\nPuzzles\n\n{credit}\n\nHoroscopes\n\nTerms of use"
    assert label_of(read(page), credit) == "agency_credit"
