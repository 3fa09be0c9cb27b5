"""Questions between two builds: what shares text with a file, and why two pages do or do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.errors import NotFoundError
from copydesk.matching import Checked, check, explain
from copydesk.model.raw import Reject
from copydesk.pipeline import build
from copydesk.record.case import Case
from tests.reuse.press import OTHER, WIRE, reworded, spin


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("matching")
    for name, paragraphs in {"wire": WIRE, "other": OTHER, "half": (*OTHER[:1], *WIRE[:2])}.items():
        (folder / f"{name}.txt").write_text("\n\n".join(paragraphs), "utf-8")
    for number in range(20):  # so many that not every pair is compared
        (folder / f"noise{number}.txt").write_text(f"Notice {number}: nothing was decided in room {number}.", "utf-8")
    build(sorted(folder.glob("[now]*.txt")), folder / "case").close()
    with build([folder / "half.txt"], folder / "case") as built:  # two builds: the index grows
        yield built


def checked(case: Case, folder: Path, text: str) -> Checked:
    (folder / "asked.txt").write_text(text, "utf-8")
    (result,) = check(folder / "asked.txt", case)
    assert isinstance(result, Checked)
    return result


def names(result: Checked) -> list[str]:
    return [Path(page.source).stem for page in result.pages]


def test_a_copy_is_found_with_its_passages_in_all_pages_that_have_them(case: Case, tmp_path: Path) -> None:
    result = checked(case, tmp_path, "\n\n".join(WIRE))
    assert names(result) == ["wire", "half"]
    assert result.pages[0].share > 0.95
    assert result.pages[1].share < 0.7
    for page in result.pages:
        text = case.page(page.page_id).text
        for passage in page.passages:
            there = text[passage.page_begin : passage.page_end]
            assert result.page.text[passage.begin : passage.end] == there


def test_a_reworded_copy_is_found(case: Case, tmp_path: Path) -> None:
    assert names(checked(case, tmp_path, "\n\n".join(map(spin, WIRE))))[:1] == ["wire"]


def test_a_page_on_something_else_shares_nothing(case: Case, tmp_path: Path) -> None:
    text = "A recipe for barley soup, with leeks from the garden and whatever bones the butcher will part with."
    assert checked(case, tmp_path, text).pages == ()


def test_what_can_not_be_read_is_a_reject(case: Case, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (result,) = check(tmp_path / "empty.txt", case)
    assert isinstance(result, Reject)


def test_checking_changes_nothing(case: Case, tmp_path: Path) -> None:
    before = list(case.table("pages"))
    checked(case, tmp_path, "\n\n".join(WIRE))
    assert list(case.table("pages")) == before


def test_pages_that_share_text_are_explained_by_their_runs(case: Case) -> None:
    told = explain(case, "half.txt", "wire.txt")
    assert told.pair.candidate
    assert not told.every_pair
    assert told.alignments
    assert len(told.run_pages) == len(told.pair.runs) > 20
    assert {pages for pages in told.run_pages if pages is not None} == {2}
    for run in told.pair.runs:
        one = told.a.text[run.a_begin : run.a_end]
        assert one.lower().split() == told.b.text[run.b_begin : run.b_end].lower().split()


def test_pages_that_share_nothing_say_so(case: Case) -> None:
    told = explain(case, "wire.txt", "noise3.txt")
    assert not told.pair.candidate
    assert told.alignments == told.pair.found == ()


def test_a_page_that_brings_two_others_together_is_named(tmp_path: Path) -> None:
    pages = {"one": reworded(WIRE, 0), "two": reworded(WIRE, 2), "source": WIRE}
    pages |= {f"noise{number}": [f"Notice {number}: nothing was decided in room {number}."] for number in range(20)}
    for name, paragraphs in pages.items():
        (tmp_path / f"{name}.txt").write_text("\n\n".join(paragraphs), "utf-8")
    with build(sorted(tmp_path.glob("*.txt")), tmp_path / "case") as case:
        told = explain(case, "one.txt", "two.txt")
        assert told.through == (case.page("source.txt").page_id,)
    assert not told.pair.candidate
    assert told.alignments


def test_a_threshold_that_hides_a_passage_is_named(tmp_path: Path) -> None:
    sentence = WIRE[0].split(". ")[0] + "."
    for name, text in {"a": sentence, "b": f"{OTHER[0]}\n\n{sentence[: len(sentence) // 2]} and so on."}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    with build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "case") as case:
        told = explain(case, "a.txt", "b.txt")
    assert told.every_pair
    assert told.pair.runs
    if not told.pair.found:
        assert told.cuts
        assert all(cut.shows or cut.threshold in {"spread", "near", "shingle_weight"} for cut in told.cuts)


def test_one_page_twice_is_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="are one page"):
        explain(case, "wire.txt", case.page("wire.txt").page_id)


def test_a_page_that_is_not_there(case: Case) -> None:
    with pytest.raises(NotFoundError):
        explain(case, "wire.txt", "nowhere.txt")
