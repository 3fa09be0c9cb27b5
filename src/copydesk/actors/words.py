"""The words of a page's article, with what stands between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from copydesk.actors.settings import ActorSettings
from copydesk.actors.vocabulary import is_short
from copydesk.text.tokens import CAPITAL, fold_word, tokenize


class Gap(IntEnum):
    """What stands before a word. From `BREAK` on a new sentence begins."""

    SPACE = 0
    HYPHEN = 1
    POSSESSIVE = 2
    STOP = 3
    COMMA = 4
    OTHER = 5
    QUOTE = 6
    BREAK = 7


_QUOTES = frozenset('"“”„«»‘')
_BREAKS = frozenset("\n!?…")
_MARKS = {".": Gap.STOP, "-": Gap.HYPHEN, "‑": Gap.HYPHEN, "‐": Gap.HYPHEN, ",": Gap.COMMA}
_MARKS |= dict.fromkeys("'’ʼ＇", Gap.POSSESSIVE)


@lru_cache(maxsize=4096)
def _gap(between: str) -> Gap:
    """The kind of what stands between two words, without knowing them."""
    bare = between.strip()
    if any(char in _BREAKS for char in between):
        return Gap.BREAK
    if not bare:
        return Gap.SPACE if len(between) == 1 else Gap.OTHER
    if any(char in _QUOTES for char in bare):
        return Gap.BREAK if "." in bare else Gap.QUOTE
    if bare in _MARKS and (bare != "-" or bare == between):
        return _MARKS[bare]
    return Gap.BREAK if "." in bare else Gap.OTHER


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text` that stand in its parts: lists of one length.

    `begin`, `end` are code points into `text`; `folded` the words as vocabulary has them; `capital` whether a word
    opens with a capital; `gap` what stands before each; `sentence` the number of its sentence; `part` the number of
    the line it stands in; `loud` the numbers of the lines whose capitals say nothing, as those of many headlines.
    """

    text: str
    begin: list[int]
    end: list[int]
    folded: list[str]
    capital: list[bool]
    gap: list[Gap]
    sentence: list[int]
    part: list[int]
    loud: set[int]

    def __len__(self) -> int:
        return len(self.folded)

    def surface(self, first: int, last: int) -> str:
        """The text of words [first, last)."""
        return self.text[self.begin[first] : self.end[last - 1]]

    def opens(self, at: int) -> bool:
        """Whether word `at` is the first of a sentence or behind an opening mark, so that its capital says little."""
        return self.gap[at] >= Gap.QUOTE


def read_words(text: str, lines: Sequence[tuple[int, int]], settings: ActorSettings) -> Words:
    """The words of `text` inside `lines` (ascending spans of code points)."""
    tokens = tokenize(text)
    begins, ends, flags = tokens.begin.tolist(), tokens.end.tolist(), tokens.flags.tolist()
    words = Words(text, [], [], [], [], [], [], [], set())
    at, last = 0, len(begins)
    for number, (begin, end) in enumerate(lines):
        while at < last and begins[at] < begin:
            at += 1
        first = at
        while at < last and ends[at] <= end:
            at += 1
        at = min(at, first + settings.most_words - len(words))
        _read_line(words, begins[first:at], ends[first:at], flags[first:at], number)
    words.loud.update(_loud(words, settings.title_case))
    return words


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """A word that is not plain letters, folded; the same few come again and again (`U.S.`, `didn't`)."""
    return fold_word(word)


def _read_line(words: Words, begins: list[int], ends: list[int], flags: list[int], number: int) -> None:
    """Add the words of one line."""
    if not begins:
        return
    text, first = words.text, len(words)
    written = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    between = [text[end:begin] for end, begin in zip(ends[:-1], begins[1:], strict=True)]
    words.begin.extend(begins)
    words.end.extend(ends)
    words.folded.extend([word.lower() if word.isascii() and word.isalpha() else _folded(word) for word in written])
    words.capital.extend([flag & CAPITAL > 0 for flag in flags])
    words.gap.extend([Gap.BREAK, *[Gap.SPACE if one == " " else _gap(one) for one in between]])
    words.part.extend([number] * len(begins))
    for at in range(first + 1, first + len(begins)):
        gap = words.gap[at]
        if gap is Gap.STOP or (gap is Gap.SPACE and words.capital[at] and text[words.end[at - 1] - 1] == "."):
            words.gap[at] = _mended(words, at)
    opened = words.sentence[-1] if words.sentence else 0
    breaks = [gap is Gap.BREAK for gap in words.gap[first:]]
    words.sentence.extend(opened + count for count in itertools.accumulate(breaks))


_AFTER_NAMES = frozenset({"corp", "inc", "co", "ltd", "jr", "sr", "st", "no", "vs", "mt", "ft", "dept", "univ"})
_OPENERS = frozenset(
    ["the", "a", "an", "he", "she", "it", "they", "we", "but", "and", "in", "on", "at", "this", "that", "his", "her"]
)


def _mended(words: Words, at: int) -> Gap:
    """What stands before word `at`: a full stop ends a sentence, unless it is that of an initial or a short form."""
    gap, folded, capital, last = words.gap[at], words.folded[at], words.capital[at], words.folded[at - 1]
    if gap is Gap.STOP:
        letters = words.end[at - 1] - words.begin[at - 1]
        if (letters == 1 and words.capital[at - 1]) or is_short(last) or not capital:
            return Gap.STOP
        if last in _AFTER_NAMES and folded not in _OPENERS:
            return Gap.STOP
        return Gap.BREAK
    if gap is Gap.SPACE and capital and words.text[words.end[at - 1] - 1] == "." and folded in _OPENERS:
        return Gap.BREAK
    return gap


_ENDS = frozenset(".,;:!?\"”’'")
_FEWEST, _MOST = 3, 30
"""Words of a line whose capitals are counted: a name alone proves nothing, and no headline is longer."""


def _loud(words: Words, share: float) -> list[int]:
    """The lines that are written in Capitals Throughout, or ALL IN CAPITALS; only the latter may end in a stop."""
    begins = [at for at in range(len(words)) if not at or words.part[at] != words.part[at - 1]]
    found = []
    for begin, end in zip(begins, [*begins[1:], len(words)], strict=False):
        if words.surface(begin, end).isupper() and end - begin >= _FEWEST:
            found.append(words.part[begin])
        elif Gap.BREAK in words.gap[begin + 1 : end]:
            continue
        elif _FEWEST <= end - begin <= _MOST and words.text[words.end[end - 1] : words.end[end - 1] + 1] not in _ENDS:
            long = [at for at in range(begin, end) if words.end[at] - words.begin[at] > 3]
            if len(long) > 1 and sum(words.capital[at] for at in long) >= share * len(long):
                found.append(words.part[begin])
    return found
