"""Captions and the weekday of the lead date a page that says nothing of itself."""

from __future__ import annotations

import pytest

from copydesk.dates.captions import date_by_captions
from copydesk.dates.publication import date_page
from copydesk.dates.settings import SETTINGS
from copydesk.dates.weekdays import weekday_mentions
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Label, Page
from tests.dates.reading import candidate, laid_out, page

LEAD = "Ministers of the two islands signed the herring accord on {} after a night of talks."
CAPTION = "Ministers shake hands in Brume, Dalmere, {}."


def dated(
    lead: str, *captions: str, banner: str | None = None, retrieved: str | None = None
) -> tuple[Page, list[DateCandidate]]:
    parts = [(lead, Label.BODY), *((caption, Label.CAPTION) for caption in captions)]
    if banner is not None:
        parts.insert(0, (banner, Label.DATE_BANNER))
    text, segments = laid_out("p1", *parts)
    found = [candidate("caption", "2031-05-14", text.index("May"), text.index("2031") + 4)] if captions else []
    if banner is not None:
        found.append(candidate("banner", banner, 0, len(banner)))
    one, judged = date_page(page(text=text, language="en", retrieved=retrieved), found)
    return date_by_captions(one, judged, weekday_mentions(one, segments), SETTINGS)


def test_the_weekday_of_the_lead_fits_the_caption() -> None:
    one, judged = dated(LEAD.format("Wednesday"), CAPTION.format("May 14, 2031"))
    assert (one.published, one.published_basis) == ("2031-05-14", "caption")
    assert {row.kind: row.verdict for row in judged} == {"caption": Verdict.WON, "weekday": Verdict.AGREES}
    (weekday,) = [row for row in judged if row.kind == "weekday"]
    assert one.text[weekday.begin : weekday.end] == "Wednesday"


def test_the_news_may_be_of_the_day_after_its_pictures() -> None:
    one, _ = dated(LEAD.format("Thursday"), CAPTION.format("May 14, 2031"))
    assert one.published == "2031-05-15"


@pytest.mark.parametrize(
    ("lead", "caption"),
    [
        (LEAD.format("Tuesday"), CAPTION.format("May 14, 2031")),
        (LEAD.format("the pier"), CAPTION.format("May 14, 2031")),
        ("Ministers will meet on Wednesday.", CAPTION.format("May 14, 2031")),
        (LEAD.format("Wednesday"), "FILE - Ministers in Brume, May 14, 2031."),
    ],
)
def test_where_they_do_not_fit_nothing_is_said(lead: str, caption: str) -> None:
    assert dated(lead, caption)[0].published is None


def test_a_banner_that_fits_the_weekday_by_accident_is_refused() -> None:
    one, judged = dated(LEAD.format("Wednesday"), CAPTION.format("May 14, 2031"), banner="2031-11-19")
    assert one.published == "2031-05-14"
    assert [row.verdict for row in judged if row.kind == "banner"] == [Verdict.REFUSED]


def test_no_day_after_the_page_was_saved() -> None:
    assert dated(LEAD.format("Thursday"), CAPTION.format("May 14, 2031"), retrieved="2031-05-14")[0].published is None
