"""Notes of several sections: for each page some words of 32 bits in each of them, texts too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes
from copydesk.provenance.words import runs
from copydesk.text.codes import codes

Section = tuple[NDArray[np.int64], NDArray[np.uint32]]
"""How many words each page has, int64[P]; all words, one page's after the other's."""

_PADDING = b"\n"
_BETWEEN = "\x1f"


def sectioned(pages: Sequence[str], sections: Sequence[Section]) -> Notes:
    """The notes of pages: how many words each section has, then these. A page that has none in any has no note."""
    sizes = np.stack([size for size, _ in sections])
    filled = sizes.any(axis=0)
    total = (sizes.sum(axis=0) + len(sections)) * filled
    words = np.zeros(int(total.sum()), "<u4")
    at = (np.cumsum(total) - total)[filled]
    for number, (size, _) in enumerate(sections):
        words[at + number] = size[filled]
    at = at + len(sections)
    for size, own in sections:
        words[runs(at, at + size[filled])] = own
        at = at + size[filled]
    return Notes.of_records(pages, total, words)


def section(notes: Notes, number: int, count: int) -> Section:
    """One of `count` sections of notes."""
    words = notes.records("<u4")
    filled = np.diff(notes.start) > 0
    head = notes.start[:-1][filled] // 4
    sizes = words[head[:, None] + np.arange(count)].astype(np.int64).reshape(-1, count)
    begin = head + count + sizes[:, :number].sum(axis=1)
    of_pages = np.zeros(len(notes.pages), np.int64)
    of_pages[filled] = sizes[:, number]
    return of_pages, words[runs(begin, begin + sizes[:, number])]


def pages_of(part: Section, wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The numbers of the pages that have wanted words in a section. `wanted`: bool of each of its words."""
    return np.unique(np.repeat(np.arange(len(part[0])), part[0])[wanted])


def of_lists(lists: Sequence[NDArray[np.uint32]]) -> Section:
    """The section of words that are given page by page."""
    own = np.concatenate([np.empty(0, np.uint32), *lists])
    return np.array([len(words) for words in lists], np.int64), own


def of_texts(texts: Sequence[Sequence[str]]) -> Section:
    """The section of some texts of each page, none of which is empty."""
    raw = [_BETWEEN.join(own).encode("utf-8", "surrogatepass") for own in texts]
    sizes = np.array([-(-len(one) // 4) for one in raw], np.int64)
    whole = b"".join([one.ljust(-(-len(one) // 4) * 4, _PADDING) for one in raw])
    return sizes, np.frombuffer(whole, "<u4").astype(np.uint32)


def texts_of(part: Section, pages: NDArray[np.int64]) -> Iterator[list[str]]:
    """The texts of some pages, by their numbers."""
    ends = np.cumsum(part[0]) * 4
    raw = part[1].astype("<u4").tobytes()
    for begin, end in zip((ends - part[0] * 4)[pages].tolist(), ends[pages].tolist(), strict=True):
        yield raw[begin:end].rstrip(_PADDING).decode("utf-8", "surrogatepass").split(_BETWEEN)


def short_codes(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The lower halves of the codes of texts: by them pages are asked, and one too many is no fault."""
    return codes(texts).astype(np.uint32)
