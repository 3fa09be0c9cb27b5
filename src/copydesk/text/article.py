"""A page as it is read for what it says: swapped words put back, cut into sentences, each with its label."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.restored import Restored, restored_text
from copydesk.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points into the restored text, and the label of the segment that it stands in."""

    begin: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Article:
    """A page's restored text, and the sentences of the segments that were asked for, in order."""

    page: Page
    restored: Restored
    sentences: tuple[Sentence, ...]


def read_article(
    page: Page,
    segments: Sequence[Segment],
    substitutions: Sequence[Substitution],
    labels: Set[Label],
    *,
    confidence: float = 0.0,
) -> Article:
    """Read the segments with these labels. `segments`, `substitutions` are the page's own, ascending by begin.

    Words are put back where the substitution has at least this `confidence`.
    """
    restored = restored_text(page.text, substitutions, confidence=confidence)
    found = []
    for segment in segments:
        if segment.label in labels:
            begin, end = restored.of_page(segment.begin, segment.end)
            for first, last in sentences(restored.text, begin, end, page.language or "en"):
                found.append(Sentence(first, last, segment.label))
    return Article(page, restored, tuple(found))
