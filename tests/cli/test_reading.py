"""The commands that read a case: what they print for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.model.tables import TABLES
from tests.cli.conftest import Run
from tests.record.sample import EXTRACTIONS, SPUN

WHOLE, REWORDED, TRAMS = (each.page for each in EXTRACTIONS)


def test_overview_says_how_many_sources_there_are(case: Path, run: Run) -> None:
    result = run("show", case)
    assert result.exit_code == 0
    assert "3 pages from 2 independent origins in 1 story" in result.stdout
    assert "1 machine-reworded copy · 1 verbatim copy" in result.stdout
    assert "Harbour council votes to dredge" in result.stdout
    assert f"copydesk rejects {case}" in result.stdout


def test_page_shows_its_text_with_swapped_words_restored(case: Path, run: Run) -> None:
    for key in (REWORDED.page_id, REWORDED.page_id[:8], "pages/spun.txt", "spun.txt"):
        shown = run("show", case, key).stdout
        assert "Work begins in [-Could-]{+May+}, the chairwoman said." in shown
        assert "Harbor board [-ballots-]{+votes+} to dredge" in shown
        assert "Coastwire (agency)" in shown
        assert "Harbour council votes to dredge" in shown  # its sibling


def test_a_faithful_page_shows_no_restored_words(case: Path, run: Run) -> None:
    shown = run("show", case, WHOLE.page_id).stdout
    assert WHOLE.text.splitlines()[0] in shown
    assert "{+" not in shown


def test_page_marks_with_styles_on_a_terminal(case: Path, run: Run) -> None:
    shown = run("show", case, "spun.txt", FORCE_COLOR="1").stdout
    assert "\x1b[9;31mCould\x1b[0m \x1b[32mMay\x1b[0m" in shown
    assert "\x1b[4mof Ellerby voted on Tuesday to dredge the northern\x1b[0m" in shown


def test_no_color_is_respected(case: Path, run: Run) -> None:
    shown = run("show", case, "spun.txt", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[3" not in shown
    assert ";3" not in shown
    assert "[-\x1b[9mCould\x1b[0m-]{+May+}" in shown


def test_story_lists_its_pages_and_origins(case: Path, run: Run) -> None:
    shown = run("show", case, "s1").stdout
    assert "2 pages from 1 independent origin" in shown
    assert "pages/spun.txt" in shown
    assert "machine-reworded copy" in shown


def test_passage_is_compared_word_by_word(case: Path, run: Run) -> None:
    shown = run("show", case, "c1").stdout
    assert "2 places in 2 pages" in shown
    assert shown.count("of Ellerby voted on Tuesday to dredge the northern") == 2


def test_one_page_twice_is_not_explained(case: Path, run: Run) -> None:
    result = run("explain", "spun.txt", REWORDED.page_id, "--case", case, "--json")
    assert result.exit_code == 2
    assert "is the same page as spun.txt" in json.loads(result.stdout)["error"]["message"]


def test_what_is_not_there_is_answered_with_what_to_do(case: Path, run: Run) -> None:
    result = run("show", case, "nothing")
    assert (result.exit_code, result.stdout) == (6, "")
    assert result.stderr == (
        "copydesk: There is no page, story, passage or event 'nothing'. `copydesk show CASE` lists the stories.\n"
    )
    result = run("show", case, "p")
    assert result.exit_code == 6
    assert "names several pages" in result.stderr


def test_search_finds_pages_and_says_how_many(case: Path, run: Run) -> None:
    result = run("search", case, "northern", "dredg*")
    assert "2 pages." in result.stdout
    assert WHOLE.page_id in result.stdout
    assert run("search", case, "submarine").stdout == "0 pages.\n"


def test_rejects_are_listed_with_their_reasons(case: Path, run: Run) -> None:
    shown = run("rejects", case).stdout
    assert "1 input not read: 1 empty" in shown
    assert "pages/empty.txt" in shown
    assert "The file has no text." in shown


def test_export_writes_the_tables(case: Path, run: Run, tmp_path: Path) -> None:
    result = run(
        "export", case, "--format", "csv", "--out", tmp_path / "out", "--table", "pages", "--table", "origins"
    )
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("[!.]*")) == ["origins.csv", "pages.csv"]
    result = run("export", case, "--format", "jsonl", "--out", tmp_path / "all", "--quiet")
    assert result.output == ""
    assert len(list((tmp_path / "all").glob("[!.]*"))) == len(TABLES)


def test_raw_cells_leaves_the_apostrophe_out(tmp_path: Path, run: Run, case: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(case / "case.sqlite")
    connection.execute("UPDATE stories SET title = '=1+1'")
    connection.commit()
    connection.close()
    arguments = ("export", case, "--format", "csv", "--out", tmp_path, "--table", "stories")
    run(*arguments)
    assert '"\'=1+1"' in (tmp_path / "stories.csv").read_text()
    run(*arguments, "--raw-cells")
    assert '"=1+1"' in (tmp_path / "stories.csv").read_text()


def test_report_is_written(case: Path, run: Run, tmp_path: Path) -> None:
    result = run("report", case, "--out", tmp_path / "report")
    assert result.exit_code == 0, result.output
    assert str(tmp_path / "report" / "index.html") in result.stdout.replace("\n", "")
    assert (tmp_path / "report" / "index.html").is_file()


def test_verify_passes_a_sound_case_and_fails_a_broken_one(case: Path, run: Run) -> None:
    import sqlite3

    assert run("verify", case).exit_code == 0
    connection = sqlite3.connect(case / "case.sqlite")
    connection.execute("UPDATE substitutions SET text = 'Mould' WHERE text = 'Could'")
    connection.commit()
    connection.close()
    result = run("verify", case)
    assert result.exit_code == 10
    assert "text is not what stands in page" in result.stdout
    assert "1 fault in" in result.stderr
    assert "a new folder, or delete this one first" in result.stderr


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (("show",), {"case", "summary", "stories"}),
        (
            ("show", "spun.txt"),
            {"page", "date_candidates", "segments", "alignments", "passages", "substitutions", "lineage", "stories"},
        ),
        (("show", "s1"), {"story", "episodes", "pages", "origins"}),
        (("show", "c1"), {"passage"}),
        (("search", "dredge"), {"query", "hits"}),
        (("rejects",), {"rejects", "by_code", "unlisted"}),
        (("verify",), {"faults"}),
    ],
)
def test_json_is_one_object_and_nothing_else(case: Path, run: Run, command: tuple[str, ...], keys: set[str]) -> None:
    name, *rest = command
    result = run(name, case, *rest, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert set(json.loads(result.stdout)) == keys


def test_json_of_a_page_has_its_whole_text(case: Path, run: Run) -> None:
    assert json.loads(run("show", case, "spun.txt", "--json").stdout)["page"]["text"] == SPUN


def test_json_of_an_error_is_one_object_too(tmp_path: Path, run: Run) -> None:
    result = run("show", tmp_path / "nowhere", "--json")
    assert result.exit_code == 4
    assert json.loads(result.stdout)["error"]["code"] == "not_a_case"
    assert result.stderr.startswith("copydesk: ")
