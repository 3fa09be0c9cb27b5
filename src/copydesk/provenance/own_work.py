"""Pages of a family whose text is, for the larger part, not that family's: reports that took in some passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from copydesk.model.page import Page
from copydesk.provenance.credit import Credit
from copydesk.provenance.credits import credited
from copydesk.provenance.families import Family
from copydesk.provenance.origins import Source
from copydesk.provenance.sites import house
from copydesk.text.tokens import fold_words

MAJORITY = 0.5
"""Share of its words from which a page is a copy of an origin; below, it draws on it."""


def own_shares(
    families: Sequence[Family],
    sources: Sequence[Source],
    shares: Mapping[str, Mapping[int, float]],
    pages: Mapping[str, Page],
    credits: Mapping[str, Sequence[Credit]],
    spun: Set[str],
) -> dict[str, float]:
    """The share of its text that is not its families', for each page that says so; most pages do not.

    A page says so where it credits another source than they go back to, or where it credits none and has an author
    of its own, on a site. `families` have these `sources`; `shares` are those that each family, by its number, has
    of a page. What a machine reworded is nobody's own work.
    """
    authors = [Counter(_author(pages[page_id]) for page_id in family.pages) for family in families]
    found = {}
    for page_id, held in shares.items():
        total = min(1.0, sum(held.values()))
        if total >= MAJORITY or page_id in spun:
            continue
        names = [name for name, _ in credited(credits.get(page_id, ()))]
        home = pages[page_id].site
        if home and house(home) in {sources[number].origin.name for number in held}:
            continue  # others have it from its own house
        if names:
            says_so = names[0] not in {sources[number].origin.name for number in held}
        else:
            author = _author(pages[page_id])
            says_so = bool(author and pages[page_id].site) and all(authors[number][author] == 1 for number in held)
        if says_so:
            found[page_id] = 1 - total
    return found


def _author(page: Page) -> tuple[str, ...]:
    return tuple(fold_words(page.byline or ""))
