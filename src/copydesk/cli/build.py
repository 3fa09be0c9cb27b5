"""`copydesk build`: read pages into a case."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import copydesk
from copydesk.cli.figures import figures
from copydesk.cli.options import LET_THROUGH, AsJson, Quiet, examples
from copydesk.cli.screen import Screen, screen, stoppable
from copydesk.cli.watch import watched
from copydesk.errors import RejectedInputsError

EPILOG = examples(
    "copydesk build pages/ --case case          a folder of text, HTML, JSON Lines and other files",
    "copydesk build more.jsonl --case case      add pages to the same case",
    "copydesk build pages/ --case case --json   figures for a script",
)

LOADING = "load (the first build on a machine compiles inner loops, for up to a minute)"


def build(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files and folders that hold the pages.", **LET_THROUGH)
    ],
    case: Annotated[Path, typer.Option("--case", metavar="DIR", help="Folder of the case; made if need be.")],
    strict: Annotated[bool, typer.Option("--strict", help="Fail (exit 9) where any input gives no page.")] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", metavar="N", min=0, help="Processes that extract (0: none; unset: one a processor)."
        ),
    ] = None,
    engine: Annotated[
        copydesk.EngineName,
        typer.Option("--engine", help="Extract HTML in workers (auto), all here, or all in workers."),
    ] = copydesk.EngineName.AUTO,
    names: Annotated[
        str | None,
        typer.Option(
            "--names",
            metavar="MODEL",
            help="A spaCy model (package or folder) for names that the rules miss, or none. Unset: as built before.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Read pages into a case: find copied passages, their wording and origins, and the stories.

    Pages that the case has already stay, and what new ones concern is worked out anew: the outcome is that of one
    build of all. A build that is stopped changes nothing, and readers of the case see the old state until it is done.
    """
    with screen(as_json=as_json, quiet=quiet) as shown, stoppable():
        try:
            with watched(shown) as bar:
                if bar is not None:
                    bar.start(LOADING, None)  # the stages are imported when they are first named
                settings = copydesk.BuildSettings(strict=strict, workers=workers, engine=engine, names=names)
                built = copydesk.build(paths, case, settings=settings, progress=bar)
        except RejectedInputsError:
            with copydesk.Case.open(case) as built:
                _present(shown, built)
            raise
        with built:
            _present(shown, built)


def _present(shown: Screen, built: copydesk.Case) -> None:
    summary = built.summary
    shown.give(case=str(built.folder), summary=dataclasses.asdict(summary))
    shown.show(*figures(built.folder, summary))
    shown.show(Text(f"Built in {summary.seconds:.1f} s.", style="dim"))
