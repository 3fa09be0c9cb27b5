"""A build: the same bytes whatever the way, what it refuses, and no page brings it down."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from copydesk.engines.engine import EngineName
from copydesk.errors import NothingToReadError, RejectedInputsError
from copydesk.extract import extract
from copydesk.inputs import read
from copydesk.model.packed import Packed
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile
from copydesk.model.raw import RawRecord
from copydesk.pipeline import STAGES, BuildSettings, build
from copydesk.record.case import Case
from copydesk.record.draft import PILE_TABLES
from tests.building import STEPS, Log, exported
from tests.invented_pile import PAGES, REJECTS, text_of

HERE = BuildSettings(workers=0)
SUMMIT = Path(__file__).parents[1] / "examples" / "summit" / "pages"


def test_a_pile_becomes_a_sound_case(pages: Path) -> None:
    with build([pages], "case") as case:
        assert case.check() == ()
        summary = case.summary
        texts = {page.source: page.text for page in case.table("pages")}
        kinds = {row.kind for row in case.table("alignments")}
        rejects = [(reject.source, reject.code) for reject in case.table("rejects")]
    assert (summary.pages, summary.new_pages) == (PAGES, PAGES)
    assert texts["pages/wire.txt"] == text_of("wire.txt")
    assert texts["pages/spun.txt"] == text_of("spun.txt")
    assert len(rejects) == REJECTS == sum(summary.rejects.values())
    assert rejects[1] == ("pages/empty.txt", "empty")
    assert {"verbatim", "spun"} <= kinds
    assert summary.origins < summary.pages
    assert summary.stories == 2
    assert summary.substitutions > 5


def test_the_result_does_not_depend_on_the_way(pages: Path) -> None:
    files = sorted(pages.iterdir())
    build([pages], "one").close()
    build(list(reversed(files)), "other_order").close()
    for file in reversed(files):
        if file.name != "empty.txt":
            build([file], "many_builds", settings=HERE).close()
    build([pages / "empty.txt"], "many_builds").close()
    build([pages, *files], "twice").close()
    build([pages], "twice").close()
    build([pages], "serial", settings=HERE).close()
    build([pages], "pool", settings=BuildSettings(workers=3, engine=EngineName.POOL)).close()
    first = exported("one")
    assert first["pages.jsonl"].count(b"\n") == PAGES
    for way in ("other_order", "many_builds", "twice", "serial", "pool"):
        for name, content in exported(way).items():
            assert content == first[name], (way, name)


@pytest.mark.usefixtures("pages")
def test_the_result_does_not_depend_on_the_seed_of_hashes() -> None:
    for seed in ("1", "2"):
        code = f"from copydesk.pipeline import build; build(['pages'], 'seed{seed}').close()"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert exported("seed1") == exported("seed2")


def test_stages_are_told_in_order(pages: Path) -> None:
    log = Log()
    build([pages], "case", progress=log).close()
    assert log.stages == STEPS
    assert log.open == 0
    assert log.units == log.total == sum(file.stat().st_size for file in pages.iterdir())


def test_pages_that_are_there_cost_nothing_again(pages: Path) -> None:
    build([pages], "case").close()
    log = Log()
    with build([pages], "case", progress=log) as case:
        assert case.summary.new_pages == 0
        assert case.summary.pages == PAGES
    assert log.stages == ["read", "publish"]


def test_another_version_works_everything_out_anew(pages: Path) -> None:
    build([pages], "case").close()
    connection = sqlite3.connect("case/case.sqlite")
    connection.execute("UPDATE builds SET version = '0.0.1'")
    connection.execute("DELETE FROM stories")
    connection.commit()
    connection.close()
    with build([pages], "case") as case:
        assert case.count("stories") == 2


@pytest.mark.parametrize("kind", [str, Path, bytes])
def test_one_path_is_no_list_of_paths(pages: Path, kind: type, tmp_path: Path) -> None:
    one: Any = os.fsencode(pages) if kind is bytes else kind(pages)
    for wrong in (lambda: build(one, tmp_path / "case"), lambda: read(one)):
        with pytest.raises(TypeError, match="paths must be a list of paths, not one path"):
            wrong()
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [({"workers": -3}, "0 or more"), ({"engine": "nope"}, "auto, serial, pool"), ({"engine": None}, "auto, serial")],
)
def test_settings_that_can_not_be_are_refused(wrong: dict[str, Any], advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        BuildSettings(**wrong)


def test_an_engine_may_be_given_by_its_value() -> None:
    by_value: Any = "serial"
    assert BuildSettings(engine=by_value).engine is EngineName.SERIAL


def test_nothing_to_read_says_why_and_leaves_nothing(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError) as raised:
        build([pages / "empty.txt", "nowhere.txt"], "case")
    assert "pages/empty.txt: " in str(raised.value)
    assert "nowhere.txt: There is no such file or folder" in str(raised.value)
    assert not (tmp_path / "case").exists()


def test_many_reasons_are_cut_short(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError, match="and 15 more"):
        build([tmp_path / f"{n}.txt" for n in range(20)], tmp_path / "case")


def test_nothing_new_to_read_is_no_error_in_a_case_with_pages(pages: Path) -> None:
    build([pages / "wire.txt"], "case").close()
    with build([pages / "empty.txt"], "case") as case:
        assert case.summary.pages == 1
        assert case.summary.rejects == {"empty": 1}


def test_strict_builds_what_can_be_read_and_then_fails(pages: Path) -> None:
    with pytest.raises(RejectedInputsError, match="2 of the inputs gave no page"):
        build([pages], "case", settings=BuildSettings(strict=True))
    with Case.open("case") as case:
        assert case.summary.pages == PAGES
    build([pages / "wire.txt"], "case", settings=BuildSettings(strict=True)).close()
    with pytest.raises(RejectedInputsError, match=r"1 of the inputs .*the first: nowhere\.txt: "):
        build([pages / "wire.txt", "nowhere.txt"], "case", settings=BuildSettings(strict=True))


def test_a_reject_that_becomes_readable_is_listed_no_more(pages: Path) -> None:
    build([pages], "case").close()
    (pages / "empty.txt").write_text("Now there is a page\n\nIt says that the ferry runs again on Sundays.\n")
    with build([pages], "case") as case:
        assert case.summary.new_pages == 1
        assert "pages/empty.txt" not in {reject.source for reject in case.table("rejects")}


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("given", ["more", ".", "more/"])
def test_several_builds_list_the_rejects_of_one(tmp_path: Path, given: str) -> None:
    text = "The ferry between the two islands runs again on Sundays, its master said.\n"
    more, asked = tmp_path / "more", [given, "later", "moreover.txt"]
    more.mkdir()
    (more / "a.txt").write_text(text)
    (more / "link.txt").symlink_to("target.txt")
    (tmp_path / "moreover.txt").write_text("")
    with build(asked, tmp_path / "one", settings=HERE) as case:
        assert {row.source for row in case.table("rejects")} >= {"more/link.txt", "later", "moreover.txt"}
    (more / "target.txt").write_text(text)
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "b.txt").write_text(text)
    build([given, "later"], tmp_path / "one", settings=HERE).close()
    build(asked, tmp_path / "anew", settings=HERE).close()
    with Case.open(tmp_path / "one") as one, Case.open(tmp_path / "anew") as anew:
        assert list(one.table("rejects")) == list(anew.table("rejects"))
        assert "moreover.txt" in {row.source for row in one.table("rejects")}


@pytest.mark.parametrize(
    "changed", [{"title": "Ferry runs again"}, {"published": "2031-03-05"}, {"site": "two.example"}]
)
def test_what_is_told_beside_a_text_does_not_depend_on_the_order_of_builds(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    text = "Ferry runs\n\nThe ferry between the two islands runs again on Sundays, its master said.\n"
    one = {"id": "a", "text": text, "title": "Ferry runs", "published": "2031-03-04", "site": "one.example"}
    lines, feed = [json.dumps(one), json.dumps(one | changed)], tmp_path / "feed.jsonl"
    found: list[object] = []
    for builds in ([lines, lines], [lines[:1], lines[1:]], [lines[1:], lines[:1]], [[*lines, *lines]]):
        new, case = [], tmp_path / f"case{len(found)}"
        for content in builds:
            feed.write_text("\n".join(content))
            with build([feed], case, settings=HERE) as built:
                new.append(built.summary.new_pages)
                pages = [(row.page_id, row.title, row.published, row.site) for row in built.table("pages")]
        assert sum(new) == len(pages) == 2
        found.append(pages)
    assert all(pages == found[0] for pages in found)


def test_a_case_among_its_pages_is_no_page(pages: Path) -> None:
    case = pages / "case"
    build([pages], case).close()
    with build([pages, *case.iterdir()], case) as built:
        assert built.summary.new_pages == 0
        assert not [reject for reject in built.table("rejects") if "case.sqlite" in reject.source]


@pytest.mark.usefixtures("pages")
def test_a_script_without_a_guard_can_build_with_workers() -> None:
    script = Path("script.py")
    script.write_text(
        "import copydesk\n"
        "settings = copydesk.BuildSettings(workers=2, engine=copydesk.EngineName.POOL)\n"
        "with copydesk.build(['pages'], 'case', settings=settings) as case:\n"
        "    print(case.summary.pages)\n"
    )
    ran = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True)
    assert ran.stdout == f"{PAGES}\n"


def test_a_text_with_half_a_character_is_kept_readable(tmp_path: Path) -> None:
    record = {"id": "half", "text": "Half a sign\n\nThe sign \ud83d was cut in two by a machine.\n"}
    (tmp_path / "half.jsonl").write_text(json.dumps(record))
    with build([tmp_path], tmp_path / "case") as case:
        (page,) = case.table("pages")
        assert "The sign \ufffd was cut" in page.text
        assert case.check() == ()


def test_a_packed_pile_gives_the_same_tables() -> None:
    made = [extract(item) for item in read([SUMMIT]) if isinstance(item, RawRecord)]
    found = sorted((one for one in made if isinstance(one, Extraction)), key=lambda one: one.page.page_id)
    plain = Pile(
        pages=tuple(one.page for one in found),
        segments=tuple(segment for one in found for segment in one.segments),
        date_candidates=tuple(date for one in found for date in one.dates),
    )
    packed = plain.packed(few=0)
    for stage in STAGES:
        plain, packed = stage(plain), stage(packed).packed(few=0)
    assert isinstance(packed.event_mentions, Packed)
    for name in PILE_TABLES:
        assert list(getattr(packed, name)) == list(getattr(plain, name)), name
    assert packed.pages == plain.pages


def told(folder: Path, case: Path) -> dict[str, list[Any]]:
    """What a build of a folder tells, in its order, with pages by their names."""
    with build([folder], case, settings=HERE) as built:
        name = {page.page_id: Path(page.source).name for page in built.table("pages")}
        return {
            "pages": [(name[page.page_id], page.wording, page.published) for page in built.table("pages")],
            "alignments": [
                (name[row.a_page], row.a_begin, row.a_end, name[row.b_page], row.b_begin, row.b_end, row.similarity)
                for row in built.table("alignments")
            ],
            "stories": sorted(sorted(name[page_id] for page_id in row.page_ids) for row in built.table("stories")),
            "events": sorted((str(row.type), row.headline or "", row.n_pages) for row in built.table("events")),
            "quotes": sorted((row.best_text, row.n_pages, row.n_origins) for row in built.table("quotes")),
            "substitutions": [
                (name[row.page_id], row.begin, row.text, row.restored) for row in built.table("substitutions")
            ],
        }


def test_the_name_of_the_folder_decides_nothing(tmp_path: Path) -> None:
    found = []
    for place in ("one", "another/place", "x"):
        shutil.copytree(SUMMIT, tmp_path / place)
        found.append(told(tmp_path / place, tmp_path / f"case of {place.replace('/', ' ')}"))
    assert found[0] == found[1] == found[2]
