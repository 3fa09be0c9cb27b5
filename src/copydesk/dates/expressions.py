"""Find the date expressions of a text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from copydesk.dates.combine import Found, combined
from copydesk.dates.expression import Expression, Grain, Point
from copydesk.dates.grammar import RULES
from copydesk.dates.lexer import Lexed, lex
from copydesk.dates.lexicon import Lexicon, lexicon
from copydesk.dates.named_dates import is_day
from copydesk.dates.run import Run
from copydesk.dates.tense import clause_tense


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
    return tuple(
        dataclasses.replace(one.expression, tense=clause_tense(lexed, words, one.first, one.last)) for one in found
    )


def _candidates(lexed: Lexed, words: Lexicon) -> Iterator[tuple[int, int, int, Found]]:
    """Every match of every rule that makes an expression, with its sort key: place, shortness, rule."""
    for order, rule in enumerate(RULES):
        at = 0
        while (match := rule.pattern.search(lexed.shape, at)) is not None:
            run = Run(lexed, words, match.start(), match.end())
            built = rule.build(run)
            if built is None:
                at = match.start() + 1
                continue
            found = Found(match.start(), match.end(), built)
            yield built.begin, -built.end, order, found
            at = match.end()
    yield from _holidays(lexed, words)


def _holidays(lexed: Lexed, words: Lexicon) -> Iterator[tuple[int, int, int, Found]]:
    for at, word in enumerate(lexed.words):
        for rest, month, day in words.holidays.get(word, ()):
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
