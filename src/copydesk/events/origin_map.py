"""Which independent origin each place of a page counts for."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.events.mention import Mention
from copydesk.model.aligned import touching
from copydesk.model.packed import among, column, in_columns, where
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, Relayed
from copydesk.model.reuse import Alignment, Kind

Named = Sequence[tuple[int, str]]
"""Where origins are named, ascending, and these."""


@dataclass(frozen=True, slots=True)
class OriginMap:
    """For each page: its main origin, its shared places with theirs, and the places that name another's word.

    `shared` holds (begin, end, origin) of text that other pages have too, `told` (begin, origin) of what the page
    says that an outlet was told, `pictured` (begin, origin) of picture credits; all ascending.
    """

    main: Mapping[str, str]
    shared: Mapping[str, Sequence[tuple[int, int, str]]]
    told: Mapping[str, Named]
    pictured: Mapping[str, Named]

    def of(self, mention: Mention) -> str | None:
        """The origin that a mention counts for: that of its sentence, or of the picture whose caption it is."""
        if mention.picture:
            return self._of_picture(mention.page_id, mention.sentence_end)
        return self._of_sentence(mention.page_id, mention.sentence, mention.sentence_end)

    def _of_sentence(self, page_id: str, begin: int, end: int) -> str | None:
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

    def _of_picture(self, page_id: str, end: int) -> str | None:
        """The origin of a caption that ends at `end`: whom the credit behind it names, null where none does."""
        credits = self.pictured.get(page_id, ())
        at = bisect.bisect_left(credits, (end, ""))
        return credits[at][1] if at < len(credits) and credits[at][0] - end <= NEAR else None


NEAR = 60
"""Code points from a caption to the name in its credit; longer ones are of the next picture."""


def map_origins(pile: Pile, asked: Container[str]) -> OriginMap:
    """Read the origins of places of the pages `asked` for from lineage and alignments."""
    main: dict[str, tuple[float, str]] = {}
    between: dict[tuple[str, str], str] = {}
    for part in in_columns(pile.lineage, ("page_id", "parent_page", "origin_id", "share")):
        for page_id, parent, origin, share in zip(*part, strict=True):
            if parent is None:
                if share > 0 and page_id in asked:
                    main[page_id] = max(main.get(page_id, (0.0, "")), (share, origin))
            elif page_id in asked or parent in asked:
                between[page_id, parent] = origin
    told, pictured = _relayed(pile.lineage, asked)
    return OriginMap(
        {page.page_id: _main(page, main) for page in pile.pages if page.origin_ids and page.page_id in asked},
        _shared(pile.alignments, {page.page_id: page.origin_ids for page in pile.pages}, between, asked),
        told,
        pictured,
    )


def _relayed(lineage: Sequence[Lineage], asked: Container[str]) -> tuple[dict[str, Named], dict[str, Named]]:
    """The places at which each page says that an outlet was told so, and those of picture credits."""
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    pictured: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    unshared = np.fromiter((share <= 0 for share in column(lineage, "share")), np.bool_, len(lineage))
    for row in where(lineage, unshared & among(lineage, "page_id", asked)):
        for place in row.evidence:
            if place.why == Relayed.TOLD:
                told[row.page_id].append((place.begin, row.origin_id))
            elif place.why == Relayed.PICTURED:
                pictured[row.page_id].append((place.begin, row.origin_id))
    return _ascending(told), _ascending(pictured)


def _ascending(places: Mapping[str, Named]) -> dict[str, Named]:
    return {page_id: sorted(found) for page_id, found in places.items()}


def _main(page: Page, main: Mapping[str, tuple[float, str]]) -> str:
    return main[page.page_id][1] if page.page_id in main else page.origin_ids[0]


def _shared(
    alignments: Sequence[Alignment],
    own: Mapping[str, Sequence[str]],
    between: Mapping[tuple[str, str], str],
    asked: Container[str],
) -> dict[str, list[tuple[int, int, str]]]:
    """The shared places of each page, with the origin that both pages have."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in touching(alignments, asked):
        a, b = row.a_page, row.b_page
        if a == b or row.kind is Kind.SHARED_QUOTE:
            continue
        origin = between.get((a, b)) or min(set(own[a]).intersection(own[b]), default=None)
        if origin is not None:
            if a in asked:
                found[a].append((row.a_begin, row.a_end, origin))
            if b in asked:
                found[b].append((row.b_begin, row.b_end, origin))
    return {page_id: sorted(set(places)) for page_id, places in found.items()}
