"""A worker process: reads records from its input, writes what extraction makes of each to its output.

It is started as `python -m copydesk.engines.worker` by `copydesk.engines.pool` and speaks pickles with it: first
the extract function (by its name) and the limits, then lists of records, a list of answers for each.
"""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import signal
import sys
from typing import BinaryIO

from copydesk.engines.attempt import Extractor, attempt
from copydesk.limits import Limits

READY = "ready"
"""The first answer, where the extract step could be imported; else why not."""


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    answers = _own_output()
    try:
        extract, limits = pickle.load(sys.stdin.buffer)  # noqa: S301 (the parent is our own process)
    except Exception as error:  # importing the extract step can fail in any way; the parent says it
        _answer(answers, f"{type(error).__name__}: {error}")
        return
    _bound_memory(limits)
    _answer(answers, READY)
    _serve(sys.stdin.buffer, answers, extract, limits)


def _own_output() -> BinaryIO:
    """The output for answers alone; what a library prints goes to the error output instead."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _bound_memory(limits: Limits) -> None:
    """Let a page that eats memory fail here with MemoryError, before the system kills some other process."""
    try:
        import resource  # noqa: PLC0415 (not there on Windows)
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = limits.extract_bytes if hard == resource.RLIM_INFINITY else min(limits.extract_bytes, hard)
    with contextlib.suppress(OSError, ValueError):  # not every system lets it be lowered
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _serve(records: BinaryIO, answers: BinaryIO, extract: Extractor, limits: Limits) -> None:
    while True:
        try:
            batch = pickle.load(records)  # noqa: S301 (the parent is our own process)
        except EOFError:
            return
        _expire_in(limits.extract_seconds * 2)
        _answer(answers, [attempt(extract, record, limits) for record in batch])
        _expire_in(0)


def _expire_in(seconds: float) -> None:
    """Die by alarm, in case the parent, which keeps the deadline, is gone itself. 0 calls the alarm off."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))


def _answer(answers: BinaryIO, answer: object) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


if __name__ == "__main__":
    main()
