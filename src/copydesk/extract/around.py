"""The lesson of what stands around repeated lines: whether their places are of one story, or of many.

Only pages with a line or a paragraph that repeats have notes; and of each line FEW places are asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.places import LINE, OPENED, PARAGRAPH, Places, Row, key_of, kind_of, neighbours
from copydesk.extract.repeated import Keys
from copydesk.extract.standing import APART, PAGES, TOLD, lead_names
from copydesk.model.lesson import Lesson, Notes
from copydesk.text.codes import codes
from copydesk.text.named import names_in
from copydesk.text.patterns.lines import NAME_OR_NUMBER

STORY_BOUND = 0.6
"""Mean share of the names around the line that most of its places have in common, from which its places are taken
for places of one story. Copies of one text share nearly all names, reworded ones too; pages about one theme fewer
than half."""

FEW = 32
"""Places of a line or a paragraph that are asked for the names around them, the first by the ids of their pages,
which are drawn by lot: the theme of a large site puts a line on 100,000."""

_REACH = 600
_DIGITS = 9
"""Decimals to which a mean is rounded: the order of a sum leaves no trace in it."""

_HEAD, _OWN = np.uint32(1 << 31), np.uint32(1 << 26)
_KIND, _HIGH = 24, (1 << 24) - 1
"""A note has for each place two words of 32 bits that are marked HEAD: kind and upper half of the code of the text,
OWN where a paragraph itself has names of its page; then the lower half. Then a word of 31 bits for each name."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names around a place; and of a paragraph, whether it has some of them itself."""

    names: frozenset[str]
    own: bool = False


def around_lesson(places: Places, rows: Sequence[Row]) -> Lesson:
    """Which of the repeated lines, and paragraphs, at `places` are furniture. Some 70 bytes of notes a place."""
    asked = places.only(kind_of(places.record) != OPENED)
    named = list(_named(asked, rows))
    key = key_of(asked.record)
    sizes = np.array([2 + len(one.names) for one in named], np.int64)
    words = np.zeros(int(sizes.sum()), "<u4")
    head = np.zeros(len(words), np.bool_)
    first = np.cumsum(sizes) - sizes
    words[first] = (kind_of(key) << _KIND) + ((key >> np.uint64(_KIND)) & np.uint64(_HIGH)).astype(np.int64)
    words[first] |= _HEAD + _OWN * np.array([one.own for one in named], np.uint32)
    words[first + 1] = _HEAD + (key & np.uint64(_HIGH)).astype(np.uint32)
    head[first] = head[first + 1] = True
    words[~head] = codes(name for one in named for name in sorted(one.names)).astype(np.uint32) & ~_HEAD
    of_page = np.bincount(asked.page, sizes, len(places.pages)).astype(np.int64)
    notes = Notes.of_records([page.page_id for page in places.pages], of_page, words)
    return Lesson("around repeated lines", notes, _learn, _asking)


def _named(places: Places, rows: Sequence[Row]) -> Iterator[Named]:
    """What is named around each place. Those of a paragraph stand in the lead, repeated paragraphs left out."""
    is_paragraph = kind_of(places.record) == PARAGRAPH
    repeated = set(places.segment[is_paragraph].tolist())
    leads: dict[int, frozenset[str]] = {}
    for page, number, paragraph in zip(
        places.page.tolist(), places.segment.tolist(), is_paragraph.tolist(), strict=True
    ):
        text = places.pages[page].text
        if not paragraph:
            yield Named(_names_around(text, rows, number))
            continue
        if page not in leads:
            leads = {page: lead_names(_told(text, rows, number, repeated))}
        _, begin, end, _ = rows[number]
        yield Named(leads[page], not leads[page].isdisjoint(names_in(text[begin:end].strip())))


def _names_around(text: str, rows: Sequence[Row], number: int) -> frozenset[str]:
    """The names and numbers that stand around a line."""
    return frozenset(
        name
        for _, begin, end, _ in neighbours(rows, number)
        for name in NAME_OR_NUMBER.findall(text[begin : min(end, begin + _REACH)])
    )


def _told(text: str, rows: Sequence[Row], number: int, without: set[int]) -> Iterator[str]:
    """The parts of the article on which a segment stands, `without` some segments."""
    first = number
    while first and rows[first - 1][0] == rows[number][0]:
        first -= 1
    for at in range(first, len(rows)):
        page_id, begin, end, label = rows[at]
        if page_id != rows[number][0]:
            break
        if label in TOLD and at not in without:
            yield text[begin:end]


def _keys(words: NDArray[np.uint32]) -> Keys:
    """The keys of the places in notes."""
    high, low = words[words & _HEAD != 0].reshape(-1, 2).astype(np.uint64).T
    kind = (high >> np.uint64(_KIND)) & np.uint64(3)
    return np.asarray(
        (kind << np.uint64(62)) | ((high & np.uint64(_HIGH)) << np.uint64(_KIND)) | (low & np.uint64(_HIGH))
    )


def _asking(before: Keys, after: Keys, notes: Notes) -> NDArray[np.int64]:
    """The pages with a line that became furniture, or is none any more."""
    words = notes.records("<u4")
    asked = np.isin(_keys(words), np.setxor1d(before, after))
    return np.unique(notes.page_of_records("<u4")[words & _HEAD != 0][::2][asked])


def _learn(notes: Notes) -> Keys:
    """The keys of the lines that are furniture, in numpy."""
    words = notes.records("<u4")
    head = words & _HEAD != 0
    begins = np.flatnonzero(head)[::2]
    keys, key = np.unique(_keys(words), return_inverse=True)
    asked = _first(key, FEW)
    place = np.cumsum(np.bincount(begins, minlength=len(words)))[~head] - 1
    names = words[~head][asked[place]]
    place = place[asked[place]]
    own = words[begins] & _OWN != 0
    size = np.bincount(place, minlength=len(key))
    named = asked & (size > 0)
    common = _common(key[place], names, np.bincount(key[named], minlength=len(keys)))
    share = np.bincount(place, common, len(key)) / np.maximum(size, 1)

    def counted(chosen: NDArray[np.bool_], values: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        return np.bincount(key[chosen], None if values is None else values[chosen], len(keys)).astype(np.float64)

    places, n_named = counted(asked), counted(named)
    mean = np.round(counted(named, share) / np.maximum(n_named, 1), _DIGITS)
    telling = 2 * n_named >= places
    apart = (n_named >= PAGES) & (2 * counted(named & own) < n_named) & (mean <= APART)
    return keys[telling & np.where(kind_of(keys) == LINE, mean < STORY_BOUND, apart)]


def _first(key: NDArray[np.int64], few: int) -> NDArray[np.bool_]:
    """Which places are among the first few of their key. bool[n]."""
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    found = np.zeros(len(key), np.bool_)
    found[order] = np.arange(len(key)) - np.searchsorted(ranked, ranked) < few
    return found


def _common(key: NDArray[np.int64], names: NDArray[np.uint32], named: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which names stand at half of the `named` places of their key at least. bool[n]."""
    _, pair, times = np.unique((key << 32) + names, return_inverse=True, return_counts=True)
    return np.asarray(2 * times[pair] >= named[key])
