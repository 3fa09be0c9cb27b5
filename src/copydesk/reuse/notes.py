"""The words of every page, kept for later builds: enough to see which new pages may share text with it.

A note is an int32 a word: its number among all words that the case has met, and a bit for quotation marks around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Notes
from copydesk.model.page import Page, Segment
from copydesk.reuse.words import Words, read_words
from copydesk.text.numbering import Numbering

_QUOTED = 30
"""The bit that says that a word is inside quotation marks."""


def note_words(pages: Sequence[Page], segments: Sequence[Segment], numbering: Numbering) -> Notes:
    """The notes of pages; new words are added to the numbering."""
    return word_notes([page.page_id for page in pages], read_words(pages, segments, numbering))


def word_notes(pages: Sequence[str], words: Words) -> Notes:
    """The notes of pages whose words these are."""
    noted = words.word | words.quoted.astype(np.int32) << _QUOTED
    return Notes.of_records(pages, np.diff(words.start), noted)


def noted_words(notes: Notes, numbering: Numbering) -> Words:
    """The words of all pages, without their places on the pages. `numbering` is that of the notes, which are used up:
    the words take their memory, which for a million pages is 2 GB."""
    word: NDArray[np.int32] = notes.records(np.int32)
    start = notes.start // word.itemsize
    nowhere = np.zeros(len(start), np.int64)
    return Words(start, word, _parted(word), numbering, np.empty((0, 2), np.int32), nowhere)


@numba.njit("boolean[::1](int32[::1])", cache=True, nogil=True)
def _parted(noted: Any) -> Any:
    """Which words are quoted; from then on the array has the words alone."""
    quoted = np.empty(len(noted), np.bool_)
    for at in range(len(noted)):
        quoted[at] = noted[at] >> _QUOTED
        noted[at] &= (1 << _QUOTED) - 1
    return quoted
