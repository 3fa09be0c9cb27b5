"""Identity of a page: the same input gives the same id, whatever the order or the number of builds."""

from __future__ import annotations

import hashlib
import json

from copydesk.model.raw import RawRecord

OF_CONTENT = 5
"""Hex digits of an id that the content alone gives: enough to put the pages of a story in their order. The others
tell copies of one content apart: of 100,000 such, two have one id in one pile of 3,500."""

_encode = json.JSONEncoder().encode
"""JSON of one text; to encode an array takes it five times as long."""


def page_id(record: RawRecord) -> str:
    """`p` and 16 hex digits: the last OF_CONTENT of the SHA-256 of the content, then the first of one over source,
    record id and the SHA-256 of the content.

    So pages are in the order of their contents: where a stage can't tell two pages apart by anything else, the first
    of them is the same whatever the folder is called that they are read from.

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
    whole = hashlib.sha256(f"[{', '.join(parts)}]".encode("ascii")).hexdigest()
    return "p" + content[-OF_CONTENT:] + whole[: 16 - OF_CONTENT]


def _told_beside(record: RawRecord) -> bool:
    """Whether the raw bytes hold more than the content."""
    beside = (record.url, record.site, record.title, record.byline, record.language, record.published)
    return any(value is not None for value in (record.record_id, *beside, record.retrieved))
