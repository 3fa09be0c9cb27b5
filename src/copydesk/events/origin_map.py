"""Which independent origin each place of a page counts for."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, Relayed
from copydesk.model.reuse import Alignment, Kind


@dataclass(frozen=True, slots=True)
class OriginMap:
    """For each page: its main origin, its shared places with theirs, and the places that name another's word.

    `shared` holds (begin, end, origin) of text that other pages have too, `told` (begin, origin) of what the page
    says that an outlet was told, `pictured` (begin, origin) of picture credits; all ascending.
    """

    main: Mapping[str, str]
    shared: Mapping[str, Sequence[tuple[int, int, str]]]
    told: Mapping[str, Sequence[tuple[int, str]]]
    pictured: Mapping[str, Sequence[tuple[int, str]]]

    def of_sentence(self, page_id: str, begin: int, end: int) -> str | None:
        """The origin of a sentence of the article.

        What stands on other pages too is their common source's. What the page alone has is its own; where it says
        that an outlet was told so, that outlet's. What it says that another reported is no more than its own word.
        """
        for first, last, origin in self.shared.get(page_id, ()):
            if 2 * (min(end, last) - max(begin, first)) >= end - begin:
                return origin
        told = self.told.get(page_id, ())
        at = bisect.bisect_left(told, (begin, ""))
        if at < len(told) and told[at][0] < end:
            return told[at][1]
        return self.main.get(page_id)

    def of_picture(self, page_id: str, end: int) -> str | None:
        """The origin of a caption that ends at `end`: whom the credit behind it names, null where none does."""
        credits = self.pictured.get(page_id, ())
        at = bisect.bisect_left(credits, (end, ""))
        return credits[at][1] if at < len(credits) and credits[at][0] - end <= NEAR else None


NEAR = 60
"""Code points from a caption to the name in its credit; longer ones are of the next picture."""


def map_origins(pile: Pile) -> OriginMap:
    """Read the origins of places from lineage and alignments."""
    main: dict[str, tuple[float, str]] = {}
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    pictured: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in pile.lineage:
        if row.share > 0:
            if row.parent_page is None:
                main[row.page_id] = max(main.get(row.page_id, (0.0, "")), (row.share, row.origin_id))
            continue
        for place in row.evidence:
            if place.why == Relayed.TOLD:
                told[row.page_id].append((place.begin, row.origin_id))
            elif place.why == Relayed.PICTURED:
                pictured[row.page_id].append((place.begin, row.origin_id))
    own = {page.page_id: frozenset(page.origin_ids) for page in pile.pages}
    return OriginMap(
        {page.page_id: _main(page, main) for page in pile.pages if page.origin_ids},
        _shared(pile.alignments, own, pile.lineage),
        {page_id: sorted(found) for page_id, found in told.items()},
        {page_id: sorted(found) for page_id, found in pictured.items()},
    )


def _main(page: Page, main: Mapping[str, tuple[float, str]]) -> str:
    return main[page.page_id][1] if page.page_id in main else page.origin_ids[0]


def _shared(
    alignments: Sequence[Alignment], own: Mapping[str, frozenset[str]], lineage: Sequence[Lineage]
) -> dict[str, list[tuple[int, int, str]]]:
    """The shared places of each page, with the origin that both pages have."""
    between = {(row.page_id, row.parent_page): row.origin_id for row in lineage if row.parent_page is not None}
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in alignments:
        if row.kind is Kind.SHARED_QUOTE or row.a_page == row.b_page:
            continue
        origin = between.get((row.a_page, row.b_page)) or min(own[row.a_page] & own[row.b_page], default=None)
        if origin is not None:
            found[row.a_page].append((row.a_begin, row.a_end, origin))
            found[row.b_page].append((row.b_begin, row.b_end, origin))
    return {page_id: sorted(set(places)) for page_id, places in found.items()}
