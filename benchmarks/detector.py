"""copydesk as a detector of reuse between two plain texts, for the benchmarks that are defined on pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.reuse import find_reuse

Detection = tuple[int, int, int, int]
"""Begin and end in the suspicious text, begin and end in the source text; half-open, in code points."""

Detect = Callable[[str, str], Sequence[Detection]]


def detect(susp_text: str, src_text: str) -> list[Detection]:
    """The places of reuse between two texts, passage by passage; repeats within one text are left out."""
    pile = find_reuse(plain_pile(susp_text, src_text))
    return [(row.a_begin, row.a_end, row.b_begin, row.b_end) for row in pile.alignments if row.a_page != row.b_page]


def plain_pile(*texts: str) -> Pile:
    """A pile of plain pages `p0`, `p1`, ..., each one body, in the order given (at most ten)."""
    pages = tuple(_page(f"p{n}", text) for n, text in enumerate(texts))
    segments = tuple(Segment(p.page_id, 0, len(p.text), Label.BODY) for p in pages if p.text)
    return Pile(pages=pages, segments=segments)


def _page(page_id: str, text: str) -> Page:
    return Page(
        page_id=page_id,
        source=page_id,
        record_id=None,
        url=None,
        site=None,
        title=None,
        byline=None,
        dateline=None,
        language=None,
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=len(text.split()),
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        text=text,
    )
