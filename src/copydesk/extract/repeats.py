"""Furniture that shows only across pages: the same short line on page after page, around different stories, or the
same words behind different labels of furniture."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from copydesk.extract.around import around_lesson
from copydesk.extract.places import LOOKED_AT, OPENED, Row, key_of, kind_of, read_places
from copydesk.extract.repeated import repeated_lesson
from copydesk.model.lesson import Learning, taught
from copydesk.model.packed import changed, column, packed
from copydesk.model.page import Label, Page, Segment
from copydesk.text.phrases import members


def label_repeats(pages: Sequence[Page], segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments, in the order given, with lines that repeat across pages relabelled `other`.

    Only short lines without a sentence that count as headline, subhead or body are looked at, and longer ones where
    a phrase of furniture opens them; and whole paragraphs on pages that have nothing else in common. What is
    syndicated is protected: where the names and numbers around a line are the same from page to page, the line is the
    story's. The segments of a page stand next to each other in the order of its text. The result does not depend on
    the order of the pages; time is linear in the text.
    """
    return taught(labelling_repeats(pages, segments))


def labelling_repeats(pages: Sequence[Page], segments: Sequence[Segment]) -> Learning[Sequence[Segment]]:
    """The same for some pages of a pile: it asks which lines repeat, then which of these are furniture."""
    rows: list[Row] = list(
        zip(*(column(segments, name) for name in ("page_id", "begin", "end", "label")), strict=True)
    )
    places = read_places(pages, rows)
    repeated = yield repeated_lesson(places)
    places = places.only(members(key_of(places.record), repeated))
    known = yield around_lesson(places, rows)
    is_furniture = members(key_of(places.record), known) | (kind_of(places.record) == OPENED)
    found = np.unique(places.segment[is_furniture]).tolist()
    furniture = {number for number in found if rows[number][3] in LOOKED_AT}
    relabelled = dict.fromkeys(furniture, Label.OTHER) | _headlines(rows, furniture)
    return changed(segments, "label", relabelled) if relabelled else packed(Segment, segments)


def _headlines(rows: Sequence[Row], furniture: Set[int]) -> dict[int, Label]:
    """Where a headline was furniture, the first subhead before the body becomes the headline."""
    found: dict[int, Label] = {}
    for number in furniture:
        page_id, _, _, label = rows[number]
        if label is not Label.HEADLINE:
            continue
        for at in range(number + 1, len(rows)):
            other, _, _, label = rows[at]
            label = Label.OTHER if at in furniture else label
            if other != page_id or label is Label.BODY:
                break
            if label is Label.SUBHEAD:
                found[at] = Label.HEADLINE
                break
    return found
