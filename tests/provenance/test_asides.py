"""Agencies that are credited where no line is a credit."""

from __future__ import annotations

import pytest

from copydesk.model.page import Label, Segment
from copydesk.provenance.credits import find_credits
from tests.reuse.press import page

TEXT = "The harbour of Fenham was shut."


def named(
    above: tuple[Label, str], body: str = TEXT, below: tuple[Label, str] = (Label.OTHER, "More")
) -> list[object]:
    """What a page credits that has a line above its text and one below it."""
    parts = [above, (Label.BODY, body), below]
    whole = page("a", [part for _, part in parts])
    segments, at = [], 0
    for label, part in parts:
        segments.append(Segment("a", at, at + len(part), label))
        at += len(part) + 2
    return [(credit.name, credit.text) for credit in find_credits([whole], [segments])[0]]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reuters | Updated: June 3, 2024 10:15 IST", ["Reuters"]),
        ("Source: Xinhua| 2024-06-03 22:13:05|Editor: huaxia", ["Xinhua"]),
        ("KYODO NEWS - Jun 3, 2024 - 19:30", ["Kyodo News"]),
        ("PTI New Delhi desk, June 3, 2024 10:15", []),
        ("CNN | Updated: June 3, 2024", []),
    ],
)
def test_an_agency_beside_the_day_is_credited_and_an_outlet_is_not(line: str, names: list[str]) -> None:
    assert named((Label.DATE_BANNER, line)) == [(name, True) for name in names]


def test_the_day_of_another_story_below_the_text_credits_nobody() -> None:
    assert named((Label.OTHER, "More"), below=(Label.DATE_BANNER, "Reuters | June 3, 2024")) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("© 2024 AFP", ["AFP"]),
        ("© Agence France-Presse. All rights are reserved.", ["AFP"]),
        ("© Jane Roe / AFP", []),
        ("Copyright © 2024 Dow Jones & Company, Inc. All Rights Reserved.", []),
        ("© 2024 dpa. Alle Rechte vorbehalten.", ["dpa"]),
        ("© 2024 CNN. All rights reserved.", []),
        ("Follow AFP", []),
    ],
)
def test_an_agency_that_has_the_rights_is_credited(line: str, names: list[str]) -> None:
    assert named((Label.OTHER, "More"), below=(Label.WIDGET, line)) == [(name, True) for name in names]


@pytest.mark.parametrize(
    ("end", "names"),
    [("PTI", ["PTI"]), ("dpa", []), ("The port is that of the AFP", [])],
)
def test_initials_behind_the_last_sentence_sign_the_text(end: str, names: list[str]) -> None:
    assert named((Label.OTHER, "Top"), f"{TEXT} {end}") == [(name, True) for name in names]


@pytest.mark.parametrize(
    ("label", "line", "credits"),
    [
        (Label.SUBHEAD, "Par Le Courrier avec AFP", [("AFP", False)]),
        (Label.SUBHEAD, "Le Courrier avec AFP et Reuters", [("AFP", False), ("Reuters", False)]),
        (Label.SUBHEAD, "Von Ada Brill, dpa", [("dpa", True)]),
        (Label.CREDIT, "By JANE ROE via AP", [("AP", True)]),
        (Label.CREDIT, "Jane Roe via AP", [("AP", False)]),
        (Label.SUBHEAD, "What AFP saw", []),
    ],
)
def test_a_line_under_the_headline_names_agencies(label: Label, line: str, credits: list[tuple[str, bool]]) -> None:
    assert named((label, line)) == credits
