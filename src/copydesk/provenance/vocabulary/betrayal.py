"""Where a page betrays by itself that a machine reworded it: the tortured phrases in its text.

After Cabanac, Labbé and Magazinov, "Tortured phrases" (2021): a fixed list searched for exactly, here with patterns
of the same kind. A place is one run of words with only spaces or hyphens between them, so that the end of one
sentence and the beginning of the next never make a phrase. Linear in the text; no regular expressions.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.vocabulary import tortured_patterns, tortured_phrases
from copydesk.provenance.vocabulary.tortured import END, TorturedPattern, TorturedPhrase
from copydesk.text.phrases import members, pair_code, pair_codes
from copydesk.text.tokens import Tokens, fold_word, hash_words

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019"
_LONGEST_SPACE = 8
"""Characters of the longest blank between two words of a phrase: a line end with an indent."""


@dataclass(frozen=True, slots=True)
class Betrayal:
    """A place that betrays rewording, in code points of the text, and what it stands for in good English.

    `source` is the phrase as listed, or the name of the pattern.
    """

    begin: int
    end: int
    restored: str
    source: str


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    begin: Sequence[int]
    end: Sequence[int]
    folded: Sequence[str]

    def capital(self, at: int) -> bool:
        return self.text[self.begin[at]].isupper()

    def joint(self, at: int) -> str:
        """What stands before word `at`: a space, a hyphen, an apostrophe, a comma; empty for all else."""
        if not 0 < at < len(self.folded):
            return ""
        gap = self.text[self.end[at - 1] : self.begin[at]]
        if len(gap) <= _LONGEST_SPACE and not gap.strip():
            return "" if gap.count("\n") > 1 else " "
        if len(gap) == 1 and gap in _HYPHENS:
            return "-"
        if len(gap) == 1 and gap in _APOSTROPHES:
            return "'"
        return "," if gap == ", " else ""


class _Folded(Sequence[str]):
    """The folded words of a text, each folded when it is first asked for: most words of a text never are."""

    def __init__(self, text: str, begin: Sequence[int], end: Sequence[int]) -> None:
        self._text, self._begin, self._end = text, begin, end
        self._words: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._begin)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        word = self._words.get(at)
        if word is None:
            word = self._words[at] = fold_word(self._text[self._begin[at] : self._end[at]])
        return word


def find_betrayals(
    texts: Sequence[str], tokens: Tokens, start: NDArray[np.int64], chosen: Iterable[int]
) -> list[tuple[Betrayal, ...]]:
    """The tortured phrases of each of the chosen of many texts: in their order, the longest where several begin; none
    overlap. `tokens` and `start` are those of `tokenize_all`."""
    openings = _openings(tokens.word)
    edges = np.searchsorted(openings, start).tolist()
    bounds = start.tolist()
    return [
        _find(texts[at], tokens.part(bounds[at], bounds[at + 1]), openings[edges[at] : edges[at + 1]] - bounds[at])
        for at in chosen
    ]


def _find(text: str, tokens: Tokens, openings: NDArray[np.int64]) -> tuple[Betrayal, ...]:
    if not len(openings):
        return ()
    begin, end = tokens.begin.tolist(), tokens.end.tolist()
    place = _Text(text, begin, end, _Folded(text, begin, end))
    found: list[Betrayal] = []
    for at in openings.tolist():
        if found and begin[at] < found[-1].end:
            continue
        size, restored, source = max(_matches(place, at), default=(0, "", ""))
        if size:
            found.append(Betrayal(begin[at], end[at + size - 1], restored, source))
    return tuple(found)


def _openings(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The words that may open a phrase or pattern, by their hashes and those of up to two words behind them."""
    singles, pairs, beginnings, triples = _heads()
    codes = pair_codes(words)
    opens = members(words, singles)
    opens[:-1] |= members(codes, pairs)
    long = np.flatnonzero(members(codes[:-1], beginnings))
    opens[long] |= members(pair_code(codes[long], words[long + 2]), triples)
    return np.flatnonzero(opens)


