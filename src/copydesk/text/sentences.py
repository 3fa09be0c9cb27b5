"""Sentences with offsets, by sentencex, with its known errors mended by general means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from sentencex import get_sentence_boundaries

from copydesk.text.paragraphs import paragraphs
from copydesk.text.patterns import STRAY_OPENING

WINDOW = 4_000
"""Code points that sentencex is given at once. It is quadratic in unclosed quotation marks: 200 KB of them took
11 s, 4,000 code points take 5 ms."""


def sentences(text: str, begin: int = 0, end: int | None = None, language: str = "en") -> list[tuple[int, int]]:
    """Spans (code points into `text`, half-open, trimmed, in order) of the sentences in `text[begin:end]`.

    No sentence crosses a paragraph (see `copydesk.text.paragraphs`). A quotation of several sentences stays in
    the sentence that brings it. `language` is an ISO 639-1 code; an unknown one is cut by general rules.
    """
    found: list[tuple[int, int]] = []
    for first, last in paragraphs(text, begin, end):
        found.extend(_trimmed(text, _mended(text, _cuts(text, first, last, language), language)))
    return found


def _cuts(text: str, begin: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Sentences of one paragraph as sentencex sees them, asked for in windows so that time stays linear."""
    while begin < end:
        stop = min(begin + WINDOW, end)
        spans = [
            (begin + cut["start_index"], begin + cut["end_index"])
            for cut in get_sentence_boundaries(language, text[begin:stop])
        ]
        if stop < end and len(spans) > 1:
            spans.pop()
        if not spans:
            return
        yield from spans
        begin = spans[-1][1]


def _mended(text: str, spans: Iterable[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """Join what an abbreviation cut apart, and give an opening mark to the sentence that it opens."""
    held: tuple[int, int] | None = None
    for begin, end in spans:
        if held is None:
            held = (begin, end)
            continue
        first = _before_stray(text, *held)
        if language == "en" and _goes_on(text[held[0] : first], text[first : first + 12]):
            held = (held[0], end)
            continue
        yield held[0], first
        held = (first, end)
    if held is not None:
        yield held


def _before_stray(text: str, begin: int, end: int) -> int:
    """Where the next sentence begins: at `end`, or before an opening mark that was left to this one."""
    at = max(begin, end - 8)
    stray = STRAY_OPENING.search(text[at:end].rstrip())
    return at + stray.start(1) if stray else end


def _goes_on(before: str, after: str) -> bool:
    """Whether the stop that ends `before` is that of an abbreviation that never ends a sentence.

    Seen with sentencex 1.0.32: `Ms. Roe`, `Ft. Worth`, `10 a.m. Monday` are cut apart.
    """
    words = before.split()
    if not words or not before.rstrip().endswith("."):
        return False
    last = words[-1].lstrip("\"“‘'([").lower()
    if last in _abbreviations("always"):
        return len(words) == 1 or words[-1][:1].isupper() or last in _abbreviations("any_case")
    following = after.split()
    return (
        last in _abbreviations("before_day")
        and bool(following)
        and following[0].strip(".,;").lower() in _abbreviations("day")
    )


@cache
def _abbreviations(group: str) -> frozenset[str]:
    """The entries of one group of `abbreviations.txt`, in lower case with their stops."""
    entries: set[str] = set()
    current = ""
    for line in files("copydesk.text").joinpath("abbreviations.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif current == group and not line.startswith("#"):
            entries.update(line.lower().split())
    return frozenset(entries)


def _trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for begin, end in spans:
        piece = text[begin:end]
        bare = piece.strip()
        if bare:
            first = begin + len(piece) - len(piece.lstrip())
            yield first, first + len(bare)
