"""Furniture that shows only across pages: the same short line on page after page, around different stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.extract.html.metadata import host_of
from copydesk.extract.line import make_line
from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment
from copydesk.text.patterns import NAME_OR_NUMBER

SITE_PAGES = 3
"""Pages of one site on which a line must stand, and at least one in SITE_SHARE of the site's pages: `What happens
next` stands on some of them, a prompt of the theme on most."""

SITE_SHARE = 3

PILE_PAGES = 6
"""Pages of any sites on which a line must stand, most times beside furniture or at an edge of the text: a subhead
that many writers use stands between running text."""

STORY_BOUND = 0.6
"""Mean share of the names around the line that most of its places have in common, from which its places are taken
for places of one story. Copies of one text share nearly all names, reworded ones too; pages about one theme fewer
than half."""

MOST_WORDS = 12
MOST_CHARS = 100
_REACH = 600


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a line: the index of its segment, its page, the page's site, the names around, its position."""

    segment: int
    page: int
    site: str | None
    names: frozenset[str]
    aside: bool


def label_repeats(pages: Sequence[Page], segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, in the order given, with lines that repeat across pages relabelled `other`.

    Only short lines without a sentence that count as headline, subhead or body are looked at. What is syndicated
    is protected: where the names and numbers around a line are the same from page to page, the line belongs to
    the story. The result does not depend on the order of the pages; time is linear in the text.
    """
    places: dict[str, list[Place]] = defaultdict(list)
    sizes: Counter[str] = Counter()
    for number, (page, indices) in enumerate(_by_page(pages, segments)):
        site = page.site or host_of(page.url)
        if site is not None:
            sizes[site] += 1
        for key, place in _places(page, number, site, segments, indices):
            places[key].append(place)
    relabelled = list(segments)
    for found in places.values():
        if _repeats(found, sizes) and not _is_story_bound(found):
            for place in found:
                relabelled[place.segment] = replace(segments[place.segment], label=Label.OTHER)
    return tuple(_with_headlines(segments, relabelled))


def _by_page(pages: Sequence[Page], segments: Sequence[Segment]) -> Iterator[tuple[Page, list[int]]]:
    """Each page with the indices of its segments in text order."""
    indices: dict[str, list[int]] = defaultdict(list)
    for i, segment in enumerate(segments):
        indices[segment.page_id].append(i)
    for page in pages:
        yield page, sorted(indices[page.page_id], key=lambda i: segments[i].begin)


def _places(
    page: Page, number: int, site: str | None, segments: Sequence[Segment], indices: Sequence[int]
) -> Iterator[tuple[str, Place]]:
    for at, i in enumerate(indices):
        segment = segments[i]
        key = _key(page.text, segment)
        if key is None:
            continue
        before = segments[indices[at - 1]] if at else None
        after = segments[indices[at + 1]] if at + 1 < len(indices) else None
        aside = any(near is None or near.label not in ARTICLE_LABELS for near in (before, after))
        yield key, Place(i, number, site, _names(page.text, before) | _names(page.text, after), aside)


def _key(text: str, segment: Segment) -> str | None:
    """The folded line where it is short and no sentence, null elsewhere."""
    if (
        segment.label not in (Label.HEADLINE, Label.SUBHEAD, Label.BODY)
        or segment.end - segment.begin > 2 * MOST_CHARS
    ):
        return None
    piece = text[segment.begin : segment.end]
    bare = piece.strip()
    if not bare or len(bare) > MOST_CHARS or "\n" in bare:
        return None
    line = make_line(bare, 0, len(bare), gap=True)
    short = line.words <= MOST_WORDS and line.is_title and not line.closed and not line.quoted
    return line.folded if short and line.folded else None


def _names(text: str, segment: Segment | None) -> frozenset[str]:
    if segment is None or segment.label not in ARTICLE_LABELS:
        return frozenset()
    return frozenset(NAME_OR_NUMBER.findall(text[segment.begin : min(segment.end, segment.begin + _REACH)]))


def _repeats(places: Sequence[Place], sizes: Counter[str]) -> bool:
    if len(places) < SITE_PAGES:
        return False
    on_site = Counter(site for _, site in {(place.page, place.site) for place in places} if site is not None)
    if any(count >= SITE_PAGES and count * SITE_SHARE >= sizes[site] for site, count in on_site.items()):
        return True
    whole = len({place.page for place in places})
    return whole >= PILE_PAGES and 2 * sum(place.aside for place in places) > len(places)


def _is_story_bound(places: Sequence[Place]) -> bool:
    """Whether the places are places of one story, or nothing around them says that they are not."""
    named = [place.names for place in places if place.names]
    if 2 * len(named) < len(places):
        return True
    times = Counter(name for names in named for name in names)
    common = {name for name, count in times.items() if 2 * count >= len(named)}
    shares = [len(names & common) / len(names) for names in named]
    return sum(shares) / len(shares) >= STORY_BOUND


def _with_headlines(segments: Sequence[Segment], relabelled: Sequence[Segment]) -> Iterator[Segment]:
    """The segments, where the first subhead after a headline that was furniture becomes the headline."""
    waiting: str | None = None
    for before, after in zip(segments, relabelled, strict=True):
        if after.label is Label.BODY or (waiting is not None and after.page_id != waiting):
            waiting = None
        if before.label is Label.HEADLINE and after.label is Label.OTHER:
            waiting = after.page_id
        if waiting == after.page_id and after.label is Label.SUBHEAD:
            waiting = None
            yield replace(after, label=Label.HEADLINE)
            continue
        yield after
