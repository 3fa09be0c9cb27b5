"""Pages and witnesses for the tests of dates."""

from __future__ import annotations

from typing import Any

from copydesk.model.date import DateCandidate
from copydesk.model.page import Label, Page, Segment


def page(page_id: str = "p1", text: str = "The ferry sailed.", **fields: Any) -> Page:
    """A page of which nothing is known but its text."""
    known: dict[str, Any] = dict.fromkeys(Page.__dataclass_fields__) | {
        "page_id": page_id,
        "source": f"{page_id}.txt",
        "origin_ids": (),
        "n_words": len(text.split()),
        "sha256": "0" * 64,
        "text": text,
    }
    return Page(**(known | fields))


def candidate(
    kind: str, value: str | None, begin: int | None = None, end: int | None = None, page_id: str = "p1"
) -> DateCandidate:
    """A witness without a verdict."""
    return DateCandidate(page_id, begin, end, kind, value, None, None, None, None, None)


def laid_out(page_id: str, *parts: tuple[str, Label]) -> tuple[str, list[Segment]]:
    """The text of a page with the parts as paragraphs, and their segments."""
    text, segments = "", []
    for piece, label in parts:
        begin = len(text)
        text += f"{piece}\n\n"
        segments.append(Segment(page_id, begin, len(text), label))
    return text, segments
