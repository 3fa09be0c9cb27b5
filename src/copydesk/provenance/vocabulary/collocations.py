"""Phrases of news English with some of their words swapped: what a synonym means is told by the words beside it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.text.tokens import fold_words

Phrase = tuple[str, ...]
"""Folded words."""

MOST_SWAPPED = 3
"""Words of one phrase that are taken for synonyms at once."""


@dataclass(frozen=True, slots=True)
class Collocation:
    """A phrase that is another one with words swapped.

    `first` and `last` (half-open) are its words that differ, `restored` what stands there in the phrase that is
    meant, folded; `swapped` how many words of that were swapped.
    """

    first: int
    last: int
    restored: str
    swapped: int


def read_swaps(rows: Iterable[Sequence[str]]) -> dict[str, set[Phrase]]:
    """The synonyms of each word in the rows of `contextual_swaps.tsv`.

    Raises:
        ValueError: a synonym has not as many forms as its word.
    """
    found: defaultdict[str, set[Phrase]] = defaultdict(set)
    for forms, synonyms in rows:
        for synonym in synonyms.split("; "):
            for form, swapped in zip(forms.split(), synonym.split(), strict=True):
                if form != swapped:
                    found[form].add(tuple(fold_words(swapped.replace("-", " "))))
    return found


def read_collocations(lines: Iterable[str], swaps: Mapping[str, Iterable[Phrase]]) -> dict[Phrase, Collocation]:
    """What the phrases of `collocations.txt` become when words are swapped.

    Where one form may stand for two phrases, it is that of which fewer words were swapped, the first of equals.
    """
    meant, natural = list[Phrase](), set[Phrase]()
    for line in lines:
        phrases = list(_alternatives(line.removeprefix("=")))
        natural.update(phrases)
        meant += [] if line.startswith("=") else phrases
    found: dict[Phrase, Collocation] = {}
    for phrase in sorted(meant):
        for form, swapped in _swapped(phrase, swaps):
            known = found.get(form)
            if form not in natural and (known is None or swapped < known.swapped):
                found[form] = _collocation(form, phrase, swapped)
    return found


def _alternatives(line: str) -> Iterator[Phrase]:
    """The phrases of a line: one for each choice of words."""
    for words in itertools.product(*(part.split("|") for part in line.split(" "))):
        yield tuple(itertools.chain.from_iterable(map(fold_words, words)))


def _swapped(phrase: Phrase, swaps: Mapping[str, Iterable[Phrase]]) -> Iterator[tuple[Phrase, int]]:
    """The phrase with one to MOST_SWAPPED of its words swapped, and how many."""
    choices = [[((word,), 0), *((synonym, 1) for synonym in sorted(swaps.get(word, ())))] for word in phrase]
    for chosen in itertools.product(*choices):
        swapped = sum(count for _, count in chosen)
        if 0 < swapped <= MOST_SWAPPED:
            yield tuple(itertools.chain.from_iterable(words for words, _ in chosen)), swapped


def _collocation(form: Phrase, phrase: Phrase, swapped: int) -> Collocation:
    """What stands for what, without the words at both ends that are the same."""
    first = last = 0
    least = min(len(form), len(phrase)) - 1
    while first < least and form[first] == phrase[first]:
        first += 1
    while last < least - first and form[-1 - last] == phrase[-1 - last]:
        last += 1
    return Collocation(first, len(form) - last, " ".join(phrase[first : len(phrase) - last]), swapped)
