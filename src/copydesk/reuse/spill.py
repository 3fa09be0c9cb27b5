"""Shingles that wait for their turn: in memory where one turn takes all, else in files that have no name."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from types import TracebackType
from typing import IO, Self

import numpy as np
from numpy.typing import NDArray


class Spill:
    """Codes (uint64) and places (uint32) by the turn in which they are grouped.

    With more than one turn they are written to files in the folder for temporary ones (`TMPDIR`), 12 bytes a shingle
    in all; the system takes the files away with the process, however it ends.
    """

    def __init__(self, turns: int) -> None:
        self._open = ExitStack()
        self._turns = turns
        self._kept: list[tuple[NDArray[np.uint64], NDArray[np.uint32]]] = []
        self._files: list[tuple[IO[bytes], IO[bytes]]] = []

    def __enter__(self) -> Self:
        if self._turns > 1:
            self._files = [(self._file(), self._file()) for _ in range(self._turns)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def put(self, code: NDArray[np.uint64], place: NDArray[np.uint32], bounds: NDArray[np.int64]) -> None:
        """Add shingles; those of turn t are [bounds[t], bounds[t + 1])."""
        if not self._files:
            self._kept.append((code, place))
            return
        for turn, (codes, places) in enumerate(self._files):
            part = slice(bounds[turn], bounds[turn + 1])
            code[part].tofile(codes)
            place[part].tofile(places)

    def take(self, turn: int) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """The shingles of a turn, in the order in which they were put; they are gone from here then."""
        if not self._files:
            kept, self._kept = self._kept, []
            codes, places = [one for one, _ in kept], [one for _, one in kept]
            return np.concatenate([np.empty(0, np.uint64), *codes]), np.concatenate([np.empty(0, np.uint32), *places])
        files = self._files[turn]
        for file in files:
            file.seek(0)
        code, place = np.fromfile(files[0], np.uint64), np.fromfile(files[1], np.uint32)
        for file in files:
            file.close()
        return code, place

    def _file(self) -> IO[bytes]:
        return self._open.enter_context(tempfile.TemporaryFile(prefix="copydesk-"))
