"""What the rules of the grammar make of a text, each by itself: the expressions are chosen from among that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.dates.calendar import is_day
from copydesk.dates.combine import Found
from copydesk.dates.expression import Grain, Point
from copydesk.dates.grammar import REACH, RULES, Rule, anchors
from copydesk.dates.lexer import Lexed
from copydesk.dates.lexicon import Lexicon
from copydesk.dates.run import Run

MOST_MATCHES = 5000
"""Matches of one rule that are tried in a text. The fullest of 478 HTML pages of two public sets has 300 expressions
in all; a text with thousands of one kind is a table or an attack."""


Candidate = tuple[int, int, int, Found]
"""A match that makes an expression, behind its sort key: place, shortness, rule."""


def candidates(lexed: Lexed, words: Lexicon) -> Iterator[Candidate]:
    """What all rules make of a text, and the names of holidays, in no order."""
    for order, places in anchors(lexed.shape).items():
        for found in _made(RULES[order], places, lexed, words):
            yield found.expression.begin, -found.expression.end, order, found
    for found in _holidays(lexed, words):
        yield found.expression.begin, -found.expression.end, 0, found


def _made(rule: Rule, places: Sequence[int], lexed: Lexed, words: Lexicon) -> Iterator[Found]:
    """What a rule makes of a text from left to right, none inside another, by the places of its anchors."""
    at = tried = 0
    for place in places:
        at = max(at, place - REACH)  # a match that starts farther back has an anchor before this one
        while at <= place and tried < MOST_MATCHES:
            match = rule.pattern.search(lexed.shape, at, place + REACH + 1)
            if match is None or match.start() > place:
                at = place + 1
                break
            tried += 1
            first, last = match.span()
            built = rule.build(Run(lexed, words, first, last))
            if built is None:
                at = first + 1
                continue
            at = last
            while lexed.begins[first] < built.begin:  # a builder may leave out a preposition
                first += 1
            yield Found(first, last, built)


def _holidays(lexed: Lexed, words: Lexicon) -> Iterator[Found]:
    for at in lexed.openers:
        for rest, month, day in words.holidays[lexed.word(at)]:
            last = at + 1 + len(rest)
            if _words(lexed, at + 1, last) == rest and is_day(None, month, day):
                built = Run(lexed, words, at, last).point(Point(Grain.DAY, month=month, day=day))
                yield Found(at, last, built)
                break


def _words(lexed: Lexed, first: int, last: int) -> tuple[str, ...]:
    return tuple(lexed.word(at) for at in range(first, min(last, len(lexed))))
