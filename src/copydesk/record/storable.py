"""Text that every store and format can write: Unicode without lone surrogates."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from copydesk.model.raw import RawRecord, Reject

_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(item: RawRecord | Reject) -> RawRecord | Reject:
    """The item with each lone surrogate of its texts replaced.

    JSON can spell half a surrogate pair (`"\\ud83d"`), and no encoding can write it. In a source it is shown as
    it was spelt, so that two names stay two; elsewhere U+FFFD stands for it, one for one, so that offsets hold.
    """
    changed: dict[str, Any] = {
        field.name: _spelt(value) if field.name == "source" else _SURROGATE.sub("\ufffd", value)
        for field in dataclasses.fields(item)
        if isinstance(value := getattr(item, field.name), str) and not _can_be_written(value)
    }
    return dataclasses.replace(item, **changed) if changed else item


def _spelt(text: str) -> str:
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _can_be_written(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
