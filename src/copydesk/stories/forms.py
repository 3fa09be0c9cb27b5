"""Units that share text and are no kin: pages for which one form was filled tell of two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from copydesk.model.packed import column, where
from copydesk.model.pile import Pile
from copydesk.model.reuse import Kind

FORM_SHARE = 0.5
"""Share of the words of both pages from which shared text that makes no kin is a form. Reports of one event by two
agencies, whose sentences are alike and whose names are not, have as much of one page, and never of both (ECB+)."""
_WORD = 6.0
"""Code points of a word with its blank."""


def filled_alike(unit_of: Mapping[str, int], pile: Pile) -> set[tuple[int, int]]:
    """The pairs of units, the later first, that have pages with most of their text in common and are no kin.

    `unit_of`: the unit of each page, by id.
    """
    one, two = (
        np.fromiter((unit_of.get(page, -1) for page in column(pile.alignments, f"{side}_page")), np.int64)
        for side in "ab"
    )
    between = (one != two) & (one >= 0) & (two >= 0)
    if not between.any():
        return set()
    shared: Counter[tuple[str, str]] = Counter()
    reached: dict[tuple[str, str], int] = {}
    for row in sorted(where(pile.alignments, between), key=lambda row: (row.a_begin, row.a_end)):
        if row.kind is not Kind.SHARED_QUOTE:
            pair = row.a_page, row.b_page
            shared[pair] += max(0, row.a_end - max(row.a_begin, reached.get(pair, 0)))
            reached[pair] = max(row.a_end, reached.get(pair, 0))
    pages = {page_id for pair in shared for page_id in pair}
    words = {page.page_id: page.n_words for page in pile.pages if page.page_id in pages}
    kin = set(zip(column(pile.lineage, "page_id"), column(pile.lineage, "parent_page"), strict=True))
    return {
        (max(unit_of[a], unit_of[b]), min(unit_of[a], unit_of[b]))
        for (a, b), size in shared.items()
        if size >= FORM_SHARE * _WORD * max(words[a], words[b]) and (a, b) not in kin and (b, a) not in kin
    }
