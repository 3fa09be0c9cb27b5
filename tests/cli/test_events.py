"""`copydesk events`, `timeline`, and `show` of an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import copydesk
from copydesk.cli.main import app
from tests.stories.press import DAY, EVE

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


def test_the_timeline_of_a_story_names_its_episodes(tmp_path: Path) -> None:
    (tmp_path / "eve.txt").write_text(EVE, "utf-8")
    (tmp_path / "day.txt").write_text(DAY, "utf-8")
    with copydesk.build([tmp_path / "eve.txt", tmp_path / "day.txt"], tmp_path / "case") as case:
        rows = {row.episode: row.story_id for row in case.table("stories")}
    case_folder = str(tmp_path / "case")
    assert "2031-03-05  episode 2, Denmark and Norway share the cod" in said(
        "timeline", case_folder, "--story", rows[None]
    )
    assert "2031-03-05  episode 2" in said("timeline", case_folder, "--story", rows[2])
    assert "2031-03-05" not in said("timeline", case_folder, "--story", rows[1], "--type", "CONSULT")
    told = json.loads(said("timeline", case_folder, "--story", rows[None], "--json"))
    assert [row["episode"] for row in told["episodes"]] == [1, 2]
    shown = said("show", case_folder, rows[None])
    assert "Denmark met Norway on Wednesday in Skagen and agreed" in shown
    assert "2 pages from 1 independent origin" in shown
    assert " ".join(said("show", case_folder).split()).count("· 2 episodes") == 1
    assert "episode     2: Denmark and Norway share the cod" in said("show", case_folder, "day.txt")
    (listed,) = json.loads(said("show", case_folder, "--json"))["stories"]
    assert [row["story_id"] for row in listed["episodes"]] == [rows[1], rows[2]]


def test_the_timeline_goes_by_day(folder: Path) -> None:
    shown = said("timeline", str(folder))
    assert shown.index("2031-03-04") < shown.index("ACCUSE")


def test_an_event_says_which_words_fired(folder: Path) -> None:
    event_id = json.loads(said("events", str(folder), "--json"))["events"][0]["event_id"]
    shown = said("show", str(folder), event_id)
    assert "fired: verbs:accuse" in shown
    assert "counts for Reuters" in shown
    assert json.loads(said("show", str(folder), event_id, "--json"))["mentions"]


@pytest.mark.parametrize("command", ["events", "timeline"])
@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--until", "14.05.2031", "YYYY-MM-DD"),
        ("--since", "foo", "YYYY-MM-DD"),
        ("--type", "ACCUSES", "CONSULT"),
        ("--actor", "", "no words"),
    ],
)
def test_a_question_that_nothing_answers_is_wrong_usage(
    folder: Path, command: str, option: str, value: str, advice: str
) -> None:
    result = CliRunner().invoke(app, [command, str(folder), option, value])
    assert result.exit_code == 2
    assert option in result.stderr
    assert advice in result.stderr


def test_a_month_or_year_is_a_span_of_days(folder: Path) -> None:
    for until in ("2031", "2031-03", "2031-03-04"):
        assert "Denmark → Norway" in said("events", str(folder), "--until", until)


def test_an_empty_story_is_not_the_whole_case(folder: Path) -> None:
    assert CliRunner().invoke(app, ["timeline", str(folder), "--story", ""]).exit_code == 6


def test_an_unknown_shape_says_which_there_are(folder: Path) -> None:
    result = CliRunner().invoke(app, ["events", str(folder), "--as", "xml"])
    assert result.exit_code != 0
    assert "plover, gdelt, ical" in result.output
    assert said("events", str(folder), "--as", "gdelt").startswith("GlobalEventID\t")
