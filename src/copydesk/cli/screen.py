"""The two outputs of a command, and how it ends: text for people, one JSON object for programs, errors by code."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import IO, Any

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from copydesk.cli.safe import safe, safe_json
from copydesk.errors import CopydeskError

BROKEN_PIPE = 141
"""As a shell reports a program that wrote to a closed pipe: 128 + SIGPIPE."""

INTERRUPTED = 130
"""As a shell reports a program that Ctrl-C ended: 128 + SIGINT. A build that is told to end (SIGTERM) says so too."""


WIDTH_OF_FILES = 120
"""Columns of what is written to a file or a pipe, where no terminal says how wide it is."""


class _PipeConsole(Console):
    """A console that leaves a closed pipe to the command, which then ends quietly."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console_on(stream: IO[str]) -> Console:
    """A console without emoji codes, markup or guesses at what words mean: page text is shown as it is."""
    console = _PipeConsole(file=stream, markup=False, emoji=False, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDTH_OF_FILES
    return console


class Screen:
    """Where a command writes. With `as_json` nothing but the one JSON object reaches the standard output."""

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self._given: dict[str, Any] = {}
        self.quiet = quiet
        self.out = console_on(sys.stdout)
        self.err = console_on(sys.stderr)

    @property
    def wants_text(self) -> bool:
        """Whether people read what comes out."""
        return not (self.as_json or self.quiet)

    @property
    def wants_progress(self) -> bool:
        """Whether somebody watches while it runs."""
        return self.wants_text and self.err.is_terminal

    def show(self, *parts: RenderableType) -> None:
        """Print for people; texts from outside must be `safe` by now."""
        if self.wants_text:
            for part in parts:
                self.out.print(part, soft_wrap=self._keeps_lines(part))

    def _keeps_lines(self, part: RenderableType) -> bool:
        """Whether lines stay as long as they are: running text in a file or pipe, and what asks for it."""
        if isinstance(part, Text):
            return bool(part.no_wrap) or not self.out.is_terminal
        return isinstance(part, str) and not self.out.is_terminal

    def present(self, parts: Iterable[RenderableType], values: Callable[[], dict[str, Any]]) -> None:
        """Print `parts` for people, or give `values` to programs; only what is asked for is worked out."""
        if self.wants_text:
            self.show(*parts)
        if self.as_json:
            self.give(**values())

    @property
    def plain(self) -> bool:
        """Whether changed words need signs of their own, because no colour shows them."""
        return self.out.no_color or not self.out.is_terminal

    def give(self, **values: Any) -> None:
        """Put values into the one JSON object for programs, which is printed when the command ends."""
        self._given |= values

    def close(self) -> None:
        """Print the JSON object, where one was asked for, and let go of the output."""
        if self.as_json:
            sys.stdout.write(safe_json(self._given) + "\n")
        sys.stdout.flush()

    def fail(self, error: CopydeskError) -> None:
        """Say what went wrong and what to do: a line for people, and the JSON object where one was asked for."""
        self.give(error={"code": error.code, "message": str(error)})
        self.err.print(f"copydesk: {safe(str(error))}", soft_wrap=True)


@contextmanager
def screen(*, as_json: bool = False, quiet: bool = False) -> Iterator[Screen]:
    """The screen of one command. Errors of copydesk become a line and an exit code; no traceback reaches a user."""
    made = Screen(as_json=as_json, quiet=quiet)
    exit_code = 0
    try:
        try:
            yield made
        except CopydeskError as error:
            made.fail(error)
            exit_code = error.exit_code
        made.close()
    except KeyboardInterrupt:
        made.err.print("copydesk: stopped.")
        exit_code = INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more. What is still buffered must go somewhere when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        exit_code = BROKEN_PIPE
    if exit_code:
        raise typer.Exit(exit_code)


@contextmanager
def stoppable() -> Iterator[None]:
    """Take SIGTERM (a shutdown, a job's time that is over) as Ctrl-C: what is half done is undone."""
    if threading.current_thread() is not threading.main_thread():  # only there may signals be set
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (the shape of a handler)
    raise KeyboardInterrupt
