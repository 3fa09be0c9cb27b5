"""`copydesk quote`: who said it, which wording is faithful, what each page changed, and nothing for the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import copydesk
from tests.cli.conftest import Run
from tests.cli.test_hostile_output import ESCAPES

SAID = "We will not close the fish market before the spring tide, and no stall will lose its licence"
LOST = SAID.replace("will not close", "will close")


@pytest.fixture
def quoted(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for name, text in {"a": SAID, "b": SAID, "c": LOST, "d": f"no stall will lose its {ESCAPES} licence"}.items():
        page = f"The market of {name}\n\nThe harbour had a quiet {name} morning.\n\n“{text},” said Mayor Ada Quill.\n"
        (tmp_path / "pages" / f"{name}.txt").write_text(page, encoding="utf-8")
    copydesk.build([tmp_path / "pages"], tmp_path / "case").close()
    return tmp_path / "case"


def test_every_wording_is_shown_with_its_pages(quoted: Path, run: Run) -> None:
    result = run("quote", "close the fish market before the spring tide", "--case", quoted)
    assert result.exit_code == 0
    assert "Ada Quill" in result.stdout
    assert "altered in meaning · 1 page" in result.stdout
    assert "We will [-not-] close the fish market" in result.stdout
    assert "verbatim · 2 pages" in result.stdout or "verbatim · 3 pages" in result.stdout


def test_what_no_page_has_is_not_found_and_the_nearest_is_shown(quoted: Path, run: Run) -> None:
    result = run("quote", "we will open the fish hall in autumn", "--case", quoted)
    assert result.exit_code == 0
    assert "Not found: no page quotes anybody with these words." in result.stdout
    assert "The nearest, with" in result.stdout
    assert run("quote", "xylophone", "--case", quoted).stdout.splitlines() == [
        "Not found: no page quotes anybody with these words."
    ]


def test_json_says_the_same(quoted: Path, run: Run) -> None:
    answer = json.loads(run("quote", SAID, "--case", quoted, "--json").stdout)
    assert answer["found"]
    match = answer["matches"][0]
    assert match["exact"]
    assert match["quote"]["best_text"].startswith("We will not close")
    assert {row["change"] for row in match["mentions"]} >= {None, "meaning"}
    assert not json.loads(run("quote", "xylophone", "--case", quoted, "--json").stdout)["found"]


def test_no_control_character_reaches_the_terminal(quoted: Path, run: Run) -> None:
    for text in ("no stall will lose its licence", ESCAPES):
        shown = run("quote", text, "--case", quoted).stdout
        assert not [char for char in shown if ord(char) < 32 and char != "\n"]
        assert "\x9b" not in shown
        assert "\u202e" not in shown
