"""Which day dates a page by what it says of itself, and what is refused."""

from __future__ import annotations

from copydesk.dates.publication import date_page
from copydesk.dates.witnesses import witnesses
from copydesk.model.date import Verdict
from tests.dates.reading import candidate, page


def test_one_good_witness_dates_a_page() -> None:
    dated, judged = date_page(page(), [candidate("json-ld", "2031-05-02")])
    assert (dated.published, dated.published_basis) == ("2031-05-02", "json-ld")
    assert dated.published_confidence is not None
    assert 0.5 < dated.published_confidence < 1
    assert [one.verdict for one in judged] == [Verdict.WON]


def test_no_witness_gives_null() -> None:
    dated, judged = date_page(page(), [])
    assert (dated.published, dated.published_basis, dated.published_confidence) == (None, None, None)
    assert judged == []


def test_what_can_not_date_a_page_never_wins() -> None:
    for kind, known in witnesses().items():
        dated, judged = date_page(page(), [candidate(kind, "2031-05-02")])
        if not known.dates:
            assert dated.published is None, kind
            assert judged[0].verdict in (Verdict.REFUSED, Verdict.BOUND)


def test_a_banner_does_not_win_beside_a_weak_witness() -> None:
    found = [candidate("banner", "2032-01-05", 0, 10), candidate("meta", "2031-05-02")]
    dated, judged = date_page(page(), found)
    assert dated.published == "2031-05-02"
    assert judged[0].verdict is Verdict.REFUSED
    assert judged[0].why is not None
    assert "day of the visit" in judged[0].why


def test_published_comes_before_modified() -> None:
    found = [candidate("json-ld", "2031-05-02"), candidate("json-ld modified", "2031-06-01")]
    dated, judged = date_page(page(), found)
    assert dated.published == "2031-05-02"
    assert [one.verdict for one in judged] == [Verdict.WON, Verdict.BOUND]


def test_witnesses_that_agree_make_surer() -> None:
    alone, _ = date_page(page(), [candidate("json-ld", "2031-05-02")])
    both, judged = date_page(page(), [candidate("json-ld", "2031-05-02"), candidate("headline", "2031-05-02", 0, 9)])
    assert alone.published_confidence is not None
    assert both.published_confidence is not None
    assert both.published_confidence > alone.published_confidence
    assert sorted(one.verdict or "" for one in judged) == [Verdict.AGREES, Verdict.WON]


def test_a_day_after_the_page_was_saved_is_refused() -> None:
    found = [candidate("meta", "2031-05-02"), candidate("retrieved", "2031-05-01")]
    dated, judged = date_page(page(retrieved="2031-05-01"), found)
    assert dated.published is None
    assert [one.verdict for one in judged] == [Verdict.REFUSED, Verdict.BOUND]


def test_a_printed_day_on_which_the_page_was_saved_is_a_banner() -> None:
    found = [candidate("headline", "2031-05-02", 0, 9), candidate("retrieved", "2031-05-02")]
    dated, judged = date_page(page(retrieved="2031-05-02"), found)
    assert dated.published is None
    assert judged[0].kind == "banner"


def test_strong_witnesses_against_each_other_give_null_or_little_confidence() -> None:
    found = [candidate("json-ld", "2031-05-02"), candidate("meta", "2029-01-01")]
    dated, _ = date_page(page(), found)
    assert dated.published is None or (dated.published_confidence or 1) < 0.75
