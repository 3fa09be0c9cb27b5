"""The words of some pages in arrays, for what is asked of all of them alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.gap import Gap
from copydesk.actors.traits import Trait

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """The words of pages, one page after the other; columns as those of `Words`, counted through all pages.

    `start` (int64, one more than there are pages) is where the words of each page begin; `begin`, `end` (int32) are
    code points into the page's text, `number` (int32) is that of the word among `folded`; `traits` uint32, `capital`
    and `loud` bool, `gap` uint8, `sentence` int32.
    """

    texts: Sequence[str]
    start: NDArray[np.int64]
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    number: NDArray[np.int32]
    folded: Sequence[str]
    traits: NDArray[np.uint32]
    capital: Mask
    gap: NDArray[np.uint8]
    sentence: NDArray[np.int32]
    loud: Mask

    def has(self, trait: int) -> Mask:
        """Which words have one of these bits."""
        return np.asarray(self.traits & np.uint32(trait) != 0)

    def page_of(self, words: Places) -> Places:
        """The pages of words, by number."""
        return np.searchsorted(self.start, words, side="right") - 1

    def verbs_behind(self, last: Places) -> Places:
        """What `verb_behind` says of each place: the number of the word, -1 where no verb follows."""
        verb, goes_on = self.has(Trait.VERB) & ~self.capital, self.has(Trait.BEFORE_VERB)
        found = np.full(len(last), -1, np.int64)
        open_, at = np.arange(len(last)), last
        for _ in range(4):
            inside = at < len(self.gap)
            open_, at = open_[inside], at[inside]
            tied = self.gap[at] == Gap.SPACE  # a page opens with another
            open_, at = open_[tied], at[tied]
            is_verb = verb[at]
            found[open_[is_verb]] = at[is_verb]
            waits = ~is_verb & goes_on[at]
            open_, at = open_[waits], at[waits] + 1
        return found

    def openings_of(self, words: Places) -> Places:
        """The first word of the sentence of each word."""
        breaks = np.flatnonzero(self.gap == Gap.BREAK)  # the first word of a page has one before it
        return breaks[np.searchsorted(breaks, words, side="right") - 1]
