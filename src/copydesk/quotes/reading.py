"""A page as quotations are read from it: restored wording, cut into paragraphs, article and furniture apart."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.paragraphs import paragraphs
from copydesk.text.patterns.quotations import DOUBLE_MARK, NOT_SPACE
from copydesk.text.restored import Restored, restored_text

HEADLINES = frozenset({Label.HEADLINE, Label.SUBHEAD})


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a page with swapped words put back, and the spans of its paragraphs in that text.

    `article` holds the paragraphs of the article in order, `headed` says for each whether it is a headline;
    `furniture` holds all others.
    """

    page: Page
    restored: Restored
    article: tuple[tuple[int, int], ...]
    headed: tuple[bool, ...]
    furniture: tuple[tuple[int, int], ...]


def read_page(page: Page, segments: Sequence[Segment], substitutions: Sequence[Substitution]) -> Reading:
    """Cut a page into paragraphs. `segments` and `substitutions` are those of the page, ascending."""
    restored = restored_text(
        page.text, [piece for swap in substitutions if not _crosses(swap) for piece in _by_word(swap)]
    )
    begins = [segment.begin for segment in segments]
    article: list[tuple[int, int]] = []
    headed: list[bool] = []
    furniture: list[tuple[int, int]] = []
    for span in paragraphs(restored.text):
        at = bisect.bisect_right(begins, restored.on_page(*span)[0]) - 1
        label = segments[at].label if at >= 0 else Label.BODY
        if label in ARTICLE_LABELS:
            article.append(_behind_dateline(span, segments[max(0, at) :], restored))
            headed.append(label in HEADLINES)
        else:
            furniture.append(span)
    return Reading(page, restored, tuple(article), tuple(headed), tuple(furniture))


def _behind_dateline(span: tuple[int, int], segments: Sequence[Segment], restored: Restored) -> tuple[int, int]:
    """The paragraph without the dateline that it opens with: the town there is no subject of its first sentence."""
    if not segments or segments[0].label is not Label.DATELINE:
        return span
    body = next((part for part in segments if part.label not in _DATELINE), None)
    begin = restored.of_page(body.begin, body.end)[0] if body is not None else span[1]
    return (begin, span[1]) if begin < span[1] else span


_DATELINE = frozenset({Label.DATELINE, Label.AGENCY_CREDIT})


def _crosses(swap: Substitution) -> bool:
    """Whether a swapped place reaches over a quotation mark or a line: then it says nothing of one quotation."""
    both = swap.text + swap.restored
    return DOUBLE_MARK.search(both) is not None or "\n" in both


def _by_word(swap: Substitution) -> Iterator[Substitution]:
    """A swap of several words for as many, word by word: the place of each is then known for itself."""
    words, restored = list(NOT_SPACE.finditer(swap.text)), swap.restored.split()
    if len(words) < 2 or len(words) != len(restored):
        yield swap
        return
    for word, stands_for in zip(words, restored, strict=True):
        if word.group() != stands_for:
            begin, end = swap.begin + word.start(), swap.begin + word.end()
            yield replace(swap, begin=begin, end=end, text=word.group(), restored=stands_for)
