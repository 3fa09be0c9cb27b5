"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final

import typer

LET_THROUGH: Final[dict[str, Any]] = {"readable": False}
"""For paths that are read. Left to itself, typer stops a command over a path that may not be read before it begins.
We say what became of it: a page that can't be read is a reject among others, a case has its own error."""

CaseFolder = Annotated[
    Path, typer.Argument(metavar="CASE", help="Folder of the case, as `build` made it.", **LET_THROUGH)
]

CaseOption = Annotated[Path, typer.Option("--case", metavar="DIR", help="Folder of the case.", **LET_THROUGH)]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def paragraphs(doc: str) -> str:
    """A docstring with the lines of each paragraph joined, for a terminal of any width."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in doc.strip().split("\n\n"))


def examples(*lines: str) -> str:
    """The epilog of a command: its examples, one a line."""
    return "\n".join(["Examples:", *(f"  {line}" for line in lines)])
