"""A page as it is read for what it says: swapped words put back, cut into sentences, each with its label."""

from __future__ import annotations

import bisect
from collections.abc import Container, Sequence
from dataclasses import dataclass

from copydesk.model.page import Label, Page, Segment
from copydesk.text.restored import Restored
from copydesk.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points into the restored text, and the label of the segment that it stands in."""

    begin: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Article:
    """A page's restored text, and sentences of the segments that were asked for, in order."""

    page: Page
    restored: Restored
    sentences: tuple[Sentence, ...]


def read_article(
    page: Page, restored: Restored, segments: Sequence[Segment], labels: Container[Label], places: Sequence[int]
) -> Article:
    """Cut into sentences the segments with these labels that hold one of `places`.

    `segments` are the page's own, ascending by begin; `places` are code points into the text of `restored`,
    ascending. The other segments are left whole and out: on most pages few lines name anybody, and cutting all of
    them took half of the time of the stage that asks.
    """
    found = []
    for segment in segments:
        if segment.label in labels:
            begin, end = (
                restored.of_page(segment.begin, segment.end) if restored.cuts else (segment.begin, segment.end)
            )
            at = bisect.bisect_left(places, begin)
            if at < len(places) and places[at] < end:
                for first, last in sentences(restored.text, begin, end, page.language or "en"):
                    found.append(Sentence(first, last, segment.label))
    return Article(page, restored, tuple(found))
