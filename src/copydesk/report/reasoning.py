"""Why a story has so many independent origins: for each, the pages that go back to it, and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation
from copydesk.report.addresses import place_address
from copydesk.report.heads import Head
from copydesk.report.hostile import line
from copydesk.report.labels import ORIGIN_KIND, RELATION, percent
from copydesk.report.library import Library

_QUOTE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that bear a claim: what they are, where they stand, and why they count."""

    text: str
    why: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation of a page in words: to another page (`other`), or to the origin where that is null.

    `whole` is the relation to the origin as a clause about the page.
    """

    head: Head
    other: Head | None
    origin_name: str
    words: str
    whole: str
    share: str
    relation: Relation
    weight: float
    confidence: float
    quotes: tuple[Quote, ...]
    more_quotes: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a page counts to an origin: its relation to it, then to the pages that share it, closest first.

    `own` is true where nothing ties the page to any other text: then `main` is null.
    """

    head: Head
    main: Claim | None
    kin: tuple[Claim, ...]

    @property
    def own(self) -> bool:
        """Whether the origin is the page's own work, as far as the pile shows."""
        return self.main is None and not self.kin


@dataclass(frozen=True, slots=True)
class OriginCase:
    """An origin with the reasons why each page counts to it, largest share first."""

    origin: Origin
    name: str
    kind: str
    reasons: tuple[Reason, ...]


def origin_of(library: Library, origin_id: str) -> Origin:
    """The origin's row; an id that has none is of an origin of which nothing is known."""
    return library.origins.get(origin_id) or Origin(origin_id, None, OriginKind.UNKNOWN, inferred=True)


def name_of(library: Library, origin: Origin) -> str:
    """How an origin is called; those that no page names go by a letter, as lost manuscripts do."""
    if origin.name is not None:
        return line(origin.name, 80)
    letter = library.letters.get(origin.origin_id)
    return f"Unnamed source {letter}" if letter else "Source not known"


def is_own(row: Lineage) -> bool:
    """Whether a row only says that nothing ties the page to another text: no page, no evidence, all its words."""
    return row.parent_page is None and not row.evidence and row.relation is Relation.DRAWS_ON and row.share == 1.0


def is_source(head: Head, origin: Origin) -> bool:
    """Whether a page is the origin's own: it stands on the site that has the origin's name."""
    site, name = head.page.site, origin.name
    return bool(site and name) and line(site).casefold() == line(name).casefold()


def reasons_of(library: Library, page_id: str, quotes: int) -> list[tuple[Origin, Reason]]:
    """For each origin that a row of the page names: the reason, with at most so many quotes a claim."""
    by_origin: dict[str, list[Lineage]] = {}
    for row in sorted(library.lineage(page_id), key=_by_share):
        by_origin.setdefault(row.origin_id, []).append(row)
    carried = library.heads[page_id].page.origin_ids
    order = sorted(by_origin, key=lambda o: (o not in carried, -by_origin[o][0].share, o))
    return [
        (origin_of(library, origin_id), _reason(library, page_id, by_origin[origin_id], quotes))
        for origin_id in order
    ]


def _reason(library: Library, page_id: str, rows: list[Lineage], quotes: int) -> Reason:
    main = next((row for row in rows if row.parent_page not in library.heads and not is_own(row)), None)
    kin = [row for row in rows if row.parent_page in library.heads]
    return Reason(
        head=library.heads[page_id],
        main=claim_of(library, main, quotes) if main else None,
        kin=tuple(claim_of(library, row, quotes) for row in kin),
    )


def _by_share(row: Lineage) -> tuple[float, str, str]:
    return -row.share, row.origin_id, row.parent_page or ""


def claim_of(library: Library, row: Lineage, quotes: int) -> Claim:
    """A row of the lineage in words, with its first quotes."""
    other = library.heads.get(row.parent_page) if row.parent_page else None
    known = [place for place in row.evidence if place.page_id in library.heads]
    share = percent(row.share)
    origin = origin_of(library, row.origin_id)
    own = other is None and is_source(library.heads[row.page_id], origin)
    return Claim(
        head=library.heads[row.page_id],
        other=other,
        origin_name=name_of(library, origin),
        words="page of" if own else RELATION[row.relation] if row.share else "names",
        whole="the source’s own page" if own else _clause(row, share),
        share=share if row.share else "",
        relation=row.relation,
        weight=row.share,
        confidence=row.confidence,
        quotes=tuple(_quote(library, place) for place in known[:quotes]),
        more_quotes=len(known) - len(known[:quotes]),
    )


def _clause(row: Lineage, share: str) -> str:
    if row.share == 0:
        return "names it as a source; no text of it is on the page"
    return f"{share} of its words come from it"


def _quote(library: Library, place: Evidence) -> Quote:
    return Quote(
        text=line(library.text(place.page_id)[place.begin : place.end], _QUOTE_CHARS),
        why=line(place.why, 200),
        outlet=library.heads[place.page_id].outlet,
        href=place_address(place.page_id, place.begin, place.end),
    )


def argue(library: Library, page_ids: tuple[str, ...], quotes: int) -> list[OriginCase]:
    """The independent origins of the pages, the most carried first, each with its reasons."""
    told = {page_id: {o.origin_id: r for o, r in reasons_of(library, page_id, quotes)} for page_id in page_ids}
    cases = []
    for origin_id in sorted({origin for page_id in page_ids for origin in library.heads[page_id].page.origin_ids}):
        origin = origin_of(library, origin_id)
        pages = [page_id for page_id in page_ids if origin_id in library.heads[page_id].page.origin_ids]
        reasons = [told[page_id].get(origin_id) or Reason(library.heads[page_id], None, ()) for page_id in pages]
        reasons.sort(key=_strength)
        cases.append(OriginCase(origin, name_of(library, origin), ORIGIN_KIND[origin.kind], tuple(reasons)))
    return sorted(
        cases, key=lambda case: (-len(case.reasons), case.origin.inferred, case.name, case.origin.origin_id)
    )


def _strength(reason: Reason) -> tuple[float, str, str]:
    return -(reason.main.weight if reason.main else 0.0), reason.head.outlet, reason.head.page.page_id
