"""On which side of the day of writing a clause speaks: what its verbs say of a weekday that could be either."""

from __future__ import annotations

from copydesk.dates.expression import Tense
from copydesk.dates.lexer import Lexed
from copydesk.dates.lexicon import Lexicon
from copydesk.dates.word_table import word_table

BEFORE, AFTER = 24, 8
"""Words of the clause that are looked at before and behind an expression."""

_STOPS = "#!?;"


class Clauses:
    """The clauses of a text, asked for their tense at places of it."""

    def __init__(self, lexed: Lexed, lexicon: Lexicon) -> None:
        self._lexed = lexed
        self._english = lexicon.language == "en"
        self._by = lexicon.context.get("future_prepositions", frozenset())
        self._cues = word_table(lexicon.language).tenses

    def tense(self, first: int, last: int) -> Tense | None:
        """The tense of the tokens `first` to `last` (half-open).

        That of a preposition right before them (`by`, `since`), else of the verb nearest before them, else of the
        nearest behind.
        """
        word, shape = self._lexed.word, self._lexed.shape
        for at in range(first - 1, max(-1, first - 3), -1):
            if word(at) in self._by:
                return Tense.FUTURE
            if shape[at] == "s":
                return Tense.PAST
        before = self._nearest(range(first - 1, max(-1, first - 1 - BEFORE), -1))
        return before or self._nearest(range(last, min(len(shape), last + AFTER)))

    def _nearest(self, places: range) -> Tense | None:
        """The tense of the first verb among the places, as far as the sentence goes."""
        shape, codes = self._lexed.shape, self._lexed.codes
        for at in places:
            letter, code = shape[at], codes[at]
            if letter in _STOPS or (letter == "." and _ends_sentence(self._lexed, at)):
                return None
            found = self._cues[code] if code < len(self._cues) else None  # behind them are numbers
            if found is not None and letter not in "Mm":
                return found
            if letter == "m" and found is not None and self._lexed.text[self._lexed.begins[at]].islower():
                return found  # the verb `may`
            if letter == "0" and self._english and self._is_participle(at) and not self._is_passive(at):
                return Tense.PAST
        return None

    def _is_participle(self, at: int) -> bool:
        """Whether a word looks like the past of a verb. Most words are told off by their last letter."""
        if self._lexed.text[self._lexed.ends[at] - 1] not in "dD":
            return False
        word = self._lexed.word(at)
        return word.endswith("ed") and len(word) > 4

    def _is_passive(self, at: int) -> bool:
        """Whether a participle stands behind `be`, whose own verb tells the tense: `should be finished`."""
        return at > 0 and self._lexed.word(at - 1) == "be"


def _ends_sentence(lexed: Lexed, at: int) -> bool:
    """Whether the stop at a token ends a sentence: a capital follows, and no short name stands before it."""
    for behind in range(at + 1, min(len(lexed), at + 4)):
        if lexed.word(behind)[0].isalnum():
            return lexed.text[lexed.begins[behind]].isupper() and len(lexed.word(at - 1)) > 2
    return True
