"""What a unit of pages talks about: its content words, as they were before any machine reworded them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.batches import batches
from copydesk.model.by_page import ByPage
from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.provenance import Substitution
from copydesk.stories.settings import StorySettings
from copydesk.text.numbering import Numbering
from copydesk.text.tokens import CAPITAL, NUMERIC, hash_words, tokenize_all
from copydesk.text.vocabulary import function_words, reporting_verbs, word_bands

_READ = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
_BAND_WEIGHT = {1: 0.3, 2: 0.5, 3: 0.7, 4: 0.85, 5: 0.95}
"""What a common word tells, by its band in general news English; a word in no band tells 1."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
CALENDAR = frozenset(WEEKDAYS + _SPRING + _AUTUMN)
"""Days and months but May, which is mostly a verb: what happens on a Sunday in February is no other event's day."""
_CALENDAR_MARK, _SKIPPED_MARK = -1.0, 0.0


BATCH = 2_000_000
"""Characters that are tokenised at once."""
_CODE = np.uint64(32)
"""Bits of the hash of a word that its code does not have. Of a million words 1 in 4,000 has the code of another."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of n pages, or units of pages, as compressed rows: those of row r are [start[r], start[r + 1]).

    `start` int64[n + 1]; `code` uint32, those of the words, ascending in each row, the same in every pile; `weight`
    float32.
    """

    start: NDArray[np.int64]
    code: NDArray[np.uint32]
    weight: NDArray[np.float32]


@cache
def _telling() -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Ascending codes of the words that tell less or more than usual, and what each tells."""
    tells = {word: _BAND_WEIGHT[band] for word, band in word_bands().items()}
    tells.update(dict.fromkeys(CALENDAR, _CALENDAR_MARK))
    tells.update(dict.fromkeys(function_words() | reporting_verbs(), _SKIPPED_MARK))
    words = sorted(word for word in tells if " " not in word)
    codes = hash_words(words) >> _CODE
    order = np.argsort(codes)
    return codes[order], np.array([tells[word] for word in words])[order]


def read_terms(
    pages: Sequence[Page],
    segments: ByPage[Segment],
    substitutions: ByPage[Substitution],
    settings: StorySettings,
) -> Terms:
    """The terms of each page with their weight in it: damped counts, names and numbers raised.

    What a machine swapped counts as the word that it was. `segments` and `substitutions` are in the order of the
    text, by page.
    """
    numbering = Numbering()
    parts = []
    for batch in batches(pages, BATCH):
        found = _counted(batch, segments, substitutions, numbering)
        parts.append(_weighed(found, batch, _told(numbering), settings))
    return Terms(
        np.cumsum(np.concatenate([np.zeros(1, np.int64), *(sizes for sizes, _, _ in parts)])),
        np.concatenate([np.empty(0, np.uint32), *(code for _, code, _ in parts)]),
        np.concatenate([np.empty(0, np.float32), *(weight for _, _, weight in parts)]),
    )


def _weighed(
    counts: _Counts, pages: Sequence[Page], told: NDArray[np.float64], settings: StorySettings
) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.float32]]:
    """How many terms each page has, the codes of the terms, and their weights."""
    page = np.repeat(np.arange(len(pages)), counts.sizes)
    plain = np.array([settings.reworded_weight if page.wording is Wording.SPUN_COPY else 1.0 for page in pages])
    raised = np.where(2 * counts.capitals > counts.times, settings.name_weight, plain[page])
    raised[counts.numeric > 0] = settings.number_weight
    tells = told[counts.word]
    factor = np.where(tells == _CALENDAR_MARK, settings.calendar_weight, tells * raised)
    weight = ((1 + np.log(counts.times)) * factor).astype(np.float32)
    kept = weight > 0
    return np.bincount(page[kept], minlength=len(pages)), counts.code[kept], weight[kept]


@dataclass(frozen=True, slots=True)
class _Counts:
    """The different words of some pages, page after page, by code ascending: `sizes`, how many each page has; for
    each its code and number, how often it stands there, how often with a capital, whether it opens with a digit."""

    sizes: NDArray[np.int64]
    code: NDArray[np.uint32]
    word: NDArray[np.int32]
    times: NDArray[np.int32]
    capitals: NDArray[np.int32]
    numeric: NDArray[np.int32]


def _counted(
    pages: Sequence[Page],
    segments: ByPage[Segment],
    substitutions: ByPage[Substitution],
    numbering: Numbering,
) -> _Counts:
    tokens, start = tokenize_all([page.text for page in pages])
    swaps = [substitutions[page.page_id] for page in pages]
    restored, restored_start = tokenize_all(["\n".join(row.restored for row in rows) for rows in swaps])
    read = [[part for part in segments[page.page_id] if part.label in _READ] for page in pages]
    words, again = numbering.number(tokens.word >> _CODE), numbering.number(restored.word >> _CODE)
    sizes, found = _count(
        words, tokens.flags, tokens.begin, start, *_spans(read), *_spans(swaps), again, restored_start,
        len(numbering.hashes),
    )  # fmt: skip
    page = np.repeat(np.arange(len(pages), dtype=np.uint64), sizes)
    code = numbering.hashes[found[:, 0]]
    order = np.argsort(page << _CODE | code)  # of one number; to sort by two takes ten times as long
    word, times, capitals, numeric = np.ascontiguousarray(found[order].T)
    return _Counts(sizes, code[order].astype(np.uint32), word, times, capitals, numeric)


def _spans(rows: Sequence[Sequence[Segment] | Sequence[Substitution]]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Begin and end of the rows of each page, one after the other, and where those of each page begin."""
    edges = [place for own in rows for row in own for place in (row.begin, row.end)]
    return np.array(edges, dtype=np.int32), np.cumsum([0, *(2 * len(own) for own in rows)], dtype=np.int64)


