"""What pages say of names, in notes that are learned from by columns: facts in numbers, and words of some of them.

The note of a page has its facts, 25 bytes each, then the texts of those that have one, then how many facts there are.
So what hundred thousands of pages say is summed by sorting, and words are made only of what is different.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Self

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from copydesk.model.lesson import Notes

FACT = np.dtype([("about", "<u8"), ("value", "<u8"), ("places", "<u4"), ("size", "<u4"), ("what", "u1")])
"""A fact as notes have it: what it is about, what it says of that and in how many places of the page, the bytes of
its text, its sort."""

_COUNT = np.dtype("<u4")
BETWEEN = "\x1f"
"""What stands between words that are one text of a fact."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of N notes, in the order of pages and in that in which each page has them.

    `page` int64[N] is the number of the page; `about`, `value` uint64[N], `places` int64[N], `what` uint8[N] as in
    `FACT`; the text of a fact is `data[begin:begin + size]`, int64[N].
    """

    page: Numbers
    about: NDArray[np.uint64]
    value: NDArray[np.uint64]
    places: Numbers
    what: NDArray[np.uint8]
    begin: Numbers
    size: Numbers
    data: NDArray[np.uint8]

    @classmethod
    def of(cls, notes: Notes) -> Self:
        """The facts of all notes."""
        start = notes.start[:-1]
        full = np.flatnonzero(np.diff(notes.start))
        counts = np.zeros(len(start), np.int64)
        counts[full] = _rows(notes.data, notes.start[1:][full] - _COUNT.itemsize, _COUNT)
        opens = np.cumsum(counts) - counts
        page = np.repeat(np.arange(len(start)), counts)
        nth = np.arange(len(page)) - opens[page]
        rows = _rows(notes.data, start[page] + nth * FACT.itemsize, FACT)
        size = rows["size"].astype(np.int64)
        before = np.cumsum(size) - size
        begin = start[page] + counts[page] * FACT.itemsize + before - before[opens[page]]
        about, value, what = (rows[name].copy() for name in ("about", "value", "what"))
        return cls(page, about, value, rows["places"].astype(np.int64), what, begin, size, notes.data)

    def taken(self, at: NDArray[Any]) -> Facts:
        """Some of them, by a mask or by their numbers."""
        return Facts(
            self.page[at],
            self.about[at],
            self.value[at],
            self.places[at],
            self.what[at],
            self.begin[at],
            self.size[at],
            self.data,
        )

    def sort(self, what: int) -> Facts:
        """Those of one sort."""
        return self.taken(self.what == what)

    def text(self, number: int) -> str:
        """The text of a fact."""
        begin = int(self.begin[number])
        return self.data[begin : begin + int(self.size[number])].tobytes().decode()

    def texts(self) -> NDArray[np.uint8]:
        """The bytes of all texts, one after the other."""
        before = np.cumsum(self.size) - self.size
        return self.data[np.repeat(self.begin - before, self.size) + np.arange(int(self.size.sum()))]


def _rows(data: NDArray[np.uint8], begin: Numbers, dtype: np.dtype[Any]) -> NDArray[Any]:
    """The records of a type that begin at these bytes."""
    if not len(begin):
        return np.empty(0, dtype)
    return np.ascontiguousarray(sliding_window_view(data, dtype.itemsize)[begin]).view(dtype).reshape(-1)


def noted(pages: Sequence[str], page: Numbers, facts: NDArray[Any], texts: Sequence[bytes]) -> Notes:
    """Notes of pages: facts, a `FACT` each, by the ascending numbers of their pages, with the texts of them."""
    facts["size"] = [len(text) for text in texts]
    counts = np.bincount(page, minlength=len(pages))
    sizes = np.bincount(page, facts["size"], minlength=len(pages)).astype(np.int64)
    lengths = counts * FACT.itemsize + sizes + _COUNT.itemsize * (counts > 0)
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    data = np.zeros(int(start[-1]), np.uint8)
    if len(page):
        full = np.flatnonzero(counts)
        nth = np.arange(len(page)) - (np.cumsum(counts) - counts)[page]
        _put(data, start[page] + nth * FACT.itemsize, facts)
        _put(data, start[1:][full] - _COUNT.itemsize, counts[full].astype(_COUNT))
        words = np.frombuffer(b"".join(texts), np.uint8)
        opens = start[:-1] + counts * FACT.itemsize - (np.cumsum(sizes) - sizes)
        data[np.arange(len(words)) + np.repeat(opens, sizes)] = words
    return Notes(pages, start, data)


def _put(data: NDArray[np.uint8], begin: Numbers, rows: NDArray[Any]) -> None:
    size = rows.dtype.itemsize
    sliding_window_view(data, size, writeable=True)[begin] = rows.view(np.uint8).reshape(-1, size)


@dataclass(frozen=True, slots=True)
class Sums:
    """What facts say together: for each different `about` and `value`, ascending by `about`, the first fact that says
    it, in how many places it is said, and by how many facts. int64[G] each."""

    about: Numbers
    first: Numbers
    places: Numbers
    facts: Numbers


def summed(about: Numbers, value: NDArray[Any], places: Numbers | None = None) -> Sums:
    """What facts say together, each with the number of what it is about, in one place where none are given."""
    order = np.lexsort((value, about))
    if not len(order):
        return Sums(order, order, order, order)
    other = (about[order][1:] != about[order][:-1]) | (value[order][1:] != value[order][:-1])
    begin = np.concatenate([np.zeros(1, np.int64), np.flatnonzero(other) + 1])
    first, facts = order[begin], np.diff(begin, append=len(order))
    return Sums(about[first], first, facts if places is None else np.add.reduceat(places[order], begin), facts)


def distinct(values: Numbers) -> Numbers:
    """The different ones of some numbers, ascending. By sorting: the hash table of `np.unique` takes ten times as
    long for those of pages and words together."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


@lru_cache(1 << 16)
def code_of(*words: str) -> int:
    """The 64 bits by which facts name a name, an actor, an office. Most are asked for again, which takes a tenth."""
    return int.from_bytes(blake2b(BETWEEN.join(words).encode(), digest_size=8).digest(), "little")


def code_of_country(country: str | None) -> int:
    """The letters of a country's code as a number, 0 for none."""
    return int.from_bytes((country or "").encode("ascii"), "little")


def country_of_code(code: int) -> str | None:
    """The country's code that such a number stands for."""
    return code.to_bytes(8, "little").rstrip(b"\0").decode("ascii") or None
