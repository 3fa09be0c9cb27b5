"""A command that was called wrongly: the message for people is typer's, the JSON object for programs is ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import typer
from typer.core import TyperGroup

from copydesk.cli.safe import safe_json

_USAGE_ERROR: Final[type[typer.BadParameter]] = typer.BadParameter.__mro__[1]
"""What wrong usage of any kind raises. typer has the class from click, or from its own copy of click, by its version,
and gives out only this subclass."""


class Desk(TyperGroup):
    """The group of all commands. What goes wrong before a command begins is told to programs too."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        """Read what stands before the command."""
        given = tuple(args)
        with _told_to_programs(given):
            context = super().make_context(info_name, args, *rest, **extra)
        context.meta[__name__] = given
        return context

    def invoke(self, ctx: Any) -> Any:
        """Find the command, read its arguments and run it."""
        with _told_to_programs(ctx.meta[__name__]):
            return super().invoke(ctx)


@contextmanager
def _told_to_programs(arguments: Sequence[str]) -> Iterator[None]:
    """Where `--json` is among the arguments, print the JSON object of a wrong usage, which then goes its way."""
    try:
        yield
    except _USAGE_ERROR as error:
        if "--json" in arguments:
            sys.stdout.write(safe_json({"error": {"code": "usage", "message": error.format_message()}}) + "\n")
            sys.stdout.flush()
        raise
