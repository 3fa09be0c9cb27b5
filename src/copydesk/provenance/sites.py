"""Sites: whose house a page stands in, and which other houses its text names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from copydesk.model.page import Page
from copydesk.model.provenance import Evidence, Relayed
from copydesk.provenance.credit import Credit
from copydesk.text.patterns.credits import SITE_NAME, URL_HOST

_COPIES = ("www.", "m.", "mobile.", "amp.", "print.")
"""Labels before the name of a site under which it keeps its own pages once more."""


def house(site: str) -> str:
    """The site whose pages these are: `m.post.example` and `amp.post.example` are `post.example`."""
    for label in _COPIES:
        if site.startswith(label) and "." in site[len(label) :]:
            return site[len(label) :]
    return site


def host(page: Page) -> str | None:
    """The host of a page's address, without the label of a copy; the site itself where that is one."""
    if page.site and "." in page.site:
        return house(page.site)
    match = URL_HOST.match(page.url) if page.url else None
    return house(match.group(1).lower()) if match else None


def house_of_origin(
    pages: Sequence[Page], credits: Mapping[str, Sequence[Credit]]
) -> tuple[str, tuple[Evidence, ...]] | None:
    """The house that pages of one text have it from, with the places that say so; null where it is not clear.

    Either all stand in it, or pages elsewhere name it (`read the full story at post.example`, `the Post reported`),
    more of them than name any other, while its own name no other house of theirs. `credits` are those of the pages.
    """
    homes = {page.page_id: house(page.site) if page.site else None for page in pages}
    known = {home for home in homes.values() if home is not None}
    if len(known) == 1 and None not in homes.values():
        return next(iter(known)), ()
    hosts = {name: house(page.site) for page in pages if page.site and (name := host(page)) is not None}
    named = {page.page_id: _named(page, hosts) | _quoted(credits.get(page.page_id, ()), known) for page in pages}
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


def _named(page: Page, hosts: Mapping[str, str]) -> dict[str, Evidence]:
    """The houses of these `hosts` that a page names, each with its first place."""
    found: dict[str, Evidence] = {}
    for token in SITE_NAME.finditer(page.text):
        name = house(token.group().lower())
        if name in hosts and hosts[name] not in found:
            begin = token.end() - len(name)
            found[hosts[name]] = Evidence(page.page_id, begin, token.end(), "names the site that has the text")
    return found


def _quoted(credits: Sequence[Credit], known: Set[str]) -> dict[str, Evidence]:
    """The `known` houses that a page says reported or were told something, each with its first place."""
    found: dict[str, Evidence] = {}
    for credit in credits:
        if credit.evidence.why in (Relayed.REPORTED, Relayed.TOLD) and credit.name in known:
            found.setdefault(credit.name, credit.evidence)
    return found
