"""What an input yields: a record as it was found, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """How the content of a raw record is to be read."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One page as an input found it, decoded but not interpreted.

    `sha256` is of the raw bytes (for a record of a JSON Lines file: of its line without the line end). The
    metadata is what the input itself says beside the content; null where it says nothing.
    """

    source: str
    record_id: str | None
    sha256: str
    media: Media
    content: str
    url: str | None = None
    site: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that gave no page: where it was, why, and what the user can do about it.

    `code` is stable (`empty`, `binary`, `too_large`, ...); `reason` is a sentence.
    """

    source: str
    record_id: str | None
    code: str
    reason: str
