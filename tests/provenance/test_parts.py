"""Provenance of a part of a pile, with what the whole teaches, is that of the whole; new pages concern few others."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from copydesk.model.lesson import taught
from copydesk.model.page import Label, Segment
from copydesk.model.pile import Pile
from copydesk.provenance import tracing
from copydesk.reuse import find_reuse
from tests.lessons import concerned, differing_in_part, run_whole, some
from tests.parts import islands, part_of
from tests.reuse.press import WIRE, page, spin

SHED = (
    "Builders in Tallow said the agreement on the swimming hall gives merchants two winters of grace before the "
    "first rent is due, and promised to leave the old boiler house as it stands.",
    "Their chief, Ilse Branning, told neighbours that talks with the bank had ended on equal terms for both sides, "
    "though members of the council still called the sums too small.",
)
LODGE = (
    "Keepers of the Fenn lodge signed the agreement for a joint path across the moor, which gives walkers a crossing "
    "before the bogs and merchants a road for their carts.",
    "Officials of the parish said the first stones may be laid while the ground is hard, a sign of growing haste.",
)
ALONE = (
    "Nobody at the Upper Fenn weir had seen the ledgers themselves, and the discussions were never read aloud to the "
    "retailers of the valley, whose individuals had gone home."
)
"""What no witness has."""
PARAGRAPHS = {
    "wire": WIRE,
    "wire spun": tuple(map(spin, WIRE)),
    "shed": SHED,
    "shed spun": tuple(map(spin, SHED)),
    "lodge": LODGE,
    "lodge spun": (*map(spin, LODGE), ALONE),
    "ledger": ("Eels came back to the Skarholm canal this spring, a warden counted ninety of them.",),
    "of the ledger": ("The dyke inspections were faked for years, the Fenham Ledger reported last night.",),
    "by the ledger": ("A storm took the roof of the Varde chapel, nobody was hurt.", "By Jane Roe, Fenham Ledger"),
    "of tove": ("A tram left its rails near the Osmund bridge.", "Tovewire"),
    "home of tove": ("Ferry fares between the Lund islands rise by a tenth.",),
}  # fmt: skip
SITES = {"ledger": "Fenham Ledger", "home of tove": "Tovewire", "by the ledger": "Skarholm Post"}
LAST = {"by the ledger": Label.BYLINE, "of tove": Label.AGENCY_CREDIT}


def invented() -> Pile:
    """Texts with their reworded copies, and pages that name houses and an agency; after the reuse stage."""
    pages, segments = [], []
    for name, paragraphs in sorted(PARAGRAPHS.items()):
        pages.append(dataclasses.replace(page(name, paragraphs), site=SITES.get(name)))
        last = len("\n\n".join(paragraphs[:-1])) if name in LAST else len(pages[-1].text)
        segments.append(Segment(name, 0, last, Label.BODY))
        if name in LAST:
            segments.append(Segment(name, last + 2, len(pages[-1].text), LAST[name]))
    return find_reuse(Pile(pages=tuple(pages), segments=tuple(segments)))


PILE = invented()
WHOLE = run_whole(tracing, PILE)
ISLANDS = sorted(islands(WHOLE.made), key=min)


def test_a_part_is_as_in_the_whole() -> None:
    for pages in some(ISLANDS, 8):
        assert differing_in_part(tracing, PILE, pages, WHOLE.made, WHOLE.known) == {}


def test_a_part_has_the_replacements_of_the_whole() -> None:
    part = taught(tracing(part_of(PILE, {"ledger"})), WHOLE.known)
    assert part.replacements == WHOLE.made.replacements != ()


@pytest.mark.parametrize(
    ("lesson", "nothing"),
    [("houses", ()), ("agencies", frozenset()), ("swaps", np.empty(0, np.uint64)), ("replacements", ())],
)
def test_what_the_whole_teaches_is_needed(lesson: str, nothing: object) -> None:
    known = {**WHOLE.known, lesson: nothing}
    assert any(differing_in_part(tracing, PILE, pages, WHOLE.made, known) for pages in ISLANDS)


@pytest.mark.parametrize(
    ("new", "lesson", "pages"),
    [
        ({"ledger"}, "houses", {"of the ledger", "by the ledger"}),
        ({"of tove"}, "agencies", {"home of tove"}),
        ({"wire", "wire spun"}, "replacements", {"lodge spun"}),
        ({"shed", "shed spun"}, "swaps", {"wire spun"}),
    ],
)
def test_new_pages_concern_those_that_ask(new: set[str], lesson: str, pages: set[str]) -> None:
    others, asking = concerned(tracing, PILE, new)
    assert asking[lesson] == pages
    assert others
    assert others <= set().union(*asking.values())


def test_whom_new_pages_concern_always_asks() -> None:
    for new in some(ISLANDS, 6):
        others, asking = concerned(tracing, PILE, new)
        assert others <= set().union(*asking.values()), new
