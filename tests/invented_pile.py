"""A pile about invented events: a wire story, what became of it on other pages, and pages of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = Path(__file__).parent / "invented" / "harbour"
"""Two plain files, an HTML page, a JSON Lines file with two records and a broken line, and an empty file."""

PAGES = 5
"""Pages that the pile gives."""
REJECTS = 2
"""Inputs of it that give none."""


def write_pile(folder: Path) -> Path:
    """Copy the pile to a new folder."""
    shutil.copytree(FOLDER, folder)
    return folder


def text_of(name: str) -> str:
    """The text of a plain file of the pile."""
    return (FOLDER / name).read_text(encoding="utf-8")
