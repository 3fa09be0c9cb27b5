"""The title of a window has the site behind the headline; a headline may have a dash of its own."""

from __future__ import annotations

import pytest

from copydesk.extract.window_title import headline_end
from tests.extract.reading import above, parts, read

HEADLINE = "Ferry pilots end strike in Selwyn"


@pytest.mark.parametrize(
    "behind",
    [
        " | The Selwyn Courier",
        " - The Island Monitor",
        " - DailyFerryBuzz",
        " – Selwyn News 24",
        " — selwyn-ferries.example",
        " | World News | The Selwyn Courier",
        " - World - Selwyn Tribune",
        " » Selwyn Blog",
        " · Selwyn",
        " - Le Courrier de Selwyn",
    ],
)
def test_the_site_is_cut_off(behind: str) -> None:
    assert headline_end(HEADLINE + behind) == len(HEADLINE)


@pytest.mark.parametrize(
    "whole",
    [
        HEADLINE,
        "Ferry pilots end strike - minister",
        "Ferry pilots end strike – Union Leader Brandt",
        "Ferry pilots end strike - no ships today",
        "Selwyn | Courier",
        "“We will sail” - pilots of the Selwyn ferries",
        "Pilots' strike - how it began, and how it ended after all",
    ],
)
def test_what_is_no_site_stays(whole: str) -> None:
    assert headline_end(whole) == len(whole)


def test_the_site_is_navigation_and_no_part_of_the_title() -> None:
    found = read(above(f"{HEADLINE} | The Selwyn Courier"))
    assert found.page.title == HEADLINE
    assert parts(found)[:2] == [("headline", HEADLINE), ("navigation", "| The Selwyn Courier")]


def test_the_title_of_a_site_is_no_headline() -> None:
    found = read(above("Selwyn Courier - Breaking News, Latest News", "Home", HEADLINE))
    assert found.page.title == HEADLINE


def test_quotation_marks_are_no_bar_before_the_site() -> None:
    headline = "Le maire reste, ses avocats parlent d’une « mascarade »"
    assert headline_end(headline) == len(headline)
    assert headline_end(f"{headline} – Le Courrier de Selwyn") == len(headline)
