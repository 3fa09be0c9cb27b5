"""Origins: who each text family, and each page that shares no text, goes back to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from copydesk.model.page import Page
from copydesk.model.provenance import Evidence, Origin, OriginKind
from copydesk.provenance.credit import Credit
from copydesk.provenance.credits import contributing, credited
from copydesk.provenance.families import Family
from copydesk.provenance.sites import house, house_of_origin


@dataclass(frozen=True, slots=True)
class Source:
    """An origin with the places on pages that name it (none where it is inferred)."""

    origin: Origin
    evidence: tuple[Evidence, ...]


def named_origin(name: str, kind: OriginKind) -> Origin:
    """The origin of that name: one for the whole case, so that two texts of one agency are one source."""
    return Origin(_identify(kind.value, name), name, kind, inferred=False)


def _identify(*parts: str) -> str:
    return "o" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def family_sources(
    families: Sequence[Family], credits: Mapping[str, Sequence[Credit]], pages: Mapping[str, Page]
) -> list[Source]:
    """The origin of each family. `pages` are those of the pile, by id."""
    times = Counter(page for family in families if not family.loose for page in family.pages)
    composed = {page for page, count in times.items() if count > 1}
    return [_family_source(family, credits, composed, pages) for family in families]


def _family_source(
    family: Family, credits: Mapping[str, Sequence[Credit]], composed: Set[str], pages: Mapping[str, Page]
) -> Source:
    """The origin of a family: the agency that its pages credit, else the outlet in whose house all of them stand or
    that they name, else an inferred common source.

    Where pages credit several, the one that most pages name first; what one page alone says against others is
    doubted. Where all name sources of a part of the text alone, and no author, these are asked. A page composed of
    several texts, as a digest is, tells neither whom of them its credit is for, nor whose house they are from. A
    sentence or two are of a source where several pages have them and all that credit anybody name it.
    """
    telling = [page for page in family.pages if page not in composed]
    for named in (credited, contributing):
        votes: Counter[tuple[str, OriginKind]] = Counter()
        evidence: dict[tuple[str, OriginKind], list[Evidence]] = {}
        for page in telling:
            if named is contributing and pages[page].byline:
                continue  # its own reporters wrote the rest
            sources = named(credits.get(page, ()))
            votes.update([*sources][:1])
            for source, places in sources.items():
                evidence.setdefault(source, []).extend(places)
        if votes:
            name, kind = min(votes, key=lambda source: (source[1] is not OriginKind.AGENCY, -votes[source], source))
            if family.loose and not 1 < votes[name, kind] == votes.total():
                break
            return Source(named_origin(name, kind), tuple(evidence[name, kind]))
    home = None if family.loose else house_of_origin([pages[page] for page in telling or family.pages], credits)
    if home is not None:
        return Source(named_origin(home[0], OriginKind.OUTLET), home[1])
    first = "\x1f".join(family.pages[:1] + tuple(page for tie in family.ties[:1] for page in tie))
    return Source(Origin(_identify("family", first), None, OriginKind.UNKNOWN, inferred=True), ())


def page_source(page: Page, credits: Sequence[Credit], agencies: Set[str]) -> Source:
    """The origin of a page that shares no text: whom it credits, else its own outlet, else unknown.

    `agencies` are the names that the pile credits as agencies: a page on an agency's own site is the agency's.
    """
    for (name, kind), evidence in credited(credits).items():
        return Source(named_origin(name, kind), evidence)
    if page.site:
        kind = OriginKind.AGENCY if page.site in agencies else OriginKind.OUTLET
        return Source(named_origin(house(page.site), kind), ())
    return Source(Origin(_identify("page", page.page_id), None, OriginKind.UNKNOWN, inferred=True), ())
