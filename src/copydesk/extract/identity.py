"""Identity of a page: the same input gives the same id, whatever the order or the number of builds."""

from __future__ import annotations

import hashlib
import json

from copydesk.model.raw import RawRecord

_encode = json.JSONEncoder().encode
"""JSON of one text; to encode an array takes it five times as long."""


def page_id(record: RawRecord) -> str:
    """`p` and 16 hex digits of SHA-256 over source, record id and the SHA-256 of the content.

    Where the input says something beside the content (its id, title, day, ...), the SHA-256 of the raw bytes counts
    too: a record of which another title or day is told is another page, else what was read first would decide.

    They are joined as a JSON array, in which no value can pass for another's end: a null record id differs from an
    empty one, and a source from one with a longer id. With 64 bits, a collision is to be expected in billions of
    pages.
    """
    content = hashlib.sha256(record.content.encode("utf-8", "surrogatepass")).hexdigest()
    name = "null" if record.record_id is None else _encode(record.record_id)
    parts = [_encode(record.source), name, _encode(content)]
    if _told_beside(record):
        parts.append(_encode(record.sha256))
    return "p" + hashlib.sha256(f"[{', '.join(parts)}]".encode("ascii")).hexdigest()[:16]


def _told_beside(record: RawRecord) -> bool:
    """Whether the raw bytes hold more than the content."""
    beside = (record.url, record.site, record.title, record.byline, record.language, record.published)
    return any(value is not None for value in (record.record_id, *beside, record.retrieved))
