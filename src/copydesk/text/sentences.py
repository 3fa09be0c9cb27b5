"""Sentences with offsets, by sentencex, with its known errors mended by general means."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sentencex import segment

from copydesk.text.paragraphs import paragraphs
from copydesk.text.patterns.lines import LINE
from copydesk.text.patterns.quotations import STRAY_OPENING

WINDOW = 4_000
"""Code points that sentencex is given at once. It is quadratic in unclosed quotation marks: 200 KB of them took
11 s, 4,000 code points take 5 ms."""


def sentences(text: str, begin: int = 0, end: int | None = None, language: str = "en") -> list[tuple[int, int]]:
    """Spans (code points into `text`, half-open, trimmed, in order) of the sentences in `text[begin:end]`.

    No sentence crosses a paragraph (see `copydesk.text.paragraphs`). A quotation of several sentences stays in
    the sentence that brings it. `language` is an ISO 639-1 code; an unknown one is cut by general rules.
    """
    found: list[tuple[int, int]] = []
    stop = len(text) if end is None else min(end, len(text))
    line = LINE.match(text, begin, stop)
    alone = line is not None and not text[line.end() : stop].strip()
    for first, last in [_trimmed(text, begin, stop)] if alone else paragraphs(text, begin, stop):
        found += _cut(text, first, last, language)
    return [(first, last) for first, last in found if last > first]


def _cut(text: str, begin: int, end: int, language: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph. What an abbreviation cut apart is joined, and an opening mark given to the
    sentence that it opens."""
    found: list[tuple[int, int]] = []
    opens = at = begin
    for piece in _pieces(text, begin, end, language)[:-1]:
        at += len(piece)
        first, tail = at, text[max(opens, at - _TAIL) : at].rstrip()
        if tail[-1:] in _OPENING:
            first = _before_stray(text, opens, at)
            tail = text[max(opens, first - _TAIL) : first].rstrip()
        if tail[-1:] == "." and language == "en" and _goes_on(text, opens, first, tail):
            continue
        found.append(_trimmed(text, opens, first))
        opens = first
    return [*found, _trimmed(text, opens, end)]


def _pieces(text: str, begin: int, end: int, language: str) -> list[str]:
    """A paragraph in the sentences that sentencex sees, asked for in windows so that time stays linear."""
    found: list[str] = []
    while begin < end:
        stop = min(begin + WINDOW, end)
        pieces: list[str] = segment(language, text[begin:stop])
        if stop < end and len(pieces) > 1:
            pieces.pop()
        found += pieces
        begin += sum(map(len, pieces))
    return found


def _before_stray(text: str, begin: int, end: int) -> int:
    """Where the next sentence begins: at `end`, or before an opening mark that was left to this one."""
    at = max(begin, end - 8)
    tail = text[at:end].rstrip()
    stray = STRAY_OPENING.search(tail) if tail and tail[-1] in _OPENING else None
    return at + stray.start(1) if stray else end


_OPENING = '"“„«‘(['
"""The marks of STRAY_OPENING, to be looked at first."""


_TAIL = 24
"""Code points of a sentence's end that hold its last word, if that is an abbreviation."""


def _goes_on(text: str, begin: int, end: int, tail: str) -> bool:
    """Whether the stop that ends `text[begin:end]`, and its `tail`, is that of an abbreviation that ends no sentence.

    Seen with sentencex 1.0.32: `Ms. Roe`, `Ft. Worth`, `10 a.m. Monday`, `Corp. co-founder` are cut apart. A word
    in lower case opens no sentence behind one with a capital.
    """
    word = tail.rsplit(None, 1)[-1]
    bare = word.lstrip("\"“‘'([")
    last = bare.lower()
    if bare[:1].isupper() and text[end : end + 12].lstrip()[:1].islower():
        return True
    if last in abbreviations("always"):
        alone = len(text[begin:end].split(None, 1)) == 1
        return alone or word[0].isupper() or last in abbreviations("any_case")
    if last not in abbreviations("before_day"):
        return False
    following = text[end : end + 12].split()
    return bool(following) and following[0].strip(".,;").lower() in abbreviations("day")


@cache
def abbreviations(group: str) -> frozenset[str]:
    """The entries of one group of `abbreviations.txt`, in lower case with their stops."""
    entries: set[str] = set()
    current = ""
    for line in files("copydesk.text").joinpath("abbreviations.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif current == group and not line.startswith("#"):
            entries.update(line.lower().split())
    return frozenset(entries)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    if end > begin and not text[begin].isspace() and not text[end - 1].isspace():
        return begin, end
    piece = text[begin:end].lstrip()
    first = end - len(piece)
    return first, first + len(piece.rstrip())
