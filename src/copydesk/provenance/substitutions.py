"""Substitutions in the order of their table, no two of which overlap."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence

from copydesk.model.provenance import Substitution


def surest(found: Iterable[Substitution]) -> list[Substitution]:
    """In text order; of two that overlap, the surer and shorter one stays."""
    kept: list[Substitution] = []
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in sorted(found, key=lambda r: (r.page_id, -r.confidence, r.end - r.begin, r.begin)):
        places = taken[row.page_id]
        at = bisect.bisect(places, (row.begin, row.end))
        if (not at or places[at - 1][1] <= row.begin) and (at == len(places) or row.end <= places[at][0]):
            places.insert(at, (row.begin, row.end))
            kept.append(row)
    return sorted(kept, key=lambda r: (r.page_id, r.begin, r.end))


def with_unwitnessed(witnessed: Sequence[Substitution], known: Sequence[Substitution]) -> list[Substitution]:
    """Both kinds in text order; where they meet, the witness is believed."""
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in witnessed:
        taken[row.page_id].append((row.begin, row.end))
    free = [row for row in known if all(row.end <= begin or end <= row.begin for begin, end in taken[row.page_id])]
    return sorted([*witnessed, *free], key=lambda row: (row.page_id, row.begin, row.end))
