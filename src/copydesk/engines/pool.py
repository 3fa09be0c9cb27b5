"""Extraction in worker processes on this machine: in the order of the input, with a deadline for each page.

The workers are new processes (`subprocess`), not forks: the caller may have threads, open databases and a main
module without a guard, and none of that must reach a worker. `multiprocessing` would import the caller's main
module in each one. A worker that dies takes one page with it, a worker that hangs is killed at the deadline.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import IO, Any, Self

from copydesk.engines.attempt import Extractor, attempt, failed
from copydesk.engines.worker import READY
from copydesk.errors import CopydeskError
from copydesk.limits import Limits
from copydesk.model.page import Extraction
from copydesk.model.raw import Media, RawRecord, Reject

_AHEAD = 4
"""Messages in hand for each worker: enough that none waits for a slow page before it in the order."""

_BATCH, _BATCH_CHARS = 32, 500_000
"""Plain texts in one message, and their code points: reading one takes a millisecond, a message half of one."""

_START_SECONDS = 120.0
"""Importing the extract step takes about a second; far more on a cold, busy disk."""

_BROKEN = (EOFError, OSError, ValueError, pickle.UnpicklingError)
"""What reading and writing raise when the process, or its end of the pipe, is gone."""


class Worker:
    """One worker process, started when it is first needed, and anew after it died."""

    def __init__(self, extract: Extractor, limits: Limits) -> None:
        self._task = pickle.dumps((extract, limits))
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def run(self, records: list[RawRecord]) -> list[Extraction | Reject]:
        """Extract some records. Where they do not all come back in the time of one, each is tried by itself."""
        if len(records) > 1:
            try:
                return self._ask(records, threading.Event())
            except _BROKEN:
                self._stop()
        return [self._run_alone(record) for record in records]

    def _run_alone(self, record: RawRecord) -> Extraction | Reject:
        """Extract one record. A deadline missed, or two deaths over one record, make a reject of it.

        A second try is given after a death, not after a deadline: the system may have killed this worker for
        the memory that another one took.
        """
        for _ in range(2):
            expired = threading.Event()
            try:
                return self._ask([record], expired)[0]
            except _BROKEN:
                self._stop()
            if expired.is_set():
                seconds = self._limits.extract_seconds
                return failed(record, f"Reading the page took longer than {seconds:g} seconds and was stopped.")
        return failed(record, "The process that read the page died twice; the page may need too much memory.")

    def close(self) -> None:
        """Stop the process and start no other."""
        self._closed = True
        self._stop()

    def _ask(self, records: list[RawRecord], expired: threading.Event) -> list[Extraction | Reject]:
        process = self._process or self._start()
        _send(process, pickle.dumps(records, protocol=pickle.HIGHEST_PROTOCOL))
        answers: list[Extraction | Reject] = _receive(process, self._limits.extract_seconds, expired)
        return answers

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise EOFError
        self._process = process = subprocess.Popen(
            # -P: nothing is imported from the folder that the user happens to be in.
            [sys.executable, "-P", "-m", "copydesk.engines.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        try:
            _send(process, self._task)
            answer = _receive(process, _START_SECONDS, threading.Event())
        except _BROKEN:
            if self._closed:
                raise
            answer = "it ended at once"
        if answer != READY:
            self._stop()
            raise CopydeskError(f"A worker process could not be started: {answer}. `workers=0` does without.")
        return process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with contextlib.suppress(OSError), process:  # closes the pipes and waits
                pass


def _environment() -> dict[str, str]:
    """The caller's environment and import path. One thread for numerical libraries: the workers are many."""
    path = os.pathsep.join(entry or os.curdir for entry in sys.path)
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _send(process: subprocess.Popen[bytes], message: bytes) -> None:
    stream = _there(process.stdin)
    stream.write(message)
    stream.flush()


def _receive(process: subprocess.Popen[bytes], seconds: float, expired: threading.Event) -> Any:
    """The next answer; when `seconds` are over the process is killed and `expired` set, and EOFError follows."""

    def expire() -> None:
        expired.set()
        process.kill()

    deadline = threading.Timer(seconds, expire)
    deadline.start()
    try:
        return pickle.load(_there(process.stdout))  # noqa: S301 (the worker is our own process)
    finally:
        deadline.cancel()


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


class Pool:
    """Several workers behind one ordered stream. Used as a context manager; leaving it stops the workers.

    Plain text goes to them in batches, or with `text_here` is read in this process, where it can do no harm and a
    worker's start would cost more. A worker is started when there is work for it.
    """

    def __init__(self, extract: Extractor, *, workers: int, limits: Limits, text_here: bool = False) -> None:
        self._extract = extract
        self._limits = limits
        self._text_here = text_here
        self._workers = [Worker(extract, limits) for _ in range(workers)]
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="copydesk-extract")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def extract(self, items: Iterable[RawRecord | Reject]) -> Iterator[Extraction | Reject]:
        """What extraction makes of each record, in the order of `items`; rejects pass through in their place."""
        waiting: deque[Future[list[Extraction | Reject]]] = deque()
        for group in self._groups(items):
            if isinstance(group, list):
                waiting.append(self._threads.submit(self._run, group))
            elif waiting:
                waiting.append(Future())
                waiting[-1].set_result([self._here(group)])
            else:
                yield self._here(group)
            while len(waiting) > _AHEAD * len(self._workers):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _groups(self, items: Iterable[RawRecord | Reject]) -> Iterator[list[RawRecord] | RawRecord | Reject]:
        """What is dealt with here, and lists of what goes to a worker in one message."""
        batch: list[RawRecord] = []
        for item in items:
            plain = isinstance(item, RawRecord) and item.media is Media.TEXT
            full = len(batch) == _BATCH or sum(len(record.content) for record in batch) > _BATCH_CHARS
            if batch and (full or not plain):
                yield batch
                batch = []
            if isinstance(item, Reject) or (plain and self._text_here):
                yield item
            elif plain:
                batch.append(item)
            else:
                yield [item]
        if batch:
            yield batch

    def _here(self, item: RawRecord | Reject) -> Extraction | Reject:
        return item if isinstance(item, Reject) else attempt(self._extract, item, self._limits)

    def _run(self, records: list[RawRecord]) -> list[Extraction | Reject]:
        worker = self._idle.get()
        try:
            return worker.run(records)
        finally:
            self._idle.put(worker)
