"""A text as a run of tokens, each with its class: one letter a token, so the grammar is patterns over a string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.dates.calendar import FIRST_YEAR, LAST_YEAR
from copydesk.dates.lexicon import Lexicon, Sense
from copydesk.dates.scan import HARD, Scanned, scan
from copydesk.dates.word_table import FIRST_OPENER, OTHER, WordTable, letters_of, word_table

TOKEN = re.compile(
    r"(?P<dotted>[^\W\d_]\.(?:[^\W\d_]\.?){1,4}(?!\w))"
    r"|(?P<word>(?!½)[^\W\d_]{1,40}(?:[’'](?:clock|hui)\b|-(?:feira|end|midi|dia|noite)\b)?(?!\w))"
    r"|(?P<punct>[,.;:!?\"”“)(\-–—])(?![\d’'])"
    r"|(?P<iso>(?<![\w.,/-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]|-\d))"
    r"|(?P<figures>(?<![\w.,/:-])(?:\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|\d{4}[./]\d{1,2}[./]\d{1,2})"
    r"(?![\w/:-]|\.\d))"
    r"|(?P<clock>(?<![\w.,:/-])[0-2]?\d[:h][0-5]\d(?::[0-5]\d)?(?![\w:/]|[.,]\d))"
    r"|(?P<decade>(?<![\w.,:/])(?:\d{3}0|[’']?[2-9]0)[’']?s(?!\w))"
    r"|(?P<ordinal>(?<![\w.,:/])[0-3]?\d(?:st|nd|rd|th|er|re|º|ª|°)(?!\w))"
    r"|(?P<glued>(?<![\w.,:/])1?\d(?:[.:][0-5]\d)?[ap]m(?!\w))"
    r"|(?P<short>(?<!\w)[’']\d\d(?!\w))"
    r"|(?P<half>\d{0,3}½)"
    r"|(?P<broken>\d{1,15}(?:[.,]\d{1,15})(?:[.,]\d{1,15}){0,8}(?!\w))"
    r"|(?P<number>\d{1,4}(?!\w))"
    r"|(?P<quarter>[QqHh][1-4](?!\w))"
    r"|(?P<mixed>\w+)"
    r"|(?P<other>[^\w\s])"
)
"""Every token but the ends of lines, dates and clocks in figures whole. What stands in a longer number (a telephone,
a version) is left out by the characters that may not stand beside it."""

_WORDS = ("dotted", "word", "punct", "other")
"""The groups whose tokens are looked up as they are."""

_OTHER = Sense("0")
_SMALL = [Sense("N", number) for number in range(100)]


@dataclass(frozen=True, slots=True)
class Part:
    """What is read: `text[begin:end]`, code points."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of a part of a text.

    Attributes:
        text: the whole text.
        shape: one letter a token; `0` for a word that no expression has, `#` for the end of a line.
        begins, ends: of each token, in `text`.
        codes: of each token, into `senses`.
        senses: what tokens can be.
        openers: the tokens that may open the name of a holiday, ascending.
    """

    text: str
    shape: str
    begins: Sequence[int]
    ends: Sequence[int]
    codes: Sequence[int]
    senses: Sequence[Sense]
    openers: Sequence[int]

    def __len__(self) -> int:
        return len(self.shape)

    def word(self, at: int) -> str:
        """A token in lower case."""
        return self.text[self.begins[at] : self.ends[at]].lower()

    def sense(self, at: int) -> Sense:
        """What a token is."""
        return self.senses[self.codes[at]]


def lex(parts: Sequence[Part], lexicon: Lexicon) -> Iterator[Lexed]:
    """The tokens of each part.

    Compiled code reads what has no figures in it, ninety-five tokens in a hundred; TOKEN reads the rest.
    """
    table = word_table(lexicon.language)
    scanned = scan([part.text[part.begin : part.end] for part in parts], table)
    tokens, senses = _read_hard(parts, _placed(scanned, parts), table)
    shape = letters_of(senses)[tokens.code].tobytes().decode("ascii")
    openers = np.flatnonzero((tokens.code >= FIRST_OPENER) & (tokens.code < table.openers))
    edges = np.searchsorted(openers, tokens.first).tolist()
    begins, ends, codes = (column.data for column in (tokens.begin, tokens.end, tokens.code))
    first = tokens.first.tolist()
    for n, part in enumerate(parts):
        own = slice(first[n], first[n + 1])
        opens = openers[edges[n] : edges[n + 1]] - first[n]
        yield Lexed(part.text, shape[own], begins[own], ends[own], codes[own], senses, opens.tolist())


def _placed(scanned: Scanned, parts: Sequence[Part]) -> Scanned:
    """The tokens with offsets into the whole texts."""
    shift = np.repeat(np.array([part.begin for part in parts], np.int32), np.diff(scanned.first))
    return Scanned(scanned.begin + shift, scanned.end + shift, scanned.code, scanned.first)


def _read_hard(parts: Sequence[Part], scanned: Scanned, table: WordTable) -> tuple[Scanned, Sequence[Sense]]:
    """The tokens with those of the stretches that were left alone, and what tokens can be: numbers by themselves."""
    hard = np.flatnonzero(scanned.code == HARD)
    if not len(hard):
        return scanned, table.senses
    part_of = (np.searchsorted(scanned.first, hard, side="right") - 1).tolist()
    senses = list(table.senses)
    read: list[tuple[int, int, int]] = []
    counts = np.ones(len(scanned.code), np.int64)
    for at, part, begin, end in zip(
        hard.tolist(), part_of, scanned.begin[hard].tolist(), scanned.end[hard].tolist(), strict=True
    ):
        before = len(read)
        read += _stretch(parts[part], begin, end, table, senses)
        counts[at] = len(read) - before
    return _with(scanned, counts, read), senses


def _stretch(part: Part, at: int, end: int, table: WordTable, senses: list[Sense]) -> Iterator[tuple[int, int, int]]:
    """Begin, end and code of each token from `at` to a white space; what numbers are is added to `senses`."""
    while at < end:
        match = TOKEN.match(part.text, at, part.end)
        assert match is not None
        word = match.group().lower()
        if match.lastgroup in _WORDS:
            code = table.codes.get(word, OTHER)
        else:
            code = len(senses)
            senses.append(number_sense(match.lastgroup, word))
        yield at, match.end(), code
        at = match.end()


def _with(scanned: Scanned, counts: NDArray[np.int64], read: Sequence[tuple[int, int, int]]) -> Scanned:
    """The tokens, each as many times as `counts` says, and those that were left alone as they were read."""
    begin, end, code = (np.repeat(column, counts) for column in (scanned.begin, scanned.end, scanned.code))
    places = np.flatnonzero(code == HARD)
    begin[places], end[places], code[places] = np.array(read, np.int32).T
    return Scanned(begin, end, code, np.concatenate([[0], np.cumsum(counts)])[scanned.first])


def number_sense(kind: str | None, word: str) -> Sense:
    """What a token with figures, of a group of TOKEN, is."""
    if kind == "number":
        return _plain(word)
    if kind == "ordinal":
        return Sense("D", int(word.rstrip("stndrheº°ª")))
    if kind == "decade":
        return Sense("C", int(word.strip("’'s").rstrip("’'")))
    if kind == "short":
        return Sense("q", int(word[1:]))
    if kind == "quarter":
        return Sense("3", int(word[1:]), word[0])
    if kind == "half":
        return Sense("2", 2 * int(word[:-1] or 0) + 1)
    letters = {"iso": "I", "figures": "I", "clock": "h", "glued": "h", "broken": "K"}
    return Sense(letters.get(kind or "", "0"))


def _plain(word: str) -> Sense:
    if not word.isascii():
        return _OTHER
    number = int(word)
    if len(word) <= 2:
        return _SMALL[number]
    if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return Sense("Y", number)
    return Sense("K", number)
