"""How the vocabulary files are read: lists of lines, rows of tab-separated cells, TOML.

Lines that open with `#` are comments; empty lines count for nothing. The files are part of the package, so a
broken one is a fault of the build: it raises ValueError, and the tests read every file.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_lines(package: str, name: str) -> list[str]:
    """The lines of a list, in file order."""
    text = files(package).joinpath(name).read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def read_rows(package: str, name: str) -> list[list[str]]:
    """The rows of a table, in file order, each as its cells."""
    return [line.split("\t") for line in read_lines(package, name)]


def read_toml(package: str, name: str) -> dict[str, Any]:
    """A TOML file."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
