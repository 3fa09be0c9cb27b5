"""Find the date expressions of a text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from copydesk.dates.calendar import is_day
from copydesk.dates.combine import Found, combined
from copydesk.dates.expression import Expression, Grain, Point, Tense
from copydesk.dates.grammar import RULES
from copydesk.dates.lexer import Lexed, lex
from copydesk.dates.lexicon import Lexicon, lexicon
from copydesk.dates.run import Run
from copydesk.dates.tense import Clauses

MOST_MATCHES = 5000
"""Matches of one rule that are tried in a text. The fullest of 478 HTML pages of two public sets has 300 expressions
in all; a text with thousands of one kind is a table or an attack."""


def find_expressions(
    text: str, begin: int = 0, end: int | None = None, language: str | None = None
) -> tuple[Expression, ...]:
    """The date expressions in `text[begin:end]`, in text order, none inside another.

    Args:
        text: a page's text, or its restored wording.
        begin, end: where to look, code points, half-open.
        language: an ISO 639-1 code; English where null or unknown.

    Returns:
        Expressions with offsets into `text`. Nothing in them depends on when the text was written; see `resolve`.
    """
    words = lexicon(language)
    lexed = lex(text, words, begin, end)
    found = combined(_longest(_candidates(lexed, words)), lexed)
    if not found:
        return ()
    clauses = Clauses(lexed, words)
    return tuple(_with_tense(one.expression, clauses.tense(one.first, one.last)) for one in found)


def _with_tense(one: Expression, tense: Tense | None) -> Expression:
    return one if tense is None else dataclasses.replace(one, tense=tense)


def _candidates(lexed: Lexed, words: Lexicon) -> Iterator[tuple[int, int, int, Found]]:
    """Every match of every rule that makes an expression, with its sort key: place, shortness, rule."""
    for order, rule in enumerate(RULES):
        at = tried = 0
        while tried < MOST_MATCHES and (match := rule.pattern.search(lexed.shape, at)) is not None:
            tried += 1
            run = Run(lexed, words, match.start(), match.end())
            built = rule.build(run)
            if built is None:
                at = match.start() + 1
                continue
            first = match.start()
            while lexed.begins[first] < built.begin:  # a builder may leave out a preposition
                first += 1
            found = Found(first, match.end(), built)
            yield built.begin, -built.end, order, found
            at = match.end()
    yield from _holidays(lexed, words)


def _holidays(lexed: Lexed, words: Lexicon) -> Iterator[tuple[int, int, int, Found]]:
    for at in [at for at, word in enumerate(lexed.words) if word in words.holidays]:
        for rest, month, day in words.holidays[lexed.words[at]]:
            last = at + 1 + len(rest)
            if tuple(lexed.words[at + 1 : last]) == rest and is_day(None, month, day):
                built = Run(lexed, words, at, last).point(Point(Grain.DAY, month=month, day=day))
                yield built.begin, -built.end, 0, Found(at, last, built)
                break


def _longest(candidates: Iterator[tuple[int, int, int, Found]]) -> list[Found]:
    """From left to right the longest, none that overlaps one taken."""
    taken: list[Found] = []
    done = 0
    for begin, _, _, found in sorted(candidates, key=lambda row: row[:3]):
        if begin >= done:
            taken.append(found)
            done = found.expression.end
    return taken
