"""The bytes of one page as text that every later step can write: decoded, and free of what breaks outputs."""

from __future__ import annotations

import re
from typing import Final

from copydesk.inputs.rejects import Code, UnreadError
from copydesk.text.decode import decode, is_binary

_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")


def page_text(data: bytes, declared: str | None = None) -> str:
    """Decode the bytes of a page. NUL is read as U+FFFD, so every offset stays what it is in the file.

    Raises:
        UnreadError: `empty`, `binary` or `undecodable`.
    """
    if is_binary(data):
        raise UnreadError(Code.BINARY, "This is no text: save the page as text or HTML.")
    decoded = decode(data, declared)
    if decoded is None:
        raise UnreadError(Code.UNDECODABLE, "No encoding makes text of the bytes: save the page as UTF-8.")
    if not decoded.text or decoded.text.isspace():
        raise UnreadError(Code.EMPTY, "There is nothing in it: get the page again, or drop the file.")
    return writable(decoded.text)


def writable(text: str) -> str:
    """Put U+FFFD for NUL (SQLite and lxml stop there) and for surrogates alone (UTF-8 has none)."""
    if "\x00" not in text:
        try:
            text.encode()  # ten times as fast as looking for surrogates with an expression
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _BROKEN.sub("\ufffd", text)
