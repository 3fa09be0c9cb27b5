"""Which of the quotations of an utterance has the faithful wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from copydesk.model.aligned import on_either_side
from copydesk.model.packed import among, where
from copydesk.model.page import Page, Wording
from copydesk.model.reuse import Alignment
from copydesk.quotes.machine import Habit, Machine
from copydesk.quotes.utterance import Quotation

_WHOLE = 0.8
"""Share of the longest faithful quotation from which another one has the utterance whole too."""

_RANK = {
    Wording.ORIGINAL: 0,
    Wording.VERBATIM_COPY: 1,
    None: 2,
    Wording.EDITED_COPY: 3,
    Wording.MIXED: 4,
    Wording.SPUN_COPY: 5,
}


class Faith(IntEnum):
    """How far the wording of a quotation is to be trusted, the most trusted first.

    `CLEAN`: no machine reworded the page. `SPARED`: one did, and leaves quotations alone. `UNKNOWN`: one did.
    `REWORDED`: swapped words stand in the quotation itself.
    """

    CLEAN = 0
    SPARED = 1
    UNKNOWN = 2
    REWORDED = 3


@dataclass(frozen=True, slots=True)
class Witness:
    """A quotation with what speaks for its wording.

    `variant` stands for its words, however they are spelt and pointed; `size` is their number. `better` are
    alignments won less those lost; `said_on` is the day that the page gives.
    """

    quotation: Quotation
    variant: bytes
    size: int
    page: Page
    machine: Machine
    faith: Faith
    better: int
    said_on: str | None

    @property
    def faithful(self) -> bool:
        """Whether it is evidence of wording."""
        return self.faith <= Faith.SPARED


def faith_of(quotation: Quotation, machine: Machine) -> Faith:
    """How far a quotation's wording is to be trusted."""
    if machine.habit is Habit.NONE:
        return Faith.CLEAN
    if quotation.restored != quotation.text:
        return Faith.REWORDED
    return Faith.SPARED if machine.habit is Habit.SPARES else Faith.UNKNOWN


def points_of(alignments: Sequence[Alignment], pages: Container[str]) -> dict[str, list[tuple[int, int, int]]]:
    """For each of some pages the places where an alignment says which wording is better: begin, end, and +1 or -1."""
    points: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    told = on_either_side(alignments, pages) & among(alignments, "better_wording", {"a", "b"})
    for row in where(alignments, told):
        if row.a_page == row.b_page:
            continue
        won = 1 if row.better_wording == "a" else -1
        points[row.a_page].append((row.a_begin, row.a_end, won))
        points[row.b_page].append((row.b_begin, row.b_end, -won))
    return points


def better_of(quotation: Quotation, points: Mapping[str, Sequence[tuple[int, int, int]]]) -> int:
    """Alignments over a quotation in which its page has the better wording, less those in which it has the worse."""
    begin, end = quotation.spans[0]
    return sum(won for first, last, won in points.get(quotation.page_id, ()) if first < end and begin < last)


def independent(pages: Iterable[Page]) -> int:
    """The least number of origins that can account for all of the pages: what shares an origin counts once.

    A greedy cover, the origin of most pages first; a page without an origin is its own.
    """
    origins = {page.page_id: page.origin_ids or (page.page_id,) for page in pages}
    chosen = {carried[0] for carried in origins.values() if len(carried) == 1}  # nothing else accounts for these
    left = [set(carried) for carried in origins.values() if not chosen.intersection(carried)]
    while left:
        carried = Counter(origin for several in left for origin in sorted(several))
        best = min(carried, key=lambda origin: (-carried[origin], origin))
        chosen.add(best)
        left = [several for several in left if best not in several]
    return len(chosen)


def by_faith(witnesses: Sequence[Witness]) -> list[Witness]:
    """The witnesses of one utterance, the one with the wording most to be trusted first.

    In this order: what no machine reworded; the whole before a part; the wording that more independent origins
    have; the wording of the page (original, verbatim, edited, mixed); alignments won; words of its own that a
    machine can't have swapped; the older page; then by id, so that the order is always the same.
    """
    faithful = [w for w in witnesses if w.faithful] or list(witnesses)
    longest = max(w.size for w in faithful)
    votes: defaultdict[bytes, list[Page]] = defaultdict(list)
    for witness in faithful:
        votes[witness.variant].append(witness.page)
    counts = {variant: independent(pages) for variant, pages in votes.items()}

    def key(witness: Witness) -> tuple[object, ...]:
        page = witness.page
        return (
            witness.faith,
            witness.size < _WHOLE * longest,
            -counts.get(witness.variant, 0),
            _RANK[page.wording],
            -witness.better,
            len(witness.quotation.spans),
            witness.quotation.partial,
            page.published is None,
            page.published or "",
            page.page_id,
            witness.quotation.spans,
        )

    return sorted(witnesses, key=key)
