"""Plain text: the decoded file is the page, unchanged, line ends as they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from copydesk.inputs.format import Format, Item, Opened
from copydesk.inputs.page_text import page_text
from copydesk.inputs.rejects import Code, UnreadError
from copydesk.model.raw import Media, RawRecord


def _read(opened: Opened) -> Iterator[Item]:
    data = opened.stream.whole(opened.limits.file_bytes)
    content = page_text(data)
    if len(content) > opened.limits.page_chars:
        reason = f"One page may have {opened.limits.page_chars:,} characters: cut the file into its pages."
        raise UnreadError(Code.TOO_LARGE, reason)
    yield RawRecord(opened.source, None, hashlib.sha256(data).hexdigest(), Media.TEXT, content)


PLAIN = Format("plain text", frozenset({".md", ".markdown"}), None, _read)
"""The format of last resort: also `.txt`, `.text`, no or an unknown suffix, unless the content tells another."""
