"""The dates stage: the day on which each page was published, then what its date expressions stand for."""

from __future__ import annotations

import bisect
import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copydesk.dates.calendar import Days
from copydesk.dates.expression import Expression
from copydesk.dates.expressions import Passage, find_expressions, find_in_all
from copydesk.dates.periods import Dated
from copydesk.dates.reading import read_dates
from copydesk.model.batches import batches
from copydesk.model.by_page import ByPage
from copydesk.model.date import DateCandidate, DateRole, Timex, Verdict
from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution
from copydesk.text.restored import Restored, restored_text

_RIGHT = frozenset({Verdict.WON, Verdict.AGREES})

_ROLES = {
    Label.DATE_BANNER: DateRole.BANNER,
    Label.DATELINE: DateRole.PUBLICATION,
    Label.BYLINE: DateRole.PUBLICATION,
    Label.CAPTION: DateRole.EVENT,
    Label.HEADLINE: DateRole.EVENT,
    Label.SUBHEAD: DateRole.EVENT,
    Label.BODY: DateRole.EVENT,
}
"""What an expression is about, by the segment in which it stands; `other` where the segment is not named here."""

_OF_THE_PAGE = ARTICLE_LABELS | {Label.CAPTION, Label.CREDIT, Label.AGENCY_CREDIT, Label.SOURCE_LINE}
"""Segments that were written with the article. A teaser or widget may be of any day, so nothing in it is led back to
the page's own."""


BATCH = 1 << 20
"""Code points of text whose words are looked up together: enough that a call costs nothing, 30 MB at most."""


def date_pages(pile: Pile) -> Pile:
    """Fill `dates`, in the order of (page_id, begin, end)."""
    swaps, segments, witnesses = (
        ByPage(pile.substitutions),
        ByPage(pile.segments),
        ByPage(pile.date_candidates),
    )
    rows: list[Timex] = []
    for pages in batches(pile.pages, BATCH):
        harmless = _harmless(pages, [swaps[page.page_id] for page in pages])
        restored = [restored_text(page.text, kept) for page, kept in zip(pages, harmless, strict=True)]
        found = find_in_all([_whole(text.text, page) for text, page in zip(restored, pages, strict=True)])
        for page, text, own in zip(pages, restored, found, strict=True):
            key = page.page_id
            rows += _rows(page, segments[key], text, own, witnesses[key])
    return dataclasses.replace(pile, dates=tuple(rows))


def date_page(
    page: Page,
    segments: Sequence[Segment],
    swaps: Sequence[Substitution] = (),
    witnesses: Sequence[DateCandidate] = (),
) -> list[Timex]:
    """The rows of one page, in text order. Months and the like that a machine swapped are read as restored."""
    restored = restored_text(page.text, _harmless([page], [swaps])[0])
    return _rows(page, segments, restored, find_expressions(restored.text, language=page.language), witnesses)


def _whole(text: str, page: Page) -> Passage:
    return Passage(text, 0, len(text), page.language)


def _rows(
    page: Page,
    segments: Sequence[Segment],
    restored: Restored,
    expressions: Sequence[Expression],
    witnesses: Sequence[DateCandidate],
) -> list[Timex]:
    stamps = [
        (one.begin, one.end or one.begin) for one in witnesses if one.begin is not None and one.verdict in _RIGHT
    ]
    rows: list[Timex] = []
    for place in _places(page, segments, restored, expressions, stamps):
        if not rows or place.begin >= rows[-1].end:
            rows.append(_row(page, place, restored, stamps))
    return rows


def anchor_of(page: Page) -> Days | None:
    """The day, or the days, on which a page was written, null where not known."""
    return None if page.published is None else Days.read(page.published)


def _harmless(pages: Sequence[Page], swaps: Sequence[Sequence[Substitution]]) -> list[list[Substitution]]:
    """The swaps of each page but those that would take a date away.

    What a sibling has instead of a weekday is another edition's, for machines leave names of days and months, with a
    capital, or swap them for words that are no date.
    """
    passages: list[Passage] = []
    counts: list[int] = []
    for page, found in zip(pages, swaps, strict=True):
        paragraphs = list(_paragraphs(page, found))
        counts.append(len(paragraphs))
        passages += paragraphs
    own = iter(find_in_all(passages))
    return [
        _kept(page, found, [one for part in itertools.islice(own, count) for one in part if one.vague is None])
        for page, found, count in zip(pages, swaps, counts, strict=True)
    ]


