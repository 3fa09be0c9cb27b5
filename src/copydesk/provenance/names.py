"""The names that a page may credit or quote: agencies and outlets of the lists, and the sites of the pile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from copydesk.model.page import Page
from copydesk.model.provenance import OriginKind
from copydesk.provenance.sites import house
from copydesk.provenance.vocabulary import agencies, outlets
from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.tokens import fold_words

Named = tuple[str, OriginKind]
"""A name by which a source is known, and what it is."""
Houses = tuple[str, ...]
"""Names of sites, ascending."""


@cache
def _names() -> Mapping[tuple[str, ...], Named]:
    """Whom every alias of every agency and outlet that carries text names, by its folded words. Agencies win."""
    names: dict[tuple[str, ...], Named] = {}
    for outlet in outlets():
        for alias in (outlet.name, *outlet.aliases):
            names[tuple(fold_words(alias))] = (outlet.name, OriginKind.OUTLET)
    for agency in agencies():
        if not agency.photo_only:
            for alias in (agency.name, *agency.aliases):
                names[tuple(fold_words(alias))] = (agency.known_as, OriginKind.AGENCY)
    return names


@lru_cache(maxsize=2)
def names_with(houses: Houses) -> tuple[PhraseIndex, tuple[Named, ...]]:
    """All names to look for, those of the lists before those of sites, and whom each one names."""
    names = {**{tuple(fold_words(name)): (name, OriginKind.OUTLET) for name in houses}, **_names()}
    return phrase_index(names), tuple(names.values())


def houses_of(pages: Iterable[Page]) -> Houses:
    """The names of the sites of some pages, ascending: those of two words or more, as one may be any word."""
    sites = {house(page.site) for page in pages if page.site and "." not in page.site}
    return tuple(sorted(site for site in sites if len(fold_words(site)) > 1))


@cache
def spellings() -> frozenset[str]:
    """Aliases as they are written. A short one (`AP`, `dpa`) counts only in its own letters."""
    spelled = [*((o.name, *o.aliases) for o in outlets()), *((a.name, *a.aliases) for a in agencies())]
    return frozenset(alias for aliases in spelled for alias in aliases)


@cache
def initials_of_agencies() -> dict[str, str]:
    """What the initials of one agency alone stand for, where a credit stands."""
    named = [(initials, agency.known_as) for agency in agencies() for initials in agency.initials]
    times = Counter(initials for initials, _ in named)
    return {initials: name for initials, name in named if times[initials] == 1}


def is_spelled(name: str, known_as: str) -> bool:
    """Whether a name is written as that of its source is, or is too long to be a common word."""
    if name.removeprefix("the ").removeprefix("The ") == known_as.removeprefix("The "):
        return True
    bare = name.removeprefix("the ")
    return name in spellings() or bare in spellings() or (len(bare) > 5 and bare[:1].isupper())
