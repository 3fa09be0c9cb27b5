"""Many pages scanned in compiled passes: the words of their lines, what stands between, where sentences begin."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.text.patterns.lines import LINE

_PLANE = 0x10000

SPACE, BREAKS, QUOTES, LINE_END, ENDS, HYPHENS, APOSTROPHES = 1, 2, 4, 8, 16, 32, 64
"""Bits of a character. BREAKS ends a sentence, QUOTES opens or closes a quotation, ENDS stands behind no headline."""

_MARKS: Final = {
    BREAKS: "\n!?…",
    QUOTES: '"“”„«»‘',
    ENDS: ".,;:!?\"”’'",
    HYPHENS: "-‐‑",
    APOSTROPHES: "'’ʼ＇",
}

AFTER_SPACE, AFTER_HYPHEN, AFTER_POSSESSIVE, AFTER_STOP, AFTER_COMMA, AFTER_OTHER, AFTER_QUOTE, AFTER_BREAK = range(8)
"""The numbers of `Gap`. Compiled code is kept until this file changes, so it must not read them from another."""

SHORT, BEHIND_NAME, OPENER = 1, 2, 4
"""The bits of `Trait` that tell what a full stop means; here for the same reason."""

FEWEST, MOST = 3, 30
"""Words of a line whose capitals are counted: a name alone proves nothing, and no headline is longer."""


@cache
def char_table() -> NDArray[np.uint8]:
    """uint8[0x10000]: the bits of every character of the basic plane; no other has any."""
    table = np.zeros(_PLANE, np.uint8)
    for point in range(_PLANE):
        char = chr(point)
        if char.isspace():
            table[point] |= SPACE
    for bit, chars in _MARKS.items():
        for char in chars:
            table[ord(char)] |= bit
    for point in np.flatnonzero(table & SPACE).tolist():
        if LINE.match(chr(point)) is None:
            table[point] |= LINE_END
    return table


@numba.njit("uint8(uint32, uint8[::1])", cache=True, nogil=True)
def _bits(point: Any, table: Any) -> Any:
    return table[point] if point < 0x10000 else np.uint8(0)


@numba.njit(
    "Tuple((int64[::1], boolean[::1], int64[::1]))"
    "(uint32[::1], int64[::1], int32[::1], int32[::1], int64[::1], int32[:, ::1], int64[::1], boolean[::1],"
    " uint8[::1], int64)",
    cache=True,
    nogil=True,
)
def in_lines(
    points: Any,
    bounds: Any,
    begin: Any,
    end: Any,
    start: Any,
    spans: Any,
    span_start: Any,
    whole: Any,
    table: Any,
    most: Any,
) -> Any:
    """The words that lie within a line of their page: their numbers, whether each opens its line, where those of
    each page begin.

    A span is one line where the page is `whole`, else it is cut at its line ends. `most` words of a page are taken.
    """
    kept, opens = np.empty(len(begin), np.int64), np.empty(len(begin), np.bool_)
    kept_start = np.zeros(len(bounds), np.int64)
    count = 0
    for page in range(len(bounds) - 1):
        base, size = bounds[page], bounds[page + 1] - bounds[page]
        at, last = start[page], start[page + 1]
        full = count + most
        for span in range(span_start[page], span_start[page + 1]):
            line, stop = np.int64(spans[span, 0]), min(np.int64(spans[span, 1]), size)
            while line < stop:
                line_end = stop
                if not whole[page]:
                    line_end = line
                    while line_end < stop and not _bits(points[base + line_end], table) & LINE_END:
                        line_end += 1
                while at < last and begin[at] < line:
                    at += 1
                first = True
                while at < last and end[at] <= line_end and count < full:
                    kept[count], opens[count] = at, first
                    first = False
                    count += 1
                    at += 1
                line = line_end + 1
        kept_start[page + 1] = count
    return kept[:count], opens[:count], kept_start


@numba.njit("uint8(uint32, uint8)", cache=True, nogil=True)
def _mark(point: Any, bits: Any) -> Any:
    """The gap that a mark alone makes between two words."""
    gap = AFTER_OTHER
    if point == 0x2E:
        gap = AFTER_STOP
    elif point == 0x2C:
        gap = AFTER_COMMA
    elif bits & HYPHENS:
        gap = AFTER_HYPHEN
    elif bits & APOSTROPHES:
        gap = AFTER_POSSESSIVE
    return np.uint8(gap)


@numba.njit("uint8(uint32[::1], int64, int64, uint8[::1])", cache=True, nogil=True)
def _between(points: Any, begin: Any, end: Any, table: Any) -> Any:
    """The kind of what stands between two words, without knowing them."""
    gap = AFTER_OTHER
    quotes, stops = False, False
    for at in range(begin, end):
        bits = _bits(points[at], table)
        if bits & BREAKS:
            return np.uint8(AFTER_BREAK)
        quotes |= bits & QUOTES != 0
        stops |= points[at] == 0x2E
    first, last = begin, end
    while first < last and _bits(points[first], table) & SPACE:
        first += 1
    while last > first and _bits(points[last - 1], table) & SPACE:
        last -= 1
    if first == last:
        gap = AFTER_SPACE if end - begin == 1 else AFTER_OTHER
    elif quotes:
        gap = AFTER_BREAK if stops else AFTER_QUOTE
    elif last - first == 1 and (points[first] != 0x2D or end - begin == 1):
        gap = _mark(points[first], _bits(points[first], table))
    elif stops:
        gap = AFTER_BREAK
    return np.uint8(gap)


@numba.njit("uint64(uint32[::1], int64, int64, uint64)", cache=True, nogil=True)
def _as_written(points: Any, begin: Any, end: Any, word: Any) -> Any:
    """The hash of a word with stops in it, of how it is written: `2.a` hashes like `2a`, but folds to `2.a`."""
    for at in range(begin, end):
        word = (word ^ np.uint64(points[at])) * np.uint64(1099511628211)
        word ^= word >> np.uint64(29)
    return word


@numba.njit(
    "void(uint32[::1], int64[::1], int32[::1], int32[::1], boolean[::1], int64[::1], uint8[::1], uint8[::1],"
    " uint64[::1])",
    cache=True,
    nogil=True,
)
def read_gaps(
    points: Any, bounds: Any, begin: Any, end: Any, opens: Any, start: Any, table: Any, gap: Any, word: Any
) -> None:
    """Fill `gap` (`Gap`) with what stands before each word; make `word` (uint64) tell apart what folds apart."""
    for page in range(len(bounds) - 1):
        base = bounds[page]
        for at in range(start[page], start[page + 1]):
            first, last = base + begin[at], base + end[at]
            if opens[at]:
                gap[at] = AFTER_BREAK
            elif begin[at] - end[at - 1] == 1 and points[first - 1] == 0x20:
                gap[at] = AFTER_SPACE  # as 9 of 10 words have it; the call costs more than the answer
            else:
                gap[at] = _between(points, base + end[at - 1], first, table)
            dotted = False
            for place in range(first, last):
                dotted |= points[place] == 0x2E
            if dotted:
                word[at] = _as_written(points, first, last, word[at])


@numba.njit(
    "uint8(uint32[::1], int64, int32[::1], int32[::1], boolean[::1], uint32[::1], uint8[::1], int64)",
    cache=True,
    nogil=True,
)
def _mended(points: Any, base: Any, begin: Any, end: Any, capital: Any, traits: Any, gap: Any, at: Any) -> Any:
    """What stands before a word: a full stop ends a sentence, unless it is that of an initial or a short form."""
    before = at - 1
    opener = traits[at] & OPENER != 0
    if gap[at] == AFTER_STOP:
        initial = end[before] - begin[before] == 1 and capital[before]
        if initial or traits[before] & SHORT or not capital[at] or (traits[before] & BEHIND_NAME and not opener):
            return np.uint8(AFTER_STOP)
        return np.uint8(AFTER_BREAK)
    if gap[at] == AFTER_SPACE and capital[at] and opener and points[base + end[before] - 1] == 0x2E:
        return np.uint8(AFTER_BREAK)
    return gap[at]


@numba.njit(
    "boolean(uint32[::1], int64, int64, int32[::1], int32[::1], boolean[::1], uint8[::1], int64, int64, uint8[::1],"
    " float64)",
    cache=True,
    nogil=True,
)
def _in_title_case(
    points: Any,
    base: Any,
    size: Any,
    begin: Any,
    end: Any,
    capital: Any,
    gap: Any,
    first: Any,
    last: Any,
    table: Any,
    share: Any,
) -> Any:
    """Whether a line of one sentence, without a mark at its end, has Capitals Throughout."""
    behind = base + end[last - 1]
    if last - first > MOST or (behind < size and _bits(points[behind], table) & ENDS):
        return False
    long, capitals = 0, 0
    for at in range(first, last):
        if at > first and gap[at] == AFTER_BREAK:
            return False
        if end[at] - begin[at] > 3:
            long += 1
            capitals += capital[at]
    return long > 1 and capitals >= share * long


@numba.njit(
    "int64[:, ::1](uint32[::1], int64[::1], int32[::1], int32[::1], boolean[::1], int64[::1], boolean[::1],"
    " uint32[::1], uint8[::1], float64, uint8[::1], int32[::1], boolean[::1])",
    cache=True,
    nogil=True,
)
def settle(
    points: Any,
    bounds: Any,
    begin: Any,
    end: Any,
    opens: Any,
    start: Any,
    capital: Any,
    traits: Any,
    table: Any,
    share: Any,
    gap: Any,
    sentence: Any,
    loud: Any,
) -> Any:
    """Mend `gap`, number the sentences of each page, mark the words of lines in title case.

    Gives the lines, as words [first, last), that may be all in capitals: no small letter of ASCII is in them.
    """
    found = np.empty((len(begin), 2), np.int64)
    count = 0
    for page in range(len(bounds) - 1):
        base, number, first = bounds[page], 0, start[page]
        for at in range(start[page], start[page + 1]):
            stopped = gap[at] == AFTER_STOP or (gap[at] == AFTER_SPACE and capital[at])
            if stopped and not opens[at]:
                gap[at] = _mended(points, base, begin, end, capital, traits, gap, at)
            number += gap[at] == AFTER_BREAK
            sentence[at] = number
            if at + 1 < start[page + 1] and not opens[at + 1]:
                continue
            last = at + 1
            if last - first >= FEWEST:
                size = bounds[page + 1]
                if _in_title_case(points, base, size, begin, end, capital, gap, first, last, table, share):
                    loud[first:last] = True
                place, stop = base + begin[first], base + end[at]
                while place < stop and not 0x61 <= points[place] <= 0x7A:
                    place += 1
                if place == stop:
                    found[count, 0], found[count, 1] = first, last
                    count += 1
            first = last
    return found[:count].copy()