@numba.njit(
    "Tuple((int64[::1], int32[:, ::1]))(int32[::1], uint8[::1], int32[::1], int64[::1], int32[::1], int64[::1],"
    " int32[::1], int64[::1], int32[::1], int64[::1], int64)",
    cache=True,
    nogil=True,
)
def _count(
    words: Any, flags: Any, begin: Any, start: Any, read: Any, read_start: Any, swapped: Any, swapped_start: Any,
    restored: Any, restored_start: Any, kinds: int,
) -> Any:  # fmt: skip
    """For each page how many different words it has, and (word, times, capitals, numeric) of each in no order.

    Words count in the spans `read`, but not in `swapped`; the `restored` ones are added.
    """
    sizes = np.zeros(len(start) - 1, np.int64)
    found = np.empty((len(words) + len(restored), 4), np.int32)
    row_of = np.full(kinds, -1, np.int64)
    count = 0
    for page in range(len(start) - 1):
        first = count
        own, hole = read_start[page], swapped_start[page]
        for at in range(start[page], start[page + 1]):
            while own < read_start[page + 1] and read[own] <= begin[at]:
                own += 1
            while hole < swapped_start[page + 1] and swapped[hole] <= begin[at]:
                hole += 1
            if (own - read_start[page]) % 2 == 0 or (hole - swapped_start[page]) % 2:
                continue  # as many edges lie before the word as open and close a span
            row = row_of[words[at]]
            if row < first:
                row = row_of[words[at]] = count
                found[row, 0], found[row, 1], found[row, 2], found[row, 3] = words[at], 0, 0, 0
                count += 1
            found[row, 1] += 1
            found[row, 2] += flags[at] & CAPITAL > 0
            found[row, 3] |= flags[at] & NUMERIC > 0
        for at in range(restored_start[page], restored_start[page + 1]):
            row = row_of[restored[at]]
            if row < first:
                row = row_of[restored[at]] = count
                found[row, 0], found[row, 1], found[row, 2], found[row, 3] = restored[at], 0, 0, 0
                count += 1
            found[row, 1] += 1
        sizes[page] = count - first
    return sizes, found[:count].copy()


def _told(numbering: Numbering) -> NDArray[np.float64]:
    """What each word of the pile tells, or its mark."""
    known, tells = _telling()
    told = np.ones(len(numbering.hashes))
    number = numbering.find(known)
    told[number[number >= 0]] = tells[number >= 0]
    return told


def unit_terms(units: Sequence[Sequence[int]], terms: Terms) -> Terms:
    """The terms of units of rows, each the mean of its rows, so that ten copies weigh as one."""
    bounds = terms.start.tolist()
    found: list[tuple[NDArray[np.uint32], NDArray[np.float32]]] = []
    for unit in units:
        places = [slice(bounds[row], bounds[row + 1]) for row in unit]
        if len(unit) == 1:
            found.append((terms.code[places[0]], terms.weight[places[0]]))
            continue
        code, inverse = np.unique(np.concatenate([terms.code[place] for place in places]), return_inverse=True)
        weight = np.bincount(inverse, np.concatenate([terms.weight[place] for place in places]), len(code))
        found.append((code, (weight / len(unit)).astype(np.float32)))
    return Terms(
        np.cumsum([0, *(len(code) for code, _ in found)], dtype=np.int64),
        np.concatenate([np.empty(0, np.uint32), *(code for code, _ in found)]),
        np.concatenate([np.empty(0, np.float32), *(weight for _, weight in found)]),
    )
