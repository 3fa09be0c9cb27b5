"""MHTML, the web page that a browser saves as a single file (RFC 2557): its first HTML part is the page."""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Final

from copydesk.inputs.dates import iso_date
from copydesk.inputs.fields import address
from copydesk.inputs.format import Format, Item, Opened
from copydesk.inputs.html import declared_charset
from copydesk.inputs.page_text import page_text
from copydesk.inputs.rejects import Code, UnreadError
from copydesk.model.raw import Media, RawRecord

_HEADER_BYTES: Final = 32 * 1024
_MAX_PARTS: Final = 500
"""Parts looked at; browsers write the page first."""
_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")
_HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})


def _read(opened: Opened) -> Iterator[Item]:
    data = opened.stream.whole(opened.limits.file_bytes)
    top, body = _parted(data)
    header, payload = _html_part(top, body)
    page = _unwrapped(payload, str(header.get("Content-Transfer-Encoding", "")))
    yield RawRecord(
        source=opened.source,
        record_id=None,
        sha256=hashlib.sha256(data).hexdigest(),
        media=Media.HTML,
        content=page_text(page, header.get_content_charset() or declared_charset(page)),
        url=address(str(top.get("Snapshot-Content-Location") or header.get("Content-Location") or "")),
        retrieved=iso_date(str(top.get("Date", ""))),
    )


def _parted(data: bytes) -> tuple[Message, bytes]:
    """The header of a message or part, and what follows it."""
    blank = _BLANK_LINE.search(data, 0, _HEADER_BYTES)
    end, begin = blank.span() if blank else (0, 0)
    return BytesHeaderParser().parsebytes(data[:end]), data[begin:]


def _html_part(top: Message, body: bytes) -> tuple[Message, bytes]:
    """The first HTML part. Parts are cut at the outer boundary only, so nesting can't be made to cost."""
    boundary = top.get_boundary()
    if boundary is None and top.get_content_type() in _HTML_TYPES and "Content-Type" in top:
        return top, body
    cut = b"--" + (boundary or "").encode("utf-8", errors="replace")
    begin = body.find(cut) if boundary else -1
    for _ in range(_MAX_PARTS):
        if begin < 0:
            break
        end = body.find(b"\n" + cut, begin + 1)
        line_end = body.find(b"\n", begin)
        header, payload = _parted(body[line_end + 1 : end if end >= 0 else None])
        if header.get_content_type() in _HTML_TYPES:
            return header, payload
        begin = end + 1 if end >= 0 else -1
    raise UnreadError(Code.NO_TEXT, "The web archive holds no HTML part: save the page again, or as HTML.")


def _unwrapped(payload: bytes, encoding: str) -> bytes:
    try:
        match encoding.strip().lower():
            case "quoted-printable":
                return binascii.a2b_qp(payload)
            case "base64":
                return binascii.a2b_base64(payload)
            case _:
                return payload
    except binascii.Error as error:
        raise UnreadError(Code.UNDECODABLE, "The HTML part is damaged base64: save the page again.") from error


MHTML = Format("MHTML", frozenset({".mhtml", ".mht"}), re.compile("from: <saved by "), _read)
