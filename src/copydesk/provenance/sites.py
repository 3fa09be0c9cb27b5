"""Sites: whose house a page stands in, and which other houses its text names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from copydesk.model.page import Page
from copydesk.model.provenance import Evidence
from copydesk.text.patterns import SITE_NAME

_COPIES = ("www.", "m.", "mobile.", "amp.", "print.")
"""Labels before the name of a site under which it keeps its own pages once more."""


def house(site: str) -> str:
    """The site whose pages these are: `m.post.example` and `amp.post.example` are `post.example`."""
    for label in _COPIES:
        if site.startswith(label) and "." in site[len(label) :]:
            return site[len(label) :]
    return site


def house_of_origin(pages: Sequence[Page]) -> tuple[str, tuple[Evidence, ...]] | None:
    """The house that pages of one text have it from, with the places that say so; null where it is not clear.

    Either all stand in it, or pages elsewhere name it (`read the full story at post.example`), more of them than name
    any other, while its own name no other house of theirs.
    """
    homes = {page.page_id: house(page.site) if page.site else None for page in pages}
    known = {home for home in homes.values() if home is not None}
    if len(known) == 1 and None not in homes.values():
        return next(iter(known)), ()
    named = {page.page_id: _named(page, {home for home in known if "." in home}) for page in pages}
    naming = {homes[page_id] for page_id, found in named.items() if found.keys() - {homes[page_id]}}
    places: defaultdict[str, list[Evidence]] = defaultdict(list)
    for page in pages:
        for home, place in named[page.page_id].items():
            if home != homes[page.page_id] and home not in naming:
                places[home].append(place)
    ranked = Counter({home: len(found) for home, found in places.items()}).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0], tuple(places[ranked[0][0]])


def _named(page: Page, homes: set[str]) -> Mapping[str, Evidence]:
    """The houses among `homes` that a page names, each with its first place."""
    found: dict[str, Evidence] = {}
    for token in SITE_NAME.finditer(page.text):
        home = house(token.group().lower())
        if home in homes and home not in found:
            begin = token.end() - len(home)
            found[home] = Evidence(page.page_id, begin, token.end(), "names the site that has the text")
    return found
