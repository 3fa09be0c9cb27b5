"""A small case about events that never were, with every table filled as the stages fill it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation, Substitution
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Kind, Passage
from copydesk.model.story import Story
from copydesk.text.compare import word_diff


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of an invented case."""

    rejects: Mapping[str, int]
    unlisted_rejects: int = 0


@dataclass(slots=True)
class InMemoryCase:
    """The tables of a case as lists."""

    tables: dict[str, list[Any]] = field(default_factory=dict)
    unlisted_rejects: int = 0

    def table(self, name: str) -> Iterable[Any]:
        return iter(self.tables.get(name, []))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        yield

    @property
    def summary(self) -> Figures:
        counts = Counter(reject.code for reject in self.tables.get("rejects", []))
        if self.unlisted_rejects:
            counts["empty"] += self.unlisted_rejects
        return Figures(dict(sorted(counts.items())), self.unlisted_rejects)


def page(page_id: str, text: str, **fields: Any) -> Page:
    """A page with the fields that a test cares for."""
    known: dict[str, Any] = {
        "source": f"pile/{page_id}.html",
        "record_id": None,
        "url": f"https://{page_id}.example/news/{page_id}",
        "site": f"{page_id}.example",
        "title": text.strip().split("\n", 1)[0][:80],
        "byline": None,
        "dateline": None,
        "language": "en",
        "published": None,
        "published_basis": None,
        "published_confidence": None,
        "retrieved": "2031-03-09",
        "wording": None,
        "wording_confidence": None,
        "origin_ids": (),
        "n_words": len(text.split()),
        "sha256": f"{sum(map(ord, text)):064x}",
    }
    return Page(page_id=page_id, text=text, **(known | fields))


def span_of(text: str, words: str) -> tuple[int, int]:
    """The offsets of some words that stand in the text."""
    begin = text.index(words)
    return begin, begin + len(words)


_PILE = Path(__file__).with_name("pile")
_TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(_PILE.glob("*.txt"))}

_LABELS = {
    "Home | Islands | Weather": Label.NAVIGATION,
    "Northern Wire": Label.AGENCY_CREDIT,
    "Crews wave from the ferry Aldis on Thursday. (Northern Wire Photo/T. Oake)": Label.CAPTION,
    "Read more: Fruit prices rise": Label.TEASER,
    "By a staff reporter": Label.BYLINE,
    "By Henrike Solberg": Label.BYLINE,
    "March 9, 2031": Label.DATE_BANNER,
    "Leave a comment": Label.COMMENT_FORM,
    "Follow us for more island news.": Label.WIDGET,
}


def segments_of(page_id: str, text: str) -> list[Segment]:
    """Label the blocks of one of the texts above, the dateline within its paragraph."""
    rows, at, titled = [], 0, False
    for block in text.rstrip("\n").split("\n\n"):
        begin, end = text.index(block, at), text.index(block, at) + len(block)
        label = _LABELS.get(block)
        if label is None:
            label, titled = (Label.BODY, True) if titled else (Label.HEADLINE, True)
        if "—" in block[:40]:
            dash = begin + block.index("—") + 2
            rows.append(Segment(page_id, at, dash, Label.DATELINE))
            at = dash
        rows.append(Segment(page_id, at, end, label))
        at = end
    rows[-1] = replace(rows[-1], end=len(text))
    return rows


_FIELDS: dict[str, dict[str, Any]] = {
    "p01": {
        "site": "Harbor Ledger",
        "title": "Ferry strike in Port Selwyn ends with a vote on the quay",
        "wording": Wording.VERBATIM_COPY,
        "origin_ids": ("o-wire",),
        "published": "2031-03-06",
        "published_basis": "dateline",
        "published_confidence": 0.9,
    },
    "p02": {"site": "Coast Post", "wording": Wording.EDITED_COPY, "origin_ids": ("o-wire",)},
    "p03": {
        "site": "dailybulletin.example",
        "title": "Ferry strike in Port Selwyn is over",
        "wording": Wording.SPUN_COPY,
        "origin_ids": ("o-wire",),
        "published": "2031-03-07",
        "published_basis": "sibling_page",
        "published_confidence": 0.7,
    },
    "p04": {"site": "newsround.example", "wording": Wording.SPUN_COPY, "origin_ids": ("o-wire",)},
    "p05": {
        "site": "Islands Courier",
        "byline": "Henrike Solberg",
        "wording": Wording.ORIGINAL,
        "origin_ids": ("o-courier",),
        "published": "2031-03-07",
        "published_basis": "url",
        "published_confidence": 0.8,
    },
    "p06": {"site": "Harbor Ledger"},
}

_TRUST = ("p01", "p02", "p04", "p03")
"""The pages of the agency report, the best wording first."""

_OPENINGS: tuple[tuple[str, ...], ...] = (
    ("Ferry crews",),
    ("The agreement", "The settlement"),
    ("“Nobody got", "“No one"),
    ("The walkout",),
    ("The board",),
)
"""How each passage of the agency report begins, in its wordings."""


