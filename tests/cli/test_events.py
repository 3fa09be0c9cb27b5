"""`copydesk events`, `timeline`, and `show` of an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import copydesk
from copydesk.cli.main import app

WIRE = "BERGEN (Reuters) - Denmark accused Norway on March 4, 2031 of detaining three trawlers in the Skagerrak.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cod")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    copydesk.build([folder / "wire.txt"], folder / "case").close()
    return folder / "case"


def said(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_events_are_listed_with_their_origins(folder: Path) -> None:
    shown = said("events", str(folder), "--type", "ACCUSE")
    assert "ACCUSE" in shown
    assert "Denmark → Norway" in shown
    assert "1 independent origin" in shown


def test_the_timeline_goes_by_day(folder: Path) -> None:
    shown = said("timeline", str(folder))
    assert shown.index("2031-03-04") < shown.index("ACCUSE")


def test_an_event_says_which_words_fired(folder: Path) -> None:
    event_id = json.loads(said("events", str(folder), "--json"))["events"][0]["event_id"]
    shown = said("show", str(folder), event_id)
    assert "fired: verbs:accuse" in shown
    assert "counts for Reuters" in shown
    assert json.loads(said("show", str(folder), event_id, "--json"))["mentions"]


def test_an_unknown_shape_says_which_there_are(folder: Path) -> None:
    result = CliRunner().invoke(app, ["events", str(folder), "--as", "xml"])
    assert result.exit_code != 0
    assert "plover, gdelt, ical" in result.output
    assert said("events", str(folder), "--as", "gdelt").startswith("GlobalEventID\t")
