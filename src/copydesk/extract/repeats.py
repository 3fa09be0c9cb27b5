"""Furniture that shows only across pages: the same short line on page after page, around different stories, or the
same words behind different labels of furniture."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter

from copydesk.extract.html.metadata import host_of
from copydesk.extract.line import Line, make_line
from copydesk.extract.standing import standing_paragraphs
from copydesk.extract.vocabulary import LEAD_WORDS, find_opening, may_have_opening
from copydesk.model.packed import changed, column, packed
from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment
from copydesk.text.patterns.lines import NAME_OR_NUMBER

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

OPENINGS = 2
"""Different phrases of furniture before the same words, from which these are furniture behind all of them: a page
of a video may say `Watch: …` above its text, but not `Share this: …` too."""

OPENED_WORDS = 3
"""Words that must follow such a phrase."""

MOST_WORDS = 12
MOST_CHARS = 100
_OPENED_CHARS = 240
_REACH = 600
_LOOKED_AT = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
_FURNITURE = frozenset({Label.AD, Label.CREDIT, Label.NAVIGATION, Label.TEASER, Label.WIDGET})
"""Labels of lines that are furniture already, and as such speak for others with the same words."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a line: the number of its segment in the table, its page, its label, whether it stands beside
    furniture or at an edge of the text.

    `around` are begin and end of the article's segments before and after it, one after the other. What names stand
    in them is asked only of lines that repeat, one in a hundred. `opening` is the phrase of furniture before the
    words whose place this is.
    """

    segment: int
    page: Page
    label: Label
    around: tuple[int, ...]
    aside: bool
    opening: str = ""


def label_repeats(pages: Sequence[Page], segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments, in the order given, with lines that repeat across pages relabelled `other`.

    Only short lines without a sentence that count as headline, subhead or body are looked at, and longer ones where
    a phrase of furniture opens them; and whole paragraphs on pages that have nothing else in common. What is
    syndicated is protected: where the names and numbers around a line are the same from page to page, the line is the
    story's. The segments of a page stand next to each other in the order of its text. The result does not depend on
    the order of the pages; time is linear in the text.
    """
    sizes = Counter(site for page in pages if (site := _site(page)) is not None)
    places: dict[str, list[Place]] = defaultdict(list)
    opened: dict[str, list[Place]] = defaultdict(list)
    for key, place in _places(pages, segments):
        (opened if place.opening else places)[key].append(place)
    repeated = [found for found in places.values() if _repeats(found, sizes) and not _is_story_bound(found)]
    repeated += [found for found in opened.values() if _is_opened(found)]
    furniture = {place.segment for found in repeated for place in found if place.label in _LOOKED_AT}
    furniture |= standing_paragraphs(pages, segments)
    relabelled = dict.fromkeys(furniture, Label.OTHER) | _headlines(segments, furniture)
    return changed(segments, "label", relabelled) if relabelled else packed(Segment, segments)


def _site(page: Page) -> str | None:
    return page.site or host_of(page.url)


def _places(pages: Sequence[Page], segments: Sequence[Segment]) -> Iterator[tuple[str, Place]]:
    """The short lines of all pages, folded, with their places, and the words behind phrases of furniture."""
    page_of = {page.page_id: page for page in pages}
    cells = zip(*(column(segments, name) for name in ("page_id", "begin", "end", "label")), strict=True)
    first = 0
    for page_id, same in itertools.groupby(cells, itemgetter(0)):
        page, own = page_of[page_id], tuple(same)
        for at, (_, begin, end, label) in enumerate(own):
            if end - begin > _OPENED_CHARS or not (label in _LOOKED_AT or label in _FURNITURE):
                continue
            piece = page.text[begin:end].strip()
            may_open, may_stand = may_have_opening(piece), label in _LOOKED_AT and len(piece) <= MOST_CHARS
            line = _line(piece) if may_open or may_stand else None
            if line is None:
                continue
            opening = find_opening(line) if may_open else None
            if opening:
                words = line.folded[len(opening) :].lstrip(_MARKS)
                if words.count(" ") + 1 >= OPENED_WORDS:
                    yield words, Place(first + at, page, label, (), False, opening)
            if may_stand and _is_short(line):
                near = (*own[max(at - 1, 0) : at], *own[at + 1 : at + 2])
                around = tuple(edge for _, *span, other in near if other in ARTICLE_LABELS for edge in span)
                yield line.folded, Place(first + at, page, label, around, len(around) < 4)
        first += len(own)


_MARKS = " :|»›>–—•→：-"


def _line(piece: str) -> Line | None:
    """The one line of a segment, null where it has more, is a sentence or says nothing."""
    if not piece or "\n" in piece:
        return None
    line = make_line(piece, 0, len(piece), gap=True)
    return line if line.words <= LEAD_WORDS and not line.closed and not line.quoted and line.folded else None


def _is_short(line: Line) -> bool:
    return line.words <= MOST_WORDS and line.is_title


def _names(place: Place) -> frozenset[str]:
    """The names and numbers that stand around a line."""
    text = place.page.text
    return frozenset(
        name
        for begin, end in zip(place.around[::2], place.around[1::2], strict=True)
        for name in NAME_OR_NUMBER.findall(text[begin : min(end, begin + _REACH)])
    )


def _repeats(places: Sequence[Place], sizes: Counter[str]) -> bool:
    if len(places) < SITE_PAGES:
        return False
    pages = {place.page.page_id: place.page for place in places}
    on_site = Counter(site for page in pages.values() if (site := _site(page)) is not None)
    if any(count >= SITE_PAGES and count * SITE_SHARE >= sizes[site] for site, count in on_site.items()):
        return True
    return len(pages) >= PILE_PAGES and 2 * sum(place.aside for place in places) > len(places)


def _is_opened(places: Sequence[Place]) -> bool:
    """Whether the same words stand behind different phrases of furniture, on enough pages, and are no headline."""
    if len(places) < SITE_PAGES or len({place.opening for place in places}) < OPENINGS:
        return False
    if 2 * sum(place.label is Label.HEADLINE for place in places) > len(places):
        return False
    pages = {place.page.page_id: place.page for place in places}
    on_site = Counter(site for page in pages.values() if (site := _site(page)) is not None)
    return len(pages) >= PILE_PAGES or max(on_site.values(), default=0) >= SITE_PAGES


def _is_story_bound(places: Sequence[Place]) -> bool:
    """Whether the places are places of one story, or nothing around them says that they are not."""
    named = [names for place in places if (names := _names(place))]
    if 2 * len(named) < len(places):
        return True
    times = Counter(name for names in named for name in names)
    common = {name for name, count in times.items() if 2 * count >= len(named)}
    shares = [len(names & common) / len(names) for names in named]
    return sum(shares) / len(shares) >= STORY_BOUND


def _headlines(segments: Sequence[Segment], furniture: Set[int]) -> dict[int, Label]:
    """Where a headline was furniture, the first subhead before the body becomes the headline."""
    found: dict[int, Label] = {}
    if not furniture:
        return found
    page_of, labels = list(column(segments, "page_id")), list(column(segments, "label"))
    for number in furniture:
        if labels[number] is not Label.HEADLINE:
            continue
        for at in range(number + 1, len(labels)):
            label = Label.OTHER if at in furniture else labels[at]
            if page_of[at] != page_of[number] or label is Label.BODY:
                break
            if label is Label.SUBHEAD:
                found[at] = Label.HEADLINE
                break
    return found
