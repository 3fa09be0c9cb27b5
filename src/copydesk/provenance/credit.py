"""A source that a page names."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.provenance import Evidence, OriginKind


@dataclass(frozen=True, slots=True)
class Credit:
    """A named source. `text` is true where it is credited with the page's text, false where the page only says
    that it was told or reported something, or credits it with a picture or a part of the text. `rank` tells how much
    a credit of the text says beside others: 0 above it, 1 below, 2 in a line of sources."""

    name: str
    kind: OriginKind
    text: bool
    evidence: Evidence
    rank: int = 0
