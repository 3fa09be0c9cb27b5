"""Identity of a page: the same input gives the same id, whatever the order or the number of builds."""

from __future__ import annotations

import hashlib
import json

from copydesk.model.raw import RawRecord

_encode = json.JSONEncoder().encode
"""JSON of one text; to encode an array takes it five times as long."""


def page_id(record: RawRecord) -> str:
    """`p` and 16 hex digits of SHA-256 over source, record id and the SHA-256 of the content.

    The three are joined as a JSON array, in which no value can pass for another's end: a null record id differs
    from an empty one, and a source from one with a longer id. With 64 bits, a collision is to be expected in
    billions of pages.
    """
    content = hashlib.sha256(record.content.encode("utf-8", "surrogatepass")).hexdigest()
    name = "null" if record.record_id is None else _encode(record.record_id)
    key = f"[{_encode(record.source)}, {name}, {_encode(content)}]"
    return "p" + hashlib.sha256(key.encode("ascii")).hexdigest()[:16]
