"""What the README tells its reader to do works, and gives what it says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CUT = "…"


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def steps() -> Iterator[tuple[str, list[str]]]:
    """The commands of the tour, each with the lines that it is said to print."""
    for block in blocks("console"):
        for step in block.split("$ ")[1:]:
            command, *said = step.splitlines()
            yield command, said


def run(folder: Path, *command: str) -> list[str]:
    """The lines that a command prints, run in a folder with this Python."""
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "FORCE_COLOR"}}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.rstrip() for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the bundled pile where the README has it."""
    shutil.copytree(ROOT / "examples" / "summit" / "pages", tmp_path / "examples" / "summit" / "pages")
    return tmp_path


def test_the_tour_gives_what_it_says(folder: Path) -> None:
    said_any = 0
    for command, said in steps():
        name, *arguments = shlex.split(command)
        assert name == "copydesk"
        printed = iter(run(folder, "-m", "copydesk", *arguments))
        for line in said:
            assert line == CUT or line in printed, f"`{command}` does not print, in this order: {line}"
        said_any += any(line != CUT for line in said)
    assert said_any > 5


def test_the_python_example_prints_what_it_says(folder: Path) -> None:
    (code,), (printed,) = blocks("python"), blocks("text")
    (folder / "example.py").write_text(code, "utf-8")
    assert run(folder, "example.py") == printed.splitlines()
    assert (folder / "report" / "index.html").is_file()
    assert (folder / "tables" / "lineage.parquet").is_file()


def test_the_two_commands_are_targets_of_make() -> None:
    named = re.findall(r"^    make (\w+)", README, flags=re.MULTILINE)
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    assert named[:2] == ["demo", "test"]
    assert set(named) <= targets


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
