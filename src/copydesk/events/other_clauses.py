"""Dates that stand in another clause than an act: `Roe, who was elected in 2018, condemned Norland`."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import islice

from copydesk.events.chunks import CLAUSE, COMMA, JOIN, NOUNS, OTHER, PREPOSITION, VERBS, chunk
from copydesk.events.coded import Coded
from copydesk.events.sentence import Sentence
from copydesk.events.tagging import tag
from copydesk.events.vocabulary import vocabulary
from copydesk.events.words import read_words
from copydesk.model.date import Timex

Span = tuple[int, int]

NESTED = 4
"""Clauses before a date that are asked whether they hold it: no sentence of news nests more."""
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_OPENERS = _RELATIVE | {"after", "since", "before", "until", "because", "although", "though", "whereas"}
"""Not `when`, `while`, `as`, `where`: what they tell is of the day of the act."""
_BARE = frozenset({"it", "he", "she", "they"})
"""Pronouns that open a relative clause without more, behind a noun: the tankers *it* seized in May."""
OPENS = re.compile(rf"\b(?:{'|'.join(sorted(_OPENERS | _BARE))})\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:first|only|most|least|\w{2,12}est)\b", re.IGNORECASE)
"""What a date behind `since` is compared with: the *first* visit since 2018 was not in 2018."""
_BEFORE = 120
"""Code points before `since` in which that is looked for."""
_DATING = frozenset({"begin", "start", "open", "end", "conclude", "close", "last", "happen", "occur"})
"""Verbs that say of an act itself when it was: `talks that began on Monday`, `took place`."""


class OtherClauses:
    """The clauses of one sentence, asked which of its dates are no dates of an act."""

    def __init__(self, text: str, sentence: Span, dates: Sequence[Timex]) -> None:
        """`sentence` and `dates` are places of `text`; it is read where it may have another clause."""
        dates = [row for row in dates if not _is_compared(text, sentence[0], row)]
        self._dates = dates
        self._read: Sentence | None = None
        if dates and OPENS.search(text, *sentence):
            words, lexicon = read_words(text, *sentence), vocabulary().lexicon
            tags = tag(words, lexicon)
            self._read = Sentence(words, tags, chunk(words, tags, lexicon))

    def dates_of(self, coded: Coded, trigger: Span) -> Sequence[Timex]:
        """The dates of the sentence but those of clauses that `trigger`, a place of the page, is not in."""
        read = self._read
        if read is None:
            return self._dates
        fired = _chunk_at(read, trigger[0]), _chunk_at(read, trigger[1] - 1)
        return [row for row in self._dates if not _is_elsewhere(read, fired, _chunk_at(read, row.begin), coded)]


def _is_compared(text: str, begin: int, row: Timex) -> bool:
    """Whether a date only says what an act is the first, the greatest or the only one since."""
    since = row.text.lower().startswith("since") or text[max(begin, row.begin - 6) : row.begin].lower() == "since "
    return since and _COMPARED.search(text, max(begin, row.begin - _BEFORE), row.begin) is not None


def _chunk_at(read: Sentence, place: int) -> int:
    """The chunk that holds a code point, or the last before it."""
    word = bisect.bisect_right(read.words.begin, place) - 1
    return max(0, bisect.bisect_right(read.chunks, word, key=lambda one: one.first) - 1)


def _is_elsewhere(read: Sentence, fired: Span, date: int, coded: Coded) -> bool:
    """Whether the date, a chunk, is in a clause that the chunks that fired, first to last, are not in."""
    if date > fired[1]:
        openers = (k for k in range(date - 1, fired[1], -1) if _is_opener(read, k))
        return any(_holds_behind(read, fired, k, date, coded) for k in islice(openers, NESTED))
    if date < fired[0]:
        openers = (k for k in range(date - 1, -1, -1) if _is_opener(read, k))
        return any(_holds_before(read, fired[0], k, date) for k in islice(openers, NESTED))
    return False


def _is_opener(read: Sentence, at: int) -> bool:
    return (read.chunks[at].kind == CLAUSE and read.low(at) in _OPENERS) or _is_bare(read, at)


def _is_bare(read: Sentence, at: int) -> bool:
    """Whether a pronoun between a noun and a verb opens a relative clause: the tankers *it* seized."""
    if read.chunks[at].kind != NOUNS or read.low(at) not in _BARE or not 0 < at < len(read.chunks) - 1:
        return False
    return read.chunks[at - 1].kind == NOUNS and _is_finite(read, at + 1)


def _holds_behind(read: Sentence, fired: Span, opener: int, date: int, coded: Coded) -> bool:
    """Whether a clause that opens behind an act goes on to the date: `signed a deal that was drafted in 2019`."""
    verb = _finite_in(read, opener, date)
    if verb is None or (_shut_in(read, opener) and _comma_in(read, verb, date)):
        return False
    if read.low(opener) == "that" and " > " in coded.rule:
        return False  # what is denied, or called likely, is the act: `denied that it shelled Ellerby on Monday`
    return not (
        read.low(opener) in _RELATIVE and _dates_act(read, verb) and _names_act(read, (fired[0], opener), coded)
    )


def _dates_act(read: Sentence, verb: int) -> bool:
    """Whether a relative clause says when its noun was; what *had* begun is of another time."""
    one = read.chunks[verb]
    if one.group is None or one.group.perfect:
        return False
    takes_place = "take" in one.group.lemmas and read.words.low[one.last : one.last + 1] == ["place"]
    return takes_place or not _DATING.isdisjoint(one.group.lemmas)


def _names_act(read: Sentence, chunks: Span, coded: Coded) -> bool:
    """Whether a noun for an act of the type that was coded stands among the chunks."""
    nouns = vocabulary().nouns
    return any(
        (noun := nouns.get(read.words.low[one.head])) is not None and noun.code.type is coded.type
        for one in read.chunks[slice(*chunks)]
    )


def _holds_before(read: Sentence, fired: int, opener: int, date: int) -> bool:
    """Whether a clause that opens before an act holds the date and ends before the act."""
    verb = _finite_in(read, opener, date)
    if verb is None or (read.low(opener) == "that" and not _is_relative(read, opener)):
        return False
    if _shut_in(read, opener):
        return _comma_in(read, date, fired) and not _comma_in(read, verb, date)
    if read.low(opener) not in _RELATIVE and not _is_bare(read, opener):
        return False
    resumed = next((k for k in range(date + 1, fired + 1) if _is_finite(read, k)), None)
    return resumed is not None and read.chunks[resumed - 1].kind not in (JOIN, CLAUSE)


def _is_relative(read: Sentence, that: int) -> bool:
    """Whether `that` stands for a noun phrase: no verb of saying has it for an object (`told reporters that`)."""
    return that >= 1 and read.chunks[that - 1].kind == NOUNS and (that < 2 or read.chunks[that - 2].kind != VERBS)


def _shut_in(read: Sentence, opener: int) -> bool:
    """Whether a clause is set off by commas: one stands before it, or it opens the sentence."""
    before = opener - 1
    while before >= 0 and read.chunks[before].kind in (OTHER, PREPOSITION):
        before -= 1
    return before < 0 or read.chunks[before].kind == COMMA


def _comma_in(read: Sentence, after: int, before: int) -> bool:
    return any(read.chunks[k].kind == COMMA for k in range(after + 1, before))


def _finite_in(read: Sentence, after: int, before: int) -> int | None:
    return next((k for k in range(after + 1, before) if _is_finite(read, k)), None)


def _is_finite(read: Sentence, at: int) -> bool:
    group = read.chunks[at].group
    return group is not None and group.finite
