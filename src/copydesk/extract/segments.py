"""Segments: the parts of a page as rows that cover its text."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.inline import Part
from copydesk.model.page import Label, Segment


def cover(page_id: str, text: str, parts: Sequence[Part]) -> tuple[Segment, ...]:
    """Segments over the whole of `text`, in order, without gaps or overlaps.

    White space between two parts goes to the first of them, that before the first part to the first. `parts`
    are in text order and do not overlap. A text without parts is one segment `other`.
    """
    if not parts:
        return (Segment(page_id, 0, len(text), Label.OTHER),) if text else ()
    begins = [0, *(part.begin for part in parts[1:])]
    ends = [*begins[1:], len(text)]
    return tuple(
        Segment(page_id, begin, end, part.label) for begin, end, part in zip(begins, ends, parts, strict=True)
    )
