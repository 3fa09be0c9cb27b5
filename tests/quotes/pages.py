"""Invented pages for the tests of quotations."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.model.page import Label, Page, Segment
from copydesk.quotes.utterance import Quotation, quotations_of


def page(text: str, page_id: str = "p1") -> Page:
    return Page(
        page_id=page_id,
        source=f"{page_id}.txt",
        record_id=None,
        url=None,
        site=None,
        title=None,
        byline=None,
        dateline=None,
        language="en",
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=len(text.split()),
        sha256="0" * 64,
        text=text,
    )


def labelled(*parts: tuple[Label, str]) -> tuple[Page, tuple[Segment, ...]]:
    """A page of paragraphs with their labels."""
    segments: list[Segment] = []
    text = ""
    for label, part in parts:
        begin = len(text)
        text += part + "\n\n"
        segments.append(Segment("p1", begin, len(text), label))
    return page(text), tuple(segments)


def read(text: str) -> tuple[Quotation, ...]:
    return quotations_of(page(text))


def texts(found: Iterable[Quotation]) -> list[str]:
    return [quotation.text for quotation in found]
