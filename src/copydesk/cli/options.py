"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case, as `build` made it.")]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def paragraphs(doc: str) -> str:
    """A docstring with the lines of each paragraph joined, for a terminal of any width."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in doc.strip().split("\n\n"))


def examples(*lines: str) -> str:
    """The epilog of a command: its examples, one a line."""
    return "\n".join(["Examples:", *(f"  {line}" for line in lines)])
