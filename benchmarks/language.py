"""An invented language with the statistics of news English, as far as finding reuse minds them.

The commonest words are English function words; the rest are built of syllables. Frequencies follow Zipf and
Mandelbrot. Free draws alone would share too few phrases by chance, so every word has some fixed successors
that often follow it; and a stock of set phrases opens some sentences, as "said in a statement on ..." does in
news: a trap for whoever takes any shared run of words for a copy. All corpora are in the same language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.dice import Dice

Words = list[int]
"""Running text as ranks of words, the commonest being 0."""

_FUNCTION_WORDS = Path(__file__).with_name("function_words.txt").read_text(encoding="utf-8").split()
N_FUNCTION = len(_FUNCTION_WORDS)
"""Ranks below this are function words."""

_N_WORDS = 60_000
_N_SUCCESSORS = 48
_CHAINED = 0.6
_N_PHRASES = 300
_ZIPF_EXPONENT, _ZIPF_OFFSET = 1.07, 2.7
_ONSETS: tuple[str, ...] = (
    *"bcdfghjklmnprstvwz",
    *"bcdflmnprst",
    "br",
    "ch",
    "cl",
    "dr",
    "fl",
    "gr",
    "pl",
    "sh",
    "st",
    "tr",
    "th",
)
_NUCLEI: tuple[str, ...] = (*"aaaaeeeeiiioou", "ai", "ea", "ou")
_CODAS: tuple[str, ...] = (*"nrslt", "m", "d", "nd", "st", "", "", "", "", "", "", "")
_NAME = 20_261


@dataclass(frozen=True, slots=True)
class Language:
    """Words by rank, their cumulated frequencies, what follows each, and the set phrases."""

    words: tuple[str, ...]
    cumulated: np.ndarray[tuple[int], np.dtype[np.float64]]
    successors: list[Words]
    phrases: tuple[Words, ...]

    @property
    def frequencies(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """The share of running text that each word has, by rank."""
        return np.diff(self.cumulated, prepend=0.0)

    def free(self, dice: Dice, n: int) -> Words:
        """n words drawn one by one."""
        ranks = np.searchsorted(self.cumulated, dice.units(n), side="right")
        drawn: Words = np.minimum(ranks, len(self.words) - 1).tolist()
        return drawn

    def running(self, dice: Dice, n: int) -> Words:
        """n words of running text."""
        drawn, chained = self.free(dice, n), (dice.units(n) < _CHAINED).tolist()
        # The square of a uniform number prefers the first successors, much as 1/rank does.
        places = (dice.units(n) ** 2 * _N_SUCCESSORS).astype(int).tolist()
        for at in range(1, n):
            if chained[at]:
                drawn[at] = self.successors[drawn[at - 1]][places[at]]
        return drawn

    def sentence(self, words: Words) -> str:
        """The words written out, with a capital and a full stop."""
        written = " ".join([self.words[w] for w in words])
        return f"{written[:1].upper()}{written[1:]}."


@cache
def language() -> Language:
    """The one language of all corpora."""
    dice = Dice(_NAME)
    words = _spell(dice)
    ranks = np.arange(1, len(words) + 1)
    weights = (ranks + _ZIPF_OFFSET) ** -_ZIPF_EXPONENT
    cumulated = np.cumsum(weights / weights.sum())
    bare = Language(words, cumulated, [], ())
    followers = np.array(bare.free(dice, len(words) * _N_SUCCESSORS)).reshape(len(words), -1).tolist()
    spoken = Language(words, cumulated, followers, ())
    phrases = tuple(spoken.running(dice, dice.between(6, 12)) for _ in range(_N_PHRASES))
    return Language(words, cumulated, followers, phrases)


def _spell(dice: Dice) -> tuple[str, ...]:
    """Distinct words by rank, the rarer the longer."""
    known = dict.fromkeys(_FUNCTION_WORDS)
    while len(known) < _N_WORDS:
        rank = len(known)
        least = 1 if rank < 1_500 else 2
        syllables = dice.between(least, least + (2 if rank > 8_000 else 1))
        word = "".join(_syllable(dice) for _ in range(syllables))
        known[word] = None
    return tuple(known)


def _syllable(dice: Dice) -> str:
    return dice.one_of(_ONSETS) + dice.one_of(_NUCLEI) + dice.one_of(_CODAS)
