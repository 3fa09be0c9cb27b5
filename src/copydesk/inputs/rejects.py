"""Why an input gives no page: the stable codes, and the error that carries one up to the reader of the file."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Why there is no page. The codes are stable; `docs/inputs.md` says what to do about each."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    SPECIAL_FILE = "special_file"
    LINK = "link"
    EMPTY_FOLDER = "empty_folder"
    TOO_DEEP = "too_deep"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    LINE_TOO_LONG = "line_too_long"
    BOMB = "bomb"
    TRUNCATED = "truncated"
    UNSUPPORTED = "unsupported"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    BAD_JSON = "bad_json"
    NO_TEXT = "no_text"


class UnreadError(Exception):
    """The rest of a file can't be read. Never leaves `copydesk.inputs`: it becomes a `Reject`."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def amount(n_bytes: int) -> str:
    """A number of bytes as a person reads it: `17 bytes`, `32 MiB`, `1.5 GiB`."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if n_bytes >= 1024**power:
            return f"{n_bytes / 1024**power:.3g} {unit}"
    return f"{n_bytes} bytes"
