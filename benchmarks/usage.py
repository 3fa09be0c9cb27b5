"""What a command costs: time on the clock, processor time of its whole process tree, and memory at the peak."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LOOK_SECONDS = 0.05
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds and bytes. `cpu` is user and system time of the command and of all that it started and waited for.

    `peak` is the largest sum of the resident sets of the tree, looked at twenty times a second; memory that
    processes share counts for each. It is 0 on machines without /proc.
    """

    wall: float
    cpu: float
    peak: int


class CommandFailedError(Exception):
    """The command ended with another code than 0; the message has what it wrote to standard error."""


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Usage:
    """Run a command to its end, its output thrown away.

    Raises:
        CommandFailedError: it failed.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        watch = _Watch(process.pid)
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, spent = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watch.stop()
    if process.returncode:
        raise CommandFailedError(f"{' '.join(command)} failed with {process.returncode}:\n{said[-2000:]}")
    # The kernel's own maximum is no substitute: it also counts what the caller held when the command was forked.
    return Usage(wall, spent.ru_utime + spent.ru_stime, peak)


class _Watch:
    """Looks at the memory of a process tree until told to stop."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if _PROC.is_dir():
            self._thread.start()

    def stop(self) -> int:
        """End the watch; the largest sum seen, 0 without /proc."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        return self._peak

    def _look(self) -> None:
        while True:
            self._peak = max(self._peak, _tree_bytes(self._root))
            if self._ended.wait(_LOOK_SECONDS):
                return


def _tree_bytes(root: int) -> int:
    """The resident bytes of a process and of its descendants."""
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            # A process may end between the listing and the look.
            with suppress(FileNotFoundError, ProcessLookupError):
                after_name = (folder / "stat").read_text().rpartition(")")[2].split()
                children[int(after_name[1])].append(int(folder.name))
                resident[int(folder.name)] = int(after_name[21]) * os.sysconf("SC_PAGE_SIZE")
    tree, total = [root], 0
    while tree:
        process = tree.pop()
        total += resident.get(process, 0)
        tree += children[process]
    return total
