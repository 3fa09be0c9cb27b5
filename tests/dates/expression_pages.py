"""Invented pages for the tests of the dates stage."""

from __future__ import annotations

from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Substitution


def page_of(text: str, *, published: str | None = "2023-06-14", language: str | None = "en") -> Page:
    """A page with this text; everything that is not given is null."""
    return Page(
        page_id="p1", source="p1.txt", record_id=None, url=None, site=None, title=None, byline=None, dateline=None,
        language=language, published=published, published_basis=None, published_confidence=None, retrieved=None,
        wording=None, wording_confidence=None, origin_ids=(), n_words=len(text.split()), sha256="0" * 64, text=text,
    )  # fmt: skip


def segments_of(text: str, *parts: tuple[str, Label]) -> tuple[Segment, ...]:
    """Segments that cover the text: each part by its words, body between them."""
    found, at = [], 0
    for words, label in parts:
        begin = text.index(words, at)
        if begin > at:
            found.append(Segment("p1", at, begin, Label.BODY))
        at = begin + len(words)
        found.append(Segment("p1", begin, at, label))
    if at < len(text):
        found.append(Segment("p1", at, len(text), Label.BODY))
    return tuple(found)


def swap(text: str, words: str, restored: str) -> Substitution:
    """The first place of `words`, which stand for `restored`."""
    begin = text.index(words)
    return Substitution("p1", begin, begin + len(words), words, restored, "lexicon", None, None, None, 0.9)
