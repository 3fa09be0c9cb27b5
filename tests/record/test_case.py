"""Reading a case: rows, figures, and finding one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import NotFoundError
from copydesk.record.case import Case
from copydesk.record.draft import Draft
from tests.record.sample import EXTRACTIONS, HARBOUR, TRAMS, build_sample, extraction

WHOLE, SPUN, CAFE = (each.page for each in EXTRACTIONS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build_sample(tmp_path / "case")


def test_an_unknown_table_is_answered_with_the_tables(folder: Path) -> None:
    with Case.open(folder) as case:
        for asked in (case.table, case.count):
            with pytest.raises(NotFoundError, match=r"no table 'poems'.*pages, segments, alignments"):
                asked("poems")


def test_summary(folder: Path) -> None:
    with Case.open(folder) as case:
        summary = case.summary
    assert (summary.pages, summary.new_pages, summary.stories, summary.origins) == (3, 3, 1, 2)
    assert summary.words == sum(each.page.n_words for each in EXTRACTIONS)
    assert summary.alignments == {"verbatim": 1}
    assert summary.wordings == {"spun_copy": 1, "verbatim_copy": 1}
    assert (summary.passages, summary.substitutions) == (1, 2)
    assert summary.rejects == {"empty": 1}
    assert (summary.version, summary.seconds) == ("test", 0.5)


@pytest.mark.parametrize(
    "key",
    [WHOLE.page_id, WHOLE.page_id[:6], "pages/harbour.txt", "harbour.txt", "harb"],
    ids=["id", "prefix", "path", "name", "beginning"],
)
def test_a_page_is_found_by_what_is_at_hand(folder: Path, key: str) -> None:
    with Case.open(folder) as case:
        assert case.page(key).text == HARBOUR


@pytest.mark.parametrize("key", ["", "nowhere.txt", "arbour.txt", "%", "pages_harbour.txt"])
def test_a_page_that_is_not_there(folder: Path, key: str) -> None:
    with Case.open(folder) as case, pytest.raises(NotFoundError, match="no page"):
        case.page(key)


def test_a_key_of_several_pages_names_them(folder: Path) -> None:
    with Draft(folder, rejects_kept=1) as draft:
        draft.add(extraction("pages/cafe.jsonl", "Another\n\nrecord", "8"))
        draft.fill(draft.pile())
        draft.publish(version="test", seconds=0)
    with Case.open(folder) as case:
        with pytest.raises(NotFoundError, match=r"several pages.*cafe.jsonl#7.*cafe.jsonl#8|#8.*#7"):
            case.page("cafe.jsonl")
        with pytest.raises(NotFoundError, match="several pages"):
            case.page("p")


def test_stories_and_passages_are_found_by_id_and_prefix(folder: Path) -> None:
    with Case.open(folder) as case:
        assert case.story("s1") == case.story("s")
        assert [place.page_id for place in case.passage("c")] == sorted([WHOLE.page_id, SPUN.page_id])
        for found in (case.story, case.passage):
            with pytest.raises(NotFoundError, match="Nothing in"):
                found("x")
            with pytest.raises(NotFoundError):
                found("")


@pytest.mark.parametrize("key", ["crawls/feed#2024.jsonl#fx/7#b", "feed#2024.jsonl#fx/7#b"])
def test_a_page_is_found_by_the_name_that_we_print_for_it(tmp_path: Path, key: str) -> None:
    rows = [extraction("crawls/feed#2024.jsonl", TRAMS, record_id) for record_id in ("fx/7#b", "fx/7", "7#b")]
    rows.append(extraction("crawls/more#2024.jsonl", TRAMS))
    with Draft(tmp_path / "case", rejects_kept=1) as draft:
        for row in rows:
            draft.add(row)
        draft.fill(draft.pile())
        draft.publish(version="test", seconds=0)
    with Case.open(tmp_path / "case") as case:
        assert case.page(key).record_id == "fx/7#b"
        assert case.page("more#2024.jsonl").record_id is None
        with pytest.raises(NotFoundError):
            case.page("feed#2024.jsonl#fx/8")


def test_rows_about_a_page_name_it_in_any_column(folder: Path) -> None:
    with Case.open(folder) as case:
        assert len(case.about(WHOLE.page_id, "alignments")) == 1
        assert [row.basis for row in case.about(WHOLE.page_id, "substitutions")] == ["witness"]
        assert len(case.about(WHOLE.page_id, "lineage")) == 2
        assert case.about(WHOLE.page_id, "stories") == (case.story("s1"),)
        assert case.about(CAFE.page_id, "stories") == ()
        assert case.about(WHOLE.page_id, "replacements") == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dredge northern", {WHOLE, SPUN}),
        ("DREDGE channel", {WHOLE}),
        ("cafe zurich", {CAFE}),
        ('"dredge the northern channel"', {WHOLE}),
        ('"channel northern"', set()),
        ("chair*", {WHOLE, SPUN}),
        ("chair", set()),
        ("", set()),
        ('"" * - ^ : ( )', set()),
        ('dredge" OR title:', set()),
        ("dredge NOT channel", set()),
        ("NEAR(dredge channel)", set()),
        ("dredge\0 channel", {WHOLE}),
    ],
)
def test_search_holds_every_word_and_has_no_syntax_to_break(folder: Path, query: str, found: set[object]) -> None:
    with Case.open(folder) as case:
        hits = case.search(query)
    assert {hit.page_id for hit in hits} == {page.page_id for page in found}  # type: ignore[attr-defined]


def test_search_shows_where_the_words_stand(folder: Path) -> None:
    with Case.open(folder) as case:
        (hit,) = case.search("channel")
    assert [hit.excerpt[begin:end] for begin, end in hit.found] == ["channel"]
    assert hit.rank > 0


def test_search_is_limited_and_best_first(folder: Path) -> None:
    with Case.open(folder) as case:
        hits = case.search("harbour")
        assert hits[0].page_id == WHOLE.page_id  # in the title too
        assert len(hits) == 2
        assert case.search("harbour", limit=1) == hits[:1]


def test_search_survives_vacuum(folder: Path) -> None:
    import sqlite3

    with Case.open(folder) as case:
        before = case.search("dredge")
    connection = sqlite3.connect(folder / "case.sqlite")
    connection.execute("VACUUM")
    connection.close()
    with Case.open(folder) as case:
        assert case.search("dredge") == before
