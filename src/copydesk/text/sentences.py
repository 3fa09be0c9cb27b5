"""Sentences with offsets, by sentencex, with its known errors mended by general means."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sentencex import get_sentence_boundaries

from copydesk.text.paragraphs import paragraphs
from copydesk.text.patterns import LINE, STRAY_OPENING

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
        cuts = _cuts(text, first, last, language)
        if len(cuts) > 1:
            cuts = _mended(text, cuts, language)
        found += [_trimmed(text, *cut) for cut in cuts]
    return [(first, last) for first, last in found if last > first]


def _cuts(text: str, begin: int, end: int, language: str) -> list[tuple[int, int]]:
    """Sentences of one paragraph as sentencex sees them, asked for in windows so that time stays linear."""
    found: list[tuple[int, int]] = []
    while begin < end:
        stop = min(begin + WINDOW, end)
        spans = [
            (begin + cut["start_index"], begin + cut["end_index"])
            for cut in get_sentence_boundaries(language, text[begin:stop])
        ]
        if stop < end and len(spans) > 1:
            spans.pop()
        if not spans:
            break
        found += spans
        begin = spans[-1][1]
    return found


def _mended(text: str, spans: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """Join what an abbreviation cut apart, and give an opening mark to the sentence that it opens."""
    found: list[tuple[int, int]] = []
    begin, end = spans[0]
    for _, closes in spans[1:]:
        first = _before_stray(text, begin, end)
        if language == "en" and _goes_on(text[begin:first], text[first : first + 12]):
            end = closes
            continue
        found.append((begin, first))
        begin, end = first, closes
    found.append((begin, end))
    return found


def _before_stray(text: str, begin: int, end: int) -> int:
    """Where the next sentence begins: at `end`, or before an opening mark that was left to this one."""
    at = max(begin, end - 8)
    tail = text[at:end].rstrip()
    stray = STRAY_OPENING.search(tail) if tail and tail[-1] in _OPENING else None
    return at + stray.start(1) if stray else end


_OPENING = '"“„«‘(['
"""The marks of STRAY_OPENING, to be looked at first."""


def _goes_on(before: str, after: str) -> bool:
    """Whether the stop that ends `before` is that of an abbreviation that never ends a sentence.

    Seen with sentencex 1.0.32: `Ms. Roe`, `Ft. Worth`, `10 a.m. Monday`, `Corp. co-founder` are cut apart. A word
    in lower case opens no sentence behind one with a capital.
    """
    parts = before.rsplit(None, 1)
    if not parts or parts[-1][-1] != ".":
        return False
    last = parts[-1].lstrip("\"“‘'([").lower()
    if parts[-1].lstrip("\"“‘'([")[:1].isupper() and after.lstrip()[:1].islower():
        return True
    if last in abbreviations("always"):
        return len(parts) == 1 or parts[-1][:1].isupper() or last in abbreviations("any_case")
    if last not in abbreviations("before_day"):
        return False
    following = after.split()
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
