"""The report as a whole: complete, linked, small in memory, the same for the same case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.errors import OutputError
from copydesk.model.page import Wording
from copydesk.model.provenance import Lineage, Relation
from copydesk.model.raw import Reject
from copydesk.model.story import Story
from copydesk.report import write_report
from tests.report.invented import InMemoryCase, invented_case, page
from tests.report.markup import Element, read_html


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("written") / "report"
    assert write_report(invented_case(), out) == out / "index.html"
    return out


def _read(report: Path, path: str) -> Element:
    return read_html((report / path).read_text("utf-8"))


def _words(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text())


def _bytes(out: Path) -> dict[str, bytes]:
    return {str(f.relative_to(out)): f.read_bytes() for f in sorted(out.rglob("*")) if f.is_file()}


def test_the_first_page_leads_with_the_counts(report: Path) -> None:
    root = _read(report, "index.html")
    (headline,) = root.named("h1")
    assert _words(headline) == "6 pages. 2 stories. 2 independent origins."
    assert "4 pages carry text that also stands elsewhere in the pile; 2 were reworded by a machine." in _words(root)
    assert "1 story has fewer sources than pages" in _words(root)
    assert "For 1 page no origin is known." in _words(root)


def test_the_stories_of_an_origin_are_one_run_of_words(report: Path) -> None:
    """A cell is a row of boxes on a phone: each link and each `;` would stand in a column of its own."""
    cells = [cell for cell in _read(report, "origins/1.html").all() if cell.attributes.get("data-label") == "Stories"]
    assert any(cell.named("a") for cell in cells)
    for cell in cells:
        assert [part if isinstance(part, str) else part.name for part in cell.content] in (["span"], [])


def test_what_was_rejected_is_told_with_its_reason(report: Path) -> None:
    (rejects,) = _read(report, "index.html").of_class("rejects")
    assert [_words(dt).strip() for dt in rejects.named("dt")] == ["2 empty", "1 binary"]
    assert "pile/all.jsonl · 77 The page has no text." in _words(rejects)


def test_every_link_leads_to_a_page_and_to_its_words(report: Path) -> None:
    ids: dict[Path, set[str | None]] = {}
    links = 0
    for file in sorted(report.rglob("*.html")):
        for element in read_html(file.read_text("utf-8")).all():
            href = element.attributes.get("href") or element.attributes.get("src")
            if href is None or href.startswith("https://"):
                continue
            path, _, fragment = href.partition("#")
            target = (file.parent / path).resolve() if path else file
            assert target.is_file(), (file, href)
            if fragment:
                if target not in ids:
                    ids[target] = {e.attributes.get("id") for e in read_html(target.read_text("utf-8")).all()}
                assert fragment in ids[target], (file, href)
            links += 1
    assert links > 200


def test_ids_on_a_page_are_given_once(report: Path) -> None:
    for file in sorted(report.rglob("*.html")):
        ids = [e.attributes["id"] for e in read_html(file.read_text("utf-8")).all() if "id" in e.attributes]
        assert len(ids) == len(set(ids)), file


def test_labels_and_descriptions_point_at_something(report: Path) -> None:
    for file in sorted(report.rglob("*.html")):
        elements = read_html(file.read_text("utf-8")).all()
        ids = {e.attributes.get("id") for e in elements}
        for element in elements:
            for name in ("aria-labelledby", "aria-describedby", "for"):
                for target in (element.attributes.get(name) or "").split():
                    assert target in ids, (file, name, target)


def test_nothing_is_fetched_from_anywhere(report: Path) -> None:
    for file in sorted(report.rglob("*")):
        if file.suffix in {".html", ".css", ".js"}:
            text = file.read_text("utf-8")
            assert "@import" not in text
            assert "url(" not in text
            assert not re.search(r'(src|srcset|poster|background)="(?!(\.\./)?assets/report\.js")', text)


def test_the_same_case_gives_the_same_bytes_with_no_date_in_them(report: Path, tmp_path: Path) -> None:
    write_report(invented_case(), tmp_path / "again")
    assert _bytes(tmp_path / "again") == _bytes(report)


def test_a_report_is_written_over_an_older_one_and_leaves_no_old_page(tmp_path: Path, report: Path) -> None:
    out = tmp_path / "report"
    write_report(InMemoryCase({"pages": [page("old", "Old words.")]}), out)
    (out / "notes.txt").write_text("mine")
    assert (out / "page" / "old.html").is_file()
    write_report(invented_case(), out)
    assert not (out / "page" / "old.html").exists()
    assert (out / "notes.txt").read_text() == "mine"
    (out / "notes.txt").unlink()
    assert _bytes(out) == _bytes(report)


def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("my own site")
    with pytest.raises(OutputError, match="not a report"):
        write_report(invented_case(), tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "my own site"


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("words")
    with pytest.raises(OutputError, match="is a file"):
        write_report(invented_case(), tmp_path / "report")


def test_an_empty_case_has_a_report(tmp_path: Path) -> None:
    write_report(InMemoryCase(), tmp_path / "report")
    assert "No page could be read." in _words(_read(tmp_path / "report", "index.html"))


def test_progress_counts_every_page_once(tmp_path: Path) -> None:
    told: list[object] = []

    class Watcher:
        def start(self, stage: str, total: int | None) -> None:
            told.append((stage, total))

        def advance(self, n: int = 1) -> None:
            told.append(n)

        def finish(self) -> None:
            told.append("done")

    write_report(invented_case(), tmp_path / "report", progress=Watcher())
    assert told == [("report", 6), *[1] * 6, "done"]


def test_long_lists_come_in_parts_that_lead_to_each_other(tmp_path: Path) -> None:
    pages = [page(f"p{n:04d}", f"Page {n}.", wording=Wording.ORIGINAL, origin_ids=(f"o{n}",)) for n in range(450)]
    stories = [Story(f"s{n:04d}", f"Story {n}", None, None, None, (f"p{n:04d}",)) for n in range(450)]
    rejects = [Reject(f"r{n:04d}.txt", None, "empty", "No text.") for n in range(201)]
    case = InMemoryCase({"pages": pages, "stories": stories, "rejects": rejects}, unlisted_rejects=7)
    out = tmp_path / "report"
    write_report(case, out)
    for name, parts in (("stories", 3), ("pages", 3), ("origins", 3), ("rejects", 2)):
        assert sorted(f.name for f in (out / name).iterdir()) == [f"{n}.html" for n in range(1, parts + 1)]
    rows = [tr for n in (1, 2, 3) for tr in _read(out, f"stories/{n}.html").named("tbody")[0].named("tr")]
    assert len(rows) == 450
    first = _read(out, "index.html")
    assert "All 450 stories" in _words(first)
    assert "208 empty" in _words(first)
    assert "7 of them are only counted" in _words(first)
    assert len(first.named("tr")) < 240


def test_a_story_of_very_many_pages_comes_in_parts(tmp_path: Path) -> None:
    ids = [f"p{n:04d}" for n in range(450)]
    rows = [Lineage(p, None, "o-wire", Relation.COPY_OF, 0.9, 0.9, ()) for p in ids]
    pages = [page(p, f"Page {p}.", wording=Wording.VERBATIM_COPY, origin_ids=("o-wire",)) for p in ids]
    stories = [Story("s", "A story", None, None, None, tuple(ids)), Story("t", "Its end", None, None, "s", ())]
    write_report(InMemoryCase({"pages": pages, "stories": stories, "lineage": rows}), tmp_path / "report")
    assert sorted(f.name for f in (tmp_path / "report" / "story").iterdir()) == [*("s.2.html", "s.3.html", "s.html")]
    parts = [_read(tmp_path / "report", f"story/s{n}.html") for n in ("", ".2", ".3")]
    listed = [e for part in parts for e in part.all() if e.attributes.get("aria-label") == "Pages of this story"]
    assert sum(len(e.named("tbody")[0].named("tr")) for e in listed) == 450
    assert "450 pages, 1 independent origin." in _words(parts[0])
    assert "The other 390 are in the list of pages" in _words(parts[0])
    assert "Its end" in _words(parts[0])
    assert (tmp_path / "report" / "story" / "s.html").stat().st_size < 250_000


def test_texts_are_read_one_by_one(tmp_path: Path) -> None:
    """The pages come from an iterator that never holds two texts of its own."""

    class OneAtATime(InMemoryCase):
        def table(self, name: str):  # type: ignore[no-untyped-def]
            if name != "pages":
                return iter(())
            return (page(f"p{n:03d}", f"{n} " + "word " * 50_000) for n in range(200))

    import tracemalloc

    tracemalloc.start()
    write_report(OneAtATime(), tmp_path / "report")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000  # the texts are 50 MB; 32 of them are kept at hand, 8 MB
