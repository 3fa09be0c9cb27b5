"""Rewording machines: each has a fixed table, so a word that it knows always becomes the same word or two."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.dice import Dice
from benchmarks.language import N_FUNCTION, Language, Words

_TWO_FOR_ONE = 0.15
_NAME = 20_262


@dataclass(frozen=True, slots=True)
class Spinner:
    """A substitution table, and the chance that a function word becomes another one.

    Attributes:
        table: what each known content word becomes.
        function_rate: the share of function words replaced, each time by any other.
    """

    table: dict[int, Words]
    function_rate: float

    def spin(self, words: Words, dice: Dice) -> Words:
        """The words reworded."""
        spun: Words = []
        for word in words:
            if word in self.table:
                spun += self.table[word]
            elif word < N_FUNCTION and dice.unit() < self.function_rate:
                spun.append(dice.between(0, N_FUNCTION - 1))
            else:
                spun.append(word)
        return spun


def spinners(language: Language, n: int, rates: tuple[float, float], function_rate: float) -> list[Spinner]:
    """n machines, each knowing a share of the content words of running text, the lightest first."""
    low, high = rates
    shares = [low + (high - low) * k / max(1, n - 1) for k in range(n)]
    return [Spinner(_table(language, share, Dice(_NAME, k)), function_rate) for k, share in enumerate(shares)]


def _table(language: Language, share: float, dice: Dice) -> dict[int, Words]:
    """A table over words, common and rare, that make up the share of all content words in running text."""
    frequencies = language.frequencies.tolist()
    left = share * sum(frequencies[N_FUNCTION:])
    table: dict[int, Words] = {}
    for place in dice.order(len(frequencies) - N_FUNCTION):
        word = N_FUNCTION + place
        if frequencies[word] <= left:
            left -= frequencies[word]
            table[word] = _synonym(word, len(frequencies), dice)
    return table


def _synonym(word: int, n_words: int, dice: Dice) -> Words:
    """One word, or two, about as common."""
    nearby = max(N_FUNCTION, word // 2), min(n_words - 1, word * 2 + 50)
    return [dice.between(*nearby) for _ in range(2 if dice.unit() < _TWO_FOR_ONE else 1)]