def _places(number: int) -> dict[str, tuple[int, int]]:
    """Where one part of the agency report stands: page to offsets, best wording first."""
    found = {}
    for page_id in _TRUST:
        for block in _TEXTS[page_id].rstrip("\n").split("\n\n"):
            words = block.split(" — ")[-1]
            if words.startswith(_OPENINGS[number]):
                found[page_id] = span_of(_TEXTS[page_id], words)
    return found


def _alignments() -> Iterator[Alignment]:
    for number in range(len(_OPENINGS)):
        places = sorted(_places(number).items())
        for j, (b_page, (b_begin, b_end)) in enumerate(places):
            for a_page, (a_begin, a_end) in places[:j]:
                yield _aligned(a_page, a_begin, a_end, b_page, b_begin, b_end)


def _aligned(a_page: str, a_begin: int, a_end: int, b_page: str, b_begin: int, b_end: int) -> Alignment:
    edits = word_diff(_TEXTS[a_page][a_begin:a_end], _TEXTS[b_page][b_begin:b_end])
    kept = sum(edit.a_end - edit.a_begin for edit in edits if edit.op == "equal") / (a_end - a_begin)
    kind = Kind.VERBATIM if kept == 1 else Kind.SPUN if {"p03", "p04"} & {a_page, b_page} else Kind.EDITED
    better = None if kind is Kind.VERBATIM else "a" if _TRUST.index(a_page) < _TRUST.index(b_page) else "b"
    return Alignment(a_page, a_begin, a_end, b_page, b_begin, b_end, kind, round(kept, 3), better)


def _substitutions() -> Iterator[Substitution]:
    for number in range(len(_OPENINGS)):
        places = _places(number)
        for page_id in ("p03", "p04"):
            if page_id in places and "p01" in places:
                yield from _swapped(page_id, *places[page_id], *places["p01"])


def _swapped(page_id: str, begin: int, end: int, w_begin: int, w_end: int) -> Iterator[Substitution]:
    own, witness = _TEXTS[page_id], _TEXTS["p01"]
    for edit in word_diff(witness[w_begin:w_end], own[begin:end]):
        if edit.op == "replace":
            b, w = begin + edit.b_begin, w_begin + edit.a_begin
            text, restored = own[b : begin + edit.b_end].rstrip(), witness[w : w_begin + edit.a_end].rstrip()
            yield Substitution(page_id, b, b + len(text), text, restored, "witness", "p01", w, w + len(restored), 0.9)


def _lineage() -> list[Lineage]:
    credit = Evidence("p01", *span_of(_TEXTS["p01"], "Northern Wire"), "the agency credit names the source")
    shared = Evidence("p03", *_places(1)["p03"], "stands on other pages of the pile too")
    other = Evidence("p03", *_places(3)["p03"], "the same text as on the other page")
    return [
        Lineage("p01", None, "o-wire", Relation.COPY_OF, 0.97, 0.95, (credit,)),
        Lineage("p01", "p03", "o-wire", Relation.SIBLING_OF, 0.8, 0.75, ()),
        Lineage("p02", None, "o-wire", Relation.COPY_OF, 0.81, 0.85, ()),
        Lineage("p02", "p01", "o-wire", Relation.SIBLING_OF, 0.81, 0.75, ()),
        Lineage("p03", None, "o-wire", Relation.COPY_OF, 0.99, 0.85, (shared,)),
        Lineage("p03", "p01", "o-wire", Relation.SIBLING_OF, 0.99, 0.75, (other,)),
        Lineage("p04", None, "o-wire", Relation.COPY_OF, 0.92, 0.85, ()),
        Lineage("p04", "p03", "o-wire", Relation.COPY_OF, 0.92, 0.8, ()),
        Lineage("p05", None, "o-courier", Relation.DRAWS_ON, 1.0, 0.5, ()),
        Lineage("p05", None, "o-wire", Relation.DRAWS_ON, 0.0, 0.6, ()),
    ]


def invented_case() -> InMemoryCase:
    """Six pages: an agency report on four of them (two reworded by machines), a newspaper's own, and a stray."""
    pages = [page(page_id, text, **_FIELDS[page_id]) for page_id, text in _TEXTS.items()]
    return InMemoryCase(
        {
            "pages": pages,
            "segments": [row for page_id, text in _TEXTS.items() for row in segments_of(page_id, text)],
            "alignments": sorted(_alignments(), key=lambda r: (r.a_page, r.b_page, r.a_begin)),
            "passages": [
                Passage(f"c{number:02d}", page_id, *place)
                for number in range(len(_OPENINGS))
                for page_id, place in sorted(_places(number).items())
            ],
            "substitutions": list(_substitutions()),
            "lineage": _lineage(),
            "origins": [
                Origin("o-courier", "Islands Courier", OriginKind.OUTLET, inferred=False),
                Origin("o-wire", "Northern Wire", OriginKind.AGENCY, inferred=False),
            ],
            "stories": [
                Story("s01", "Port Selwyn ferry strike ends", "2031-03-06", "2031-03-07", None, (*_TRUST, "p05")),
                Story("s02", "Lighthouse opens to visitors", None, None, None, ("p06",)),
            ],
            "rejects": [
                Reject("pile/empty.html", None, "empty", "The page has no text."),
                Reject("pile/photo.jpg", None, "binary", "The file is not text."),
                Reject("pile/all.jsonl", "77", "empty", "The page has no text."),
            ],
        }
    )
