"""Words with offsets, folded and hashed in one compiled pass over the code points.

A word is a run of letters and digits. `doesn't`, `O'Brien` are one word, the possessive `'s` is a word of its own,
`U.S.` and `US` are the same word, `1,000` and `1000` too; a hyphen parts words, so `two-day` equals `two day`.
Ideographs and kana are one word each. Case, diacritics and compatibility forms are folded away.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

_TABLE_SIZE = 0x10000
_SOLO = np.uint32(1 << 31)
"""Marks a code point that is a word by itself."""
_MARK = np.uint32(1 << 30)
"""Marks a combining mark: it goes on a word and leaves no trace in it."""

_ALPHABETIC = ((0, 0x3400), (0xA000, 0xAC00), (0xF900, _TABLE_SIZE))
"""The basic plane without its ideographs, Hangul syllables, surrogates and private use."""

_FIRST_SOLO = 0x3041
"""The first code point that is a word by itself; below, a text has at most one word for two code points."""

CAPITAL, NUMERIC = 1, 2
"""Bits of `Tokens.flags`: the word opens with an upper-case letter; it opens with a digit."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text: four arrays of one length.

    `begin`, `end` (int32) are code points into the text, half-open; `word` (uint64) is the hash of the folded
    word; `flags` (uint8) holds CAPITAL and NUMERIC.
    """

    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    word: NDArray[np.uint64]
    flags: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.word)

    def part(self, first: int, last: int) -> Tokens:
        """Words [first, last), as a view."""
        return Tokens(self.begin[first:last], self.end[first:last], self.word[first:last], self.flags[first:last])


def _fold_of(char: str) -> int:
    kind = unicodedata.category(char)[0]
    if kind == "M":
        return int(_MARK)
    if kind not in "LN":
        return 0
    point = ord(char)
    folded = ord(unicodedata.normalize("NFKD", char).casefold()[:1] or char)
    if 0x3041 <= point <= 0x30FF or 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF:
        return folded | int(_SOLO)
    return folded


@cache
def _fold_table() -> NDArray[np.uint32]:
    """uint32[0x10000]: the folded code point of every word character of the basic plane, 0 for all others."""
    table = np.zeros(_TABLE_SIZE, dtype=np.uint32)
    for first, last in _ALPHABETIC:
        table[first:last] = [_fold_of(chr(point)) for point in range(first, last)]
    ideographs, hangul = np.arange(0x3400, 0xA000), np.arange(0xAC00, 0xD7A4)
    table[ideographs] = ideographs | int(_SOLO)  # looked up one by one, these two blocks would cost 0.3 s
    table[hangul] = hangul
    return table


@cache
def _case_table() -> NDArray[np.uint8]:
    """uint8[0x10000]: CAPITAL for upper-case letters, NUMERIC for digits."""
    flags = np.zeros(_TABLE_SIZE, dtype=np.uint8)
    for point in (point for first, last in _ALPHABETIC for point in range(first, last)):
        char = chr(point)
        if char.isupper():
            flags[point] = CAPITAL
        elif char.isdigit():
            flags[point] = NUMERIC
    return flags


@numba.njit("uint32(uint32[::1], int64, uint32[::1])", cache=True, nogil=True)
def _folded(points: Any, at: int, table: Any) -> Any:
    """The folded word character at `at`, 0 where there is none. Outside the basic plane: letters as they are."""
    if at < 0 or at >= len(points):
        return np.uint32(0)
    point = points[at]
    if point < 0x10000:
        return table[point]
    if 0x20000 <= point < 0x32000:
        return point | np.uint32(1 << 31)
    if 0x1F000 <= point < 0x20000 or point >= 0xE0000:  # emoji and tags
        return np.uint32(0)
    return point


@numba.njit(
    "int64(uint32[::1], uint32[::1], uint8[::1], int32[::1], int32[::1], uint64[::1], uint8[::1])",
    cache=True,
    nogil=True,
)
def _scan(points: Any, table: Any, cases: Any, begin: Any, end: Any, word: Any, flags: Any) -> int:
    solo, mark = np.uint32(1 << 31), np.uint32(1 << 30)
    n, count, at = len(points), 0, 0
    while at < n:
        folded = _folded(points, at, table)
        if folded == 0 or folded == mark:
            at += 1
            continue
        start = at
        code = (np.uint64(14695981039346656037) ^ np.uint64(folded)) * np.uint64(1099511628211)
        at += 1
        letters, dotted = 1, False
        while at < n and not folded & solo:
            folded = _folded(points, at, table)
            if folded & solo:
                break
            if folded == mark:
                at += 1
                continue
            if folded:
                code = (code ^ np.uint64(folded)) * np.uint64(1099511628211)
                letters += 1
                at += 1
                continue
            point = points[at]
            after = _folded(points, at + 1, table)
            if after == 0 or after & (solo | mark):
                if point == 0x2E and dotted and letters == 1:
                    at += 1  # the last full stop of U.S. is part of it
                break
            if point in (0x27, 0x2019, 0x02BC, 0xFF07):
                if after == 0x73 and _folded(points, at + 2, table) == 0:
                    break  # possessive
                code = (code ^ np.uint64(0x27)) * np.uint64(1099511628211)
                at += 1
            elif point == 0x2E and letters == 1 and _folded(points, at + 2, table) == 0 and after > 0x39:
                dotted = True
                letters = 0
                at += 1
            elif point in (0x2C, 0x2E) and after <= 0x39 and 0x30 <= points[at - 1] <= 0x39:
                if point == 0x2E:
                    code = (code ^ np.uint64(0x2E)) * np.uint64(1099511628211)
                at += 1
            else:
                break
        code ^= code >> np.uint64(32)
        code *= np.uint64(0x9E3779B97F4A7C15)
        code ^= code >> np.uint64(29)
        begin[count], end[count], word[count] = start, at, code
        flags[count] = cases[points[start]] if points[start] < 0x10000 else 0
        count += 1
    return count


@numba.njit(
    "int64[::1](uint32[::1], int64[::1], uint32[::1], uint8[::1], int32[::1], int32[::1], uint64[::1], uint8[::1])",
    cache=True,
    nogil=True,
)
def _scan_all(points: Any, bounds: Any, table: Any, cases: Any, begin: Any, end: Any, word: Any, flags: Any) -> Any:
    """Scan text after text into one long row of words; where the words of each begin."""
    start = np.zeros(len(bounds), np.int64)
    for text in range(len(bounds) - 1):
        at = start[text]
        part = points[bounds[text] : bounds[text + 1]]
        start[text + 1] = at + _scan(part, table, cases, begin[at:], end[at:], word[at:], flags[at:])
    return start


def tokenize(text: str) -> Tokens:
    """Find the words of `text`. Linear; about 60 MB/s on one core."""
    points = code_points(text)
    size = len(points)
    begin, end = np.empty(size, np.int32), np.empty(size, np.int32)
    word, flags = np.empty(size, np.uint64), np.empty(size, np.uint8)
    count = _scan(points, _fold_table(), _case_table(), begin, end, word, flags)
    return Tokens(begin[:count].copy(), end[:count].copy(), word[:count].copy(), flags[:count].copy())


def tokenize_all(texts: Sequence[str]) -> tuple[Tokens, NDArray[np.int64]]:
    """The words of many texts in one pass, offsets into each text; and int64[len(texts) + 1], where each begins.

    A call of `tokenize` costs 25 us whatever the text, as much as the words of a page do.
    """
    points = code_points("".join(texts))
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) for text in texts], out=bounds[1:])
    room = (len(points) + len(texts)) // 2 + 1 if points.max(initial=0) < _FIRST_SOLO else len(points)
    begin, end = np.empty(room, np.int32), np.empty(room, np.int32)
    word, flags = np.empty(room, np.uint64), np.empty(room, np.uint8)
    start = _scan_all(points, bounds, _fold_table(), _case_table(), begin, end, word, flags)
    count = start[-1]
    return Tokens(begin[:count], end[:count], word[:count], flags[:count]), start


def code_points(text: str) -> NDArray[np.uint32]:
    """The code points of `text`. uint32[len(text)].

    numpy stores strings as just these, in memory of its own, which comes in large pages: by way of bytes it took 7 ns
    a character, as much as reading the words does.
    """
    return np.array([text]).view(np.uint32) if text else np.empty(0, np.uint32)


def fold_words(text: str) -> list[str]:
    """The words of `text` as folded strings, for looking them up in vocabulary: lower case, no diacritics."""
    if text.isascii() and "".join(words := text.lower().split()).isalnum():
        return words  # no mark in it: a thirtieth of what the scan costs a short text
    tokens = tokenize(text)
    return [fold_word(text[b:e]) for b, e in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True)]


def fold_word(word: str) -> str:
    """Fold one word as the hash does: `U.S.` → `us`, `Émigré` → `emigre`, `doesn’t` → `doesn't`."""
    if word.isascii() and word.isalpha():
        return word.lower()
    folded = []
    for char in word:
        if char in "’ʼ＇'":
            folded.append("'")
            continue
        point = _fold_of(char) & ~int(_SOLO | _MARK)
        if point:
            folded.append(chr(point))
        elif char == "." and folded and folded[-1].isdigit():
            folded.append(".")
    return "".join(folded).rstrip(".'")


def hash_words(words: Sequence[str]) -> NDArray[np.uint64]:
    """Hashes of given words, equal to those that `tokenize` finds in a text. uint64[len(words)].

    Raises ValueError where an item is not exactly one word.
    """
    whole = tokenize("\n".join(words))
    breaks = np.cumsum([len(word) + 1 for word in words])[:-1] - 1
    if len(whole) != len(words) or (np.searchsorted(breaks, whole.begin) != np.arange(len(words))).any():
        raise ValueError(f"not one word: {next(word for word in words if len(tokenize(word)) != 1)!r}")
    return whole.word
