"""Reading in the tests: a file or folder, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from copydesk.inputs import read
from copydesk.limits import LIMITS, Limits
from copydesk.model.raw import RawRecord, Reject

NEWS = "The harbour board of Nordhaven said it would not reopen the north quay before spring.\n"


def all_of(*paths: str | Path, limits: Limits = LIMITS) -> list[RawRecord | Reject]:
    """Everything that reading the paths yields."""
    return list(read(paths, limits=limits))


def record(path: str | Path, limits: Limits = LIMITS) -> RawRecord:
    """The one record that the path holds."""
    (item,) = all_of(path, limits=limits)
    assert isinstance(item, RawRecord), item
    return item


def reject(path: str | Path, limits: Limits = LIMITS) -> Reject:
    """The one reject that the path gives."""
    (item,) = all_of(path, limits=limits)
    assert isinstance(item, Reject), item
    return item


def outcome(items: Iterable[RawRecord | Reject]) -> list[tuple[str | None, str]]:
    """Of each item its id and its content or code."""
    return [(item.record_id, item.content if isinstance(item, RawRecord) else item.code) for item in items]


def as_lines(*objects: object) -> bytes:
    """The objects as JSON Lines."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode()
