"""What a unit of pages talks about: its content words, as they were before any machine reworded them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.provenance import Substitution
from copydesk.stories.settings import StorySettings
from copydesk.text.tokens import CAPITAL, NUMERIC, hash_words, tokenize
from copydesk.text.vocabulary import function_words, reporting_verbs, word_bands

_READ = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
_BAND_WEIGHT = {1: 0.3, 2: 0.5, 3: 0.7, 4: 0.85, 5: 0.95}
"""What a common word tells, by its band in general news English; a word in no band tells 1."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
CALENDAR = frozenset(_DAYS + _SPRING + _AUTUMN)
"""Days and months but May, which is mostly a verb: what happens on a Sunday in February is no other event's day."""
_CALENDAR_MARK, _SKIPPED_MARK = -1.0, 0.0


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a page or unit: ascending hashes of the words, and the weight of each, of one length."""

    word: NDArray[np.uint64]
    weight: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit-length term vectors of n units, as compressed rows: the terms of unit u are columns
    `term`[start[u]:start[u + 1]], ascending, with their `weight`."""

    start: NDArray[np.int64]
    term: NDArray[np.int32]
    weight: NDArray[np.float32]
    terms: int


@cache
def _telling() -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Ascending hashes of the words that tell less or more than usual, and what each tells."""
    tells = {word: _BAND_WEIGHT[band] for word, band in word_bands().items()}
    tells.update(dict.fromkeys(CALENDAR, _CALENDAR_MARK))
    tells.update(dict.fromkeys(function_words() | reporting_verbs(), _SKIPPED_MARK))
    words = sorted(word for word in tells if " " not in word)
    hashes = hash_words(words)
    order = np.argsort(hashes)
    return hashes[order], np.array([tells[word] for word in words])[order]


def page_terms(
    page: Page, segments: Sequence[Segment], substitutions: Sequence[Substitution], settings: StorySettings
) -> Terms:
    """The terms of one page with their weight in it: damped counts, names and numbers raised."""
    words, flags = _article_words(page, segments, substitutions)
    restored = tokenize("\n".join(row.restored for row in substitutions)).word
    word, inverse = np.unique(np.concatenate([words, restored]), return_inverse=True)
    flags = np.concatenate([flags, np.zeros(len(restored), np.uint8)])
    counts = np.bincount(inverse, minlength=len(word))
    capitals = np.bincount(inverse, weights=flags & CAPITAL > 0, minlength=len(word))
    numeric = np.bincount(inverse, weights=flags & NUMERIC > 0, minlength=len(word)) > 0
    known, tells = _telling()
    at = np.minimum(np.searchsorted(known, word), len(known) - 1)
    told = np.where(known[at] == word, tells[at], 1.0)
    plain = settings.reworded_weight if page.wording is Wording.SPUN_COPY else 1.0
    raised = np.where(numeric, settings.number_weight, np.where(2 * capitals > counts, settings.name_weight, plain))
    factor = np.where(told == _CALENDAR_MARK, settings.calendar_weight, told * raised)
    weight = (1 + np.log(np.maximum(counts, 1))) * factor
    kept = weight > 0
    return Terms(word[kept], weight[kept])


def _article_words(
    page: Page, segments: Sequence[Segment], substitutions: Sequence[Substitution]
) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Hashes and flags of the article's words that no machine swapped."""
    tokens = tokenize(page.text)
    read = [(part.begin, part.end) for part in segments if part.label in _READ]
    kept = _inside(tokens.begin, read) & ~_inside(tokens.begin, [(row.begin, row.end) for row in substitutions])
    return tokens.word[kept], tokens.flags[kept]


def _inside(places: NDArray[np.int32], spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which places lie in one of the spans, which are ascending and do not overlap."""
    if not spans:
        return np.zeros(len(places), dtype=np.bool_)
    begins, ends = np.array(spans, dtype=np.int64).T
    at = np.searchsorted(begins, places, side="right") - 1
    return np.asarray((at >= 0) & (places < ends[at]))


def merge_terms(pages: Sequence[Terms]) -> Terms:
    """The mean of the terms of several pages, so that ten copies weigh as one."""
    word, inverse = np.unique(np.concatenate([terms.word for terms in pages]), return_inverse=True)
    weight = np.bincount(inverse, weights=np.concatenate([terms.weight for terms in pages]), minlength=len(word))
    return Terms(word, weight / len(pages))


def unit_vectors(units: Sequence[Terms]) -> Vectors:
    """Weigh the terms of every unit by how few units have them, and scale to length 1."""
    start = np.concatenate([[0], np.cumsum([len(unit.word) for unit in units], dtype=np.int64)]).astype(np.int64)
    every = np.concatenate([np.empty(0, np.uint64), *(unit.word for unit in units)])
    weight = np.concatenate([np.empty(0), *(unit.weight for unit in units)])
    words, term = np.unique(every, return_inverse=True)
    spread = np.bincount(term, minlength=len(words))
    weight = weight * (np.log((len(units) + 1) / spread[term]) + 1)
    owner = np.repeat(np.arange(len(units)), np.diff(start))
    length = np.sqrt(np.bincount(owner, weights=weight * weight, minlength=len(units)))
    scaled = (weight / np.maximum(length, 1e-9)[owner]).astype(np.float32)
    return Vectors(start, term.astype(np.int32), scaled, len(words))
