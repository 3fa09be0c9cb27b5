"""On which side of the day of writing a clause speaks: what its verbs say of a weekday that could be either."""

from __future__ import annotations

from copydesk.dates.expression import Tense
from copydesk.dates.lexer import Lexed
from copydesk.dates.lexicon import Lexicon

BEFORE, AFTER = 14, 8
"""Words of the clause that are looked at before and behind an expression."""

_STOPS = "#!?;"


def clause_tense(lexed: Lexed, lexicon: Lexicon, first: int, last: int) -> Tense | None:
    """The tense of the verb nearest before the tokens `first` to `last`, else of the nearest behind them."""
    future, past = lexicon.context.get("future", frozenset()), lexicon.context.get("past", frozenset())
    for at in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if lexed.shape[at] in _STOPS or (lexed.shape[at] == "." and _ends_sentence(lexed, at)):
            break
        found = _tense_of(lexed.words[at], lexicon, future, past)
        if found is not None:
            return found
    for at in range(last, min(len(lexed.words), last + AFTER)):
        if lexed.shape[at] in _STOPS or (lexed.shape[at] == "." and _ends_sentence(lexed, at)):
            break
        found = _tense_of(lexed.words[at], lexicon, future, past)
        if found is not None:
            return found
    return None


def _tense_of(word: str, lexicon: Lexicon, future: frozenset[str], past: frozenset[str]) -> Tense | None:
    if word in future:
        return Tense.FUTURE
    if word in past or (lexicon.language == "en" and len(word) > 4 and word.endswith("ed")):
        return Tense.PAST
    return None


def _ends_sentence(lexed: Lexed, at: int) -> bool:
    """Whether the stop at a token ends a sentence: a capital follows, and no short name stands before it."""
    if at + 1 >= len(lexed.words):
        return True
    return lexed.text[lexed.begins[at + 1]].isupper() and len(lexed.words[at - 1]) > 2
