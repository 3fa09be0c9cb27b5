"""What a unit of pages talks about: its content words, as they were before any machine reworded them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.provenance import Substitution
from copydesk.stories.settings import StorySettings
from copydesk.text.tokens import CAPITAL, NUMERIC, fold_word, fold_words, tokenize
from copydesk.text.vocabulary import function_words, reporting_verbs, word_bands

_READ = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
_BAND_WEIGHT = {1: 0.3, 2: 0.5, 3: 0.7, 4: 0.85, 5: 0.95}
"""What a common word tells, by its band in general news English; a word in no band tells 1."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
CALENDAR = frozenset(_DAYS + _SPRING + _AUTUMN)
"""Days and months but May, which is mostly a verb: what happens on a Sunday in February is no other event's day."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit-length term vectors of n units, as compressed rows: the terms of unit u are columns
    `term`[start[u]:start[u + 1]], ascending, with their `weight`."""

    start: NDArray[np.int64]
    term: NDArray[np.int32]
    weight: NDArray[np.float32]
    terms: int


def page_terms(
    page: Page, segments: Sequence[Segment], substitutions: Sequence[Substitution], settings: StorySettings
) -> dict[str, float]:
    """The terms of one page with their weight in it: damped counts, names and numbers raised."""
    counts: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    swapped = [(row.begin, row.end) for row in substitutions]
    for segment in segments:
        if segment.label in _READ:
            _count(page.text, segment, swapped, counts, raised)
    for row in substitutions:
        counts.update(fold_words(row.restored))
    skipped = function_words() | reporting_verbs()
    bands = word_bands()
    found = {}
    for term, count in counts.items():
        if len(term) > 1 and term not in skipped:
            tells = settings.calendar_weight if term in CALENDAR else _BAND_WEIGHT.get(bands.get(term, 0), 1.0)
            found[term] = (1 + math.log(count)) * tells * _raise(term, raised[term], count, page, settings)
    return found


def _raise(term: str, raised: int, count: int, page: Page, settings: StorySettings) -> float:
    """Names and numbers survive any rewording; what else stands on a reworded page is as much the machine's."""
    if term in CALENDAR:
        return 1.0
    if term[0].isdigit():
        return settings.number_weight
    if 2 * raised > count:
        return settings.name_weight
    return settings.reworded_weight if page.wording is Wording.SPUN_COPY else 1.0


def _count(
    text: str,
    segment: Segment,
    swapped: Sequence[tuple[int, int]],
    counts: Counter[str],
    raised: Counter[str],
) -> None:
    """Count the words of a segment that no machine swapped."""
    part = text[segment.begin : segment.end]
    tokens = tokenize(part)
    begins = np.array([begin for begin, _ in swapped], dtype=np.int64)
    ends = np.array([end for _, end in swapped], dtype=np.int64)
    places = tokens.begin.astype(np.int64) + segment.begin
    at = np.searchsorted(begins, places, side="right") - 1
    inside = (at >= 0) & (places < ends[at]) if len(ends) else np.zeros(len(places), dtype=np.bool_)
    for begin, end, flags, gone in zip(
        tokens.begin.tolist(), tokens.end.tolist(), tokens.flags.tolist(), inside.tolist(), strict=True
    ):
        if not gone:
            word = fold_word(part[begin:end])
            counts[word] += 1
            raised[word] += bool(flags & (CAPITAL | NUMERIC))


def unit_vectors(units: Sequence[Mapping[str, float]]) -> Vectors:
    """Weigh the terms of every unit by how few units have them, and scale to length 1."""
    spread: Counter[str] = Counter(term for unit in units for term in unit)
    number = {term: at for at, term in enumerate(sorted(spread))}
    rarity = {term: math.log((len(units) + 1) / spread[term]) + 1 for term in spread}
    start, columns, weights = [0], list[int](), list[float]()
    for unit in units:
        row = sorted((number[term], weight * rarity[term]) for term, weight in unit.items())
        length = math.sqrt(sum(weight * weight for _, weight in row)) or 1.0
        columns.extend(at for at, _ in row)
        weights.extend(weight / length for _, weight in row)
        start.append(len(columns))
    return Vectors(
        np.array(start, dtype=np.int64),
        np.array(columns, dtype=np.int32),
        np.array(weights, dtype=np.float32),
        len(number),
    )
