"""On which side of the day of writing a clause speaks: what its verbs say of a weekday that could be either."""

from __future__ import annotations

from copydesk.dates.expression import Tense
from copydesk.dates.lexer import Lexed
from copydesk.dates.lexicon import Lexicon
from copydesk.dates.word_table import word_table
from copydesk.text.vocabulary import function_words

BEFORE, AFTER = 24, 8
"""Words of the clause that are looked at before and behind an expression."""

PLANNED_REACH = 8
"""Words before the noun for what is planned in which the verb of planning stands."""

HEADLINE = 30
"""Tokens of the longest headline."""

_STOPS = "#!?;"
_DUE = frozenset({"is", "are"})
_BETWEEN = frozenset({"also", "now", "then"})
_PLURAL = frozenset({"they", "we"})
_SAID = frozenset({"said", "told"})
_HEDGES = frozenset({("at", "least"), ("at", "most")})
_NONE: frozenset[str] = frozenset()


class Clauses:
    """The clauses of a text, asked for their tense at places of it."""

    def __init__(self, lexed: Lexed, lexicon: Lexicon) -> None:
        self._lexed = lexed
        self._english = lexicon.language == "en"
        self._context = lexicon.context
        self._by = self._listed("future_prepositions")
        self._planning, self._planned = self._listed("planning"), self._listed("planned_acts")
        self._cues = word_table(lexicon.language).tenses

    def tense(self, first: int, last: int) -> Tense | None:
        """The tense of the tokens `first` to `last` (half-open).

        That of a preposition right before them (`by`, `since`), else of the verb nearest before them, else of the
        nearest behind.
        """
        word, shape = self._lexed.word, self._lexed.shape
        near = self._before_hedge(first)
        for at in range(near - 1, max(-1, near - 3), -1):
            if word(at) in self._by:
                return Tense.PAST if word(at) == "by" and self._is_reached(at) else Tense.FUTURE
            if shape[at] == "s":
                return Tense.PAST
        if self._is_planned(first):
            return Tense.FUTURE
        before = self._nearest(range(first - 1, max(-1, first - 1 - BEFORE), -1))
        return before or self._nearest(range(last, min(len(shape), last + AFTER)))

    def _is_planned(self, first: int) -> bool:
        """Whether a noun before an expression names what a verb before it plans: `called for a strike on Friday`."""
        word, shape = self._lexed.word, self._lexed.shape
        noun = first - 2 if first > 1 and word(first - 1) == "on" else first - 1
        if noun < 1 or word(noun) not in self._planned:
            return False
        for at in range(noun - 1, max(-1, noun - 1 - PLANNED_REACH), -1):
            if shape[at] in _STOPS or (shape[at] == "." and _ends_sentence(self._lexed, at)):
                return False
            if word(at) in self._planning:
                return True
        return False

    def _before_hedge(self, first: int) -> int:
        """Where `at least` begins before an expression, its article passed over: `until at least the end of May`."""
        last = first - 1 if first and self._lexed.shape[first - 1] == "t" else first
        hedged = last >= 2 and (self._lexed.word(last - 2), self._lexed.word(last - 1)) in _HEDGES
        return last - 2 if hedged else first

    def _nearest(self, places: range) -> Tense | None:
        """The tense of the first verb among the places, as far as the sentence goes."""
        shape, codes = self._lexed.shape, self._lexed.codes
        for at in places:
            letter, code = shape[at], codes[at]
            if letter in _STOPS or (letter == "." and _ends_sentence(self._lexed, at)):
                return None
            found = self._cues[code] if code < len(self._cues) else None  # behind them are numbers
            if found is not None and letter not in "Mm" and (found is Tense.PAST or self._is_cue(at)):
                return found
            if letter == "m" and found is not None and self._lexed.text[self._lexed.begins[at]].islower():
                return found  # the verb `may`
            if letter == "0" and self._english and self._is_participle(at) and not self._is_passive(at):
                return Tense.PAST
        return None

    def _listed(self, group: str) -> frozenset[str]:
        return self._context.get(group, _NONE)

    def _is_cue(self, at: int) -> bool:
        """Whether a word of what is to come is one where it stands: `is to meet`, `the talks resume`."""
        word = self._lexed.word(at)
        if word == "to":
            return self._is_due(at) or self._is_announced(at)
        return word not in self._listed("bare") or self._is_scheduled(at, word)

    def _is_due(self, to: int) -> bool:
        """Whether `to` stands between `is` or `are` and a verb: *are to* resume, but `is to the north`."""
        word, after = self._lexed.word, to + 1
        before = to - 2 if to > 1 and word(to - 1) in _BETWEEN else to - 1
        if before < 0 or word(before) not in _DUE or after >= len(self._lexed):
            return False
        written = self._lexed.text[self._lexed.begins[after] : self._lexed.ends[after]]
        if written in ("be", "have"):
            return True
        return written.isalpha() and written.islower() and written not in function_words() | self._listed("not_due")

    def _is_announced(self, to: int) -> bool:
        """Whether `to` is the first verb of a headline: `Banks to reopen Monday`.

        A headline is a line without a stop; no word before `to` is a verb, and an infinitive follows.
        """
        lexed, shape = self._lexed, self._lexed.shape
        first = shape.rfind("#", max(0, to - BEFORE), to) + 1
        last = shape.find("#", to, to + HEADLINE)
        last = last if last >= 0 else len(lexed)
        if to == first or to + 1 >= last or last - first > HEADLINE or lexed.word(last - 1) in _STOPS + ".":
            return False
        if first <= to - BEFORE or not lexed.text[lexed.begins[first]].isupper():
            return False
        if last + 1 < len(lexed) and lexed.text[lexed.begins[last + 1]].islower():
            return False  # a line broken at a fixed width
        written = lexed.text[lexed.begins[to + 1] : lexed.ends[to + 1]]
        if not written.isalpha() or not written.islower() or written in function_words() | self._listed("not_due"):
            return False
        return not any(self._is_verb(at) for at in range(first, to))

    def _is_verb(self, at: int) -> bool:
        code = self._lexed.codes[at]
        cue = code < len(self._cues) and self._cues[code] is not None and self._lexed.word(at) != "to"
        return cue or self._is_participle(at) or self._lexed.word(at) in ("according", "is", "are")

    def _is_reached(self, by: int) -> bool:
        """Whether a past verb says what had come about `by` then: `the toll had risen by Monday`."""
        word, shape = self._lexed.word, self._lexed.shape
        reaching = self._listed("reaching")
        for at in range(by - 1, max(-1, by - 1 - BEFORE), -1):
            if shape[at] in _STOPS or (word(at) == "to" and word(at + 1).isalpha()):
                return False
            if word(at) == "had":
                return word(at + 1) != "to"
            if word(at) in reaching:
                return True
        return False

    def _is_scheduled(self, at: int, word: str) -> bool:
        """Whether a bare form is the present of several that are set to do it: `voters go to the polls Sunday`."""
        before = self._lexed.word(at - 1) if at else ""
        plural = before in _PLURAL or (len(before) > 3 and before.endswith("s"))
        if not before.isalpha() or (before in function_words() and before not in _PLURAL):
            return False
        if word in self._listed("bare_too") and not plural:
            return False
        ahead = range(at + 1, min(at + 4, len(self._lexed)))
        if word == "go" and not any(self._lexed.word(k) in self._listed("goes") for k in ahead):
            return False
        return not self._is_told(at - 1)

    def _is_told(self, at: int) -> bool:
        """Whether a verb of the clause before `at` is past, or makes another do something; `said` does not count."""
        shape, codes = self._lexed.shape, self._lexed.codes
        for back in range(at, max(-1, at - BEFORE), -1):
            if shape[back] in _STOPS + ",." or self._lexed.word(back) == "that":
                return False
            past = codes[back] < len(self._cues) and self._cues[codes[back]] is Tense.PAST
            if (past and self._lexed.word(back) not in _SAID) or self._lexed.word(back) in self._listed("causing"):
                return True
        return False

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
