"""The different words of the pages, each folded and looked up once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.traits import traits_of
from copydesk.text.numbering import Numbering
from copydesk.text.tokens import fold_word

MOST_KINDS: Final = 1 << 18
"""Different words that are remembered; behind the page that goes beyond, they are forgotten. A pile of news has
some 50,000 in common use, and each takes 150 bytes."""


class Kinds:
    """Words by number, in the order in which they are met: `folded[n]`, `traits[n]` (bits of `Trait`, uint32)."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self.folded: list[str] = []
        self.traits: NDArray[np.uint32] = np.empty(0, np.uint32)

    def number(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The numbers of words, int32[len(hashes)]; the places of those never met, which are to be `learn`ed next."""
        if len(self.folded) > MOST_KINDS:
            self.__init__()  # type: ignore[misc]
        numbers = self._numbering.number(hashes)
        places = np.flatnonzero(numbers >= len(self.folded))
        _, first = np.unique(numbers[places], return_index=True)
        return numbers, places[first]

    def learn(self, words: Sequence[str]) -> None:
        """Take in the next new words, as texts have them."""
        folded = [fold_word(word) for word in words]
        self.folded += folded
        self.traits = np.concatenate([self.traits, np.array([traits_of(word) for word in folded], np.uint32)])
