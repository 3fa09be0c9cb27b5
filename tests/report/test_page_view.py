"""What stands beside the words of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.report import write_report
from tests.report.invented import invented_case
from tests.report.markup import Element, read_html


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages") / "report"
    write_report(invented_case(), out)
    return out


def _page(report: Path, page_id: str) -> Element:
    return read_html((report / "page" / f"{page_id}.html").read_text("utf-8"))


def _words(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text()).strip()


def test_the_margin_says_where_a_passage_also_stands_and_how(report: Path) -> None:
    notes = [_words(p) for aside in _page(report, "p03").of_class("notes") for p in aside.named("p")]
    assert notes == [
        "1 Harbor Ledger, Coast Post machine-reworded, 87% of words kept",
        "2 Harbor Ledger, newsround.example machine-reworded, 64% of words kept",
        "3 Harbor Ledger, Coast Post machine-reworded, 64% of words kept",
        "4 Harbor Ledger, newsround.example machine-reworded, 81% of words kept",
    ]


def test_the_best_wording_is_called_so(report: Path) -> None:
    notes = [_words(p) for aside in _page(report, "p01").of_class("notes") for p in aside.named("p")]
    assert [note.endswith("best wording") for note in notes] == [True, True, False, True, True]


def test_numbers_in_the_margin_lead_to_the_collation_and_names_to_the_words(report: Path) -> None:
    aside = _page(report, "p03").of_class("notes")[0]
    number, outlet, _ = (a.attributes["href"] or "" for a in aside.named("a"))
    assert number == "../collation/s01.html#k-c00"
    assert re.fullmatch(r"\.\./page/p01\.html#c\d+-\d+", outlet)


def test_a_swapped_word_leads_to_the_witness_that_has_it(report: Path) -> None:
    cards = _page(report, "p03").of_class("card")
    restored = {_words(card.named("ins")[0]): card for card in cards}
    assert {"keep night", "hire", "before", "agreement", "began", "patients"} <= restored.keys()
    assert _words(restored["hire"]) == "hire as in Harbor Ledger, confidence 0.90"
    (link,) = restored["hire"].named("a")
    page, _, fragment = (link.attributes["href"] or "").partition("#")
    (witness,) = [e for e in _page(report, Path(page).stem).all() if e.attributes.get("id") == fragment]
    assert witness.page_words() == "hire"


def test_furniture_is_named(report: Path) -> None:
    labels = [_words(e) for e in _page(report, "p01").of_class("label")]
    assert labels == ["navigation", "agency credit", "caption", "teaser"]


def test_the_legend_has_only_the_marks_of_the_page(report: Path) -> None:
    (spun,), (own,) = _page(report, "p03").of_class("marks"), _page(report, "p05").of_class("marks")
    assert "machine-reworded" in _words(spun)
    assert "Show the restored words" in _words(spun)
    assert "taken over" not in _words(own)
    assert "Show the restored words" not in _words(own)


def test_a_date_is_shown_with_its_basis_or_said_to_be_unknown(report: Path) -> None:
    assert "7 March 2031 by sibling page, confidence 0.70" in _words(_page(report, "p03").of_class("panel")[0])
    assert "Publisheddate not known" in _words(_page(report, "p04").of_class("panel")[0])
