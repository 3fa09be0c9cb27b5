"""Invented wire copy for the reuse tests: a harbour treaty of countries that do not exist, and ways to copy it."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.reuse import Alignment
from copydesk.reuse import find_reuse

WIRE = (
    "Delegates from Ostrava Bay and the Republic of Kelm signed a harbour treaty on Tuesday after eleven hours of "
    "talks that neither capital had expected to end before the weekend.",
    "The agreement gives fishing crews from both shores equal access to the northern shoals and sets up a joint "
    "patrol of six cutters under an alternating command.",
    "Kelm's chief negotiator, Marta Elvestad, told reporters the two sides had narrowed their differences over "
    "anchorage fees only in the final hour.",
    "Officials in Ostrava Bay said the first patrol would leave the port of Sandling in May, while the national "
    "security adviser called the treaty a sign of growing trust.",
    "Merchants on the quay were less certain, warning that customs sheds could not be rebuilt before winter and "
    "that insurers had yet to publish their terms.",
    "The treaty must still be ratified by both parliaments, where opposition members have promised a close reading "
    "of its secret annexes.",
)

SPUN = {
    "delegates": "representatives", "signed": "inked", "hours": "hrs", "talks": "discussions", "capital": "funds",
    "agreement": "settlement", "gives": "provides", "crews": "groups", "equal": "equivalent", "joint": "mutual",
    "command": "order", "chief": "foremost", "told": "knowledgeable", "reporters": "journalists", "sides": "facets",
    "differences": "variations", "final": "remaining", "officials": "officers", "said": "stated", "first": "primary",
    "leave": "depart", "may": "could", "while": "whereas", "national": "nationwide", "security": "safety",
    "adviser": "guide", "called": "referred", "sign": "signal", "growing": "rising", "merchants": "retailers",
    "warning": "cautioning", "before": "earlier", "winter": "wintertime", "terms": "phrases", "still": "nonetheless",
    "parliaments": "legislatures", "members": "individuals", "promised": "vowed", "close": "shut",
}  # fmt: skip

OTHER = (
    "The mayor of Tallow opened a swimming hall on Saturday, nine months late and a third over budget, in front of "
    "several hundred residents.",
    "Coach Ilse Branning praised her goalkeeper after a goalless draw that leaves the Harriers two points clear of "
    "relegation with three matches to play.",
    "Heavy rain closed the mountain road between Upper and Lower Fenn for the second time this month, the highways "
    "office reported.",
)


def spin(text: str) -> str:
    """Reword as a machine does: word by word, blind to sense."""
    out = []
    for word in text.split(" "):
        bare = word.strip(".,;'’").lower()
        swap = SPUN.get(bare)
        out.append(word.lower().replace(bare, swap) if swap else word)
    return " ".join(out)


def reworded(texts: Sequence[str], which: int) -> list[str]:
    """Every fifth word replaced, from that place on: this leaves runs of four, and of two between two such copies."""
    return [
        " ".join(f"{word}{which}x" if at % 5 == which else word for at, word in enumerate(text.split(" ")))
        for text in texts
    ]


def page(page_id: str, paragraphs: Sequence[str]) -> Page:
    """A page of plain paragraphs; only identity and text matter to the reuse stage."""
    text = "\n\n".join(paragraphs)
    return Page(
        page_id, f"{page_id}.txt", None, None, None, None, None, None, "en", None, None, None, None, None, None, (),
        len(text.split()), "0" * 64, text,
    )  # fmt: skip


def pile(**pages: Sequence[str]) -> Pile:
    """A pile of the pages given by name, all of their text body."""
    rows = tuple(page(name, paragraphs) for name, paragraphs in sorted(pages.items()))
    return Pile(pages=rows, segments=tuple(Segment(row.page_id, 0, len(row.text), Label.BODY) for row in rows))


def aligned(found: Pile) -> list[tuple[str, str]]:
    """The texts of both sides of every alignment."""
    text = {row.page_id: row.text for row in found.pages}
    return [(text[r.a_page][r.a_begin : r.a_end], text[r.b_page][r.b_begin : r.b_end]) for r in found.alignments]


def reuse(**pages: Sequence[str]) -> Pile:
    """The pages after the reuse stage."""
    return find_reuse(pile(**pages))


def pairs(found: Pile) -> set[tuple[str, str]]:
    """Pairs of page ids that share a passage."""
    return {(row.a_page, row.b_page) for row in found.alignments}


def rows(found: Pile, a: str, b: str) -> list[Alignment]:
    """Alignments of one pair of pages."""
    return [row for row in found.alignments if (row.a_page, row.b_page) == (a, b)]
