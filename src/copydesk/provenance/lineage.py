"""The lineage of each page: its origins, and the pages that it shares them with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from copydesk.model.page import Page, Wording
from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation
from copydesk.provenance.credit import Credit
from copydesk.provenance.families import Edge, Family, Spans, Tie
from copydesk.provenance.origins import Source, named_origin, page_source
from copydesk.provenance.own_work import MAJORITY
from copydesk.provenance.sites import house
from copydesk.provenance.spans import merge_spans

WITNESSES = 12
"""Pages named beside a page in its lineage, those sharing most first: rows grow with pages, not with pairs."""
SHOWN = 3
"""Places given as evidence of shared text."""


_Shared = tuple[float, Edge, str, Spans]
"""What a page has in common with another, most first: the share, negated; the tie; the other page; the spans here."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What lineage is told from: pages by id, ties between them, credits and wording by page, the share of its text
    that is its own for each page of a family of which it is not the most, and the agencies of the whole pile."""

    pages: Mapping[str, Page]
    ties: Mapping[Edge, Tie]
    credits: Mapping[str, Sequence[Credit]]
    wording: Mapping[str, Wording | None]
    own: Mapping[str, float]
    agencies: Set[str]


def trace_lineage(
    families: Sequence[Family], sources: Sequence[Source], known: Witnesses
) -> tuple[tuple[Lineage, ...], tuple[Origin, ...], dict[str, tuple[str, ...]]]:
    """Lineage rows, origin rows, and the origin ids of every page. `sources` are those of the families.

    What a loose family has in common is told in the rows of its pages; they are not of its origin.
    """
    rows: list[Lineage] = []
    ids: dict[str, set[str]] = defaultdict(set)
    for family, source in zip(families, sources, strict=True):
        rows.extend(_family_rows(family, source, known))
        if not family.loose:
            for page_id in family.pages:
                ids[page_id].add(source.origin.origin_id)
    used = list(sources)
    for page_id in sorted({*known.pages} - ids.keys() | known.own.keys()):
        source = page_source(known.pages[page_id], known.credits.get(page_id, ()), known.agencies)
        used.append(source)
        rows.append(_sole_row(page_id, source, known.wording[page_id], known.own.get(page_id, 1.0)))
        ids[page_id].add(source.origin.origin_id)
    for page_id in sorted(known.pages):
        for source, row in _relayed(page_id, known.credits.get(page_id, ())):
            used.append(source)
            rows.append(row)
    rows = _distinct(rows)
    origins = {source.origin.origin_id: source.origin for source in used}
    named = sorted({row.origin_id for row in rows})
    return (
        tuple(rows),
        tuple(origins[origin_id] for origin_id in named),
        {page_id: tuple(sorted(found)) for page_id, found in ids.items()},
    )


def _family_rows(family: Family, source: Source, known: Witnesses) -> Iterable[Lineage]:
    """For each page of a family: its relation to the origin, then to the pages that share most with it."""
    by_page: defaultdict[str, list[_Shared]] = defaultdict(list)
    for edge in family.ties:
        tie = known.ties[edge]
        by_page[edge[0]].append((-tie.a_share, edge, edge[1], tie.a_spans))
        by_page[edge[1]].append((-tie.b_share, edge, edge[0], tie.b_spans))
    for page_id in family.pages:
        ranked = sorted(by_page[page_id])
        most, _, _, spans = ranked[0]
        share = min(1.0, -most)
        if len(ranked) > 1:
            held = sum(end - begin for begin, end in spans)
            spans = merge_spans([span for shared in ranked for span in shared[3]])
            share = min(1.0, max(-most, -most * sum(end - begin for begin, end in spans) / max(held, 1)))
        named = tuple(place for place in source.evidence if place.page_id == page_id)
        if (named or _at_home(known.pages[page_id], source)) and share < MAJORITY and page_id not in known.own:
            share = 1.0  # the page says whose its text is, however little of that stands on other pages
        relation = Relation.COPY_OF if share >= MAJORITY else Relation.DRAWS_ON
        shown = tuple(Evidence(page_id, *span, "stands on other pages of the pile too") for span in spans[:SHOWN])
        confidence = 0.95 if named else 0.85 if share >= MAJORITY else 0.75
        yield Lineage(
            page_id, None, source.origin.origin_id, relation, round(share, 4), confidence, named[:1] + shown
        )
        for shared in ranked[:WITNESSES]:
            yield _witness_row(page_id, shared, source, known, loose=family.loose)


def _at_home(page: Page, source: Source) -> bool:
    """Whether a page stands in the house that its text is from."""
    return (
        bool(page.site) and source.origin.kind is OriginKind.OUTLET and house(page.site or "") == source.origin.name
    )


def _witness_row(page_id: str, shared: _Shared, source: Source, known: Witnesses, *, loose: bool) -> Lineage:
    """The relation of a page to another page of its family."""
    share, _, other, spans = shared
    tie = known.ties[shared[1]]
    versions = max(tie.a_share, tie.b_share) >= MAJORITY
    relation, confidence, why = _relation(known.pages[page_id], known.pages[other], versions=versions)
    if _at_home(known.pages[other], source) and not _at_home(known.pages[page_id], source):
        named = tuple(place for place in source.evidence if place.page_id == page_id)
        relation, confidence, why = Relation.COPY_OF, 0.8, why if relation is Relation.COPY_OF else named
    if loose:
        relation, confidence, why = Relation.SIBLING_OF, 0.5, ()
    evidence = tuple(Evidence(page_id, *span, "the same text as on the other page") for span in spans[:SHOWN])
    return Lineage(page_id, other, source.origin.origin_id, relation, round(-share, 4), confidence, why + evidence)


def _relation(page: Page, other: Page, *, versions: bool) -> tuple[Relation, float, tuple[Evidence, ...]]:
    """Pages of one source are siblings unless one of them says otherwise.

    A page that names the other's site as its source is its copy; two pages of one site are versions where what they
    share is most of one (`versions`), else two articles that took a part from one source.
    """
    if page.site and other.site and page.site != other.site and "." in other.site:
        place = _place_of_site(page.text, other.site)
        if place is not None:
            named = Evidence(page.page_id, place, place + len(other.site), "names the other page's site")
            return Relation.COPY_OF, 0.8, (named,)
    if versions and page.site and page.site == other.site:
        return Relation.VERSION_OF, 0.7, ()
    return Relation.SIBLING_OF, 0.75, ()


def _place_of_site(text: str, site: str) -> int | None:
    """Where a text names a site (`times.com`, `www.times.com`), and no longer name: not in `desk@nytimes.com`."""
    at = text.find(site)
    while at >= 0:
        before, after = text[max(0, at - 5) : at].removesuffix("www.")[-1:], text[at + len(site) : at + len(site) + 2]
        goes_on = after[:1].isalnum() or after[:1] == "-" or (after[:1] == "." and after[1:].isalnum())
        if not (before.isalnum() or before in ("-", ".", "@") or goes_on):
            return at
        at = text.find(site, at + 1)
    return None


def _sole_row(page_id: str, source: Source, wording: Wording | None, share: float) -> Lineage:
    """What of a page is shared with no family: a copy whose source is not in the pile, or its own outlet's work."""
    origin_id, share = source.origin.origin_id, round(share, 4)
    if source.evidence:
        return Lineage(page_id, None, origin_id, Relation.COPY_OF, share, 0.9, source.evidence[:1])
    if wording is Wording.SPUN_COPY:
        return Lineage(page_id, None, origin_id, Relation.COPY_OF, share, 0.8, ())
    return Lineage(page_id, None, origin_id, Relation.DRAWS_ON, share, 0.5, ())


def _relayed(page_id: str, credits: Sequence[Credit]) -> Iterable[tuple[Source, Lineage]]:
    """Outlets and agencies that a page says were told something or reported it, or credits with a picture or a part
    of the text.

    Which text of theirs stands on it is not known, but for the captions of their pictures.
    """
    places: dict[tuple[str, OriginKind], list[Evidence]] = defaultdict(list)
    for credit in credits:
        if not credit.text:
            places[credit.name, credit.kind].append(credit.evidence)
    for (name, kind), evidence in sorted(places.items()):
        source = Source(named_origin(name, kind), tuple(evidence))
        yield source, Lineage(page_id, None, source.origin.origin_id, Relation.DRAWS_ON, 0.0, 0.6, tuple(evidence))


def _distinct(rows: Iterable[Lineage]) -> list[Lineage]:
    """One row for each page, parent, origin: the one with the greatest share."""
    best: dict[tuple[str, str, str], Lineage] = {}
    for row in rows:
        key = (row.page_id, row.origin_id, row.parent_page or "")
        if key not in best or row.share > best[key].share:
            best[key] = row
    return sorted(best.values(), key=lambda row: (row.page_id, row.origin_id, row.relation, row.parent_page or ""))
