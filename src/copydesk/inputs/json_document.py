"""JSON documents: an array of records, one record, several one after the other, or one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from copydesk.inputs.format import Format, Item, Opened
from copydesk.inputs.json_records import Piece, json_stream, records
from copydesk.inputs.jsonl import read_lines
from copydesk.inputs.rejects import Code, UnreadError
from copydesk.inputs.stream import Stream

_BETWEEN: Final = re.compile(rb"[\s,]*+")
_STRING: Final = re.compile(rb"[^\"\\]*+(?:\\.[^\"\\]*+)*+", re.DOTALL)
_MARK: Final = re.compile(rb"[\"{}\[\]]")
_MARK_OR_COMMA: Final = re.compile(rb"[\"{}\[\],]")


def items(stream: Stream, cap: int) -> Iterator[Piece]:
    """Cut out the items of an array (or of values that follow each other), numbered from 1, without parsing them.

    An item of more than `cap` bytes is not held: it is yielded as null. A bad item ends at its comma or bracket,
    so the next ones are found.

    Raises:
        UnreadError: `truncated` where the document ends within the array or an item.
    """
    cutter = _Cutter(cap)
    while chunk := stream.read():
        yield from cutter.cut(chunk)
    yield from cutter.end()


class _Cutter:
    """Where the cut stands between two chunks: in an array, in an item so many levels deep, in a string."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._number = 0
        self._in_array = False
        self._in_item = False
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._held: list[bytes] = []
        self._n_held = 0

    def cut(self, chunk: bytes) -> Iterator[Piece]:
        begin = at = 0
        while at < len(chunk):
            if not self._in_item:
                begin = at = self._open(chunk, at)
                continue
            at, ended = self._string(chunk, at) if self._in_string else self._structure(chunk, at)
            if ended:
                yield self._close(chunk[begin:at])
        if self._in_item:
            self._hold(chunk[begin:])

    def end(self) -> Iterator[Piece]:
        """What is left is an item if it may end here: a value that stands alone, all its brackets closed."""
        if self._in_array or self._in_string or self._depth:
            reason = (
                "The JSON ends before this item or its array does: the file was cut short, or a quotation mark or "
                "bracket is missing."
            )
            raise UnreadError(Code.TRUNCATED, reason)
        if self._in_item:
            yield self._close(b"")

    def _open(self, chunk: bytes, at: int) -> int:
        """Go over what stands between items, to where one begins (or the chunk ends)."""
        found = _BETWEEN.match(chunk, at)
        at = found.end() if found else at
        mark = chunk[at : at + 1]
        if mark == (b"]" if self._in_array else b"["):
            self._in_array = not self._in_array
            return at + 1
        self._in_item = bool(mark)
        return at

    def _string(self, chunk: bytes, at: int) -> tuple[int, bool]:
        if self._escaped:
            self._escaped = False
            return at + 1, False
        found = _STRING.match(chunk, at)
        at = found.end() if found else at
        mark = chunk[at : at + 1]
        self._in_string = mark != b'"'
        self._escaped = mark == b"\\"
        return at + 1, False

    def _structure(self, chunk: bytes, at: int) -> tuple[int, bool]:
        """Go on to behind the next mark; the item ends there, or before a mark that is not its own."""
        found = (_MARK if self._depth else _MARK_OR_COMMA).search(chunk, at)
        if found is None:
            return len(chunk), False
        mark, at = found[0], found.end()
        if mark == b'"':
            self._in_string = True
        elif mark in b"{[":
            self._depth += 1
        elif mark == b"," or (not self._depth and mark == b"]" and self._in_array):
            return at - 1, True
        else:
            self._depth = max(0, self._depth - 1)
            return at, not self._depth
        return at, False

    def _hold(self, part: bytes) -> None:
        self._n_held += len(part)
        if self._n_held <= self._cap:
            self._held.append(part)
        else:
            self._held.clear()

    def _close(self, part: bytes) -> Piece:
        self._hold(part)
        self._number += 1
        raw = b"".join(self._held).rstrip() if self._n_held <= self._cap else None
        self._in_item = False
        self._held.clear()
        self._n_held = 0
        return self._number, raw


def _read(opened: Opened) -> Iterator[Item]:
    stream = json_stream(opened)
    if _is_lines(stream.peek()):
        return read_lines(opened, stream)
    return records(items(stream, opened.limits.line_bytes), opened, "item")


def _is_lines(head: bytes) -> bool:
    """Whether each line is an object of its own. The first line tells; where it is broken, the second."""
    first, *others = (line.strip() for line in head.lstrip().split(b"\n", 2))
    if not first.startswith(b"{"):
        return False
    if not others or first.endswith(b"}"):
        return True
    if others[0].startswith(b"{") and not first.endswith((b"{", b"[", b",", b":")):
        return True
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


JSON = Format(
    "JSON",
    frozenset({".json"}),
    re.compile(r"(?:\[\s{0,20})?\{\s{0,20}\"[^\"\n]{1,60}\"\s{0,9}:"),
    _read,
)
