"""Find the date expressions of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.dates.candidates import Candidate, candidates
from copydesk.dates.combine import Found, combined
from copydesk.dates.expression import Expression
from copydesk.dates.lexer import Lexed, Part, lex
from copydesk.dates.lexicon import Lexicon, lexicon
from copydesk.dates.tense import Clauses


@dataclass(frozen=True, slots=True)
class Passage:
    """Where to look for expressions: `text[begin:end]`, code points, in a language (ISO 639-1) or an unknown one."""

    text: str
    begin: int
    end: int
    language: str | None


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
    return find_in_all([Passage(text, begin, len(text) if end is None else end, language)])[0]


def find_in_all(passages: Sequence[Passage]) -> list[tuple[Expression, ...]]:
    """What `find_expressions` gives for each of the passages, whose words are looked up in one pass."""
    found: list[tuple[Expression, ...]] = [()] * len(passages)
    known = [lexicon(one.language) for one in passages]
    for language in sorted({one.language for one in known}):
        words = lexicon(language)
        chosen = [at for at, one in enumerate(known) if one.language == language]
        parts = [Part(passages[at].text, passages[at].begin, passages[at].end) for at in chosen]
        for at, lexed in zip(chosen, lex(parts, words), strict=True):
            found[at] = _expressions(lexed, words)
    return found


def _expressions(lexed: Lexed, words: Lexicon) -> tuple[Expression, ...]:
    found = combined(_longest(candidates(lexed, words)), lexed)
    clauses = Clauses(lexed, words)
    return tuple(one.expression.with_tense(clauses.tense(one.first, one.last)) for one in found)


def _longest(found: Iterable[Candidate]) -> list[Found]:
    """From left to right the longest, none that overlaps one taken."""
    taken: list[Found] = []
    done = 0
    for begin, _, _, one in sorted(found, key=lambda row: row[:3]):
        if begin >= done:
            taken.append(one)
            done = one.expression.end
    return taken
