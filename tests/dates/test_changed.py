"""Days of changes, with the weekday of the lead."""

from __future__ import annotations

import pytest

from copydesk.dates.publication import date_by_own_witnesses
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from tests.extract.reading import read

PAGE = """Harbour reopens after the long storm

{line}

The harbour of Port Selwyn reopened{lead} after a storm had kept ferries away for nine days.

Engineers said the breakwater had held, but two cranes must be replaced before winter.
"""


def dated(line: str, lead: str) -> Page:
    found = read(PAGE.format(line=line, lead=lead))
    pile = Pile(pages=(found.page,), segments=found.segments, date_candidates=found.dates)
    (page,) = date_by_own_witnesses(pile).pages
    return page


@pytest.mark.parametrize(
    ("line", "lead", "published"),
    [
        ("Updated: June 17, 2022 19:42 IST", " on Friday", "2022-06-17"),
        ("Last updated: June 18, 2022", " on Friday", "2022-06-17/2022-06-18"),
        ("Last updated: June 18, 2022", " on Tuesday", None),
        ("Last updated: June 18, 2022", "", None),
        ("Published June 3, 2022. Updated: June 17, 2022", " on Friday", "2022-06-03"),
    ],
)
def test_the_day_of_a_change_that_is_that_of_the_lead(line: str, lead: str, published: str | None) -> None:
    assert dated(line, lead).published == published


def test_the_weekday_is_the_witness() -> None:
    page = dated("Updated: June 17, 2022 19:42 IST", " on Friday")
    assert (page.published_basis, page.published_confidence) == ("weekday", 0.8)
