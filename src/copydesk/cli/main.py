"""The command line: the commands, the help that teaches, and where a process begins and ends."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable
from typing import Annotated

import typer

import copydesk
from copydesk.cli import build, check, events, explain, export, quote, rejects, report, search, show, verify
from copydesk.cli.exits import exit_codes
from copydesk.cli.options import examples, paragraphs
from copydesk.cli.usage import Desk

COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (build.build, build.EPILOG),
    (show.show, show.EPILOG),
    (events.events, events.EPILOG),
    (events.timeline, events.TIMELINE_EPILOG),
    (search.search, search.EPILOG),
    (quote.quote, quote.EPILOG),
    (check.check, check.EPILOG),
    (explain.explain, explain.EPILOG),
    (rejects.rejects, rejects.EPILOG),
    (report.report, report.EPILOG),
    (export.export, export.EPILOG),
    (verify.verify, verify.EPILOG),
)
"""Every command with its epilog, in the order of the help."""

_EPILOG = "\n".join(
    [
        examples(
            "copydesk build pages/ --case case         read a folder of pages",
            "copydesk show case                        what was found",
            "copydesk report case --out report         the same for a browser",
            "copydesk export case --format csv --out tables",
        ),
        "\nExit codes:",
        *(f"  {code:>3}  {meaning}" for code, meaning in exit_codes()),
    ]
)

app = typer.Typer(
    name="copydesk",
    cls=Desk,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EPILOG,
)
for _command, _epilog in COMMANDS:
    app.command(help=paragraphs(_command.__doc__ or ""), epilog=_epilog)(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"copydesk {copydesk.__version__}")
        raise typer.Exit


@app.callback()
def desk(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """From a pile of news pages to one sourced record: who copied whom, what was changed, how many sources there are.

    A case is a folder that `build` makes of pages; the other commands read it.
    """


def main() -> None:
    """Run the command line and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an ASCII terminal shows less, but shows it
    with contextlib.suppress(BrokenPipeError):
        app()