@cache
def _heads() -> tuple[NDArray[np.uint64], ...]:
    """What opens a phrase or pattern, ascending: hashes of words that do whatever follows, codes of pairs of words
    that do, codes of pairs that longer phrases begin with (often as common as `in a`), codes of the first three words
    of these."""
    singles = {words[0] for words in _phrases() if len(words) == 1}
    pairs = {words for words in _phrases() if len(words) == 2}
    triples = {words[:3] for words in _phrases() if len(words) > 2}
    for pattern in tortured_patterns():
        seconds = pattern.slots[1].words if len(pattern.slots) > 1 else ()
        singles.update(() if seconds else pattern.slots[0].words)
        pairs.update(itertools.product(pattern.slots[0].words, seconds))
    first, second, third = (hash_words([words[side] for words in sorted(triples)]) for side in (0, 1, 2))
    beginnings = pair_code(first, second)
    twos = [hash_words([words[side] for words in sorted(pairs)]) for side in (0, 1)]
    found = hash_words(sorted(singles)), pair_code(twos[0], twos[1]), beginnings, pair_code(beginnings, third)
    return tuple(map(np.unique, found))


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[TorturedPhrase, ...]]:
    """By all their words, which several may have in other cases."""
    index: dict[tuple[str, ...], list[TorturedPhrase]] = {}
    for phrase in tortured_phrases():
        index.setdefault(phrase.words, []).append(phrase)
    return {words: tuple(phrases) for words, phrases in index.items()}


@cache
def _sizes() -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """The sizes of phrases by their first two words: the first alone is often as common as `the`."""
    index: dict[tuple[str, ...], set[int]] = {}
    for words in _phrases():
        index.setdefault(words[:2], set()).add(len(words))
    return {words: tuple(sorted(sizes)) for words, sizes in index.items()}


@cache
def _patterns() -> Mapping[str, tuple[TorturedPattern, ...]]:
    index: dict[str, list[TorturedPattern]] = {}
    for pattern in tortured_patterns():
        for word in pattern.slots[0].words:
            index.setdefault(word, []).append(pattern)
    return {word: tuple(patterns) for word, patterns in index.items()}


def _matches(place: _Text, at: int) -> Iterator[tuple[int, str, str]]:
    """Size in words, restored wording and source of all that begins at word `at`."""
    word = place.folded[at]
    for key in ((word,), tuple(place.folded[at : at + 2])):
        for size in _sizes().get(key, ()):
            for phrase in _phrases().get(tuple(place.folded[at : at + size]), ()):
                if _joints_fit(place, at, phrase):
                    yield len(phrase.words), phrase.restored, phrase.phrase
    for pattern in _patterns().get(word, ()):
        if _is_pattern(place, at, pattern):
            words = [place.text[place.begin[i] : place.end[i]] for i in range(at, at + len(pattern.slots))]
            yield len(words), pattern.restored.format(*words), pattern.name


def _joints_fit(place: _Text, at: int, phrase: TorturedPhrase) -> bool:
    """Whether the words of a phrase at `at` are joined and written as the phrase is."""
    size = len(phrase.words)
    joints = "".join(place.joint(i) or "\0" for i in range(at + 1, at + size))
    if joints != phrase.joints or ("-" not in joints and _is_glued(place, at, size)):
        return False
    if phrase.capitals is None:
        return True
    return all(place.capital(at + i) in (wanted, i == 0 or wanted) for i, wanted in enumerate(phrase.capitals))


def _is_glued(place: _Text, at: int, size: int) -> bool:
    """Whether a hyphen ties the place to its neighbours: `e-commerce deal` is no commerce deal."""
    return place.joint(at) == "-" or place.joint(at + size) == "-"


def _is_pattern(place: _Text, at: int, pattern: TorturedPattern) -> bool:
    size = len(pattern.slots)
    if at + size > len(place.folded):
        return False
    if not all(slot.takes(place.folded[at + i], place.capital(at + i)) for i, slot in enumerate(pattern.slots)):
        return False
    joints = (" ",) if pattern.closed else (" ", "-")
    if any(place.joint(i) not in joints for i in range(at + 1, at + size)):
        return False
    if pattern.closed and _is_glued(place, at, size):
        return False
    return _fits_before(place, at, pattern) and _fits_after(place, at + size, pattern)


def _fits_before(place: _Text, at: int, pattern: TorturedPattern) -> bool:
    word = place.folded[at - 1] if place.joint(at) in (" ", "-", "'") else None
    return word not in pattern.before_not and (pattern.before is None or word in pattern.before)


def _fits_after(place: _Text, at: int, pattern: TorturedPattern) -> bool:
    joint = place.joint(at)
    word = place.folded[at] if joint else None
    if joint != "," and word in pattern.after_not:
        return False
    return pattern.after is None or word in pattern.after or (END in pattern.after and joint in ("", ","))