def _paragraphs(page: Page, swaps: Sequence[Substitution]) -> Iterator[Passage]:
    """The paragraphs of a page that have a swap, in order: no expression goes on over an empty line."""
    done = 0
    for swap in swaps:
        if swap.begin >= done:
            before = page.text.rfind(_EMPTY_LINE, done, swap.begin)
            after = page.text.find(_EMPTY_LINE, swap.end)
            begin, done = max(before, done), after if after >= 0 else len(page.text)
            yield Passage(page.text, begin, done, page.language)


_EMPTY_LINE = "\n\n"


def _kept(page: Page, swaps: Sequence[Substitution], own: Sequence[Expression]) -> list[Substitution]:
    """The swaps of a page whose expressions are these, but those that lose one."""
    begins = [one.begin for one in own]
    return [swap for swap in swaps if not any(_is_lost(one, swap, page) for one in _inside(own, begins, swap))]


def _inside(own: Sequence[Expression], begins: Sequence[int], swap: Substitution) -> Sequence[Expression]:
    return own[bisect.bisect_left(begins, swap.begin) : bisect.bisect_left(begins, swap.end)]


def _is_lost(one: Expression, swap: Substitution, page: Page) -> bool:
    named = one.first is not None and (one.first.weekday is not None or one.first.month is not None)
    return named or not _has_date(swap.restored, page.language)


@lru_cache(maxsize=4096)
def _has_date(words: str, language: str | None) -> bool:
    """Whether words have a date expression. A swap is made on page after page."""
    return bool(find_expressions(words, language=language))


@dataclass(frozen=True, slots=True)
class Place:
    """An expression with its place on the page and the label of the segment there."""

    begin: int
    end: int
    label: Label
    dated: Dated


def _places(
    page: Page,
    segments: Sequence[Segment],
    restored: Restored,
    expressions: Sequence[Expression],
    stamps: Sequence[tuple[int, int]],
) -> list[Place]:
    """The expressions of a page with their values, in text order."""
    begins = [segment.begin for segment in segments]
    own, foreign = list[Expression](), list[Expression]()
    spots: dict[int, tuple[int, int, Label]] = {}
    for one in expressions:
        begin, end = restored.on_page(one.begin, one.end)
        label = segments[max(0, bisect.bisect_right(begins, begin) - 1)].label if segments else Label.BODY
        spots[one.begin] = begin, end, label
        (own if label in _OF_THE_PAGE or _is_stamp(begin, end, stamps) else foreign).append(one)
    language = page.language
    dated = [
        *read_dates(restored.text, own, anchor_of(page), language),
        *read_dates(restored.text, foreign, None, language),
    ]
    return sorted(
        (Place(*spots[one.expression.begin], one) for one in dated), key=lambda place: (place.begin, place.end)
    )


def _role(place: Place, stamps: Sequence[tuple[int, int]]) -> DateRole:
    """By the segment; furniture that gives the right day of publication (`Published June 3, 2023`) is about it."""
    role = _ROLES.get(place.label, DateRole.OTHER)
    if role is not DateRole.EVENT and _is_stamp(place.begin, place.end, stamps):
        return DateRole.PUBLICATION
    return role


def _is_stamp(begin: int, end: int, stamps: Sequence[tuple[int, int]]) -> bool:
    """Whether a place holds a day that was found to be that of publication."""
    return any(first < end and begin < last for first, last in stamps)


def _row(page: Page, place: Place, restored: Restored, stamps: Sequence[tuple[int, int]]) -> Timex:
    one, value = place.dated.expression, place.dated.value
    text = page.text[place.begin : place.end]
    basis = None
    if value is not None:
        named = ["published"] if value.anchored else ["text"]
        basis = ", ".join([*named, "restored"] if restored.text[one.begin : one.end] != text else named)
    return Timex(
        page.page_id,
        place.begin,
        place.end,
        text,
        one.type,
        None if value is None else value.text,
        _role(place, stamps),
        basis,
    )
