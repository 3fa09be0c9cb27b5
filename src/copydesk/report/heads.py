"""What the lists say of a page: how it is called, where it was found, how much of it also stands elsewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.page import Label, Page, Segment
from copydesk.model.reuse import Passage
from copydesk.report.hostile import host_of, line

_NAME = 80
"""Code points of a name that is taken from the text, for want of a title."""


@dataclass(frozen=True, slots=True)
class Head:
    """A page without its text, how it is called, and where it belongs.

    `reused` is the share of its article text (in code points) that also stands elsewhere in the pile.
    """

    page: Page
    name: str
    outlet: str
    reused: float
    stories: tuple[str, ...]


def head_of(page: Page, segments: Sequence[Segment], passages: Sequence[Passage], stories: tuple[str, ...]) -> Head:
    """Make the head of a page from its segments (in text order), its passages and its stories."""
    return Head(
        page=dataclasses.replace(page, text=""),
        name=line(page.title) or _first_words(page, segments) or "Untitled page",
        outlet=line(page.site, 80)
        or host_of(page.url)
        or line(page.source.rsplit("/", 1)[-1], 80)
        or "site not known",
        reused=_reused(page, segments, passages),
        stories=stories,
    )


def _first_words(page: Page, segments: Sequence[Segment]) -> str:
    """The headline, else the beginning of the article, else of whatever there is; a banner says nothing of a page."""
    for label in (Label.HEADLINE, Label.BODY):
        for segment in segments:
            if segment.label is label and (words := line(page.text[segment.begin : segment.end], _NAME)):
                return words
    return line(page.text[:2000].strip().split("\n", 1)[0], _NAME)


def _reused(page: Page, segments: Sequence[Segment], passages: Sequence[Passage]) -> float:
    body = [(s.begin, s.end) for s in segments if s.label is Label.BODY] or [(0, len(page.text))]
    total = sum(end - begin for begin, end in body)
    return common(body, sorted((place.begin, place.end) for place in passages)) / total if total else 0.0


def common(spans: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]) -> int:
    """Code points of `spans` (disjoint, in order) that `places` (sorted, may overlap) cover."""
    merged: list[tuple[int, int]] = []
    for begin, end in places:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    total, first = 0, 0
    for begin, end in spans:
        while first < len(merged) and merged[first][1] <= begin:
            first += 1
        at = first
        while at < len(merged) and merged[at][0] < end:
            total += max(0, min(end, merged[at][1]) - max(begin, merged[at][0]))
            at += 1
    return total
