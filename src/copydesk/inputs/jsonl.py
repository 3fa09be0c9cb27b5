"""JSON Lines: one record a line, files of any size, read with the memory of one line."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.inputs.format import Format, Item, Opened
from copydesk.inputs.json_records import Piece, json_stream, records
from copydesk.inputs.stream import Stream


def read_lines(opened: Opened, stream: Stream) -> Iterator[Item]:
    """Yield the records of the lines; blank lines are passed over."""
    return records(lines(stream, opened.limits.line_bytes), opened, "line")


def lines(stream: Stream, cap: int) -> Iterator[Piece]:
    """Yield each line that is not blank, numbered from 1, without its end (`\\n` or `\\r\\n`).

    A line of more than `cap` bytes is not held: it is yielded as null.
    """
    number = 0
    rest = b""
    skipping = False
    while chunk := stream.read():
        ended = (rest + chunk).split(b"\n")
        rest = ended.pop()
        for line in ended:
            number += 1
            if skipping or len(line) > cap:
                skipping = False
                yield number, None
            elif line and not line.isspace():
                yield number, line.removesuffix(b"\r")
        if len(rest) > cap:
            skipping, rest = True, b""
    if skipping:
        yield number + 1, None
    elif rest and not rest.isspace():
        yield number + 1, rest if len(rest) <= cap else None


def _read(opened: Opened) -> Iterator[Item]:
    return read_lines(opened, json_stream(opened))


JSONL = Format("JSON Lines", frozenset({".jsonl", ".ndjson", ".jl"}), None, _read)
