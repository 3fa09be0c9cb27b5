"""HTML: one page a file, decoded as it declares itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from copydesk.inputs.format import Format, Item, Opened
from copydesk.inputs.page_text import page_text
from copydesk.model.raw import Media, RawRecord

_DECLARED_WITHIN: Final = 8 * 1024
"""Bytes in which the declaration must stand. Browsers look at 1,024; scripts before it push it down."""
_META: Final = re.compile(rb"<meta\s[^>]{0,500}?charset\s{0,9}=[\s\"']{0,9}([a-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML: Final = re.compile(
    rb"\s{0,99}<\?xml\s[^>]{0,99}?encoding\s{0,9}=[\s\"']{0,9}([a-z0-9_.:-]{1,40})", re.IGNORECASE
)


def declared_charset(data: bytes) -> str | None:
    """The label that the page gives its encoding, in a `<meta>` or its XML declaration."""
    head = data[:_DECLARED_WITHIN]
    found = _META.search(head) or _XML.match(head)
    return found[1].decode("ascii") if found else None


def _read(opened: Opened) -> Iterator[Item]:
    data = opened.stream.whole(opened.limits.file_bytes)
    content = page_text(data, declared_charset(data))
    yield RawRecord(opened.source, None, hashlib.sha256(data).hexdigest(), Media.HTML, content)


HTML = Format(
    "HTML",
    frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    # Elements that open a saved page or a part of one (after WHATWG MIME Sniffing, section 7.1).
    re.compile(
        r"<(?:!doctype\s{1,9}html|html|head|body|title|meta|link|script|style|base|article|main|section|div|table|h1|p)[\s/>]"
    ),
    _read,
)
