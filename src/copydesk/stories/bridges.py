"""Bridges: pages that hold the text of others which have nothing in common, as the digest of a day does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.model.aligned import touching
from copydesk.model.pile import Pile
from copydesk.model.reuse import Alignment
from copydesk.stories.clustering import components

EDGE = 60
"""Code points by which the places of two texts may overlap by chance: a passage may end some words too late."""


class Link(NamedTuple):
    """Two groups of copies, by number, with enough text in common; the large one has more words."""

    small: int
    large: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """A group of copies that holds the text of others, in `spans` that have no text in common.

    Each span is a set of groups. The first has the most text on the bridge.
    """

    group: int
    spans: tuple[frozenset[int], ...]

    def joined(self, pairs: Iterable[tuple[int, int]]) -> Bridge:
        """The bridge with the spans of each pair of groups made one."""
        rank = {group: at for at, span in enumerate(self.spans) for group in span}
        found = components(len(self.spans), ((rank[one], rank[two]) for one, two in pairs))
        return Bridge(self.group, tuple(frozenset().union(*(self.spans[at] for at in part)) for part in found))


class _Place(NamedTuple):
    """A place on a page (by number) where the text of another group stands too."""

    page: int
    begin: int
    end: int
    other: int


def find_bridges(
    copies: Sequence[Sequence[int]], words: Sequence[int], links: Sequence[Link], pile: Pile
) -> list[Bridge]:
    """The groups that hold the text of others which have no place on them in common, and no link; the short first.

    `copies` are the pages of each group, `words` how many it has. What a bridge holds is not tied together by a
    larger page that has the bridge and other text.
    """
    held: defaultdict[int, set[int]] = defaultdict(set)
    for small, large in links:
        held[large].add(small)
    several = {group: smaller for group, smaller in held.items() if len(smaller) > 1}
    if not several:
        return []
    places = _places({group: copies[group] for group in several}, copies, pile)
    linked, found = set(links), dict[int, Bridge]()
    for group in sorted(several, key=lambda group: (words[group], group)):
        smaller = several[group] - found.keys()
        own = [place for place in places[group] if place.other in smaller]
        spans = _parts(smaller, [*_overlaps(own), *_among(smaller, linked)])
        if len(spans) > 1:
            text = dict.fromkeys(smaller, 0)
            for place in own:
                text[place.other] += place.end - place.begin
            most = sorted(spans, key=lambda span: (-max(text[one] for one in span), min(span)))
            found[group] = Bridge(group, tuple(most))
    return list(found.values())


def _among(groups: Collection[int], linked: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The links among some groups; looked for in the shorter way."""
    if len(groups) ** 2 > len(linked):
        return [(one, two) for one, two in linked if one in groups and two in groups]
    return [(one, two) for one in groups for two in groups if (one, two) in linked]


def _parts(groups: Collection[int], pairs: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
    order = sorted(groups)
    number = {group: at for at, group in enumerate(order)}
    found = components(len(order), ((number[one], number[two]) for one, two in pairs))
    return [frozenset(order[at] for at in part) for part in found]


def _overlaps(places: Iterable[_Place]) -> Iterable[tuple[int, int]]:
    """Pairs of groups whose places overlap, enough of them to tell which belong together."""
    last: _Place | None = None
    for place in sorted(places):
        if last is not None and last.page == place.page and last.end - place.begin > EDGE:
            yield last.other, place.other
        if last is None or last.page != place.page or place.end > last.end:
            last = place


def _places(
    wanted: Mapping[int, Sequence[int]], copies: Sequence[Sequence[int]], pile: Pile
) -> Mapping[int, Sequence[_Place]]:
    """Where text of other groups stands on the pages of the wanted ones."""
    names = [page.page_id for page in pile.pages]
    asked = {names[page]: (page, group) for group, pages in wanted.items() for page in pages}
    group_of = {names[page]: group for group, pages in enumerate(copies) for page in pages}
    found: defaultdict[int, list[_Place]] = defaultdict(list)
    for row in touching(pile.alignments, asked):
        for page_id, begin, end, other in _sides(row):
            if page_id in asked:
                page, group = asked[page_id]
                found[group].append(_Place(page, begin, end, group_of[other]))
    return found


def _sides(row: Alignment) -> tuple[tuple[str, int, int, str], tuple[str, int, int, str]]:
    return (row.a_page, row.a_begin, row.a_end, row.b_page), (row.b_page, row.b_begin, row.b_end, row.a_page)
