"""Standing paragraphs: the same paragraph on pages that have nothing else in common. An author's note, a prompt for
subscribers, the rules for comments and what a publisher says of itself are of no story."""

from __future__ import annotations

import itertools
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

from copydesk.model.packed import column
from copydesk.model.page import Label, Page, Segment
from copydesk.text.named import names_in

PAGES = 3
"""Pages on which a paragraph must stand, of whatever sites: a chain prints one note in all its papers."""

LEAST_CHARS, MOST_CHARS = 120, 1_500
"""Code points of a paragraph that is looked at: shorter ones may be stock sentences of news (`The company did not
immediately respond to a request for comment.`)."""

NAMES = 3
"""Names that a page must have beside its repeated paragraphs to say that it tells of something else."""

APART = 0.1
"""Mean share of its names that a page has in common with most of the others, up to which their stories are different
ones. Follow-ups that carry one paragraph of background have at least the place in common, one name of five or six."""

LEAD = 600
"""Code points of the article in which names are looked for: who and where stands at the top. Below stand author's
notes too, no two of them the same, which all name the publisher."""

_TOLD = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
_Rows = Sequence[tuple[str, int, int, Label]]


def standing_paragraphs(pages: Sequence[Page], segments: Sequence[Segment]) -> set[int]:
    """The numbers of the segments that are standing paragraphs.

    Such a paragraph stands word for word on several pages, whose leads name nobody in common, nor anybody whom it
    names. Pages without names, of scripts without capitals too, say nothing. Time is linear in the text.
    """
    rows: _Rows = list(zip(*(column(segments, name) for name in ("page_id", "begin", "end", "label")), strict=True))
    texts = {page.page_id: page.text for page in pages}
    places = _repeated(rows, texts)
    at_issue = {number for found in places.values() for number in found}
    names = _names(rows, texts, {rows[number][0] for number in at_issue}, at_issue)
    return {
        number
        for paragraph, found in places.items()
        if _stands_apart(paragraph, [names[rows[number][0]] for number in found])
        for number in found
    }


def _repeated(rows: _Rows, texts: dict[str, str]) -> dict[str, list[int]]:
    """The paragraphs that stand on enough pages, with the numbers of their segments.

    First their checksums are counted: nearly all paragraphs of a large pile stand on one page, and are not kept.
    """
    looked_at = [
        number
        for number, (_, begin, end, label) in enumerate(rows)
        if label is Label.BODY and LEAST_CHARS <= end - begin <= MOST_CHARS
    ]
    sums = array("L", (zlib.crc32(_paragraph(rows[number], texts).encode()) for number in looked_at))
    often = {value for value, count in Counter(sums).items() if count >= PAGES}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, value in zip(looked_at, sums, strict=True):
        if value in often:
            found[_paragraph(rows[number], texts)].append(number)
    return {key: own for key, own in found.items() if len({rows[number][0] for number in own}) >= PAGES}


def _paragraph(row: tuple[str, int, int, Label], texts: dict[str, str]) -> str:
    return texts[row[0]][row[1] : row[2]].strip()


def _names(rows: _Rows, texts: dict[str, str], wanted: set[str], without: set[int]) -> dict[str, frozenset[str]]:
    """The names in the articles of the `wanted` pages, `without` those segments."""
    names = {}
    for page_id, own in itertools.groupby(enumerate(rows), lambda numbered: numbered[1][0]):
        if page_id in wanted:
            parts = [row[1:3] for at, row in own if row[3] in _TOLD and at not in without]
            names[page_id] = names_in("\n".join(texts[page_id][begin:end] for begin, end in parts)[:LEAD])
    return names


def _stands_apart(paragraph: str, around: Sequence[frozenset[str]]) -> bool:
    """Whether pages with these names `around` a paragraph have nothing but it in common."""
    named = [names for names in around if len(names) >= NAMES]
    if len(named) < PAGES or 2 * len(named) < len(around):
        return False
    own = names_in(paragraph)
    if 2 * sum(not own.isdisjoint(names) for names in named) >= len(named):
        return False
    times = Counter(name for names in named for name in names)
    common = {name for name, count in times.items() if 2 * count >= len(named)}
    return sum(len(names & common) / len(names) for names in named) / len(named) <= APART
