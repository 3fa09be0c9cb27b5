"""Wordings: the words that one speaker is quoted with, and where those of different stories meet.

Nothing but words and speakers brings quotations of different stories together, so whether two wordings are of one
utterance hangs on the two alone. Where it is so, all quotations that have either are of that utterance: they need
not be compared.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Lesson, Notes
from copydesk.model.meeting import Meetings, distinct, holding, keys_of, notes_of, records_of, within
from copydesk.quotes.candidates import shingles
from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.speakers import Speakers
from copydesk.quotes.utterance import Quotation
from copydesk.quotes.words import QuotedWords

_OWN = np.uint32(1)
"""The bit of a key that is set in keys of wordings and not in those of phrases."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the whole pile: wordings that several pages have, phrases that several wordings have."""

    wordings: Meetings
    phrases: Meetings


class Wordings:
    """The wordings of quotations that are heavy enough to be known again in another story.

    `holders` are, for each, the numbers of its quotations, ascending. `key` uint32[w] is the same for the same
    wording in any pile. `phrase` uint32[n] are keys of words in a row, of the wordings `phrased` int64[n], ascending.
    """

    def __init__(self, words: QuotedWords, speakers: Speakers, settings: QuoteSettings) -> None:
        """Find the wordings of all quotations."""
        weights = np.add.reduceat(np.append(words.weight, 0), words.start[:-1]) if len(words) else np.empty(0)
        heavy = np.flatnonzero(np.where(np.diff(words.start) > 0, weights, 0) >= settings.least)
        found: defaultdict[tuple[bytes, int], list[int]] = defaultdict(list)
        for number in heavy.tolist():
            found[words.of(number).tobytes(), speakers.key[number]].append(number)
        self.holders = list(found.values())
        hashes = (_hash(text + repr(speakers.named[speaker]).encode()) for text, speaker in found)
        self.key = np.fromiter(hashes, np.uint32, len(found)) | _OWN
        firsts = np.array([numbers[0] for numbers in self.holders], np.int64)
        self.phrased, code = shingles(words.pick(firsts), settings.phrase, settings.phrase_weight)
        self.phrase = (code >> np.uint64(32)).astype(np.uint32) & ~_OWN

    def lesson(self, quotations: Sequence[Quotation], page_ids: Sequence[str], settings: QuoteSettings) -> Lesson:
        """Asks which wordings other pages have, and which phrases other wordings: the lesson `quotations`."""
        at = {page_id: number for number, page_id in enumerate(page_ids)}
        wording = np.repeat(np.arange(len(self.holders)), list(map(len, self.holders)))
        page = [at[quotations[number].page_id] for numbers in self.holders for number in numbers]
        hashed = {number: _hash(page_ids[number].encode()) for number in set(page)}
        own = records_of(self.key[wording], np.array([hashed[number] for number in page], np.uint32))
        times, places = self._phrases_of(wording)
        phrases = records_of(self.phrase[places], self.key[self.phrased[places]])
        pages = np.array(page, np.int64)
        both = np.concatenate([pages, np.repeat(pages, times)])
        notes = notes_of(page_ids, both, np.concatenate([own, phrases]))
        return Lesson("quotations", notes, partial(_learn, settings=settings), _asking)

    def _phrases_of(self, wording: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of each of some wordings, how many phrases it has, and their places in `phrase`, one after the other."""
        begins = np.searchsorted(self.phrased, np.arange(len(self.holders) + 1))
        first, times = begins[wording], np.diff(begins)[wording]
        return times, np.arange(times.sum()) + np.repeat(first - np.cumsum(times) + times, times)

    def met(self, known: Known) -> Iterator[tuple[int, int]]:
        """Pairs of quotations that have one wording, or of which the wordings have a phrase in common.

        Of a wording that too many pages have, and through a phrase that too many wordings have, nobody meets.
        """
        common = ~within(self.key, known.wordings.crowded)
        for wording in np.flatnonzero(common).tolist():
            yield from itertools.pairwise(self.holders[wording])
        kept = within(self.phrase, known.phrases.keys) & common[self.phrased]
        by_phrase: defaultdict[int, list[int]] = defaultdict(list)
        for phrase, wording in zip(self.phrase[kept].tolist(), self.phrased[kept].tolist(), strict=True):
            by_phrase[phrase].append(wording)
        pairs = {pair for wordings in by_phrase.values() for pair in itertools.combinations(sorted(set(wordings)), 2)}
        for one, other in sorted(pairs):
            a, b = self.holders[one][0], self.holders[other][0]
            yield min(a, b), max(a, b)


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "little")


def _learn(notes: Notes, settings: QuoteSettings) -> Known:
    records = distinct(notes)
    own = (keys_of(records) & _OWN).astype(np.bool_)
    wordings = Meetings.of(records[own], settings.stock)
    phrases = records[~own]
    of_stock = within(phrases.astype(np.uint32), wordings.crowded)
    return Known(wordings, Meetings.of(phrases[~of_stock], settings.crowd))


def _asking(before: Known, after: Known, notes: Notes) -> NDArray[np.int64]:
    changed = np.union1d(after.wordings.unlike(before.wordings), after.phrases.unlike(before.phrases))
    return holding(changed, notes)
