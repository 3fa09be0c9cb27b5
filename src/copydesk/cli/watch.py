"""A progress bar for what takes more than two seconds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from copydesk.cli.screen import Screen

PATIENCE = 2.0
"""Seconds that nobody minds: what is done sooner shows no bar."""


class Bar:
    """Shows the stages of a command on the error output, one line a stage, once it has taken a while."""

    def __init__(self, screen: Screen) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=32),
            TextColumn("{task.percentage:>3.0f}%"),
            TimeElapsedColumn(),
            console=screen.err,
            transient=True,
        )
        self._task: TaskID | None = None
        self._timer = threading.Timer(PATIENCE, self._progress.start)
        self._timer.daemon = True
        self._timer.start()

    def start(self, stage: str, total: int | None) -> None:
        """Show a new line; the one before is done."""
        self.finish()
        self._task = self._progress.add_task(stage, total=total)

    def advance(self, n: int = 1) -> None:
        """Move the bar."""
        if self._task is not None:
            self._progress.advance(self._task, n)

    def finish(self) -> None:
        """Fill the bar."""
        if self._task is not None:
            total = self._progress.tasks[self._task].total or 1
            self._progress.update(self._task, total=total, completed=total)

    def stop(self) -> None:
        """Take everything off the screen."""
        self._timer.cancel()
        self._timer.join()
        self._progress.stop()


@contextmanager
def watched(screen: Screen) -> Iterator[Bar | None]:
    """A bar for the length of one command, or none where nobody watches."""
    if not screen.wants_progress:
        yield None
        return
    bar = Bar(screen)
    try:
        yield bar
    finally:
        bar.stop()
