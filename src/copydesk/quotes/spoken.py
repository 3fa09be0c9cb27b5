"""A quotation as the words that were said: contractions written out, one spelling, cuts and insertions known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from copydesk.quotes.meaning import meaning
from copydesk.text.patterns.markup import BRACKETED, ELLIPSIS
from copydesk.text.tokens import CAPITAL, fold_word, tokenize
from copydesk.text.vocabulary import spelling

_QUOTATIONS_AT_HAND = 4_096
_folded = lru_cache(65_536)(fold_word)


@dataclass(frozen=True, slots=True)
class Word:
    """One word that was said. `capital`: it opens with one, and no sentence opens with it."""

    word: str
    begin: int
    end: int
    capital: bool
    opens: bool
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a quotation. `cuts` are the places (indices of the next word) where an ellipsis says that some
    are left out."""

    text: str
    words: tuple[Word, ...]
    cuts: frozenset[int]


@lru_cache(_QUOTATIONS_AT_HAND)
def said(text: str) -> Said:
    """Read the words of a quotation."""
    tokens = tokenize(text)
    brackets = [match.span() for match in BRACKETED.finditer(text)]
    words: list[Word] = []
    done = 0
    for begin, end, flag in zip(tokens.begin.tolist(), tokens.end.tolist(), tokens.flags.tolist(), strict=True):
        opens = not words or any(mark in text[done:begin] for mark in '.?!:“"')
        bracketed = any(first <= begin < last for first, last in brackets)
        before = words[-1].word if words else ""
        for word in _written_out(_folded(text[begin:end]), before):
            capital = bool(flag & CAPITAL)
            words.append(Word(spelling().get(word, word), begin, end, capital, opens, bracketed))
        done = end
    begins = [word.begin for word in words]
    cuts = frozenset(sum(begin < match.end() for begin in begins) for match in ELLIPSIS.finditer(text))
    return Said(text, tuple(words), cuts)


def _written_out(word: str, before: str) -> tuple[str, ...]:
    """`doesn't` as `does not`, `it 's` as `it is`."""
    known = meaning()
    if word == "s" and before in known.before_is:
        return ("is",)
    if "'" not in word:
        return known.irregular.get(word, (word,))
    if word in known.irregular:
        return known.irregular[word]
    for ending, stands_for in known.endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], stands_for
    return (word,)
