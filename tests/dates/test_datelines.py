"""The day of a dateline has no year, but it refuses days that are far from it."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.dates.datelines import DatelineDay
from copydesk.dates.publication import date_by_own_witnesses
from copydesk.dates.settings import SETTINGS
from copydesk.dates.siblings import date_by_siblings
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Label, Page
from copydesk.model.pile import Pile
from copydesk.model.reuse import Alignment, Kind
from tests.dates.reading import candidate, laid_out, page

LEAD = "The harbour board of Brume closed the old lock on {}, its clerk said."


def placed(page_id: str, dateline: str, weekday: str) -> tuple[Page, Pile]:
    text, segments = laid_out(page_id, (dateline, Label.DATELINE), (LEAD.format(weekday), Label.BODY))
    one = page(page_id, text, language="en", dateline="Brume")
    return one, Pile(pages=(one,), segments=tuple(segments))


def dated(dateline: str, weekday: str, *found: DateCandidate) -> tuple[Page, list[DateCandidate]]:
    _, pile = placed("p1", dateline, weekday)
    done = date_by_own_witnesses(Pile(pages=pile.pages, segments=pile.segments, date_candidates=found))
    return done.pages[0], list(done.date_candidates)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2031-05-13", None),
        ("2031-05-14", "2031-05-14"),
        ("2031-05-15", "2031-05-15"),
        ("2031-05-25", "2031-05-25"),
        ("2031-05-26", None),
        ("2031-11-29", None),
    ],
)
def test_a_day_far_from_the_dateline_dates_no_page(day: str, wanted: str | None) -> None:
    one, rows = dated("BRUME, May 15 -", "Wednesday", candidate("published", day))
    assert one.published == wanted
    (bound,) = [row for row in rows if row.kind == "dateline"]
    assert (bound.verdict, bound.value) == (Verdict.BOUND, "XXXX-05-15")
    assert one.text[bound.begin : bound.end] == "May 15"
    if wanted is None:
        (refused,) = [row for row in rows if row.kind == "published"]
        assert refused.verdict is Verdict.REFUSED
        assert refused.why is not None
        assert "the dateline says May 15" in refused.why


def test_new_year_lies_between() -> None:
    dateline = DatelineDay(0, 6, 12, 30, "Dec. 30")
    assert dateline.days_until(date(2032, 1, 2)) == 3
    assert DatelineDay(0, 6, 1, 1, "Jan. 1").days_until(date(2031, 12, 31)) == -1
    assert DatelineDay(0, 6, 2, 29, "Feb. 29").allows("2032-03-01", SETTINGS)


@pytest.mark.parametrize(
    ("weekday", "wanted"), [("Thursday", "2031-05-15"), ("Wednesday", "2031-05-15"), ("Monday", None)]
)
def test_the_year_of_the_copyright_line_needs_the_weekday_of_the_lead(weekday: str, wanted: str | None) -> None:
    copyright_year = candidate("copyright", "2031-01-01/2031-12-31", 0, 4)
    one, rows = dated("BRUME, May 15 -", weekday, copyright_year)
    assert one.published == wanted
    verdicts = {row.verdict for row in rows if row.kind == "dateline"}
    assert verdicts == {Verdict.WON if wanted else Verdict.BOUND}


def test_a_sibling_gives_no_day_far_from_the_dateline() -> None:
    for dateline, wanted in (("BRUME, May 15 -", "2031-05-14"), ("BRUME, Oct. 2 -", None)):
        one, own = placed("pa", dateline, "Wednesday")
        text, segments = laid_out("pb", (LEAD.format("Wednesday"), Label.BODY))
        other = page("pb", text, language="en", published="2031-05-15", published_confidence=0.9)
        begin = one.text.index("The harbour")
        shared = Alignment(
            a_page="pa", a_begin=begin, a_end=len(one.text) - 2, b_page="pb", b_begin=0, b_end=len(text) - 2,
            kind=Kind.VERBATIM, similarity=1.0, better_wording=None,
        )  # fmt: skip
        done = date_by_siblings(Pile((one, other), (*own.segments, *segments), (shared,)))
        assert done.pages[0].published == wanted
