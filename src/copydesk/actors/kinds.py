"""The different words of the pages, each folded and looked up once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.traits import traits
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

    def number(self, hashes: NDArray[np.uint64], written: Callable[[int], str]) -> NDArray[np.int32]:
        """The numbers of words, int32[len(hashes)]; `written` gives the word at a place as the text has it."""
        if len(self.folded) > MOST_KINDS:
            self.__init__()  # type: ignore[misc]
        numbers = self._numbering.number(hashes)
        places = np.flatnonzero(numbers >= len(self.folded))
        if len(places):
            _, first = np.unique(numbers[places], return_index=True)
            new = [fold_word(written(at)) for at in places[first].tolist()]
            known = traits()
            self.folded += new
            self.traits = np.concatenate([self.traits, np.array([known.get(word, 0) for word in new], np.uint32)])
        return numbers
