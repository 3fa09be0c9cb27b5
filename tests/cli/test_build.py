"""`copydesk build`, and how commands end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing
from pathlib import Path

import pytest
import typer

from copydesk.cli.main import COMMANDS
from copydesk.cli.screen import screen
from copydesk.errors import OutputError
from copydesk.record.draft import Draft
from tests.cli.conftest import Run
from tests.invented_pile import PAGES, REJECTS, write_pile


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pile(tmp_path / "pages")


def test_build_ends_with_the_figures_and_what_to_do_next(pages: Path, run: Run, tmp_path: Path) -> None:
    result = run("build", pages, "--case", tmp_path / "case")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{PAGES} pages from ")
    assert " in 2 stories\n" in result.stdout
    assert "machine-reworded" in result.stdout
    assert f"Not read{REJECTS:>15}"[:8] in result.stdout
    assert "copydesk report " in result.stdout
    assert "copydesk rejects " in result.stdout
    assert result.stderr == ""
    again = run("build", pages, "--case", tmp_path / "case")
    assert "0 new" in again.stdout


def test_a_build_passes_over_what_copydesk_wrote_among_the_pages(pages: Path, run: Run) -> None:
    case = pages / "case"
    assert run("build", pages, "--case", case, "-q").exit_code == 0
    assert run("report", case, "--out", pages / "report").exit_code == 0
    for format in ("jsonl", "csv"):
        assert run("export", case, "--format", format, "--out", pages / "tables").exit_code == 0
    summary = json.loads(run("build", pages, "--case", case, "--json").stdout)["summary"]
    assert (summary["pages"], summary["new_pages"], sum(summary["rejects"].values())) == (PAGES, 0, REJECTS)


def test_json_is_one_object(pages: Path, run: Run, tmp_path: Path) -> None:
    result = run("build", pages, "--case", tmp_path / "case", "--json")
    given = json.loads(result.stdout)
    assert given["summary"]["pages"] == PAGES
    assert given["case"] == str(tmp_path / "case")
    assert result.stderr == ""


def test_quiet_says_nothing(pages: Path, run: Run, tmp_path: Path) -> None:
    result = run("build", pages, "--case", tmp_path / "case", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_strict_shows_the_figures_and_fails(pages: Path, run: Run, tmp_path: Path) -> None:
    result = run("build", pages, "--case", tmp_path / "case", "--strict")
    assert result.exit_code == 9
    assert f"{PAGES} pages from" in result.stdout
    assert result.stderr.startswith(f"copydesk: {REJECTS} of the inputs gave no page")
    given = json.loads(run("build", pages, "--case", tmp_path / "case", "--strict", "--json").stdout)
    assert given["error"]["code"] == "rejected_inputs"
    assert given["summary"]["pages"] == PAGES


def test_workers_can_be_done_without(pages: Path, run: Run, tmp_path: Path) -> None:
    assert run("build", pages, "--case", tmp_path / "case", "--workers", 0, "-q").exit_code == 0
    assert run("build", pages, "--case", tmp_path / "case", "--workers", -1).exit_code == 2


def test_nothing_to_read_exits_3_with_the_reasons(run: Run, tmp_path: Path) -> None:
    result = run("build", tmp_path / "nowhere", "--case", tmp_path / "case")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no such file or folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_of_something_else_exits_4(pages: Path, run: Run) -> None:
    result = run("build", pages, "--case", pages)
    assert result.exit_code == 4
    assert "not empty and not a case" in result.stderr


def test_a_busy_case_exits_5(pages: Path, run: Run, tmp_path: Path) -> None:
    with Draft(tmp_path / "case", rejects_kept=1):
        result = run("build", pages, "--case", tmp_path / "case")
    assert result.exit_code == 5
    assert "A build is writing" in result.stderr


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("build", "paths"),
        ("check", "file"),
        *((command, "case") for command in ("show", "check", "explain", "quote", "export", "verify")),
    ],
)
def test_what_may_not_be_read_is_left_to_the_build_to_tell(command: str, name: str) -> None:
    """As a usage error, one unreadable file among many would stop a build before it has begun."""
    (function,) = (function for function, _ in COMMANDS if function.__name__ == command)
    (option,) = typing.get_type_hints(function, include_extras=True)[name].__metadata__
    assert not option.readable


@pytest.mark.skipif(os.name == "nt", reason="needs permission bits")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_a_reject_among_pages(pages: Path, run: Run, tmp_path: Path) -> None:
    secret, case = tmp_path / "secret.txt", tmp_path / "case"
    secret.write_text("Nobody may read this.")
    secret.chmod(0)
    result = run("build", pages, secret, "--case", case, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["summary"]["rejects"]["unreadable"] == 1
    assert run("check", secret, "--case", case).exit_code != 2
    case.chmod(0)
    try:
        assert run("show", case).exit_code == 7
    finally:
        case.chmod(0o700)


def test_a_place_that_can_not_be_written_exits_7(pages: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("build", pages, "--case", tmp_path / "file" / "case").exit_code == 7


def test_wrong_usage_exits_2(run: Run) -> None:
    assert run("build").exit_code == 2
    assert run("biuld").exit_code == 2
    assert run("show", "--nonsense", "case").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("show", "--json"), "CASE"),
        (("biuld", "--json"), "biuld"),
        (("--json",), "--json"),
        (("export", "case", "--format", "csv", "--json"), "--out"),
        (("search", "case", "ferry", "--limit", "none", "--json"), "--limit"),
        (("events", "case", "--until", "14.05.2031", "--json"), "YYYY-MM-DD"),
    ],
)
def test_wrong_usage_is_a_json_object_too(run: Run, arguments: tuple[str, ...], advice: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    error = json.loads(result.stdout)["error"]
    assert error["code"] == "usage"
    assert advice in error["message"]
    assert advice in result.stderr
    assert run(*(argument for argument in arguments if argument != "--json")).stdout.count('"error"') == 0


def test_help_and_version(run: Run) -> None:
    assert run("--version").stdout == "copydesk 0.1.0\n"
    for command in ("build", "show", "search", "rejects", "report", "export", "verify"):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert f"copydesk {command} case" in result.stdout or "copydesk build pages/" in result.stdout
    assert "Exit codes" in run("--help").stdout


def test_ctrl_c_exits_130_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as raised, screen():
        raise KeyboardInterrupt
    assert raised.value.exit_code == 130
    assert capsys.readouterr().err == "copydesk: stopped.\n"


TOLD_TO_END = """
import signal, copydesk
copydesk.build = lambda *paths, **options: signal.raise_signal(signal.SIGTERM)
from copydesk.cli.main import main
main()
"""


def test_a_build_that_is_told_to_end_stops_as_by_ctrl_c(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TOLD_TO_END, "build", str(tmp_path), "--case", str(tmp_path / "case")]
    ran = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stderr) == (130, "copydesk: stopped.\n")


def test_an_error_is_one_line_and_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as raised, screen():
        raise OutputError("The disk is full.")
    assert raised.value.exit_code == 7
    assert capsys.readouterr().err == "copydesk: The disk is full.\n"


def test_a_closed_pipe_ends_quietly(case: Path) -> None:
    for mode in ([], ["--json"], ["s1"]):
        reading, writing = os.pipe()
        os.close(reading)
        command = [sys.executable, "-m", "copydesk", "show", str(case), *mode]
        ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
        os.close(writing)
        assert (ran.returncode, ran.stderr) == (141, b""), mode


def test_an_ascii_terminal_shows_what_it_can(case: Path) -> None:
    command = [sys.executable, "-m", "copydesk", "show", str(case), "cafe.jsonl"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = subprocess.run(command, capture_output=True, check=False, env=env)
    assert ran.returncode == 0, ran.stderr
    assert rb"Caf\xe9 owners in Z\xfcrich" in ran.stdout
