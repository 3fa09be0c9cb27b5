"""The lesson of replacements: what the pages of the pile were reworded by, the swaps that witnesses show, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Lesson, Notes
from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Replacement
from copydesk.provenance.kept import may_be_swapped, short, times_kept
from copydesk.provenance.learned import Replacements, is_dependable, sureness
from copydesk.provenance.sections import Section, of_texts, pages_of, section, sectioned, texts_of
from copydesk.provenance.witnessed import DOUBTED
from copydesk.text.codes import codes
from copydesk.text.tokens import fold_words, tokenize, tokenize_all

_SWAPS, _TEXTS, _KEPT, _FREE, _SECTIONS = 0, 1, 2, 3, 4
"""Sections of the notes: code and times of each swap, three words of 32 bits; its phrases; what `kept_words` and
`free_words` found."""
_FOR = "\x1e"


def replacements_lesson(
    pages: Sequence[Page], witnessed: Sequence[Substitution], kept: Section, free: Section
) -> Lesson:
    """Each swap that substitutions show, doubted ones left out, with its counts. Notes of 8 bytes for a word of a
    reworded page that is kept, 4 for one that no witness covers, and 30 for a swap; other pages have none."""
    pieces = dict.fromkeys(piece for row in witnessed for piece in (row.text, row.restored))
    folded = {piece: " ".join(fold_words(piece)) for piece in pieces}
    swaps: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in witnessed:
        if row.confidence > DOUBTED:
            swaps[row.page_id][f"{folded[row.text]}{_FOR}{folded[row.restored]}"] += 1
    texts = [sorted(swaps.get(page.page_id, ())) for page in pages]
    known = sorted({text for own in texts for text in own})
    code = dict(zip(known, codes(known).tolist(), strict=True))
    records = np.zeros((sum(map(len, texts)), 3), np.uint32)
    records[:, :2] = np.array([code[text] for own in texts for text in own], "<u8").view("<u4").reshape(-1, 2)
    records[:, 2] = [swaps[page.page_id][text] for page, own in zip(pages, texts, strict=True) for text in own]
    counted = 3 * np.array(list(map(len, texts)), np.int64), records.reshape(-1)
    notes = sectioned([page.page_id for page in pages], [counted, of_texts(texts), kept, free])
    return Lesson("replacements", notes, _learn, _asking)


def _learn(notes: Notes) -> Replacements:
    """All swaps of the pile, with their counts."""
    sizes, words = section(notes, _SWAPS, _SECTIONS)
    records = words.reshape(-1, 3)
    code = np.ascontiguousarray(records[:, :2]).astype("<u4").view("<u8").reshape(-1)
    _, first, number = np.unique(code, return_index=True, return_inverse=True)
    times, pages = np.bincount(number, records[:, 2]).astype(np.int64).tolist(), np.bincount(number).tolist()
    swaps = _swaps(section(notes, _TEXTS, _SECTIONS), sizes // 3, first)
    swapped: Counter[str] = Counter()
    for (spun, _), count in zip(swaps, times, strict=True):
        swapped[spun] += count
    kept = _kept(sorted(swapped), section(notes, _KEPT, _SECTIONS))
    rows = (
        Replacement(spun, good, count, on, round(count / (swapped[spun] + kept.get(spun, 0)), 4))
        for (spun, good), count, on in zip(swaps, times, pages, strict=True)
    )
    return tuple(sorted(rows, key=lambda row: (row.spun, row.restored)))


def _swaps(texts: Section, sizes: NDArray[np.int64], chosen: NDArray[np.int64]) -> list[tuple[str, str]]:
    """What the chosen swaps have for what, of all that pages show, so many each."""
    ends = np.cumsum(sizes)
    page = np.searchsorted(ends, chosen, side="right")
    pages, place = np.unique(page, return_inverse=True)
    read = list(texts_of(texts, pages))
    at = chosen - (ends - sizes)[page]
    found = (read[number][swap].partition(_FOR) for number, swap in zip(place.tolist(), at.tolist(), strict=True))
    return [(spun, good) for spun, _, good in found]


def _kept(phrases: Sequence[str], part: Section) -> Mapping[str, int]:
    """How often those of some phrases that are one word stand unchanged beside their witness."""
    tokens, start = tokenize_all(phrases)
    single = np.flatnonzero(np.diff(start) == 1)
    words, place = np.unique(tokens.word[start[single]], return_inverse=True)
    times = times_kept(part, words)[place]
    return dict(zip([phrases[at] for at in single.tolist()], times.tolist(), strict=True))


def _asking(before: Replacements, after: Replacements, notes: Notes) -> NDArray[np.int64]:
    """The reworded pages that have a phrase where no witness tells of it, of which another wording is dependable now,
    or the same is more or less so."""
    changed = sorted({spun for spun, *_ in _restoring(before) ^ _restoring(after)})
    part = section(notes, _FREE, _SECTIONS)
    asked = [short(words[may_be_swapped(words)]) for words in (tokenize(phrase).word for phrase in changed)]
    every = np.unique(np.concatenate([np.empty(0, np.uint32), *asked]))
    there = part[1][np.isin(part[1], every)]
    times = np.bincount(np.searchsorted(every, there), minlength=len(every))
    rarest = [own[times[np.searchsorted(every, own)].argmin()] for own in asked if len(own)]
    if any(not len(own) for own in asked):
        return np.flatnonzero(part[0])
    return pages_of(part, np.isin(part[1], np.array(rarest, np.uint32)))


def _restoring(rows: Replacements) -> set[tuple[str, str, float]]:
    """What is dependable, and how sure it makes a substitution (`unwitnessed`)."""
    return {(row.spun, row.restored, sureness(row)) for row in rows if is_dependable(row)}
