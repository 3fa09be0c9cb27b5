"""Agency credits at the end of a paragraph: only their own characters, and only behind a sentence."""

from __future__ import annotations

import pytest

from copydesk.extract.agency_credit import trailing_agency
from tests.extract.reading import LEAD, SECOND, parts, read


@pytest.mark.parametrize(
    ("line", "label"), [("jk/wd (AFP, dpa, Reuters)", "agency_credit"), ("Ida (who sails)", "subhead")]
)
def test_the_signs_of_editors_before_the_agencies(line: str, label: str) -> None:
    assert (label, line) in parts(read(f"{LEAD}\n\n{line}\n\n{SECOND}"))


@pytest.mark.parametrize(
    "credit",
    [
        "— Reuters",
        "– AFP",
        "-- AP",
        "- Reuters",
        "(AP)",
        "(Reuters)",
        "— AFP/dpa",
        "(With inputs from agencies)",
        "— Selwyn News Agency",
    ],
)
def test_a_credit_behind_a_paragraph(credit: str) -> None:
    found = read(f"{LEAD}\n\n{SECOND} {credit}")
    assert parts(found)[-2:] == [("body", SECOND), ("agency_credit", credit)]


@pytest.mark.parametrize(
    "text",
    [
        "“The sea, the sea.” — Xenophon",
        "He was hired by — Reuters",
        "It is an either/or. It was the and/or.",
        "He spoke for the group (NATO)",
        "He left. — and then he came back",
        "— Reuters",
        "(AP)",
        "",
    ],
)
def test_no_credit(text: str) -> None:
    assert trailing_agency(text) is None


def test_the_writers_of_a_wire_story() -> None:
    line = "(Reporting by Jane Roe in Lisbon; Editing by John Doe)"
    assert parts(read(f"{LEAD}\n\n{SECOND}\n\n{line}"))[-1] == ("agency_credit", line)
