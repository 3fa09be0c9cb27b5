"""The panel that says how a page is dated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from copydesk.model.date import DateCandidate, Verdict
from copydesk.report.dating import MOST, witnesses_of
from copydesk.report.library import Library
from copydesk.report.writer import write_report
from tests.report.invented import InMemoryCase, invented_case, span_of


def told() -> InMemoryCase:
    """The invented case with witnesses to the day of one page."""
    case = invented_case()
    text = {page.page_id: page.text for page in case.tables["pages"]}
    banner, here, there = span_of(text["p03"], "March 9, 2031"), (0, 5), (0, 7)
    rows = [
        DateCandidate("p03", *banner, "banner", "2031-03-09", Verdict.REFUSED, "It is a <bar>.", None, None, None),
        DateCandidate("p03", *here, "sibling", "2031-03-07", Verdict.WON, "They share a passage.", "p01", *there),
        DateCandidate("p03", None, None, "copyright", "2031-01-01/2031-12-31", Verdict.BOUND, "A", None, None, None),
    ]  # fmt: skip
    return InMemoryCase(case.tables | {"date_candidates": rows})


def test_what_won_comes_first_and_leads_to_its_words() -> None:
    library = Library(told())
    shown, more = witnesses_of(library, "p03")
    assert [one.style for one in shown] == ["won", "bound", "refused"]
    assert more == 0
    assert shown[0].sibling == library.heads["p01"].outlet
    assert shown[2].words == "March 9, 2031"
    library.close()


def test_the_same_said_often_is_said_once_and_the_rest_is_counted() -> None:
    case = told()
    row = case.tables["date_candidates"][0]
    rows = [row, row, *(replace(row, why=f"Reason {n}.") for n in range(MOST + 4))]
    library = Library(InMemoryCase(case.tables | {"date_candidates": rows}))
    shown, more = witnesses_of(library, "p03")
    assert (len(shown), more, shown[0].times) == (MOST, 5, 2)
    library.close()


def test_the_panel_stands_on_the_page(tmp_path: Path) -> None:
    write_report(told(), tmp_path)
    (page,) = (file for file in tmp_path.rglob("p03.html"))
    html = page.read_text("utf-8")
    assert "How it is dated" in html
    assert "dates the page" in html
    assert "It is a &lt;bar&gt;." in html
    other = next(tmp_path.rglob("p02.html")).read_text("utf-8")
    assert "How it is dated" not in other
