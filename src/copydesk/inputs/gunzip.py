"""Unpacking gzip as a stream, with caps: of a bomb no more is unpacked than the caps allow."""

from __future__ import annotations

import zlib
from typing import Final

from copydesk.inputs.rejects import Code, UnreadError, amount
from copydesk.inputs.stream import Bytes
from copydesk.limits import Limits

MAGIC: Final = b"\x1f\x8b"
_FEED_BYTES: Final = 16 * 1024
"""Packed bytes handed over at once. Small, because all that is left is copied at the end of each member."""
_RATIO_FROM: Final = 1024 * 1024
"""Unpacked bytes from which on the ratio counts: below that no ratio does harm, and blank pages pack well."""
_GZIP: Final = 31
"""zlib's `wbits` for a gzip header and check sum around a window of 32 KiB."""


class Gunzip:
    """The unpacked bytes of one gzip file, all its members one after the other."""

    def __init__(self, packed: Bytes, limits: Limits) -> None:
        self._packed = packed
        self._limits = limits
        self._member = zlib.decompressobj(_GZIP)
        self._fed = b""
        self._n_packed = 0
        self._n_unpacked = 0

    def read(self, n_bytes: int, /) -> bytes:
        """Read on.

        Raises:
            UnreadError: `truncated` where the file ends early or is damaged, `bomb` beyond the caps on what a
                file may unpack to.
        """
        while not (self._member.eof and self._at_end()):
            ended = not self._fed and not self._feed()
            unpacked = self._unpack(n_bytes)
            if unpacked:
                self._n_unpacked += len(unpacked)
                self._check()
                return unpacked
            if ended and not self._member.eof:
                reason = "The gzip file was cut short; what comes after this place is lost: get it again."
                raise UnreadError(Code.TRUNCATED, reason)
        return b""

    def _unpack(self, n_bytes: int) -> bytes:
        try:
            unpacked = self._member.decompress(self._fed, n_bytes)
        except zlib.error as error:
            reason = "The gzip file is damaged at or before this place: get it again."
            raise UnreadError(Code.TRUNCATED, reason) from error
        self._fed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return unpacked

    def _feed(self) -> bool:
        self._fed = self._packed.read(_FEED_BYTES)
        self._n_packed += len(self._fed)
        return bool(self._fed)

    def _at_end(self) -> bool:
        """After a member: null bytes are padding (as gzip takes them), the magic begins another member."""
        self._fed = self._fed.lstrip(b"\x00")
        while not self._fed:
            if not self._feed():
                return True
            self._fed = self._fed.lstrip(b"\x00")
        if not self._fed.startswith(MAGIC[: len(self._fed)]):
            reason = "Behind the end of the gzip data the file goes on with something else: unpack it by hand."
            raise UnreadError(Code.TRUNCATED, reason)
        self._member = zlib.decompressobj(_GZIP)
        return False

    def _check(self) -> None:
        limits = self._limits
        if self._n_unpacked > limits.archive_bytes:
            reason = f"The file unpacks to more than {amount(limits.archive_bytes)}: unpack it, and give the parts."
            raise UnreadError(Code.BOMB, reason)
        if self._n_unpacked > max(_RATIO_FROM, limits.archive_ratio * self._n_packed):
            reason = (
                f"The file unpacks to more than {limits.archive_ratio} times its size, as only a file made to fill "
                "memory does: unpack it by hand if you trust it."
            )
            raise UnreadError(Code.BOMB, reason)
