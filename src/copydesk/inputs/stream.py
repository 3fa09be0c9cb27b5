"""The bytes of one file, read in pieces, with a look at how they begin."""

from __future__ import annotations

import codecs
import os
import stat
from types import TracebackType
from typing import Final, Protocol, Self

from copydesk.inputs.rejects import Code, UnreadError, amount

CHUNK_BYTES: Final = 1024 * 1024
HEAD_BYTES: Final = 64 * 1024
"""What is looked at to tell the format."""


class Bytes(Protocol):
    """Gives up to `n_bytes` bytes, none at the end."""

    def read(self, n_bytes: int, /) -> bytes:
        """Read on.

        Raises:
            UnreadError: The rest can't be read.
        """


class DiskFile:
    """A regular file opened for reading; `size` is its bytes when it was opened, `taken` those read so far."""

    def __init__(self, path: str) -> None:
        # A pipe put in the file's place since the walk must not block; it is then seen to be none.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(path, flags)
        except FileNotFoundError as error:
            raise UnreadError(Code.MISSING, "The file was gone when it was to be read: try again.") from error
        except OSError as error:
            raise _refused(error) from error
        self._file = os.fdopen(descriptor, "rb", buffering=0)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            self._file.close()
            raise UnreadError(Code.SPECIAL_FILE, "A pipe, device or socket has taken the file's place.")
        self.size: Final = status.st_size
        self.taken = 0

    def read(self, n_bytes: int, /) -> bytes:
        """Read on; see `Bytes.read`."""
        try:
            data = self._file.read(n_bytes)
        except OSError as error:
            raise _refused(error) from error
        self.taken += len(data)
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _refused(error: OSError) -> UnreadError:
    return UnreadError(Code.UNREADABLE, f"The system does not give it out ({error.strerror}): check permissions.")


class Stream:
    """Bytes with a look ahead. What goes wrong beyond the bytes looked at is raised where they are read.

    `size` is how many there will be, null where that is not known before they are unpacked.
    """

    def __init__(self, source: Bytes, size: int | None = None) -> None:
        self._source = source
        self._size = size
        self._head = b""
        self._stop: UnreadError | None = None

    def peek(self) -> bytes:
        """The next `HEAD_BYTES` bytes, or all there are; they stay to be read."""
        pieces = [self._head]
        held = len(self._head)
        while held < HEAD_BYTES and self._stop is None:
            try:
                piece = self._source.read(HEAD_BYTES - held)
            except UnreadError as stop:
                self._stop = stop
                break
            if not piece:
                break
            pieces.append(piece)
            held += len(piece)
        self._head = b"".join(pieces)
        return self._head

    @property
    def stopped(self) -> bool:
        """Whether the look ahead met something that will be raised."""
        return self._stop is not None

    def read(self, n_bytes: int = CHUNK_BYTES, /) -> bytes:
        """Read on; see `Bytes.read`."""
        if self._head:
            part, self._head = self._head[:n_bytes], self._head[n_bytes:]
            return part
        if self._stop is not None:
            raise self._stop
        return self._source.read(n_bytes)

    def whole(self, cap: int) -> bytes:
        """All bytes of a file that holds one page.

        Raises:
            UnreadError: `too_large` beyond `cap` bytes (not read at all where the size is known), or why reading
                stopped.
        """
        pieces: list[bytes] = []
        held = self._size if self._size is not None and self._size > cap else 0
        while held <= cap and (piece := self.read(min(CHUNK_BYTES, cap + 1 - held))):
            pieces.append(piece)
            held += len(piece)
        if held > cap:
            reason = f"One page may be {amount(cap)}, and this file is larger: cut it into its pages."
            raise UnreadError(Code.TOO_LARGE, reason)
        return b"".join(pieces)


class Transcoded:
    """Bytes of UTF-16 or UTF-32 as UTF-8, so that lines can be cut at `\\n`."""

    def __init__(self, source: Bytes, codec: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(codec)(errors="replace")

    def read(self, n_bytes: int, /) -> bytes:
        """Read on; may give more than `n_bytes` bytes. See `Bytes.read`."""
        while piece := self._source.read(n_bytes):
            if text := self._decoder.decode(piece):
                return text.encode()
        return self._decoder.decode(b"", final=True).encode()
