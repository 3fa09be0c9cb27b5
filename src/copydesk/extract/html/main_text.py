"""The main text of an HTML page: what trafilatura takes, mapped back to the lines of our own blocks."""

from __future__ import annotations

import importlib
import logging
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from lxml.html import HtmlElement

from copydesk.limits import Limits
from copydesk.text.patterns.markup import NOT_ALNUM

ELEMENTS_A_SECOND = 5_000
"""Elements that trafilatura 2.3 surely works through in a second. Measured over twelve hostile shapes of 1,000 to
16,000 elements: linear, and at most 0.15 ms an element (nested tables)."""

SHINGLE = 4
"""Words in a row that are compared where a line is not found whole."""

MOSTLY = 0.6
"""Share of a line's shingles that must be in the main text for the line to be."""

LINKED = 0.4
"""Share of a line in links from which it is no running text."""

LEAST_KEY = 40
"""Letters of a line that tells by itself where the main text begins and ends."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line as the mapping sees it. `plain` says that it is running text that no markup names, so that it may be
    text although the extractor left it out; the other fields are those of its block."""

    text: str
    links: float
    container: int
    outer: int
    kind: str
    plain: bool


@cache
def _trafilatura() -> ModuleType:
    """The extractor, imported for the first HTML page: a tenth of a build's start, which plain text does without."""
    return importlib.import_module("trafilatura")


def main_text(root: HtmlElement, limits: Limits) -> str | None:
    """The main text by trafilatura, one paragraph a line, null where it finds none or the tree is too large.

    It has no time limit of its own, but its time is linear in the elements of the tree, so a tree that could
    take more than `limits.extract_seconds` is not given to it.
    """
    if sum(1 for _ in root.iter()) > ELEMENTS_A_SECOND * limits.extract_seconds:
        return None
    found = _trafilatura().bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    text = getattr(found, "text", None)
    return str(text) if text else None


def in_main_text(lines: Sequence[Candidate], text: str) -> list[bool]:
    """For each line, whether it is in `text`, the main text as trafilatura gives it.

    A line is when it stands there whole, or most of its shingles do. What stands on the page several times, as a
    short line or a title in a list does, counts only between the first and the last line that tell their place.
    """
    keys = [_key(line.text) for line in lines]
    wanted = Counter(key for piece in text.split("\n") if (key := _key(piece)))
    shingles = _shingles(text)
    taken = [
        bool(key) and (key in wanted or _mostly(line.text, shingles)) for key, line in zip(keys, lines, strict=True)
    ]
    sure = [i for i, key in enumerate(keys) if key in wanted and len(key) >= LEAST_KEY and lines[i].links < LINKED]
    if not sure:
        return taken
    times = Counter(keys)
    for i, key in enumerate(keys):
        outside = not sure[0] <= i <= sure[-1]
        if taken[i] and outside and times[key] > 1 and (len(key) < LEAST_KEY or times[key] > wanted[key]):
            taken[i] = False
    return _with_neighbours(lines, taken, sure)


def _with_neighbours(lines: Sequence[Candidate], taken: list[bool], sure: Sequence[int]) -> list[bool]:
    """Lines that trafilatura left out from between those of their own container that it took."""
    rescued = list(taken)
    held = {lines[i].container for i in sure}
    kinds = _kinds(lines, sure)
    for i, line in enumerate(lines):
        if taken[i] or not line.plain or line.links >= LINKED:
            continue
        within = sure[0] < i < sure[-1] and (line.container in held or line.outer in held)
        if within or line.kind in kinds:
            rescued[i] = True
    return rescued


def _kinds(lines: Sequence[Candidate], sure: Sequence[int]) -> set[str]:
    """Kinds of container that hold most of the main text and are named by a class: an article that is broken off
    by an advertisement goes on in another of the kind."""
    sizes: Counter[str] = Counter()
    for i in sure:
        sizes[lines[i].kind] += len(lines[i].text)
    most = sum(sizes.values()) / 2
    return {kind for kind, size in sizes.items() if size > most and not kind.endswith(".")}


def densest(lines: Sequence[Candidate], sentence: Sequence[bool]) -> list[bool]:
    """The main text where trafilatura gives none: the sentences of the container that has the most of them."""
    sizes: Counter[int] = Counter()
    for line, closed in zip(lines, sentence, strict=True):
        if closed and line.plain and line.links < LINKED:
            sizes[line.container] += len(line.text)
    if not sizes:
        return [line.plain and line.links < LINKED for line in lines]
    best, most = max(sizes.items(), key=lambda item: (item[1], -item[0]))
    enough = most / 4
    return [
        line.plain
        and line.links < LINKED
        and (line.container == best or (closed and sizes[line.container] >= enough))
        for line, closed in zip(lines, sentence, strict=True)
    ]


def _key(text: str) -> str:
    return NOT_ALNUM.sub("", text)


def _words(text: str) -> list[str]:
    return NOT_ALNUM.sub(" ", text).split()


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _mostly(text: str, shingles: set[tuple[str, ...]]) -> bool:
    words = _words(text)
    count = len(words) - SHINGLE + 1
    if count < 1:
        return False
    return sum(tuple(words[i : i + SHINGLE]) in shingles for i in range(count)) >= MOSTLY * count
